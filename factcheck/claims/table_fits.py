"""The cells that the words before a figure may mean.

The name of the row and the name of the column both stand in the words; a lone column may be left out,
a figure may go on from the one before it in its sentence, and the total needs no name. Nothing is
decided here: a fit says what else the sentence says, and how its time stands to the cell's.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from factcheck.claims.lexicons import words
from factcheck.claims.mentions import Against, Mention, Role
from factcheck.claims.table_labels import Kind
from factcheck.claims.table_saying import Saying, left_over, named, names_of, reckoned
from factcheck.claims.table_sheet import Entry, Sheet
from factcheck.claims.table_when import Times, times
from factcheck.model import Dimension, Fact
from factcheck.records import dataclass

KINDS = {
    Role.LEVEL: (Kind.LEVEL,),
    Role.GROWTH: (Kind.GROWTH,),
    Role.SHARE: (Kind.SHARE, Kind.LEVEL),
    Role.DIFFERENCE: (Kind.DIFFERENCE,),
    Role.PROGRESS: (Kind.PROGRESS, Kind.LEVEL),
}
"""What a figure in each role can quote."""
CHANGES = frozenset([Role.GROWTH, Role.SHARE, Role.DIFFERENCE, Role.PROGRESS])
"""Roles that may go on from a level without naming it."""
_NARROW = 3


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A cell that a sentence may quote.

    Attributes:
        sheet: its table.
        entry: the cell.
        rest: what else of weight the sentence says; empty when nothing does.
        told: the words before the figure name its subject.
        when: how the times stand to each other.
    """

    sheet: Sheet
    entry: Entry
    rest: str
    when: Times
    told: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """A sheet with the names its rows and columns may be called by."""

    sheet: Sheet
    rows: Mapping[str, list[int]]
    columns: Mapping[str, list[int]]


def named_lines(sheet: Sheet) -> Named:
    """The sheet with its names."""
    return Named(sheet, names_of(sheet.rows), names_of(sheet.columns))


def fits(drawn: Named, mention: Mention, said: Saying, carried: Fit | None, main: Hashable) -> list[Fit]:
    """The cells of a table that the words before a figure may mean.

    `carried` is the cell that the figure before quotes; `main` the period the article speaks of most.
    """
    sheet = drawn.sheet
    carried = carried if carried is not None and carried.sheet is sheet else None
    rows, row, at_row = named(said.clauses, drawn.rows)
    columns, column, at_column = named(said.clauses, drawn.columns)
    if not rows and not columns:
        return _going_on(sheet, mention, said, carried)
    used = said.clauses[min(at_row, at_column) :]
    if row and row in column and at_row == at_column:
        rows, row = set(), ""
    rest = left_over(used, (row, column), sheet, mention.subject) + _elsewhere(sheet, mention, row, carried)
    rest += reckoned(said.clauses[: min(at_row, at_column)], sheet)
    alone = not rest and not said.follows
    found = [
        Fit(sheet, entry, rest, _when(sheet, mention, entry, main), mention.told)
        for entry in sheet.entries.values()
        if entry.kind in KINDS[mention.role]
        and entry.spot in sheet.said
        and _is_named(sheet, entry, rows, columns, carried, alone=alone)
    ]
    return [fit for fit in found if _same_base(mention, fit.entry)]


def _elsewhere(sheet: Sheet, mention: Mention, row: str, carried: Fit | None) -> str:
    """The subject of a figure when it is not what the table is about."""
    if not mention.subject or ((row or carried is not None) and not mention.told):
        return ""
    captions = "".join(span.of(sheet.article.text) for span in sheet.around.captions)
    if mention.subject in row + sheet.article.title + captions:
        return ""
    level = next((word for word in set(words().places.values()) if mention.subject.startswith(word)), "")
    if level == mention.subject:
        return level
    return left_over([mention.subject.removeprefix(level)], (row,), sheet, "")


def _is_named(
    sheet: Sheet, entry: Entry, rows: set[int], columns: set[int], carried: Fit | None, *, alone: bool
) -> bool:
    """Whether the words name both lines of a cell, or one of them does not need a name."""
    row, column = entry.spot
    if (rows and row not in rows) or (columns and column not in columns):
        return False
    if not rows and not _row_left_out(entry, carried, alone=alone):
        return False
    return bool(columns) or _column_left_out(sheet, entry, carried)


def _row_left_out(entry: Entry, carried: Fit | None, *, alone: bool) -> bool:
    """A row without a name is that of the figure before, the total, or one named by its period alone."""
    if carried is not None:
        return entry.spot[0] == carried.entry.spot[0]
    row = entry.row
    return alone and (row.total in ("all", "whole") or (not row.words and row.period is not None))


def _column_left_out(sheet: Sheet, entry: Entry, carried: Fit | None) -> bool:
    """A column without a name says only when, is the only one of its kind, or that of the figure before."""
    if carried is not None and carried.entry.kind is entry.kind:
        return carried.entry.spot[1] == entry.spot[1]
    named_ones = names_of({entry.spot[1]: entry.column})
    if not named_ones:
        return True
    alike = {head.words for head in sheet.columns.values() if head.kind is entry.column.kind}
    return len(alike) == 1 and (entry.kind is not Kind.LEVEL or len(sheet.columns) <= _NARROW)


def _going_on(sheet: Sheet, mention: Mention, said: Saying, carried: Fit | None) -> list[Fit]:
    """A change or a share right after a level that quotes a cell: ，增长9.4%."""
    if carried is None or mention.role not in CHANGES:
        return []
    if carried.entry.kind is not Kind.LEVEL or left_over(said.clauses, (), sheet, ""):
        return []
    fact = carried.entry.fact
    found = [e for spot, e in sheet.entries.items() if e.kind in KINDS[mention.role] and spot in sheet.said]
    found = [e for e in found if e.kind is not Kind.LEVEL and sheet.said[e.spot].quantity.of == fact]
    return [Fit(sheet, entry, carried.rest, carried.when) for entry in found if _same_base(mention, entry)]


def _same_base(mention: Mention, entry: Entry) -> bool:
    """Whether the units measure alike, and a change is against the same sort of base."""
    unit = mention.slot.unit
    if mention.role in (Role.GROWTH, Role.DIFFERENCE):
        head = entry.row if entry.by_row else entry.column
        wanted = {Against.PREVIOUS: ("previous",), Against.YEAR_START: ("start",)}
        usual = ("", "year") if mention.base.kind in (Against.DEFAULT, Against.YEAR) else ()
        if head.base not in wanted.get(mention.base.kind, usual) or mention.noun:
            return False
    if entry.unit is None or unit is None:
        counted = unit is None or unit.dimension in (Dimension.COUNT, Dimension.NONE)
        return entry.unit is None and counted and (unit is None or unit.scale == 1)
    money = unit.dimension is Dimension.MONEY is entry.unit.dimension
    return unit.base == entry.unit.base or (money and mention.role is Role.LEVEL)


def _when(sheet: Sheet, mention: Mention, entry: Entry, main: Hashable) -> Times:
    """How the time of a figure stands to a cell's; a change is of the time of what it changes."""
    of = sheet.said[entry.spot].quantity.of
    period = of.period if isinstance(of, Fact) else entry.period
    if period is not None:
        return times(mention.period, period)
    if entry.column.when not in ("", "now") or entry.row.when not in ("", "now"):
        return Times.APART
    now = mention.period in (None, main) and not (mention.last_year and mention.period_said)
    return Times.UNKNOWN if now else Times.LOOSE  # 去年以400万人次排第二: a table without a time is of now
