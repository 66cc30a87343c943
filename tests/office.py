"""Small documents in office formats, written by hand so that every trap is where a test wants it."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip package of these parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def kept(name: str) -> bytes:
    """The package whose parts are kept as files in the folder `name`."""
    root = Path(__file__).parent / "pages" / name
    return package(
        {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.*"))}
    )


def paragraph(words: str, style: str = "") -> str:
    """A Word paragraph of one run."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{escape(words)}</w:t></w:r></w:p>"


def word_table(rows: Sequence[Sequence[str]]) -> str:
    """A Word table of plain cells."""
    cells = ("".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def docx(body: str, more: Mapping[str, str] | None = None) -> bytes:
    """A Word document with this body and these further parts."""
    parts = {"word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>"}
    for name, content in (more or {}).items():
        parts[name] = content.replace("<w:", "<w:", 1).replace(">", f" {_WORD}>", 1)
    return package(parts)


def pdf(pages: Sequence[Sequence[tuple[float, float, float, str]]]) -> bytes:
    """A PDF of pages of (x, y, size, words), in a Chinese font that every reader knows by name."""
    objects = [b"", b"<</Type/Catalog/Pages 2 0 R>>", b""]
    objects.append(
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>"
    )
    objects.append(
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R>>"
    )
    objects.append(
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
        b"/Ascent 880/Descent -120/CapHeight 880/StemV 93>>"
    )
    kids = []
    for page in pages:
        stream = b"".join(_shown(*line) for line in page)
        kids.append(len(objects))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
            b"/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>" % (len(objects) + 1)
        )
        packed = zlib.compress(stream)
        objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed))
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[2] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (listed, len(kids))
    return _assembled(objects)


def _shown(x: float, y: float, size: float, words: str) -> bytes:
    return b"BT /F %.1f Tf %.1f %.1f Td <%s> Tj ET\n" % (
        size,
        x,
        y,
        words.encode("utf-16-be").hex().encode(),
    )


def _assembled(objects: Sequence[bytes]) -> bytes:
    """The file with its table of offsets."""
    data = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects[1:], 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(data)
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            len(objects),
            table,
            len(objects),
            start,
        )
    )
