"""Quantities, intervals, units and periods as text, and back, exactly; parts that recur are made once."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Anchor, Dimension, Fact, Measure, Quantity, Unit
from factcheck.model.period import Day


@dataclass(slots=True, eq=False)
class Memo:
    """Parts that many rows share, made once."""

    quantities: dict[str, Quantity] = field(default_factory=dict)
    written: dict[Quantity, tuple[str, int, int]] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    intervals: dict[str, Interval] = field(default_factory=dict)
    licences: dict[str, frozenset[str]] = field(default_factory=dict)
    steps: dict[str, Fraction] = field(default_factory=dict)


def quantity_text(quantity: Quantity) -> str:
    """A quantity with all its facts, as JSON."""
    return json.dumps(_plain(quantity), ensure_ascii=False, separators=(",", ":"))


def _plain(side: Fact | Quantity | None) -> object:
    if side is None:
        return None
    if isinstance(side, Quantity):
        return [side.measure.value, side.sort, side.over, _plain(side.of), _plain(side.against)]
    return [side.subject, side.indicator, sorted(side.scope), _plain_period(side.period)]


def _plain_period(period: object) -> object:
    if not isinstance(period, tuple) or len(period) != 4:
        return None
    return [period[0].value, period[1], period[2], period[3]]


def quantity_of(text: str, memo: Memo) -> Quantity:
    """What `quantity_text` was given."""
    if text not in memo.quantities:
        made = _made(json.loads(text))
        assert isinstance(made, Quantity)
        memo.quantities[text] = made
    return memo.quantities[text]


def _made(plain: list[object] | None) -> Fact | Quantity | None:
    if plain is None:
        return None
    if len(plain) == 5:
        measure, sort, over, of, against = plain
        made = _made(of)  # type: ignore[arg-type]
        assert made is not None
        return Quantity(Measure(measure), made, _made(against), str(sort), over)  # type: ignore[arg-type]
    subject, indicator, scope, period = plain
    return Fact(str(subject), str(indicator), frozenset(scope), _made_period(period))  # type: ignore[arg-type, call-overload]


def _made_period(plain: list[object] | None) -> tuple[Anchor, Day | None, Day | None, bool] | None:
    if plain is None:
        return None
    anchor, first, last, instant = plain
    return Anchor(anchor), _day(first), _day(last), bool(instant)


def _day(plain: object) -> Day | None:
    return (plain[0], plain[1], plain[2]) if isinstance(plain, list) else None


def period_text(fact: Fact) -> str:
    """The days of a fact as ISO dates, joined by a slash; empty for what holds always."""
    period = fact.period
    if not isinstance(period, tuple) or len(period) != 4 or period[1] is None or period[2] is None:
        return ""
    first, last = (f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}" for day in (period[1], period[2]))
    return last if first == last else f"{first}/{last}"


def year(fact: Fact) -> int:
    """The year in which the period of a fact ends; 0 for what holds always."""
    period = fact.period
    timed = isinstance(period, tuple) and len(period) == 4 and period[2] is not None
    return int(period[2][0]) if timed and isinstance(period, tuple) else 0


def interval_text(interval: Interval | None) -> str:
    """An interval such as `[206,209)/2`, its ends over one denominator; empty for none."""
    if interval is None:
        return ""
    low = "" if interval.low is None else str(interval.low)
    high = "" if interval.high is None else str(interval.high)
    return (
        f"{'(' if interval.low_open else '['}{low},{high}{')' if interval.high_open else ']'}/{interval.den}"
    )


def interval_of(text: str, memo: Memo) -> Interval | None:
    """What `interval_text` was given."""
    if not text:
        return None
    if text not in memo.intervals:
        ends, _, den = text[1:].rpartition("/")
        low, _, high = ends[:-1].partition(",")
        memo.intervals[text] = Interval(
            int(low) if low else None, int(high) if high else None, int(den), text[0] == "(", ends[-1] == ")"
        )
    return memo.intervals[text]


def value_text(value: Decimal | Fraction | None) -> str:
    """A printed number in plain digits, or as a fraction; empty when there is no single value."""
    if value is None:
        return ""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def step_of(text: str, memo: Memo) -> Fraction | None:
    """The unit of the last printed place; `None` for no text."""
    if not text:
        return None
    if text not in memo.steps:
        memo.steps[text] = Fraction(text)
    return memo.steps[text]


def unit_text(unit: Unit | None) -> str:
    """A unit as `name|dimension|scale|base`; empty for none."""
    return "" if unit is None else f"{unit.name}|{unit.dimension.value}|{unit.scale}|{unit.base}"


def unit_of(text: str, memo: Memo) -> Unit | None:
    """What `unit_text` was given."""
    if not text:
        return None
    if text not in memo.units:
        name, dimension, scale, base = text.split("|")
        memo.units[text] = Unit(name, Dimension(dimension), Fraction(scale), base)
    return memo.units[text]
