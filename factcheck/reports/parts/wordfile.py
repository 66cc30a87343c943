"""A Word file opened, given comments, and packed again; everything else in it stays byte for byte."""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.parsers.expat import ExpatError
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from factcheck.errors import ReadError
from factcheck.reports.parts.safe import in_xml
from factcheck.reports.parts.wordtext import WordText, commented, scan

_MAX_BYTES = 100 * 1024 * 1024
_MAX_PARTS = 2_000
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
_TARGET = re.compile(rb"<Relationship\b[^>]*?>")
_OTHER_ENCODING = re.compile(
    rb"\s*(?:\xff\xfe|\xfe\xff|<\?xml\b[^>]*?encoding=[\"'](?!utf-8|us-ascii))", re.I
)
_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Comment:
    """Lines to be shown beside a stretch `[start, end)` of the words."""

    start: int
    end: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class WordFile:
    """A Word file unpacked: its parts in their order, and the words of its main part."""

    name: str
    parts: Mapping[str, bytes]
    main: str
    words: WordText


def opened(data: bytes, name: str) -> WordFile:
    """The Word file in `data`.

    Raises:
        ReadError: it is not a Word file, or unpacks to more than a Word file should.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = _parts(archive.infolist(), archive, name)
        main = _related(parts.get("_rels/.rels", b""), "officeDocument", "") or "word/document.xml"
    except _BROKEN as error:
        raise ReadError(name, "不是完好的 Word 文件，不能加批注") from error
    if main not in parts or b"<!DOCTYPE" in parts[main]:
        raise ReadError(name, "Word 文件里没有正文，不能加批注")
    if _TYPES not in parts:
        raise ReadError(name, f"Word 文件里缺 {_TYPES}，不能加批注；请用 Word 打开，另存一份")
    if _OTHER_ENCODING.match(parts[main]):
        raise ReadError(name, "正文的 XML 不是 UTF-8，不能加批注；请用 Word 打开，另存一份")
    try:
        return WordFile(name, parts, main, scan(parts[main]))
    except (ExpatError, ValueError) as error:
        raise ReadError(name, "正文的 XML 有误，不能加批注") from error


def with_comments(word: WordFile, comments: Sequence[Comment]) -> bytes:
    """The file with `comments` added to those it has.

    Raises:
        ReadError: its lists of parts or its comments are not XML.
    """
    try:
        parts, name = _with_room(word)
        first = 1 + max([-1, *map(int, re.findall(rb'<w:comment\b[^>]*?w:id="(\d{1,9})"', parts[name]))])
        numbered = list(enumerate(comments, first))
        body = "".join(_comment(number, comment) for number, comment in numbered)
        parts[name] = _before_end(parts[name], "comments", body.encode())
    except ValueError as error:
        raise ReadError(word.name, "Word 文件里的批注或部件清单有误，不能加批注") from error
    spots = [(number, comment.start, comment.end) for number, comment in numbered]
    parts[word.main] = commented(word.words, spots)
    return packed(parts)


def _with_room(word: WordFile) -> tuple[dict[str, bytes], str]:
    """The parts of a file that can have comments, and which of them holds the comments."""
    folder, base = posixpath.split(word.main)
    relations = f"{folder}/_rels/{base}.rels".lstrip("/")
    parts = dict(word.parts)
    name = _related(parts.get(relations, b""), "comments", folder)
    if name is None or name not in parts:
        name = f"{folder}/comments.xml".lstrip("/")
        parts[name] = f'<w:comments xmlns:w="{_WORD}"></w:comments>'.encode()
        parts[relations] = _with_relation(parts.get(relations, b""))
        parts[_TYPES] = _with_type(parts[_TYPES], name)
    return parts, name


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip file of `parts`, the same for the same parts."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            info = ZipInfo(name)  # dated 1980, as the format counts from there
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, data)
    return stream.getvalue()


def _parts(infos: Sequence[ZipInfo], archive: ZipFile, name: str) -> dict[str, bytes]:
    if len(infos) > _MAX_PARTS or sum(info.file_size for info in infos) > _MAX_BYTES:
        raise ReadError(name, "解压后过大，不像 Word 文件，不能加批注")
    parts: dict[str, bytes] = {}
    for info in infos:
        with archive.open(info) as stream:
            parts[info.filename] = stream.read(info.file_size + 1)
    return parts


def _related(relations: bytes, kind: str, folder: str) -> str | None:
    """The part a relationship of this kind points to, `None` when there is none."""
    for tag in _TARGET.findall(relations):
        if f'relationships/{kind}"'.encode() in tag:
            target = re.search(rb'\bTarget="([^"]+)"', tag)
            if target:
                found = target.group(1).decode()
                return found.lstrip("/") if found.startswith("/") else posixpath.join(folder, found)
    return None


def _with_relation(relations: bytes) -> bytes:
    xml = relations or (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    )
    added = f'<Relationship Id="rIdFactcheck" Type="{_OFFICE}/comments" Target="comments.xml"/>'
    return _before_end(xml, "Relationships", added.encode())


def _with_type(types: bytes, part: str) -> bytes:
    added = f'<Override PartName="/{part}" ContentType="{_COMMENTS_TYPE}"/>'
    return _before_end(types, "Types", added.encode())


def _before_end(xml: bytes, root: str, added: bytes) -> bytes:
    """`added` as the last children of the root element, which may have been written as empty.

    Raises:
        ValueError: there is no such element.
    """
    end = re.search(rb"</(?:\w+:)?" + root.encode() + rb"\s*>\s*$", xml)
    if end:
        return xml[: end.start()] + added + xml[end.start() :]
    empty = re.search(rb"<((?:\w+:)?" + root.encode() + rb")\b[^<>]*/>\s*$", xml)
    if empty is None:
        raise ValueError(root)
    return xml[: xml.rindex(b"/>")] + b">" + added + b"</" + empty.group(1) + b">"


def _comment(number: int, comment: Comment) -> str:
    lines = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(in_xml(line))}</w:t></w:r></w:p>'
        for line in comment.lines
    )
    who = 'w:author="factcheck" w:initials="核"'
    return f'<w:comment xmlns:w="{_WORD}" w:id="{number}" {who}>{lines}</w:comment>'
