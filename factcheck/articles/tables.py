"""Tables: those of tabs or bare pipes are read, those that fell apart into text are seen and declined.

A table copied out of a PDF often comes as lines of a name and numbers with blanks between them,
its header run together. Which number stands in which column can no longer be told for certain, so
nothing is claimed of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from factcheck.articles.strips import Line, Strip
from factcheck.model import BlockKind, Cell, Span, Table
from factcheck.patterns import compiled

DECLINED = "表格已散成文字，行列对应不能确定"
"""Why a table that fell apart is not read."""

_NUMBER = compiled(r"[-+−－]?[\d,]+(?:\.\d+)?\s*[%％‰]?")
_ROW = compiled(
    r"(?=.{0,60}[\u4e00-\u9fff%])[^。；！？\t]{1,60}?(?:[ \u3000]+[-+−－]?\d[\d,]*(?:\.\d+)?[%％‰]?){1,8}"
)
_FALLEN = compiled(r"\d[ \u3000]{2,}(?:\t|$)|(?:[\u4e00-\u9fff]+ {2,}){2}|(?:\d+ +){3}")
_HEADER = compiled(r"[^。；！？：:]{2,60}")
_YEAR = compiled(r"(?:19|20)\d\d(?:年.{0,8})?")
_UNIT = compiled(r"[（(]?(?:计量)?单位[:：].{1,24}")
_DIGITS = frozenset("0123456789%％‰")
_LONGEST_CELL = 60
_FEWEST_ROWS = 3
_TITLES = 3


def gridded(lines: Sequence[Line]) -> list[Line]:
    """The lines with tab-drawn tables put together and fallen ones marked as declined."""
    if not any("\t" in line.words or "|" in line.words or line.words[-1:] in _DIGITS for line in lines):
        return list(lines)
    found: list[Line] = []
    for divider, group in groupby(lines, key=_divider):
        run = list(group)
        drawn = divider == "\t" or (divider and len(run) >= _FEWEST_ROWS)
        found += _drawn(run, divider) if drawn else run
    return _declined(found)


def _divider(line: Line) -> str:
    """What parts the cells of a row: a tab, or pipes where there are three cells or more."""
    if len(line.runs) != 1:
        return ""
    return "\t" if "\t" in line.words else "|" if line.words.count("|") > 1 else ""


def headed(table: Table, text: str) -> Table:
    """The table with its header rows marked, if none are: the first rows without a number in them."""
    if not table.cells or any(cell.header for cell in table.cells):
        return table
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell.span.of(text).strip())
    header = 0
    while header < min(_TITLES, len(rows) - 1) and _is_header(rows.get(header, [])):
        header += 1
    return replace(table, cells=tuple(replace(cell, header=cell.row < header) for cell in table.cells))


def titled_tables(strips: Sequence[Strip]) -> list[Strip]:
    """The strips with the lines above a table (its name, its unit) marked as captions."""
    marked = list(strips)
    for index, strip in enumerate(strips):
        above = index - 1
        while strip.table is not None and above >= max(0, index - _TITLES) and _names_table(strips[above]):
            marked[above] = replace(strips[above], kind=BlockKind.CAPTION)
            above -= 1
    return marked


def _is_header(cells: Sequence[str]) -> bool:
    """Whether a row has words, or years, where the rows below have numbers."""
    return not any(_NUMBER.fullmatch(words) and not _YEAR.fullmatch(words) for words in cells[1:])


def _names_table(strip: Strip) -> bool:
    if strip.kind is BlockKind.CAPTION:
        return not strip.words.startswith("图")
    if strip.kind is BlockKind.HEADING and strip.level != 1:
        return True
    return strip.kind is not BlockKind.TITLE and _UNIT.fullmatch(strip.words) is not None


def _drawn(run: Sequence[Line], divider: str) -> Iterator[Line]:
    """One table of lines with the same number of cells; other lines stay or are declined."""
    rows = [list(_cells(line, 0, divider)) for line in run]
    width = max(map(len, rows))
    if len(rows) > 1 and width > 1 and _fits(run, rows, width):
        cells = tuple(replace(cell, row=row) for row, line in enumerate(rows) for cell in line)
        span = Span(run[0].runs[0][0], run[-1].runs[-1][1])
        yield Line("", (), BlockKind.TABLE, gap=True, table=Table(span, cells))
        return
    for line in run:
        named = line.words.startswith(("图", "表")) or len(line.words) < _LONGEST_CELL
        fallen = not named and _FALLEN.search(line.words)
        yield line._replace(kind=BlockKind.DECLINED) if fallen else line


def _fits(run: Sequence[Line], rows: Sequence[Sequence[Cell]], width: int) -> bool:
    """Whether the rows make a grid: as many cells in each, but for some left empty at the end."""
    if any(_FALLEN.search(line.words) for line in run):
        return False
    short = sum(len(row) != width for row in rows)
    longest = max(cell.span.end - cell.span.start for row in rows for cell in row)
    return 4 * short <= len(rows) and longest <= _LONGEST_CELL


def _cells(line: Line, row: int, divider: str) -> Iterator[Cell]:
    start = line.runs[0][0]
    for column, words in enumerate(line.words.split(divider)):
        first = start + len(words) - len(words.lstrip())
        yield Cell(Span(first, max(first, start + len(words.rstrip()))), row, column)
        start += len(words) + 1


def _declined(lines: Sequence[Line]) -> list[Line]:
    """The lines with runs of rows of a fallen table, and their header, marked as declined."""
    marked = list(lines)
    start = 0
    for fallen, group in groupby(lines, key=_fallen_row):
        count = len(list(group))
        if fallen and count >= _FEWEST_ROWS:
            first = start - (start > 0 and _fallen_header(lines[start - 1]))
            for index in range(first, start + count):
                marked[index] = lines[index]._replace(kind=BlockKind.DECLINED, level=0)
        start += count
    return marked


def _fallen_row(line: Line) -> bool:
    if line.words[-1:] not in _DIGITS or line.table is not None:
        return False
    return _ROW.fullmatch(line.words) is not None


def _fallen_header(line: Line) -> bool:
    plain = line.kind is BlockKind.PARAGRAPH and not line.words.startswith(("表", "图"))
    return plain and _HEADER.fullmatch(line.words) is not None and line.words[-1] not in "，、"
