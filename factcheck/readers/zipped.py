"""Zip packages (.docx, .xlsx, .odt, .epub) opened without trust.

A package is judged by its directory before anything is unpacked, and every part is read only up to
a limit, as a directory can lie. A document type declaration, the door to outside files and to
entities that grow, is refused in every part.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import IO
from xml.parsers import expat

from factcheck.errors import ReadError
from factcheck.records import dataclass

MOST_ENTRIES = 2000
MOST_BYTES = 100 * 1024 * 1024
MOST_RATIO = 200
MOST_IN_PART = 50 * 1024 * 1024

_END = b"PK\x05\x06"
_END_SIZE = 22
_SMALL = 64 * 1024
_ENTRY = 512
_CHUNK = 256 * 1024
_ENCRYPTED = 0x1
_BROKEN = "文件损坏，不是完整的压缩包，请在原软件中重新保存"
_BOMB = "压缩包{}，可能是恶意文件，没有打开；若来源可靠，请在原软件中重新保存"

_BREAKS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)

Event = tuple[str, str, dict[str, str]]
"""What a parser saw: `<` or `>` with a tag and its attributes, or `=` with text; no namespaces."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package that passed the inspection."""

    name: str
    zip: zipfile.ZipFile

    def parts(self) -> list[str]:
        """The names of its parts."""
        return self.zip.namelist()

    def part(self, path: str) -> bytes | None:
        """One part, `None` when there is none of that name.

        Raises:
            ReadError: the part is broken or larger than it may be.
        """
        try:
            info = self.zip.getinfo(path)
        except KeyError:
            return None
        try:
            with self.zip.open(info) as stream:
                data = _limited(stream)
        except _BREAKS:
            raise ReadError(self.name, _BROKEN) from None
        if len(data) > MOST_IN_PART:
            raise ReadError(self.name, _BOMB.format("中有的部分过大"))
        return data

    def events(self, path: str) -> Iterator[Event]:
        """What an XML parser sees in one part; nothing when there is no such part.

        Raises:
            ReadError: the part is no XML, or declares a document type.
        """
        data = self.part(path)
        if data is not None:
            yield from events(data, self.name, path)


def opened(data: bytes, name: str) -> Package:
    """The package in `data`.

    Raises:
        ReadError: it is broken, encrypted, or would unpack to far more than a document needs.
    """
    _inspect_end(data, name)
    try:
        package = zipfile.ZipFile(BytesIO(data))
    except _BREAKS:
        raise ReadError(name, _BROKEN) from None
    entries = package.infolist()
    _inspect(entries, name)
    return Package(name, package)


def events(data: bytes, name: str, part: str) -> Iterator[Event]:
    """What an XML parser sees in `data`.

    Raises:
        ReadError: it is no XML, or declares a document type.
    """
    seen: list[Event] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def declared(*_: object) -> None:
        raise ReadError(name, f"{part} 中有 DOCTYPE 声明，正常文档没有，没有打开；若来源可靠，请重新保存")

    parser.StartDoctypeDeclHandler = declared
    parser.StartElementHandler = lambda tag, attributes: seen.append(("<", _local(tag), attributes))
    parser.EndElementHandler = lambda tag: seen.append((">", _local(tag), {}))
    parser.CharacterDataHandler = lambda text: seen.append(("=", text, {}))
    try:
        for start in range(0, len(data), _CHUNK):
            parser.Parse(data[start : start + _CHUNK], start + _CHUNK >= len(data))
            yield from seen
            seen.clear()
    except expat.ExpatError:
        raise ReadError(name, f"文件损坏（{part} 不是完整的 XML），请在原软件中重新保存") from None


def attribute(attributes: dict[str, str], key: str) -> str:
    """The attribute of this name in any namespace, empty when there is none."""
    for written, value in attributes.items():
        if written.rpartition(" ")[2] == key:
            return value
    return ""


def _limited(stream: IO[bytes]) -> bytes:
    """What a stream holds, up to a little more than the limit, a piece at a time: sizes can lie."""
    pieces: list[bytes] = []
    length = 0
    while length <= MOST_IN_PART and (piece := stream.read(_CHUNK)):
        pieces.append(piece)
        length += len(piece)
    return b"".join(pieces)


def _local(tag: str) -> str:
    return tag.rpartition(" ")[2]


def _inspect_end(data: bytes, name: str) -> None:
    """Look at the end record, so that a directory of a million entries is never read."""
    place = data.rfind(_END, max(0, len(data) - _END_SIZE - 0xFFFF))
    if place < 0 or place + _END_SIZE > len(data):
        raise ReadError(name, _BROKEN)
    count, size = struct.unpack_from("<HI", data, place + 10)
    if count > MOST_ENTRIES or size > MOST_ENTRIES * _ENTRY:
        raise ReadError(name, _BOMB.format(f"里的文件过多（上限 {MOST_ENTRIES} 个）"))


def _inspect(entries: list[zipfile.ZipInfo], name: str) -> None:
    if len(entries) > MOST_ENTRIES:
        raise ReadError(name, _BOMB.format(f"里的文件过多（上限 {MOST_ENTRIES} 个）"))
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise ReadError(name, "文件有密码，请先去掉密码再保存")
    if len({entry.filename for entry in entries}) < len(entries):
        raise ReadError(name, _BOMB.format("里有重名的文件"))
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise ReadError(name, _BOMB.format(f"解开后过大（上限 {MOST_BYTES >> 20} MB）"))
    for entry in entries:
        if entry.file_size > _SMALL and entry.file_size > MOST_RATIO * max(1, entry.compress_size):
            raise ReadError(name, _BOMB.format(f"压缩比过高（上限 {MOST_RATIO} 倍）"))
