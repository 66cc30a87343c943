"""Lists that tell several figures of each part, with a total of each kind: 甲3期120人、乙5期210人，共330人.

Where the figures of one kind add up to their total, the list is all there is, and those of the other kind
make theirs too, but for a slip of the pen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from factcheck.claims.adding import adds_up, greater, printed
from factcheck.claims.facts import interval_of
from factcheck.claims.mentions import Mention
from factcheck.claims.slips import one_digit_repairs
from factcheck.patterns import compiled

_WIDTHS = (3, 2)
_FEWEST = 3  # rows, that of the totals included
_CLOSES = compiled("共|合计|总计|总数")
_OPENS = compiled("^[，,：:；;。]?(?:其中|包括|分别|即)|^[：:]")
_OPEN_LIST = compiled("等(?!级|候|于)|主要|例如|比如|重点")
_Row = Sequence[Mention]


def columned(levels: Sequence[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    """Each total with its parts, of the lists in which a total of another kind comes out."""
    for _, group in groupby(levels, key=lambda m: m.where[0]):
        said = [m for m in group if not m.aside]
        at = 0
        while at < len(said):
            rows = next((found for width in _WIDTHS if (found := _rows(said[at:], width))), [])
            yield from _summed(rows)
            at += max(1, (len(rows) - 1) * len(rows[0]) if rows else 1)


def _rows(said: Sequence[Mention], width: int) -> list[_Row]:
    """The rows that begin with the first mention, each with a figure in each of the same units."""
    units = [m.base_unit for m in said[:width]]
    if len(set(units)) < width:
        return []
    rows: list[_Row] = []
    for at in range(0, len(said) - width + 1, width):
        row = said[at : at + width]
        if [m.base_unit for m in row] != units or not _joined(row):
            break
        rows.append(row)
    return rows if len(rows) >= _FEWEST else []


def _joined(row: _Row) -> bool:
    """The figures follow each other with few words between, in one clause or in two short ones."""
    return all(
        two.where[3] == one.where[3] + 1 and two.sentence == one.sentence for one, two in pairwise(row)
    )


def _summed(rows: Sequence[_Row]) -> Iterator[tuple[Mention, list[Mention]]]:
    """The totals that the rows before them or behind them make, a slip in all but one let pass."""
    for end in range(len(rows), _FEWEST - 1, -1):
        *parts, totals = rows[:end]
        if _CLOSES.search(totals[0].lead):
            yield from _made(totals, parts)
            return
    if rows and (rows[1][0].name.within or _OPENS.search(rows[1][0].left)):
        yield from _made(rows[0], rows[1:])


def _made(totals: _Row, parts: Sequence[_Row]) -> Iterator[tuple[Mention, list[Mention]]]:
    columns = [(whole, list(column)) for whole, column in zip(totals, zip(*parts, strict=True), strict=True)]
    said = [m for row in (totals, *parts) for m in row]
    if any(m.name.mean or m.modality or _OPEN_LIST.search(m.left + m.right[:2]) for m in said):
        return
    fits = [adds_up(whole, column) for whole, column in columns]
    if not any(fits):
        return
    for (whole, column), fit in zip(columns, fits, strict=True):
        large = interval_of(whole)
        held = large is not None and not any(greater(interval_of(part), large) for part in column)
        if fit or (held and one_digit_repairs(printed([whole, *column]))):
            yield whole, column
