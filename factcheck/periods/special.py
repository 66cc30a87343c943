"""Expressions with rules of their own: 昨日, 上周五, 去年同期, “十四五”, 中秋节, 正月初六, 近五年."""

from __future__ import annotations

from collections.abc import Callable

from factcheck import calendar
from factcheck.model import Anchor, Grain
from factcheck.model.period import Day
from factcheck.periods import eras, festivals
from factcheck.periods.bounds import grain_of
from factcheck.periods.context import Context, Resolved
from factcheck.periods.inference import named_year
from factcheck.periods.phrase import Base, Edge, Phrase

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

    Raises `KeyError` for a kind this module does not know.
    """
    return _KINDS[phrase.whole or phrase.part](phrase, context)


def _day(phrase: Phrase, context: Context) -> Resolved:
    """昨日, 当日, 次日."""
    resolved = Resolved(Grain.DAY)
    today = context.today()
    if phrase.day_base is Base.ANTECEDENT:
        if context.day is None:
            return resolved
        anchor, day = context.day
        year = named_year(phrase, context)
        if year is not None:  # 去年同日
            anchor, day = year[0], calendar.add_years(day, year[1] - day[0])
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
    if context.stretch is None or ("alone" in phrase.flags and not context.compared(phrase.start)):
        return Resolved(Grain.SPAN)
    grain, anchor, first, last = context.stretch
    shift = phrase.year or 0
    if phrase.year_base in (Base.DOCUMENT, Base.CALENDAR):
        year = named_year(phrase, context)
        if year is None or year[0] is not anchor:
            return Resolved(grain)
        shift = year[1] - last[0]
    return Resolved(grain, anchor, calendar.add_years(first, shift), calendar.add_years(last, shift))


def _school_year(phrase: Phrase, context: Context) -> Resolved:
    """2024—2025学年 runs from September to August."""
    start = phrase.year or 0
    first, last = (start, 9, 1), (start + 1, 8, 31)
    form = {"school-year", "approximate"}
    if phrase.edge is None:
        return Resolved(Grain.YEAR, Anchor.ABSOLUTE, first, last, form=form)
    day = first if phrase.edge is Edge.START else last
    return Resolved(Grain.DAY, Anchor.ABSOLUTE, day, day, instant=True, form=form)


def _fiscal(phrase: Phrase, context: Context) -> Resolved:
    """2024财年第二季度, 2023—2024赛季, 2024年春季: nobody says where they begin and end."""
    if phrase.whole == "season":
        return Resolved(Grain.SPAN, form={"season"})
    inside = phrase.months is not None or phrase.part != ""
    return Resolved(grain_of(phrase) if inside else Grain.YEAR, form={"fiscal"})


def _list(phrase: Phrase, context: Context) -> Resolved:
    """3、5月份: two months that are no stretch."""
    return Resolved(Grain.SPAN, form={"list"})


def _both(phrase: Phrase, context: Context) -> Resolved:
    """今明两年."""
    anchor, year = context.document_year(phrase.number)
    return Resolved(Grain.SPAN, anchor, (year, 1, 1), (year + 1, 12, 31))


def _vague(phrase: Phrase, context: Context) -> Resolved:
    """近日, 近年来, 入夏以来."""
    form = {"open-end"} if "since-event" in phrase.flags else {"approximate"}
    return Resolved(Grain.DAY if phrase.name == "days" else Grain.SPAN, form=form)


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
        if phrase.name != "years":
            return None
        if given is None:
            return Resolved(Grain.YEAR)
        today = (given.year, given.month or 1, given.day or 1)
    if phrase.name == "years" and phrase.number == -1 and (then := _year_earlier(today, context)):
        return then
    day = _moved(today, phrase.name, phrase.number)
    first, last = day, day
    if phrase.name == "years":
        first, last = (day[0], 1, 1), (day[0], 12, 31)
    elif phrase.name == "months":
        first, last = (day[0], day[1], 1), calendar.month_end(day[0], day[1])
    elif phrase.name == "weeks":
        first, last = calendar.week(day)
    return Resolved(_GRAINS[phrase.name], Anchor.ABSOLUTE, first, last, form={"approximate"})


def _year_earlier(today: Day, context: Context) -> Resolved | None:
    """10月卖了2186万元，一年前还是1745万元: the stretch of this year last spoken of, a year earlier."""
    if context.stretch is None or context.stretch[0] in (Grain.YEAR, Grain.DAY):
        return None
    grain, anchor, first, last = context.stretch
    if anchor is not Anchor.ABSOLUTE or first[0] != today[0] or last[0] != today[0]:
        return None
    return Resolved(grain, anchor, calendar.add_years(first, -1), calendar.add_years(last, -1))


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


_KINDS: dict[str, Callable[[Phrase, Context], Resolved | None]] = {
    "day": _day,
    "week": _week,
    "same": _same,
    "decade": eras.decade,
    "century": eras.century,
    "plan": eras.plan,
    "year": eras.years,
    "resume": eras.resume,
    "school-year": _school_year,
    "fiscal": _fiscal,
    "season": _fiscal,
    "both": _both,
    "list": _list,
    "vague": _vague,
    "rolling": _rolling,
    "ago": _ago,
    "since-length": _since,
    "festival": festivals.festival,
    "lunar": festivals.lunar,
}
