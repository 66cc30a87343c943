"""Plain text: decoded, nothing else; columns, headlines and tables are the business of `articles`."""

from __future__ import annotations

from factcheck.model import Document
from factcheck.readers.decoding import decode

SUFFIXES = (".txt", ".text")


def read(data: bytes, name: str, encoding: str | None) -> Document:
    """The document in `data`.

    Raises:
        ReadError: the bytes cannot be decoded.
    """
    text, used = decode(data, name, encoding)
    return Document(name, text, "txt", used)
