"""Untrusted input is refused before it can do harm, with the file and the cure named."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path

import office
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import readers
from factcheck.errors import ReadError

_MEMORY = 100 * 1024 * 1024
_DOCTYPE = '<!DOCTYPE w [<!ENTITY a "{}">]><w:document xmlns:w="w"><w:body/></w:document>'


def stored(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of these entries."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as package:
        for name, content in entries.items():
            package.writestr(name, content)
    return stream.getvalue()


def bomb() -> bytes:
    """A small package that unpacks to far more than it is."""
    return stored({"word/document.xml": b"<w>" + b" " * 60_000_000 + b"</w>"})


def crowd() -> bytes:
    """A package of more parts than any document has."""
    return stored({f"word/{number}.xml": b"" for number in range(2100)})


def giant() -> bytes:
    """Parts that each are acceptable and together are not."""
    noise = bytes(range(256)) * 400
    return stored({f"word/{number}.xml": noise * 160 for number in range(7)})


def liar() -> bytes:
    """A part that is larger than the directory says."""
    data = bytearray(stored({"word/document.xml": b"<w>" + b" " * 80_000_000 + b"</w>"}))
    place = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, place + 24, 1000)
    return bytes(data)


def encrypted() -> bytes:
    """A package whose part is marked as encrypted."""
    data = bytearray(office.docx(office.paragraph("正文")))
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def cut() -> bytes:
    """A package of which the end is missing."""
    return office.docx(office.paragraph("正文"))[:-30]


def doubled() -> bytes:
    """A package with two parts of one name."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package, pytest.warns(UserWarning):
        package.writestr("word/document.xml", "<w/>")
        package.writestr("word/document.xml", "<w/>")
    return stream.getvalue()


_REFUSED = {
    "unpacks to too much": (bomb, "a.docx", "压缩比过高"),
    "too many parts": (crowd, "a.docx", "文件过多"),
    "too large in all": (giant, "a.xlsx", "解开后过大"),
    "lies about its size": (liar, "a.docx", "请在原软件中重新保存"),
    "encrypted": (encrypted, "a.docx", "密码"),
    "cut short": (cut, "a.odt", "文件损坏"),
    "two parts of one name": (doubled, "a.docx", "重名"),
    "no zip at all": (lambda: b"PK not really", "a.epub", "文件损坏"),
    "another document": (lambda: office.package({"a.txt": "x"}), "a.docx", "不是 Word"),
    "another workbook": (lambda: office.package({"a.txt": "x"}), "a.xlsx", "不是 Excel"),
    "entities that grow": (
        lambda: office.package({"word/document.xml": _DOCTYPE.format("&b;" * 10)}),
        "a.docx",
        "DOCTYPE",
    ),
    "a file from outside": (
        lambda: office.package({"content.xml": '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'}),
        "a.odt",
        "DOCTYPE",
    ),
    "broken XML": (lambda: office.package({"word/document.xml": "<w><w>"}), "a.docx", "不是完整的 XML"),
    "nested without end": (lambda: b"<div>" * 200_000, "a.html", "嵌套过深"),
    "styles without end": (lambda: b"<b><i>" * 500 + b"<p>x" * 500, "a.html", "嵌套过深"),
    "broken PDF": (lambda: b"%PDF-1.7\n%%EOF", "a.pdf", "文件损坏"),
    "too large a file": (lambda: b"a" * (readers.MAX_BYTES + 1), "a.txt", "文件过大"),
}


@pytest.mark.parametrize("case", _REFUSED)
def test_what_would_do_harm_is_refused(case: str) -> None:
    """One line with file and cure, and no more memory than a document needs."""
    make, name, reason = _REFUSED[case]
    data = make()
    tracemalloc.start()
    try:
        with pytest.raises(ReadError) as caught:
            readers.read_bytes(data, name)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < _MEMORY
    assert caught.value.path == name
    assert reason in caught.value.reason
    assert "请" in caught.value.reason or "没有打开" in caught.value.reason


def test_the_limit_on_size_can_be_set(tmp_path: Path) -> None:
    """A file is measured before it is read."""
    path = tmp_path / "a.txt"
    path.write_text("正文有3处。")
    with pytest.raises(ReadError, match="文件过大"):
        readers.read(path, max_bytes=5)
    assert readers.read(path, max_bytes=50).text == "正文有3处。"


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No reader writes a file, not even for a while."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for name in ("workbook", "opendocument", "book"):
        suffix = {"workbook": "xlsx", "opendocument": "odt", "book": "epub"}[name]
        readers.read_bytes(office.kept(name), f"a.{suffix}")
    readers.read_bytes(office.docx(office.paragraph("正文")), "a.docx")
    readers.read_bytes(office.pdf([[(60.0, 700.0, 12.0, "正文有3处。")]]), "a.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.xls", "a.rtf", "a.jpg", "a.zip"])
def test_formats_of_other_times_name_their_successor(name: str) -> None:
    """What cannot be read says in which format it can be."""
    with pytest.raises(ReadError, match="请"):
        readers.read_bytes(b"\xd0\xcf\x11\xe0", name)


_WHOLE = {
    "a.docx": office.docx(office.word_table([["产值", "12.5"]]) + office.paragraph("正文有3处。")),
    "a.xlsx": office.kept("workbook"),
    "a.odt": office.kept("opendocument"),
    "a.epub": office.kept("book"),
    "a.pdf": office.pdf([[(60.0, 700.0, 12.0, "正文有3处。")]]),
}


@pytest.mark.parametrize("name", _WHOLE)
@settings(max_examples=60, deadline=None)
@given(places=st.lists(st.floats(0, 0.999), min_size=1, max_size=4), bit=st.integers(0, 7))
def test_a_damaged_file_is_read_or_refused(name: str, places: list[float], bit: int) -> None:
    """Bits that are wrong never end in anything but a document or a refusal."""
    data = bytearray(_WHOLE[name])
    for place in places:
        data[int(place * len(data))] ^= 1 << bit
    try:
        document = readers.read_bytes(bytes(data), name)
    except ReadError as error:
        assert error.path == name
    else:
        assert document.text.strip()
