"""The place a sentence gives to a row of a table that is sorted by its numbers: 榜单上，甲排第3位."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import sentence
from factcheck.checks.parts.comparisons import base
from factcheck.checks.parts.within import figures_within
from factcheck.model import Figure, FigureKind, Reading, Span, Table
from factcheck.patterns import compiled

_ON_LIST = compiled(r"(?:榜单?|排行榜|[上本该此]表|表格?)(?:上|中|里|内)")
_OTHERWISE = compiled(r"论|按|若|如果|增[速幅]|率|[人户亩]均|上年|去年|上期|曾")
_PLACES = frozenset({"位", "名"})
_LEAST = 3

_Row = tuple[Span, Figure]


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare each 第N位 of a sentence that speaks of the list with the rows above the one it names."""
    text = reading.article.text
    sorted_tables = [rows for table in reading.article.tables if (rows := _rows(reading, table))]
    if not sorted_tables:
        return
    for figure in reading.figures:
        if figure.kind is not FigureKind.ORDINAL or figure.unit is None or figure.unit.name not in _PLACES:
            continue
        inside = sentence(text, figure.span.start)
        ahead = text[inside.start : figure.span.start]
        if _ON_LIST.search(ahead) and not _OTHERWISE.search(ahead):
            for rows in sorted_tables:
                yield from _judged(figure, rows, ahead, text)


def _rows(reading: Reading, table: Table) -> list[_Row]:
    """Name and first number of each row, when the numbers fall from row to row; else nothing."""
    text, found = reading.article.text, list[_Row]()
    for row in sorted({cell.row for cell in table.cells})[1:]:
        name, *others = sorted((one for one in table.cells if one.row == row), key=lambda one: one.column)
        numbers = [figure for cell in others[:1] for figure in figures_within(reading, cell.span)]
        if len(numbers) != 1 or len(name.span.of(text).strip()) < 2 or "计" in name.span.of(text):
            return []
        found.append((name.span, numbers[0]))
    values = [base(figure) for _, figure in found]
    middles = [value.middle for value in values if value is not None and value.middle is not None]
    falls = len(middles) == len(found) and middles == sorted(middles, reverse=True)
    return found if falls and len(found) >= _LEAST and len(set(middles)) == len(middles) else []


def _judged(rank: Figure, rows: list[_Row], ahead: str, text: str) -> Iterator[Judgement]:
    named = [place for place, (name, _) in enumerate(rows, 1) if name.of(text).strip() in ahead]
    if len(named) != 1 or rank.value is None:
        return
    place = named[0]
    spots = Spot("rank", rank.span), *(Spot("row", figure.span) for _, figure in reversed(rows[:place]))
    if rank.value == place:
        yield held(*spots[:2], equation=f"{place - 1} + 1 = {place}")
    else:
        right = f"第{place}{rank.unit.name if rank.unit else ''}"
        yield conflict(*spots, equation=f"{rank.text} ≠ {place - 1} + 1", expected=right)
