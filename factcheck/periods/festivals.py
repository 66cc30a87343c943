"""Days the lunar calendar or a festival names: 中秋节, 春分, 正月初六."""

from __future__ import annotations

from factcheck import calendar
from factcheck.model import Anchor, Grain
from factcheck.model.period import Day
from factcheck.periods.context import Context, Resolved, Year
from factcheck.periods.inference import named_year
from factcheck.periods.phrase import Phrase


def festival(phrase: Phrase, context: Context) -> Resolved:
    """中秋节: of the year named, else the one nearest to the article's day."""
    form = {"festival"}
    _teach(phrase, context)
    if "holiday" in phrase.flags:
        return Resolved(Grain.SPAN, form={*form, "holiday"})
    resolved = Resolved(Grain.DAY, form=form)
    year = named_year(phrase, context) or context.near_year()
    if year is None:
        form.add("year-inferred")
        return _nearest_festival(phrase.name, context, resolved)
    if year[0] is Anchor.ABSOLUTE or phrase.name in calendar.solar_festivals():
        resolved.anchor = year[0]
        resolved.first = resolved.last = calendar.festival(phrase.name, year[1])
    return resolved


def _teach(phrase: Phrase, context: Context) -> None:
    """2024年国庆 names a year for the dates that follow."""
    year = named_year(phrase, context)
    if year is not None:
        context.name_year(year, phrase.start)


def _nearest_festival(name: str, context: Context, resolved: Resolved) -> Resolved:
    given = context.published
    if given is None:
        if name in calendar.solar_festivals():
            resolved.anchor = Anchor.DOCUMENT
            resolved.first = resolved.last = calendar.festival(name, 0)
        return resolved
    if given.month is None:
        resolved.first = resolved.last = calendar.festival(name, given.year)
        return resolved
    today = (given.year, given.month, given.day or 15)
    near = [calendar.festival(name, given.year + shift) for shift in (-1, 0, 1)]
    days = [day for day in near if day is not None]
    if days:
        resolved.first = resolved.last = min(days, key=lambda day: abs(calendar.days_between(today, day)))
    return resolved


def lunar(phrase: Phrase, context: Context) -> Resolved:
    """正月初六: of the lunar year named, else the last one before the article's day."""
    resolved = Resolved(Grain.DAY if phrase.days else Grain.MONTH, form={"lunar"})
    _teach(phrase, context)
    year, near = named_year(phrase, context), context.near_year()
    if year is not None:
        found = _lunar_days(phrase, year[1]) if year[0] is Anchor.ABSOLUTE else None
    else:
        resolved.form.add("year-inferred")
        found = _lunar_in(phrase, near, context) if near is not None else _near_lunar(phrase, context)
    if found:
        resolved.first, resolved.last = found
    return resolved


def _lunar_in(phrase: Phrase, year: Year, context: Context) -> tuple[Day, Day] | None:
    """A lunar day beside dates of a calendar year: 2025年1月22日（腊月廿三） is in the lunar year 2024."""
    if year[0] is not Anchor.ABSOLUTE:
        return None
    both = [_lunar_days(phrase, year[1] - 1), _lunar_days(phrase, year[1])]
    found = [days for days in both if days is not None and days[0][0] == year[1]]
    if context.day is not None and context.day[0] is Anchor.ABSOLUTE:
        near = context.day[1]
        found.sort(key=lambda days: abs(calendar.days_between(near, days[0])))
    return found[0] if found else None


def _near_lunar(phrase: Phrase, context: Context) -> tuple[Day, Day] | None:
    given, day = context.published, context.day
    beside = context.text[phrase.start - 1 : phrase.start] in ("（", "(")
    if beside and day is not None and context.day_sentence == context.sentence:
        return _lunar_in(phrase, (day[0], day[1][0]), context)  # 2月18日（正月初二）
    if given is None:
        return None
    if given.month is None:
        return _lunar_days(phrase, given.year)
    today = (given.year, given.month, given.day or 28)
    near = [_lunar_days(phrase, given.year + shift) for shift in (-2, -1, 0, 1)]
    found = [days for days in near if days is not None]
    if context.future():
        return next((days for days in found if days[0] >= today), None)
    return next((days for days in reversed(found) if days[0] <= today), None)


def _lunar_days(phrase: Phrase, year: int) -> tuple[Day, Day] | None:
    month = phrase.months[0] if phrase.months else 1
    stretch = calendar.lunar_month(year + phrase.number, month, leap="leap" in phrase.flags)
    if stretch is None or phrase.days is None:
        return stretch
    day = calendar.lunar_day(year + phrase.number, month, phrase.days[0], leap="leap" in phrase.flags)
    if day is None and phrase.days[0] == 30:
        day = stretch[1]  # 年三十 is the last day even of a short month
    return (day, day) if day else None
