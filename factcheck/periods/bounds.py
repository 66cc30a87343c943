"""First and last day of a phrase whose year is known."""

from __future__ import annotations

from factcheck import calendar
from factcheck.model import Anchor, Grain
from factcheck.model.period import Day
from factcheck.periods.context import Resolved
from factcheck.periods.phrase import Edge, Phrase

_PARTS = {
    "half": Grain.HALF,
    "quarter": Grain.QUARTER,
    "year": Grain.YEAR,
    "month": Grain.MONTH,
    "cumulative": Grain.SPAN,
}


def grain_of(phrase: Phrase) -> Grain:
    """The kind of stretch a phrase names."""
    if phrase.edge is not None or phrase.days is not None:
        single = phrase.days is None or phrase.days[0] == phrase.days[1]
        return Grain.DAY if single else Grain.SPAN
    if phrase.weeks is not None:
        return Grain.WEEK if phrase.weeks[0] == phrase.weeks[1] else Grain.SPAN
    if phrase.tens:
        return Grain.TEN_DAYS if phrase.tens == phrase.tens_end else Grain.SPAN
    if phrase.part in _PARTS:
        return _PARTS[phrase.part]
    if phrase.months is not None:
        return Grain.MONTH if phrase.months[0] == phrase.months[1] else Grain.SPAN
    return Grain.SPAN if phrase.year_end else Grain.YEAR


def set_bounds(phrase: Phrase, year: int, resolved: Resolved) -> None:
    """Give `resolved` the days of `phrase` in `year`, or the form `impossible`."""
    first_month, last_month = phrase.months or (1, 12)
    if not (1 <= first_month <= 12 and 1 <= last_month <= 12):
        resolved.form.add("impossible")
        return
    last_year = (phrase.year_end or year) + (last_month < first_month)
    first, last = (year, first_month, 1), calendar.month_end(last_year, last_month)
    if phrase.edge is not None:
        resolved.instant = True
        resolved.first = resolved.last = last if phrase.edge is Edge.END else first
    elif phrase.days is not None:
        _set_days(phrase.days, year, first_month, resolved)
    elif phrase.weeks is not None:
        _set_weeks(phrase.weeks, first, resolved)
    elif phrase.tens:
        start = phrase.tens * 10 - 9
        resolved.first = (year, first_month, start)
        resolved.last = (year, first_month, phrase.tens_end * 10) if phrase.tens_end < 3 else last
    else:
        resolved.first, resolved.last = first, last


def _set_days(days: tuple[int, int], year: int, month: int, resolved: Resolved) -> None:
    known = year if resolved.anchor is Anchor.ABSOLUTE else None
    if not all(calendar.exists(known, month, day) for day in days):
        resolved.form.add("impossible")
    elif days[1] < days[0]:
        resolved.form.add("reversed")
    else:
        resolved.first, resolved.last = (year, month, days[0]), (year, month, days[1])


def _set_weeks(weeks: tuple[int, int], first: Day, resolved: Resolved) -> None:
    """Weeks are counted from the first Monday of the month or year."""
    resolved.form.add("approximate")
    if resolved.anchor is not Anchor.ABSOLUTE:
        return
    monday = calendar.add_days(first, (8 - calendar.weekday(first)) % 7)
    resolved.first = calendar.add_days(monday, 7 * weeks[0] - 7)
    resolved.last = calendar.add_days(monday, 7 * weeks[1] - 1)
