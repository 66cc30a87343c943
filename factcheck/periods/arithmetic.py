"""Calendar arithmetic on periods: last year's, the one before, how long, inside which.

Everything takes a `Period` or its key and never looks at words. What cannot be known (an open or
unresolved end) gives `None` or `False`, never a guess.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import TypeGuard, overload

from factcheck import calendar
from factcheck.model import Anchor, Grain, Period
from factcheck.model.period import Day

Key = tuple[Anchor, Day | None, Day | None, bool]

_ROUND = (1, 3, 6, 12)
_MONTHS = {
    Grain.MONTH: 1,
    Grain.QUARTER: 3,
    Grain.HALF: 6,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1200,
}


def is_key(one: Hashable) -> TypeGuard[Key]:
    """Whether it is the key of a period, and not one that words or another key alone tell (said, before)."""
    return isinstance(one, tuple) and len(one) == 4


@overload
def shifted(period: Period, *, years: int = 0, months: int = 0) -> Period: ...
@overload
def shifted(period: Key, *, years: int = 0, months: int = 0) -> Key: ...
def shifted(period: Period | Key, *, years: int = 0, months: int = 0) -> Period | Key:
    """The same stretch so many years and months later; whole months stay whole.

    A key gives a key, a period gives a period (its words stay those of the original). An end that
    is not known stays unknown.
    """
    if isinstance(period, Period):
        _, first, last, _ = shifted(period.key, years=years, months=months)
        return replace(period, first=first, last=last)
    anchor, first, last, instant = period
    return (
        anchor,
        _moved(first, years, months, first=True),
        _moved(last, years, months, first=instant),
        instant,
    )


def _moved(day: Day | None, years: int, months: int, *, first: bool) -> Day | None:
    if day is None:
        return None
    whole = years * 12 + months
    if first and day[2] == 1:
        index = day[0] * 12 + day[1] - 1 + whole
        return index // 12, index % 12 + 1, 1
    return calendar.add_months(day, whole) if months else calendar.add_years(day, years)


def previous(period: Period) -> Period | None:
    """The stretch before of the same grain: 环比 of 三季度 is 二季度, of 2024年末 is 2023年末.

    A free stretch of whole months (7—9月) goes back by its length. `None` for what has no predecessor:
    a cumulative 1—9月, a ragged 3月15日至4月2日, days that are not known.
    """
    if period.first is None or period.last is None:
        return None
    if period.instant:
        return shifted(period, years=-1) if period.last[1:] == (12, 31) else shifted(period, months=-1)
    if period.grain in (Grain.DAY, Grain.WEEK, Grain.TIME):
        return _days_before(period, period.first, period.last)
    count = _MONTHS.get(period.grain) or month_count(period)
    if period.grain is Grain.SPAN and year_to_date(period) and count not in _ROUND:
        return None
    return shifted(period, months=-count) if count else None


def _days_before(period: Period, first: Day, last: Day) -> Period | None:
    if period.anchor is not Anchor.ABSOLUTE:
        return None
    step = calendar.length(first, last)
    return replace(period, first=calendar.add_days(first, -step), last=calendar.add_days(last, -step))


def month_count(period: Period | Key) -> int | None:
    """How many whole months a stretch has; `None` when it is not made of whole months."""
    _, first, last, instant = _key(period)
    if first is None or last is None or instant:
        return None
    if first[2] != 1 or not calendar.is_month_end(last):
        return None
    count = (last[0] - first[0]) * 12 + last[1] - first[1] + 1
    return count if count > 0 else None


def contains(outer: Period | Key, inner: Period | Key) -> bool:
    """Whether every day of `inner` is a day of `outer`; `False` when that is not known."""
    (anchor, first, last, _), (other, start, end, _) = _key(outer), _key(inner)
    if anchor is not other or first is None or last is None or start is None or end is None:
        return False
    return first <= start and end <= last


def adjacent(before: Period | Key, after: Period | Key) -> bool:
    """Whether `after` starts on the day after `before` ends."""
    (anchor, _, last, _), (other, start, _, _) = _key(before), _key(after)
    if anchor is not other or last is None or start is None:
        return False
    return calendar.next_day(last) == start


def year_to_date(period: Period | Key) -> bool:
    """Whether it is a cumulative stretch: from 1 January to the end of a later month of that year."""
    _, first, last, _ = _key(period)
    if first is None or last is None or first[1:] != (1, 1) or first[0] != last[0]:
        return False
    return bool(month_count(period))


def _key(period: Period | Key) -> Key:
    return period.key if isinstance(period, Period) else period
