"""Tables drawn with pipes, as in Markdown: rows, columns, and where each cell stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Cell, Span, Table
from factcheck.patterns import compiled

_TABLE = compiled(
    r"^[ \t]*(?P<head>\|?[^\n|]*\|[^\n]*)\n"
    r"(?P<rule>[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t\r]*)(?:\n|\Z)"
    r"(?P<body>(?:[^\n|]*\|[^\n]*(?:\n|\Z))*)",
    re.MULTILINE,
)


def pipe_tables(text: str, start: int = 0) -> Iterator[Table]:
    """The pipe tables of `text` from `start` on, cells as spans of `text`."""
    if "|" not in text:
        return
    for found in _TABLE.finditer(text, start):
        if "|" in found["rule"] or "|" in found["body"]:
            yield _table(text, found)


def _table(text: str, found: re.Match[str]) -> Table:
    cells = list(_row(text, found.start("head"), found.end("head"), 0, header=True))
    row, position = 1, found.start("body")
    for line in found["body"].splitlines(keepends=True):
        cells += _row(text, position, position + len(line), row, header=False)
        row, position = row + 1, position + len(line)
    return Table(Span(found.start("head"), found.end()), tuple(cells))


def _row(text: str, start: int, end: int, row: int, *, header: bool) -> Iterator[Cell]:
    line = text[start:end]
    start += len(line) - len(line.lstrip())
    inner = line.strip()
    start += inner.startswith("|")
    inner = inner.removeprefix("|")
    if not inner.endswith("\\|"):
        inner = inner.removesuffix("|")
    position = start
    for column, words in enumerate(_split(inner)):
        first = position + len(words) - len(words.lstrip())
        yield Cell(Span(first, max(first, position + len(words.rstrip()))), row, column, header)
        position += len(words) + 1


def _split(inner: str) -> list[str]:
    """The cells of a row; `\\|` is a bar that belongs to a cell."""
    return re.split(r"(?<!\\)\|", inner)
