"""Months, quarters and halves against the stretch they fill: 上半年 and 下半年 make 全年."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import date, timedelta
from functools import reduce

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.printing import printed, written
from factcheck.checks.parts.told import bounded, near
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Fact, Measure, Reading

_FLOWS = frozenset([Dimension.MONEY, Dimension.MASS, Dimension.ENERGY, Dimension.VOLUME, Dimension.COUNT])
_MOST = 12
Days = tuple[date, date]


def check(subject: Sequence[Claim], reading: Reading, *, stocks: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """Every stretch that others of the same indicator fill without a gap; `stocks` name what does not add."""
    for group in _groups(subject, stocks):
        for days, whole in group.items():
            parts = _filling(days, group)
            if parts:
                yield from _judged(whole, parts)


def _groups(claims: Sequence[Claim], stocks: tuple[str, ...]) -> Iterator[dict[Days, Claim]]:
    """Levels of one thing at three stretches of time or more; none said twice with two values."""
    found: dict[Hashable, dict[Days, Claim]] = defaultdict(dict)
    for claim in claims:
        of, unit = claim.quantity.of, claim.unit
        if claim.quantity.measure is not Measure.LEVEL or claim.alternative or not isinstance(of, Fact):
            continue
        if unit is None or unit.dimension not in _FLOWS or of.indicator.startswith("#"):
            continue
        days = _days(of.period)
        if days is not None and not any(word in of.indicator for word in stocks):
            found[of.subject, of.indicator, of.scope, claim.modality].setdefault(days, claim)
    return (group for group in found.values() if len(group) > 2)


def _days(period: Hashable) -> Days | None:
    """The first and the last day of a stretch; years of undated articles count from 2000."""
    if not isinstance(period, tuple) or len(period) != 4 or period[3] or not period[1] or not period[2]:
        return None
    first, last = (_day(day) for day in period[1:3])
    return None if first is None or last is None or first == last else (first, last)


def _day(day: tuple[int, int, int]) -> date | None:
    year, month, number = day
    try:
        return date(year if year > 1000 else 2000 + year, month, number)
    except ValueError:  # no such day
        return None


def _filling(days: Days, group: dict[Days, Claim]) -> list[Claim]:
    """The claims whose stretches fill `days` one after the other, the finest first."""
    parts: list[Claim] = []
    start, last = days
    inside = sorted(one for one in group if one != days and start <= one[0] and one[1] <= last)
    while start <= last:
        following = [one for one in inside if one[0] == start]
        if not following or len(parts) == _MOST:
            return []
        stretch = min(following, key=lambda one: one[1])
        parts.append(group[stretch])
        start = stretch[1] + timedelta(days=1)
    return parts if len(parts) > 1 else []


def _judged(whole: Claim, parts: Sequence[Claim]) -> Iterator[Judgement]:
    intervals = bounded([whole, *parts])
    if not intervals:
        return
    stated, *some = intervals
    total = reduce(Interval.__add__, some)
    spots = Spot("whole", whole.span), *(Spot("part", one.span) for one in parts)
    text = " + ".join(map(written, parts))
    if total.meets(stated):
        yield held(*spots, equation=f"{written(whole)} = {text}")
    elif near(total, stated):
        yield conflict(*spots, equation=f"{written(whole)} ≠ {text}", expected=printed(total, whole))
