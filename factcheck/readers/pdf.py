"""PDF files with a text layer: the text page by page, lines as printed.

Where a paragraph begins shows in the geometry only, and is told in the text: a first line gets back
its indent, a change of size or a wide gap becomes a blank line, a page begins with a form feed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low
from typing import TYPE_CHECKING

from factcheck.errors import ReadError
from factcheck.model import Document
from factcheck.records import dataclass

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

SUFFIXES = (".pdf",)

_INDENT = "　　"
_LEAST_INDENT, _MOST_INDENT = 1.2, 3.2
_OTHER_SIZE = 1.12
_WIDE_GAP = 1.7
_CHANGED = str.maketrans({"\ufffe": None, "\u00a0": " ", "\x02": None})
_MOST_PAGES = 2000


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line: its words, its left edge, its base line and the size of its characters."""

    words: str
    left: float = 0.0
    base: float = 0.0
    size: float = 0.0


def read(data: bytes, name: str, encoding: str | None) -> Document:
    """The document in `data`; its text is the text layer.

    Raises:
        ReadError: the file is broken, encrypted, or has no text layer.
    """
    pdf = _opened(data, name)
    try:
        if len(pdf) > _MOST_PAGES:
            raise ReadError(name, f"页数过多（{len(pdf)} 页，上限 {_MOST_PAGES} 页），请拆分")
        parts: list[str] = []
        pages: list[int] = []
        length = 0
        for index in range(len(pdf)):
            text = ("\f" if index else "") + _text(_page(pdf, index, name))
            pages.append(length)
            parts.append(text)
            length += len(text)
    finally:
        pdf.close()
    text = "".join(parts)
    if not text.strip():
        raise ReadError(name, "没有文字层，可能是扫描件，请先做文字识别（OCR），存为 .docx 或 .txt")
    return Document(name, text, "pdf", "", pages=tuple(pages))


def _opened(data: bytes, name: str) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415  (only for PDF files)

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError(name, "文件有密码，请先去掉密码再保存") from None
        raise ReadError(name, "文件损坏，不是完整的 PDF，请重新导出") from None


def _page(pdf: PdfDocument, index: int, name: str) -> PdfPage:
    from pypdfium2 import PdfiumError  # noqa: PLC0415

    try:
        return pdf[index]
    except PdfiumError:
        raise ReadError(name, f"第 {index + 1} 页损坏，请重新导出 PDF") from None


def _text(page: PdfPage) -> str:
    layer = page.get_textpage()
    try:
        lines = list(_lines(layer))
    finally:
        layer.close()
        page.close()
    pitch = _pitch(lines)
    before = (None, *lines)
    after = (*lines[1:], None)
    return "".join(
        _written(line, above, below, pitch) for above, line, below in zip(before, lines, after, strict=False)
    )


def _lines(layer: PdfTextPage) -> Iterator[_Line]:
    """The printed lines in the order of the file, with their geometry where it can be told."""
    from pypdfium2 import raw  # noqa: PLC0415

    text = layer.get_text_range()
    exact = len(text) == layer.count_chars()
    start = 0
    for words in text.replace("\r\n", "\n\n").split("\n"):
        bare = words.translate(_CHANGED).strip()
        if bare and exact:
            first = start + len(words) - len(words.lstrip())
            left, bottom, _, _ = layer.get_charbox(first, loose=True)
            yield _Line(bare, left, bottom, raw.FPDFText_GetFontSize(layer, first))
        elif bare:
            yield _Line(bare)
        start += len(words) + 1


def _pitch(lines: Sequence[_Line]) -> float:
    """The usual distance from one base line to the next."""
    steps = [above.base - below.base for above, below in pairwise(lines)]
    down = [step for step in steps if step > 0]
    return median_low(down) if down else 0.0


def _written(line: _Line, above: _Line | None, below: _Line | None, pitch: float) -> str:
    gap = "\n" if above is not None and _apart(above, line, pitch) else ""
    indent = _INDENT if line.size and _indented(line, above, below) else ""
    return f"{gap}{indent}{line.words}\n"


def _apart(above: _Line, line: _Line, pitch: float) -> bool:
    """Whether something else begins: another size of letters, a wide gap, another column."""
    if not above.size or not line.size:
        return False
    if max(above.size, line.size) > _OTHER_SIZE * min(above.size, line.size):
        return True
    step = above.base - line.base
    return step < -line.size or (pitch > 0 and step > _WIDE_GAP * pitch)


def _indented(line: _Line, above: _Line | None, below: _Line | None) -> bool:
    """Whether the line begins about two characters to the right of its neighbours."""
    for other in (below, above):
        if other is not None and other.size and abs(other.size - line.size) < 0.1 * line.size:
            shift = (line.left - other.left) / line.size
            if _LEAST_INDENT <= shift <= _MOST_INDENT:
                return True
    return False
