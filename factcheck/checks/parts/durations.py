"""Durations as written (10天, 3小时35分, 两年零三个月), each in one unit a stretch can be compared in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise

from factcheck.checks.parts.last import Last
from factcheck.interval import Interval
from factcheck.model import Figure, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_UNITS = {
    "天": "day", "日": "day", "个昼夜": "day", "周": "week", "个星期": "week", "星期": "week",
    "个月": "month", "月": "month", "年": "year", "个年头": "year",
    "分钟": "minute", "分": "minute", "小时": "minute", "个小时": "minute",
    "个工作日": "workday", "工作日": "workday",
}  # fmt: skip
DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
"""About how many days a unit has."""

_SIXTIETHS = {"小时": 60, "个小时": 60}
_BEGUN = frozenset({"week", "month", "year"})
_HALF = Fraction(1, 2)
_MONTH, _FEW = Fraction(61, 2), 8  # days: half a month says no more
_PARTS = {"小时": ("分", "分钟"), "个小时": ("分", "分钟"), "年": ("个月",)}

_CALLED = {
    "minute": "分钟",
    "day": "天",
    "night": "夜",
    "week": "周",
    "month": "个月",
    "year": "年",
    "workday": "个工作日",
}

_AND = compiled(r"、|[，,]?[和与及]|以及")
_IN_TURN = compiled(r"(?:分别|依次|各)(?:持续|历时|用时|为期|长达|共计?|有|为|是|达)?$")


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something is said to last: the values it can mean, in `unit`."""

    span: Span
    unit: str
    interval: Interval
    text: str

    def means(self, lengths: Iterable[Fraction]) -> bool:
        """Whether it may say one of `lengths`, in its unit."""
        return any(length in self.interval for length in lengths)

    def about(self, length: int) -> bool:
        """Whether it may say `length`, counted with both ends or with none."""
        return any(near in self.interval for near in (length, length - 1, length + 1))

    def printed(self, length: int) -> str:
        """Another length in the units of this one: 32个月 as 2年8个月 where years were written."""
        if self.unit == "minute" and length >= 60:
            return f"{length // 60}小时" + (f"{length % 60}分" if length % 60 else "")
        if self.unit == "month" and length >= 12 and "年" in self.text:
            return f"{length // 12}年" + (f"{length % 12}个月" if length % 12 else "")
        return f"{length}{_CALLED[self.unit]}"


@cache
def _last() -> Last[Sequence[Duration]]:
    return Last()


def durations(figures: Sequence[Figure], text: str) -> Sequence[Duration]:
    """Every duration among `figures`; hours with minutes and years with months are one."""
    return _last().of(figures, text, find=lambda: tuple(_found(figures, text)))


def _found(figures: Sequence[Figure], text: str) -> Iterator[Duration]:
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
    nights = figure.unit is None and text.startswith(("夜", "晚"), figure.span.end)
    unit = _UNITS.get(figure.unit.name) if figure.unit is not None else None
    if (unit is None and not nights) or figure.interval is None or figure.text.startswith("第"):
        return None
    if figure.unit is None or unit is None:
        return Duration(figure.span, "night", figure.interval, figure.text)
    if unit == "minute" and figure.unit.name == "分":
        return None
    interval = figure.interval
    if unit in _BEGUN and interval.bottom is not None:  # 四年多 may be four years and a day
        almost = text[figure.span.start - 1] == "近"  # 守了近38年: 37 and a half
        interval = interval.hull(Interval.exactly(interval.bottom - _HALF if almost else interval.bottom))
    scale = _SIXTIETHS.get(figure.unit.name, 1)
    return _loosely(figure, unit) or Duration(figure.span, unit, interval.scaled(scale), figure.text)


def _loosely(figure: Figure, unit: str) -> Duration | None:
    """A length that nobody takes to the letter: two and a half years; `None` for any other."""
    if not isinstance(figure.value, Decimal) or figure.interval is None:
        return None
    value, half = Fraction(figure.value), figure.text.endswith("半")
    if unit == "year" and half:
        months = Interval.between(value * 12 - 2, value * 12 + 2)
        return Duration(figure.span, "month", months, figure.text)
    if unit == "day" and half:
        return Duration(figure.span, unit, Interval.between(value - _HALF, value + _HALF), figure.text)
    if unit == "month" and "半" in figure.text:
        days = Interval.between(value * _MONTH - _FEW, value * _MONTH + _FEW)
        return Duration(figure.span, "day", days, figure.text)
    return None


def _joined(first: Figure, second: Figure, text: str) -> Duration | None:
    """Hours and minutes, or years and months, written as one."""
    large = first.unit.name if first.unit else ""
    if large not in _PARTS or second.unit is None or second.unit.name not in _PARTS[large]:
        return None
    gap = text[first.span.end : second.span.start]
    if gap not in ("", " ", "零", "又") or first.value is None or second.value is None:
        return None
    span = Span(first.span.start, second.span.end)
    if large == "年":
        months = Fraction(first.value) * 12 + Fraction(second.value)
        return Duration(span, "month", Interval.between(months - 1, months + 1), span.of(text))
    minutes = Fraction(first.value) * 60 + Fraction(second.value)
    return Duration(span, "minute", Interval.exactly(minutes), span.of(text))


def respective(found: Sequence[Duration], text: str) -> Iterator[Sequence[Duration]]:
    """The durations that 分别 gives to several things in turn: 分别为18天、22天."""
    run: list[Duration] = []
    for one in found:
        if run and _AND.fullmatch(text, run[-1].span.end, one.span.start):
            run.append(one)
            continue
        if len(run) > 1:
            yield run
        run = [one] if _IN_TURN.search(text, max(0, one.span.start - 8), one.span.start) else []
    if len(run) > 1:
        yield run
