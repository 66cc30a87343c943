"""Plain text: decoded; columns, headlines and tables drawn with blanks are the business of `articles`.

Only tables in HTML tags, which character recognition writes into text, are told here.
"""

from __future__ import annotations

from factcheck.model import Block, BlockKind, Document
from factcheck.readers.decoding import decode
from factcheck.readers.tagged_tables import tagged_tables

SUFFIXES = (".txt", ".text")


def read(data: bytes, name: str, encoding: str | None) -> Document:
    """The document in `data`.

    Raises:
        ReadError: the bytes cannot be decoded.
    """
    text, used = decode(data, name, encoding)
    tables = tuple(tagged_tables(text)) if "<t" in text else ()
    stated = tuple(Block(BlockKind.TABLE, table.span) for table in tables)
    return Document(name, text, "txt", used, stated, tables)
