"""EPUB books: the chapters in reading order, each read as a web page."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from factcheck.errors import ReadError
from factcheck.model import Document
from factcheck.readers.decoding import decode
from factcheck.readers.draft import Draft
from factcheck.readers.html import paged
from factcheck.readers.zipped import Package, attribute, opened

SUFFIXES = (".epub",)

_CONTAINER = "META-INF/container.xml"


def read(data: bytes, name: str, encoding: str | None) -> Document:
    """The document in `data`.

    Raises:
        ReadError: the package is broken, hostile, or no book.
    """
    package = opened(data, name)
    draft = Draft()
    for part in _chapters(package):
        source = package.part(part)
        if source:
            text, _ = decode(source, name, encoding)
            draft.gap()
            draft.append(paged(text, name).draft)
    if not draft.parts:
        raise ReadError(name, "书中没有可读的章节，可能有版权保护，请导出为 .docx 或 .txt")
    return draft.document(name, "epub")


def _chapters(package: Package) -> Iterator[str]:
    """The parts of the book in reading order."""
    for root in _roots(package):
        parts: dict[str, str] = {}
        order: list[str] = []
        for kind, tag, attributes in package.events(root):
            if (kind, tag) == ("<", "item") and "html" in attribute(attributes, "media-type"):
                address = unquote(attribute(attributes, "href"))
                parts[attribute(attributes, "id")] = normpath(join(dirname(root), address))
            elif (kind, tag) == ("<", "itemref"):
                order.append(attribute(attributes, "idref"))
        yield from (parts[chapter] for chapter in order if chapter in parts)


def _roots(package: Package) -> list[str]:
    found = (
        attribute(attributes, "full-path")
        for kind, tag, attributes in package.events(_CONTAINER)
        if (kind, tag) == ("<", "rootfile")
    )
    return [path for path in found if path][:1]
