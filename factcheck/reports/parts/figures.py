"""Every figure and date of some readings as one flat row each: the contract of `factcheck figures`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from factcheck.model import Anchor, Day, Dimension, Figure, FigureKind, Grain, Period, Place, Reading
from factcheck.reports.parts.exact import plain, ratio

Row = Mapping[str, object]

_MOMENTS = frozenset({Grain.TIME, Grain.DAY})


def rows(readings: Sequence[Reading]) -> Iterator[Row]:
    """One row per figure and per date, by position within each article."""
    for reading in readings:
        found: list[Figure | Period] = [*reading.figures, *reading.periods]
        for each in sorted(found, key=lambda each: (each.span.start, each.span.end)):
            place = reading.article.place(each.span)
            yield figure_row(each, place) if isinstance(each, Figure) else period_row(each, place)


def figure_row(figure: Figure, place: Place) -> Row:
    """One figure, its number in its own unit with 万 and 亿 folded in."""
    interval, unit = figure.interval, figure.unit
    return {
        **_where(place),
        "kind": figure.kind.value,
        "value": _value(figure),
        "low": None if interval is None else plain(interval.bottom),
        "high": None if interval is None else plain(interval.top),
        "low_open": interval is not None and interval.low_open,
        "high_open": interval is not None and interval.high_open,
        "unit": None if unit is None else unit.name,
        "dimension": None if unit is None or unit.dimension is Dimension.NONE else unit.dimension.value,
        "hedge": figure.hedge or None,
    }


def period_row(period: Period, place: Place) -> Row:
    """One date or stretch of time, in days."""
    moment = period.first == period.last if period.first else period.grain in _MOMENTS
    return {
        **_where(place),
        "kind": "date" if moment else "period",
        "value": days(period),
        "low": None,
        "high": None,
        "low_open": False,
        "high_open": False,
        "unit": None,
        "dimension": None,
        "hedge": None,
    }


def days(period: Period) -> str | None:
    """`2024-01-01/2024-01-31`, a single day once; `None` while the year or an end is unknown."""
    if period.anchor is not Anchor.ABSOLUTE or period.first is None or period.last is None:
        return None
    if period.first == period.last:
        return day_words(period.first)
    return f"{day_words(period.first)}/{day_words(period.last)}"


def _value(figure: Figure) -> str | None:
    if figure.kind is FigureKind.CODE:
        return None
    if figure.kind is FigureKind.FRACTION and isinstance(figure.value, Fraction):
        return ratio(figure.value)
    return plain(figure.value)


def day_words(day: Day) -> str:
    """A day as `2024-01-31`."""
    return f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}"


def _where(place: Place) -> Row:
    return {
        "path": place.path,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "text": place.text,
    }
