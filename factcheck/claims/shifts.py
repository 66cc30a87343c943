"""Stretches of time before another one: the year before, the stretch right before it."""

from __future__ import annotations

from collections.abc import Hashable

from factcheck.periods import is_key, month_count, shifted


def year_before(period: Hashable, years: int = 1) -> Hashable:
    """The same stretch so many years earlier; a period without dates is told apart by its shift."""
    if is_key(period):
        return shifted(period, years=-years)
    return ("years before", years, period)


def year_end_before(period: Hashable) -> Hashable:
    """The last day of the year before that in which a period ends."""
    if is_key(period) and period[2] is not None:
        day = (period[2][0] - 1, 12, 31)
        return (period[0], day, day, True)
    return ("year end before", period)


def previous(period: Hashable) -> Hashable:
    """The stretch of the same length right before a period."""
    if is_key(period):
        if period[3]:
            return shifted(period, months=-1)
        count = month_count(period)
        return shifted(period, months=-count) if count else ("before", period)
    return ("before", period)
