"""A table of facts as an article that is never the suspect: rows into claims.

The names of a row go the way of names in an article, so that 规上工业增加值 in an article finds 规模以上工业
增加值 in the table. Every source is an article of its own, with its own date: that is its vintage.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from factcheck.archive.cells import Cell, Grid, grid
from factcheck.archive.lexicon import joining
from factcheck.archive.moments import Moment
from factcheck.archive.naming import canonical
from factcheck.archive.vintages import PRELIMINARY, REVISED
from factcheck.archive.whose import UNKNOWN
from factcheck.claims.divisions import path_of
from factcheck.claims.lexicons import words
from factcheck.claims.names import name
from factcheck.errors import ConfigError
from factcheck.figures import lex
from factcheck.model import (
    Anchor,
    Article,
    Claim,
    Fact,
    Figure,
    Measure,
    PartialDate,
    Period,
    Piece,
    Quantity,
    Reading,
    Span,
    Standing,
)
from factcheck.model.date import possible
from factcheck.periods import periods, previous, shifted

FIELDS = ("subject", "indicator", "period", "value", "unit", "source")
_NEEDED = FIELDS[:4]
_ISO = re.compile(r"(\d{4})(?:[-/.年](\d{1,2}))?(?:[-/.月](\d{1,2}))?")
_ISO_PERIOD = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$")


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it was read.

    Attributes:
        line: its line in the text of the table.
        cells: its cells by field.
        claim: what it says; `None` when it could not be read.
        wrong: why not (Chinese); empty when it could.
    """

    line: int
    cells: Mapping[str, Cell]
    claim: Claim | None = None
    wrong: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """A table of facts: its rows, and its claims as one reading per source."""

    path: str
    rows: tuple[Row, ...]
    readings: tuple[Reading, ...]

    @property
    def wrong(self) -> tuple[Row, ...]:
        """The rows that could not be read."""
        return tuple(row for row in self.rows if row.claim is None)


def facts(path: Path) -> Facts:
    """The facts in the file `path`.

    Raises:
        ReadError: it cannot be read.
        ConfigError: its header lacks a column that is needed.
    """
    return facts_in(grid(path))


def facts_in(table: Grid) -> Facts:
    """The facts in `table`.

    Raises:
        ConfigError: its header lacks a column that is needed.
    """
    path = table.document.path
    if not table.rows:
        raise ConfigError(f"{path}：表是空的；第一行要有列名 {'、'.join(_NEEDED)}")
    columns = _columns(table.rows[0], path)
    sources: dict[str, Article] = {}
    rows = tuple(_row(cells, columns, table, sources) for cells in table.rows[1:])
    said: dict[int, list[Claim]] = {}
    for row in rows:
        if row.claim is not None:
            said.setdefault(id(row.claim.article), []).append(row.claim)
    readings = (Reading(one, claims=tuple(said.get(id(one), ()))) for one in sources.values())
    return Facts(path, rows, tuple(readings))


def _columns(header: Sequence[Cell], path: str) -> dict[int, str]:
    """The field of each column, by its heading."""
    known = {
        heading: field for field, headings in _table()["heading"].items() for heading in headings.split()
    }
    columns = {at: known[cell.text.lower()] for at, cell in enumerate(header) if cell.text.lower() in known}
    missing = [field for field in _NEEDED if field not in columns.values()]
    if missing:
        wanted = "、".join(f"{field}（{_table()['heading'][field].split()[-1]}）" for field in missing)
        raise ConfigError(f"{path}：第一行缺少列 {wanted}；现有：{'、'.join(cell.text for cell in header)}")
    return columns


def _row(cells: Sequence[Cell], columns: Mapping[int, str], table: Grid, sources: dict[str, Article]) -> Row:
    by_field = {field: cells[at] for at, field in columns.items() if at < len(cells)}
    line = table.document.place(cells[0].span).line
    for field in _NEEDED:
        if field not in by_field or not by_field[field].text:
            return Row(line, by_field, wrong=f"缺少 {field}")
    found = _figure(by_field)
    when = _period(by_field["period"].text)
    if found is None:
        return Row(line, by_field, wrong=f"数值“{by_field['value'].text}”不是数，或单位不认得")
    if when is None:
        return Row(
            line,
            by_field,
            wrong=f"时期“{by_field['period'].text}”读不出来；请写成 2024年、2024年1—6月、2024-06",
        )
    source = by_field["source"].text if "source" in by_field else ""
    article = sources.setdefault(source, _article(table, source))
    return Row(line, by_field, _claim(by_field, found, when, article))


def _article(table: Grid, source: str) -> Article:
    """The source of a row, dated by what it says of itself."""
    text = table.document.text
    pieces = (Piece(0, Span(0, len(text))),)
    published = _dated(source)
    return Article(
        table.document, text, pieces, title=source, published=published, standing=Standing.REFERENCE
    )


def _dated(source: str) -> PartialDate | None:
    """The date in the name of a source, as far as the calendar has it."""
    found = _ISO.search(source)
    return possible(*(int(part) for part in found.groups() if part)) if found else None


def _figure(cells: Mapping[str, Cell]) -> tuple[Figure, int] | None:
    """The value with its unit, as a figure, and its sign."""
    value = cells["value"]
    unit = cells["unit"].text if "unit" in cells else ""
    text = value.text.replace(",", "").replace("，", "").replace("−", "-").replace("－", "-")
    sign = -1 if text.startswith("-") else 1
    seen = [one for one in lex(text.lstrip("-+") + unit).figures if one.interval is not None]
    if len(seen) != 1 or seen[0].span.start > 0:
        return None
    return replace(seen[0], span=value.span, text=value.text, number=value.span), sign


def _period(text: str) -> Period | None:
    """The days that a cell such as 2024年（初步核算）, 2024-06 or 2024 means."""
    bare = text.strip()
    iso = _ISO_PERIOD.match(bare)
    if iso:
        bare = f"{iso[1]}年{int(iso[2])}月" + (f"{int(iso[3])}日" if iso[3] else "")
    elif bare.isdigit() and len(bare) == 4:
        bare += "年"
    found = [one for one in periods(bare) if one.anchor is Anchor.ABSOLUTE and one.first and one.last]
    return found[0] if found else None


def _claim(cells: Mapping[str, Cell], found: tuple[Figure, int], when: Period, article: Article) -> Claim:
    figure, sign = found
    unit = figure.unit
    indicator, kind = _change(cells["indicator"].text)
    sign = -1 if kind == "fall" else sign
    assert figure.interval is not None
    interval = figure.interval.scaled(unit.scale if unit else 1)
    of = Fact(_subject(cells["subject"].text), _indicator(indicator, figure, kind), period=_key(when))
    return Claim(
        quantity=_quantity(of, kind, when),
        interval=-interval if sign < 0 else interval,
        figures=(figure,),
        article=article,
        unit=unit,
        licences=_vintage(cells),
        words=(("unit", cells["unit"].span),) if "unit" in cells else (),
        made_by="facts",
        sign=sign,
    )


def _subject(text: str) -> str:
    """The path of a place or the name of a body; 本县 and 全市 are unknowns of their level."""
    spoken = words().places.get(text)
    if spoken == "nation":
        return path_of("全国")
    return UNKNOWN + spoken if spoken else path_of(text) or text


def _change(indicator: str) -> tuple[str, str]:
    """The indicator without the ending that makes it a change, and which change: year, before, fall."""
    for kind, endings in _table()["change"].items():
        for ending in sorted(endings.split(), key=len, reverse=True):
            if indicator.endswith(ending) and len(indicator) > len(ending) + 1:
                return indicator.removesuffix(ending), kind
    return indicator, ""


def _indicator(text: str, figure: Figure, kind: str) -> str:
    """The common name of an indicator, with the unit it compares in for a level."""
    said = name(text)
    common = canonical(said.indicator if said.indicator and not said.subject else text)
    return common if kind or figure.unit is None else f"{common}|{figure.unit.base}"


def _quantity(of: Fact, kind: str, when: Period) -> Quantity:
    if not kind:
        return Quantity(Measure.LEVEL, of)
    before = previous(when) if kind == "before" else None
    period = _key(before) if before is not None else shifted(_key(when), years=-1)
    return Quantity(Measure.GROWTH, of, replace(of, period=period))


def _key(when: Period) -> Moment:
    return when.anchor, when.first, when.last, when.instant


def _vintage(cells: Mapping[str, Cell]) -> frozenset[str]:
    said = cells["period"].text + (cells["source"].text if "source" in cells else "")
    table, found = joining(), set()
    if table.preliminary.search(said):
        found.add(PRELIMINARY)
    if table.revised.search(said):
        found.add(REVISED)
    return frozenset(found)


@cache
def _table() -> dict[str, dict[str, str]]:
    text = files("factcheck.archive").joinpath("facts.toml").read_text("utf-8")
    found: dict[str, dict[str, str]] = tomllib.loads(text)
    return found
