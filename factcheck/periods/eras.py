"""Stretches of many years: 20世纪90年代, 21世纪, “十四五”, （1881—1936）, 2008.03—2012.06."""

from __future__ import annotations

from factcheck import calendar
from factcheck.model import Anchor, Grain
from factcheck.periods.context import Context, Resolved
from factcheck.periods.phrase import Base, Phrase


def decade(phrase: Phrase, context: Context) -> Resolved:
    """20世纪90年代 is 1990 to 1999; 90年代 alone is the last one that is past."""
    base = 0 if (phrase.year or 0) > 100 else _century_of(phrase, context) * 100 - 100
    first, last = base + (phrase.year or 0), base + (phrase.year_end or 0)
    grain = Grain.DECADE if first == last else Grain.SPAN
    return Resolved(grain, Anchor.ABSOLUTE, (first, 1, 1), (last + 9, 12, 31))


def century(phrase: Phrase, context: Context) -> Resolved:
    """20世纪 is 1901 to 2000."""
    last = _century_of(phrase, context) * 100
    return Resolved(Grain.CENTURY, Anchor.ABSOLUTE, (last - 99, 1, 1), (last, 12, 31))


def _century_of(phrase: Phrase, context: Context) -> int:
    """The number of a century; 上世纪 in an article without a date is the twentieth, 90年代 is past."""
    if phrase.year_base is Base.TOPIC:
        year = context.published.year if context.published else 2001
        return 21 if 2000 + (phrase.year or 0) <= year else 20
    if phrase.year_base is not Base.DOCUMENT:
        return phrase.number
    year = context.published.year if context.published else 2001
    return (year - 1) // 100 + 1 + phrase.number


def plan(phrase: Phrase, context: Context) -> Resolved:
    """The first five-year plan began in 1953, the third, after a pause, in 1966."""
    number = phrase.number
    start = 1953 + 5 * (number - 1) if number < 3 else 1966 + 5 * (number - 3)
    first, last = (start, 1, 1), (start + 4, 12, 31)
    if "plan-end" in phrase.flags:
        return Resolved(Grain.DAY, Anchor.ABSOLUTE, last, last, instant=True)
    if "plan-start" in phrase.flags:
        return Resolved(Grain.DAY, Anchor.ABSOLUTE, first, first, instant=True, form={"approximate"})
    form = {"plan-name"} if "plan-name" in phrase.flags else set()
    return Resolved(Grain.SPAN, Anchor.ABSOLUTE, first, last, form=form)


def years(phrase: Phrase, context: Context) -> Resolved:
    """（1881—1936）, 公元前221年."""
    first, last = phrase.year or 0, phrase.year_end or phrase.year or 0
    grain = Grain.SPAN if phrase.year_end else Grain.YEAR
    if "no-year" in phrase.flags:
        return Resolved(grain, form={"impossible"})
    if last < first:
        return Resolved(grain, form={"reversed"})
    return Resolved(grain, Anchor.ABSOLUTE, (first, 1, 1), (last, 12, 31))


def resume(phrase: Phrase, context: Context) -> Resolved:
    """2008.03—2012.06."""
    first_month, last_month = phrase.months or (1, 12)
    first = (phrase.year or 0, first_month, 1)
    if phrase.year_end is None:
        return Resolved(Grain.SPAN, Anchor.ABSOLUTE, first, None)
    last = calendar.month_end(phrase.year_end, last_month)
    if last < first:
        return Resolved(Grain.SPAN, form={"reversed"})
    return Resolved(Grain.SPAN, Anchor.ABSOLUTE, first, last)
