"""A grid understood: every number with its row's and its column's head, its unit, period and fact.

Facts of cells are their own (the scope names the cell), so that two cells never pass for two
mentions of one number; which sentence quotes a cell is decided elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import field, replace
from fractions import Fraction

from factcheck.claims.table_around import Around
from factcheck.claims.table_grid import Grid, Spot, Value
from factcheck.claims.table_heads import head
from factcheck.claims.table_labels import Head, Kind
from factcheck.claims.table_words import table_words
from factcheck.figures import unit as unit_named
from factcheck.interval import Interval
from factcheck.model import (
    Article,
    Claim,
    Dimension,
    Fact,
    Figure,
    Measure,
    Modality,
    Period,
    Quantity,
    Span,
    Unit,
)
from factcheck.patterns import compiled
from factcheck.periods import is_key, shifted
from factcheck.records import dataclass

PERCENT = Unit("%", Dimension.RATIO, Fraction(1, 100), "1")
_UNIT_COLUMN = frozenset(["单位", "计量单位", "数据单位", "指标单位"])
_COUNTS = compiled(r"(?:数|[人户个家次辆套件])$")
_FEW, _HUNDRED = 1000, 100
_WORKED_OUT = frozenset([Kind.GROWTH, Kind.SHARE, Kind.PROGRESS])


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One number of a table.

    Attributes:
        spot: its row and column.
        kind: what sort of value it is.
        by_row: the row's head, not the column's, says that it is worked out.
        row: the head of its row.
        column: the head of its column.
        figure: as printed.
        unit: the unit it is in, magnitude included; `None` when nothing says.
        interval: what it can mean, signed, in base units.
        period: key of when.
        fact: what it is a level of.
        licences: licences that act on it.
    """

    spot: Spot
    kind: Kind
    by_row: bool
    row: Head
    column: Head
    figure: Figure
    unit: Unit | None
    interval: Interval
    period: Hashable
    fact: Fact
    licences: frozenset[str]

    @property
    def base(self) -> str:
        """The name under which its unit compares."""
        return self.unit.base if self.unit else ""

    @property
    def mean(self) -> bool:
        """It does not add up with others."""
        return self.row.mean or self.column.mean


@dataclass(slots=True, eq=False)
class Sheet:
    """A table with everything understood of it; `claims` grows as relations are found.

    `said` holds the first claim of every number, by row and column; `exact` the columns of bare counts.
    """

    article: Article
    grid: Grid
    around: Around
    rows: dict[int, Head]
    columns: dict[int, Head]
    number: int
    exact: dict[int, bool]
    entries: dict[Spot, Entry] = field(default_factory=dict)
    said: dict[Spot, Claim] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)

    def tell(self) -> None:
        """Let every level claim to be what it is."""
        for entry in self.entries.values():
            if entry.kind is Kind.LEVEL:
                self.add(entry, Quantity(Measure.LEVEL, entry.fact))

    def rename(self, line: int, head: Head, *, by_row: bool) -> None:
        """Give a row or a column another head, and read its numbers again."""
        (self.rows if by_row else self.columns)[line] = head
        for spot in self.entries:
            if spot[0 if by_row else 1] == line:
                self.entries[spot] = _entry(self, spot)

    def add(self, entry: Entry, quantity: Quantity, *, alternative: int = 0, licence: str = "") -> None:
        """Let `entry` claim to be `quantity`, under one more licence if need be."""
        claim = _claim(self, entry, quantity, alternative, entry.licences | ({licence} if licence else set()))
        self.said.setdefault(entry.spot, claim)
        self.claims.append(claim)


def sheet(article: Article, grid: Grid, around: Around, periods: Sequence[Period], number: int) -> Sheet:
    """The sheet of `grid`, the `number`th table of `article`, without claims yet."""
    inside = [p for p in periods if around.span.start <= p.span.start < around.span.end]
    unit_column = _unit_column(grid)
    columns = {c: _column(grid, c, inside, around) for c in grid.columns if c != unit_column}
    rows = {r: _row(grid, r, unit_column, inside) for r in grid.body}
    exact = {c: _counts_exactly(grid, c, head) for c, head in columns.items()}
    made = Sheet(article, grid, around, rows, columns, number, exact)
    for spot in grid.laid.values:
        if spot[0] in rows and spot[1] in columns:
            made.entries[spot] = _entry(made, spot)
    return made


def _claim(
    made: Sheet, entry: Entry, quantity: Quantity, alternative: int, licences: frozenset[str]
) -> Claim:
    words = [("row", span) for span in entry.row.spans[-1:]]
    words += [("column", span) for span in entry.column.spans[-1:]]
    plan = entry.row.plan or entry.column.plan
    return Claim(
        quantity,
        entry.interval,
        (entry.figure,),
        made.article,
        tuple(words),
        entry.unit,
        Modality.PLAN if plan else Modality.ACTUAL,
        licences,
        "table",
        alternative=alternative,
    )


def _unit_column(grid: Grid) -> int | None:
    """The label column that gives the unit of each row."""
    for column in grid.labels[1:]:
        if any(grid.laid.words(row, column) in _UNIT_COLUMN for row in grid.heads):
            return column
    return None


def _column(grid: Grid, column: int, periods: Sequence[Period], around: Around) -> Head:
    spans = [span for row in grid.heads if (span := _header(grid, row, column)) is not None]
    hint = _usual_unit(
        grid.laid.values[row, column] for row in grid.body if (row, column) in grid.laid.values
    )
    made = head(grid.laid.text, _distinct(spans), periods, hint=hint)
    percent = made.bare and around.ratio and made.kind is Kind.GROWTH
    return replace(made, bare=False, unit=PERCENT) if percent else made


def _header(grid: Grid, row: int, column: int) -> Span | None:
    """A header cell; above a lower header a blank one goes on with the one on its left."""
    at = column
    while (row, at) not in grid.laid.cells and row != grid.heads[-1] and at > grid.columns[0]:
        at -= 1
    cell = grid.laid.cells.get((row, at))
    return cell.span if cell is not None else None


def _usual_unit(values: Iterator[Value]) -> Unit | None:
    """The unit that stands in most cells themselves."""
    units = Counter(value.figure.unit for value in values)
    common = units.most_common(1)
    return common[0][0] if common and 2 * common[0][1] > units.total() else None


def _row(grid: Grid, row: int, unit_column: int | None, periods: Sequence[Period]) -> Head:
    """The head of a row: its last label, the others standing above it."""
    named = [c for c in grid.labels if (row, c) in grid.laid.cells and c != unit_column]
    spans = [
        grid.laid.cells[row, c].span for c in named if (row, c) not in grid.laid.values or len(named) == 1
    ]
    made = head(grid.laid.text, _distinct(spans)[-1:], periods)
    if unit_column is None or made.unit is not None:
        return made
    unit = unit_named(grid.laid.words(row, unit_column))
    cell = grid.laid.cells.get((row, unit_column))
    return replace(made, unit=unit, unit_span=cell.span if unit is not None and cell else None)


def _distinct(spans: Sequence[Span]) -> list[Span]:
    return list(dict.fromkeys(spans))


def _counts_exactly(grid: Grid, column: int, head_: Head) -> bool:
    """Whole numbers without a unit are counts when they are small or the header says so."""
    figures = [v.figure for (row, c), v in grid.laid.values.items() if c == column and row in grid.body]
    whole = all(figure.step is not None and figure.step >= 1 for figure in figures)
    small = all(abs(Fraction(figure.value or 0)) < _FEW for figure in figures)
    return whole and (small or _COUNTS.search(head_.words) is not None)


def _entry(made: Sheet, spot: Spot) -> Entry:
    value, row, column = made.grid.laid.values[spot], made.rows[spot[0]], made.columns[spot[1]]
    kind, by_row = _kind(row, column)
    unit = _unit(made.around, value.figure, row, column, kind)
    interval = _interval(value.figure, unit, exact=made.exact[spot[1]])
    if (row if by_row else column).falls or value.falls:
        interval = -interval
    if kind is Kind.SHARE and value.figure.value == _HUNDRED and "all" in (row.total, column.total):
        interval = Interval.exactly(1)
    period = _period(made.around, row, column)
    words = f"{row.words}{column.words}"
    indicator = f"{words}|{unit.base}" if unit is not None and unit.base else words
    place = frozenset([f"表{made.number}第{spot[0] + 1}行第{spot[1] + 1}列"])
    licences = row.licences | column.licences | made.around.licences
    fact = Fact("", indicator, place, period)
    return Entry(spot, kind, by_row, row, column, value.figure, unit, interval, period, fact, licences)


def _kind(row: Head, column: Head) -> tuple[Kind, bool]:
    """What the two heads make of a cell together; two words for the kind are one too many."""
    if row.bare or column.bare:
        return Kind.OTHER, False
    if row.kind is Kind.LEVEL:
        return column.kind, False
    return (row.kind, True) if column.kind is Kind.LEVEL else (Kind.OTHER, False)


def _unit(around: Around, figure: Figure, row: Head, column: Head, kind: Kind) -> Unit | None:
    """The unit in the cell, in its heads or in the caption; `None` when they disagree or say nothing."""
    if figure.unit is not None:
        return figure.unit
    if kind in _WORKED_OUT:
        own = row.unit if kind is row.kind else column.unit
        return own if own is not None and own.dimension is Dimension.RATIO else PERCENT
    said = [one for one in (row.unit, column.unit) if one is not None]
    if len({one.base for one in said}) > 1:
        return None
    plain = not column.words or column.words in table_words().generic
    return said[0] if said else around.unit or (around.corner if plain and not row.mean else None)


def _interval(figure: Figure, unit: Unit | None, *, exact: bool) -> Interval:
    """What the number can mean, in base units: a bare number is rounded at its last place or a count."""
    found = figure.interval
    assert found is not None and figure.value is not None
    if figure.unit is None and not figure.hedge and figure.step is not None:
        counted = unit.dimension is Dimension.COUNT and unit.scale == 1 if unit is not None else exact
        half = Fraction(0) if counted and figure.step == 1 else figure.step / 2
        value = Fraction(figure.value)
        found = Interval.between(value - half, value + half)
    return found if unit is None else found.scaled(unit.scale)


def _period(around: Around, row: Head, column: Head) -> Hashable:
    """When: what the heads say; what the caption says, a year earlier under 上年同期."""
    said = {one.period for one in (row, column) if one.period is not None}
    if said:
        return said.pop() if len(said) == 1 else None
    when = column.when or row.when
    if when == "year":
        return year_before(around.period)
    return None if when == "previous" else around.period


def year_before(period: Hashable, years: int = 1) -> Hashable:
    """The same stretch so many years earlier; `None` when it is not known."""
    return shifted(period, years=-years) if is_key(period) else None
