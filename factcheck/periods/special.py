"""Expressions with rules of their own: 昨日, 上周五, 去年同期, “十四五”, 中秋节, 正月初六, 近五年."""

from __future__ import annotations

from collections.abc import Callable

from factcheck import calendar
from factcheck.model import Anchor, Grain
from factcheck.model.period import Day
from factcheck.periods.context import Context, Resolved
from factcheck.periods.inference import named_year
from factcheck.periods.phrase import Base, Phrase

_UNITS = {"years": 12, "quarters": 3, "months": 1}
_GRAINS = {
    "years": Grain.YEAR,
    "quarters": Grain.QUARTER,
    "months": Grain.MONTH,
    "weeks": Grain.WEEK,
    "days": Grain.DAY,
}


def special(phrase: Phrase, context: Context) -> Resolved | None:
    """What such an expression means; `None` when it is a length and no date here.

    Raises `KeyError` for a kind this module does not know: see `kinds`.
    """
    return _KINDS[phrase.whole or phrase.part](phrase, context)


def kinds() -> frozenset[str]:
    """The kinds `special` reads."""
    return frozenset(_KINDS)


def _day(phrase: Phrase, context: Context) -> Resolved:
    """昨日, 当日, 次日."""
    resolved = Resolved(Grain.DAY)
    today = context.today()
    if phrase.day_base is Base.ANTECEDENT:
        if context.day is None:
            return resolved
        anchor, day = context.day
    elif phrase.day_base is Base.TOPIC and context.day is not None:
        anchor, day = context.day
    elif today is not None:
        anchor, day = Anchor.ABSOLUTE, today
    else:
        return resolved
    if anchor is Anchor.DOCUMENT and phrase.number not in (0, 1):
        return resolved
    resolved.anchor = anchor
    moved = calendar.next_day(day) if phrase.number == 1 else calendar.add_days(day, phrase.number)
    resolved.first = resolved.last = moved
    return resolved


def _week(phrase: Phrase, context: Context) -> Resolved:
    """上周, 本周五, 周五."""
    resolved = Resolved(Grain.DAY if phrase.weekday or "weekend" in phrase.flags else Grain.WEEK)
    today = context.today()
    if phrase.day_base is Base.ANTECEDENT and context.day is not None and context.day[0] is Anchor.ABSOLUTE:
        today = context.day[1]
    if today is None:
        return resolved
    first, last = calendar.week(calendar.add_days(today, 7 * (phrase.week or 0)))
    if phrase.weekday:
        first = last = calendar.add_days(first, phrase.weekday - 1)
    if "weekend" in phrase.flags:
        resolved.grain, first = Grain.SPAN, calendar.add_days(last, -1)
    if "bare-weekday" in phrase.flags and first > today and not context.future():
        first = last = calendar.add_days(first, -7)
    elif "bare-weekday" in phrase.flags and first < today and context.future():
        first = last = calendar.add_days(first, 7)
    resolved.first, resolved.last = first, last
    return resolved


def _same(phrase: Phrase, context: Context) -> Resolved:
    """去年同期: the stretch spoken of last, in the year named or a year earlier."""
    if context.stretch is None:
        return Resolved(Grain.SPAN)
    grain, anchor, first, last = context.stretch
    shift = phrase.year or 0
    if phrase.year_base in (Base.DOCUMENT, Base.CALENDAR):
        year = named_year(phrase, context)
        if year is None or year[0] is not anchor:
            return Resolved(grain)
        shift = year[1] - last[0]
    return Resolved(grain, anchor, calendar.add_years(first, shift), calendar.add_years(last, shift))


def _decade(phrase: Phrase, context: Context) -> Resolved:
    first, last = phrase.year or 0, phrase.year_end or 0
    grain = Grain.DECADE if first == last else Grain.SPAN
    return Resolved(grain, Anchor.ABSOLUTE, (first, 1, 1), (last + 9, 12, 31))


def _century(phrase: Phrase, context: Context) -> Resolved:
    last = phrase.number * 100
    return Resolved(Grain.CENTURY, Anchor.ABSOLUTE, (last - 99, 1, 1), (last, 12, 31))


def _plan(phrase: Phrase, context: Context) -> Resolved:
    """The first five-year plan began in 1953, the third, after a pause, in 1966."""
    number = phrase.number
    start = 1953 + 5 * (number - 1) if number < 3 else 1966 + 5 * (number - 3)
    first, last = (start, 1, 1), (start + 4, 12, 31)
    if "plan-end" in phrase.flags:
        return Resolved(Grain.DAY, Anchor.ABSOLUTE, last, last, instant=True)
    if "plan-start" in phrase.flags:
        return Resolved(Grain.DAY, Anchor.ABSOLUTE, first, first, instant=True, form={"approximate"})
    return Resolved(Grain.SPAN, Anchor.ABSOLUTE, first, last)


def _years(phrase: Phrase, context: Context) -> Resolved:
    """（1881—1936）, 公元前221年."""
    first, last = phrase.year or 0, phrase.year_end or phrase.year or 0
    grain = Grain.SPAN if phrase.year_end else Grain.YEAR
    if last < first:
        return Resolved(grain, form={"reversed"})
    return Resolved(grain, Anchor.ABSOLUTE, (first, 1, 1), (last, 12, 31))


def _resume(phrase: Phrase, context: Context) -> Resolved:
    """2008.03—2012.06."""
    first_month, last_month = phrase.months or (1, 12)
    first = (phrase.year or 0, first_month, 1)
    if phrase.year_end is None:
        return Resolved(Grain.SPAN, Anchor.ABSOLUTE, first, None)
    last = calendar.month_end(phrase.year_end, last_month)
    if last < first:
        return Resolved(Grain.SPAN, form={"reversed"})
    return Resolved(Grain.SPAN, Anchor.ABSOLUTE, first, last)


def _school_year(phrase: Phrase, context: Context) -> Resolved:
    """2024—2025学年 runs from September to August."""
    start = phrase.year or 0
    return Resolved(
        Grain.YEAR, Anchor.ABSOLUTE, (start, 9, 1), (start + 1, 8, 31), form={"school-year", "approximate"}
    )


def _fiscal(phrase: Phrase, context: Context) -> Resolved:
    """2024财年: every company has its own."""
    return Resolved(Grain.YEAR, form={phrase.whole})


def _both(phrase: Phrase, context: Context) -> Resolved:
    """今明两年."""
    anchor, year = context.document_year(phrase.number)
    return Resolved(Grain.SPAN, anchor, (year, 1, 1), (year + 1, 12, 31))


def _vague(phrase: Phrase, context: Context) -> Resolved:
    """近日, 近年来."""
    return Resolved(Grain.DAY if phrase.name == "days" else Grain.SPAN, form={"approximate"})


def _rolling(phrase: Phrase, context: Context) -> Resolved | None:
    """近五年 ends the day before the article's day, 未来三天 starts the day after."""
    today = context.today()
    if today is None:
        return None
    number = phrase.number
    edge = _moved(today, phrase.name, number)
    if number < 0:
        first, last = edge, calendar.add_days(today, -1)
    else:
        first, last = calendar.add_days(today, 1), edge
    return Resolved(Grain.SPAN, Anchor.ABSOLUTE, first, last, form={"approximate"})


def _ago(phrase: Phrase, context: Context) -> Resolved | None:
    """两年前 is the whole year two years ago; likewise for months and weeks."""
    today = context.today()
    if today is None:
        given = context.published
        if given is None or phrase.name != "years":
            return None
        today = (given.year, given.month or 1, given.day or 1)
    day = _moved(today, phrase.name, phrase.number)
    first, last = day, day
    if phrase.name == "years":
        first, last = (day[0], 1, 1), (day[0], 12, 31)
    elif phrase.name == "months":
        first, last = (day[0], day[1], 1), calendar.month_end(day[0], day[1])
    elif phrase.name == "weeks":
        first, last = calendar.week(day)
    return Resolved(_GRAINS[phrase.name], Anchor.ABSOLUTE, first, last, form={"approximate"})


def _since(phrase: Phrase, context: Context) -> Resolved | None:
    """五年来 reaches from the month that many months ago to the article's day."""
    today = context.today()
    if today is None:
        return None
    start = _moved(today, "months", phrase.number)
    return Resolved(Grain.SPAN, Anchor.ABSOLUTE, (start[0], start[1], 1), today, form={"approximate"})


def _moved(day: Day, unit: str, number: int) -> Day:
    if unit in _UNITS:
        year, month = divmod(day[0] * 12 + day[1] - 1 + number * _UNITS[unit], 12)
        return year, month + 1, min(day[2], calendar.days_in_month(year, month + 1))
    return calendar.add_days(day, number * (7 if unit == "weeks" else 1))


def _festival(phrase: Phrase, context: Context) -> Resolved:
    """中秋节: of the year named, else the one nearest to the article's day."""
    form = {"festival"}
    if "holiday" in phrase.flags:
        return Resolved(Grain.SPAN, form={*form, "holiday"})
    resolved = Resolved(Grain.DAY, form=form)
    year = named_year(phrase, context) if phrase.year is not None else context.near_year()
    if year is None:
        form.add("year-inferred")
        return _nearest_festival(phrase.name, context, resolved)
    if year[0] is Anchor.ABSOLUTE or phrase.name in calendar.solar_festivals():
        resolved.anchor = year[0]
        resolved.first = resolved.last = calendar.festival(phrase.name, year[1])
    return resolved


def _nearest_festival(name: str, context: Context, resolved: Resolved) -> Resolved:
    given = context.published
    if given is None:
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


def _lunar(phrase: Phrase, context: Context) -> Resolved:
    """正月初六: of the lunar year named, else the last one before the article's day."""
    resolved = Resolved(
        Grain.DAY if phrase.days else Grain.MONTH, form={"lunar"} | (phrase.flags & {"arabic"})
    )
    year = named_year(phrase, context) if phrase.year is not None else context.near_year()
    if year is not None:
        found = _lunar_days(phrase, year[1]) if year[0] is Anchor.ABSOLUTE else None
    else:
        resolved.form.add("year-inferred")
        found = _near_lunar(phrase, context)
    if found:
        resolved.first, resolved.last = found
    return resolved


def _near_lunar(phrase: Phrase, context: Context) -> tuple[Day, Day] | None:
    given = context.published
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


_KINDS: dict[str, Callable[[Phrase, Context], Resolved | None]] = {
    "day": _day,
    "week": _week,
    "same": _same,
    "decade": _decade,
    "century": _century,
    "plan": _plan,
    "year": _years,
    "resume": _resume,
    "school-year": _school_year,
    "fiscal": _fiscal,
    "season": _fiscal,
    "both": _both,
    "vague": _vague,
    "rolling": _rolling,
    "ago": _ago,
    "since-length": _since,
    "festival": _festival,
    "lunar": _lunar,
}
