"""Tables written with HTML tags inside text, as character recognition and Markdown bring them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Cell, Span, Table
from factcheck.patterns import compiled

_TABLE = compiled(r"<table\b[^>]{0,500}>", re.IGNORECASE)
_END = compiled(r"</table\s*>", re.IGNORECASE)
_ROW = compiled(r"<tr\b", re.IGNORECASE)
_CELL = compiled(r"<(?P<tag>t[dh])\b(?P<attributes>[^>]{0,500})>", re.IGNORECASE)
_NEXT = compiled(r"</?t[dhr]\b|</?table\b", re.IGNORECASE)
_TAG = compiled(r"\s*<[^>\n]{0,500}>\s*|^\s+|\s+\Z|\n")
_ACROSS = compiled(r"""colspan\s*=\s*["']?(\d{1,2})""", re.IGNORECASE)
_DOWN = compiled(r"""rowspan\s*=\s*["']?(\d{1,3})""", re.IGNORECASE)

_MOST_CELLS = 200_000

Grid = dict[tuple[int, int], Cell]


def tagged_tables(text: str, start: int = 0) -> Iterator[Table]:
    """The tables between `<table>` and `</table>`, cells as spans of `text`."""
    opening = _TABLE.search(text, start)
    while opening:
        closing = _END.search(text, opening.end())
        if closing is None:
            return
        cells = _cells(text, opening.end(), closing.start())
        if cells:
            yield Table(Span(opening.start(), closing.end()), cells)
        opening = _TABLE.search(text, closing.end())


def _cells(text: str, start: int, end: int) -> tuple[Cell, ...]:
    grid: Grid = {}
    rows = [found.start() for found in _ROW.finditer(text, start, end)]
    for row, (first, last) in enumerate(pairwise([*rows, end])):
        column = 0
        for found in _CELL.finditer(text, first, last):
            while (row, column) in grid:
                column += 1
            column += _place(text, found, (row, column), last, grid)
            if len(grid) > _MOST_CELLS:
                return ()
    return tuple(grid[place] for place in sorted(grid))


def _place(text: str, found: re.Match[str], place: tuple[int, int], end: int, grid: Grid) -> int:
    """Enter one cell wherever it reaches; how many columns it takes."""
    stop = _NEXT.search(text, found.end(), end)
    span = _words(text, found.end(), stop.start() if stop else end)
    across, down = (_count(pattern, found["attributes"]) for pattern in (_ACROSS, _DOWN))
    header = found["tag"].lower() == "th"
    for row in range(place[0], place[0] + down):
        for column in range(place[1], place[1] + across):
            grid.setdefault((row, column), Cell(span, row, column, header))
    return across


def _words(text: str, start: int, end: int) -> Span:
    """The longest stretch of a cell without tags."""
    best = Span(start, start)
    for found in [*_TAG.finditer(text, start, end), None]:
        stop = found.start() if found else end
        if stop - start > best.end - best.start:
            best = Span(start, stop)
        start = found.end() if found else end
    return best


def _count(pattern: re.Pattern[str], attributes: str) -> int:
    found = pattern.search(attributes)
    return max(1, int(found[1])) if found else 1
