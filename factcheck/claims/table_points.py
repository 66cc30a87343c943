"""Standings: the points of each team are 3 for a win and 1 for a draw, or as most rows have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce

from factcheck.claims.table_sheet import Entry, Sheet
from factcheck.interval import Interval
from factcheck.model import Partition
from factcheck.patterns import compiled

_LEAST = 3
_CALLED = {
    "won": ("胜", "胜场", "胜场数", "赢", "获胜"),
    "drawn": ("平", "平局", "平场"),
    "lost": ("负", "负场", "负场数", "输"),
    "points": ("积分", "总积分", "分数"),
}
_WAYS = ((("won", "drawn"), (3, 1)), (("won", "drawn"), (2, 1)), (("won", "lost"), (2, 1)))
# Points were taken away, or a match was not played: then no row need come out.
_TAKEN = compiled("扣[除罚去]?.{0,4}分|罚分|弃权|弃赛|判负|取消成绩")
_Row = tuple[Entry, list[Entry]]


def standings(sheet: Sheet) -> Iterator[Partition]:
    """The points of each row with the results they come from, when all rows but one come out one way."""
    columns = {role: _column(sheet, names) for role, names in _CALLED.items()}
    if _TAKEN.search(sheet.article.text):
        return
    for roles, weights in _WAYS:
        rows = list(_rows(sheet, columns, roles))
        failing = [row for row in rows if not _comes_out(row, weights)]
        if len(rows) >= _LEAST and len(failing) <= 1:
            for whole, parts in rows:
                total, *results = (replace(sheet.said[one.spot], unit=None) for one in (whole, *parts))
                claims, made_by = tuple(results), "table-points"
                yield Partition(total, claims, "known", sheet.article, "积分", "level", weights, made_by)
            return


def _column(sheet: Sheet, names: Sequence[str]) -> int | None:
    return next((column for column, head in sheet.columns.items() if head.said in names), None)


def _rows(sheet: Sheet, columns: dict[str, int | None], roles: Sequence[str]) -> Iterator[_Row]:
    """The points of each row, with its results in the order of `roles`."""
    wanted = [columns["points"], *(columns[role] for role in roles)]
    if None in wanted or (roles[-1] == "lost" and columns["drawn"] is not None):
        return
    for row, head in sheet.rows.items():
        cells = [sheet.entries.get((row, column)) for column in wanted if column is not None]
        found = [cell for cell in cells if cell is not None and cell.spot in sheet.said]
        if len(found) == len(wanted) and not head.total:
            yield found[0], found[1:]


def _comes_out(row: _Row, weights: Sequence[int]) -> bool:
    whole, parts = row
    made = (part.interval * Interval.exactly(weight) for part, weight in zip(parts, weights, strict=True))
    return reduce(Interval.__add__, made).meets(whole.interval)
