"""Durations as written (10天, 3小时35分, 两年零三个月), each in one unit a stretch can be compared in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from factcheck.interval import Interval
from factcheck.model import Figure, Span
from factcheck.records import dataclass

_UNITS = {
    "天": "day", "日": "day", "个昼夜": "day", "周": "week", "个星期": "week", "星期": "week",
    "个月": "month", "月": "month", "年": "year", "个年头": "year",
    "分钟": "minute", "分": "minute", "小时": "minute", "个小时": "minute",
    "个工作日": "workday", "工作日": "workday",
}  # fmt: skip
_SIXTIETHS = {"小时": 60, "个小时": 60}
_PARTS = (("小时", ("分", "分钟")), ("个小时", ("分", "分钟")), ("年", ("个月",)))


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something is said to last: the values it can mean, in `unit`."""

    span: Span
    unit: str
    interval: Interval
    text: str


def durations(figures: Sequence[Figure], text: str) -> Iterator[Duration]:
    """Every duration among `figures`; hours with minutes and years with months are one."""
    taken: set[int] = set()
    for first, second in pairwise(figures):
        joined = _joined(first, second, text)
        if joined is not None:
            taken |= {id(first), id(second)}
            yield joined
    for figure in figures:
        if id(figure) not in taken and (found := _single(figure, text)) is not None:
            yield found


def _single(figure: Figure, text: str) -> Duration | None:
    if figure.interval is None:
        return None
    if figure.unit is None:
        nights = text[figure.span.end : figure.span.end + 1] in ("夜", "晚")
        return Duration(figure.span, "night", figure.interval, figure.text) if nights else None
    unit = _UNITS.get(figure.unit.name)
    if unit is None or (unit == "minute" and figure.unit.name == "分"):
        return None
    if unit == "year" and isinstance(figure.value, Decimal) and figure.text.endswith("半"):
        months = Fraction(figure.value) * 12
        return Duration(figure.span, "month", Interval.between(months - 2, months + 2), figure.text)
    if unit == "day" and figure.text.endswith("半") and figure.value is not None:
        half = Fraction(1, 2)
        around = Interval.between(Fraction(figure.value) - half, Fraction(figure.value) + half)
        return Duration(figure.span, unit, around, figure.text)
    scale = _SIXTIETHS.get(figure.unit.name, 1)
    return Duration(figure.span, unit, figure.interval.scaled(scale), figure.text)


def _joined(first: Figure, second: Figure, text: str) -> Duration | None:
    """Hours and minutes, or years and months, written as one."""
    units = first.unit.name if first.unit else "", second.unit.name if second.unit else ""
    if not any(units[0] == large and units[1] in small for large, small in _PARTS):
        return None
    gap = text[first.span.end : second.span.start]
    if gap not in ("", " ", "零", "又") or first.value is None or second.value is None:
        return None
    span = Span(first.span.start, second.span.end)
    if units[0] == "年":
        months = Fraction(first.value) * 12 + Fraction(second.value)
        return Duration(span, "month", Interval.between(months - 1, months + 1), span.of(text))
    minutes = Fraction(first.value) * 60 + Fraction(second.value)
    return Duration(span, "minute", Interval.exactly(minutes), span.of(text))
