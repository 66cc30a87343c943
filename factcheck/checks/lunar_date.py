"""Lunar dates, festivals and solar terms against the date beside them."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import calendar
from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.dates import days_open, guessed, said
from factcheck.checks.parts.pairs import side_by_side
from factcheck.model import Anchor, Grain, Period, Reading
from factcheck.model.period import Day
from factcheck.patterns import compiled

_BETWEEN = compiled(
    r"\s?[（(]?(?:[，,]?即(?:是|为)?|是|为|就是|正是|恰是|适逢|恰逢|正逢|正值|当天是|当日是|[，,]?也?是?农历|[，,]?农历的?|夏历|阴历)?\s?"
)
_COMMA = compiled(r"[，,]")
_SHUT = compiled(r"\s?(?:[）)，,。；;]|当[天日晚]|这[天日]|[早晚]|节?[气]|$)")
_ABOUT = compiled(
    r"前后|左右|前夕|前一[天日]|后一[天日]|期间|假期|前|后|临近|将至|来临|将|放假|调休|补休|小长假"
)
# Years whose festivals tell where a festival can fall at all.
_FROM, _UNTIL = 1985, 2045
_MIDDLE = 7


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare every lunar date, festival and solar term with a common date right beside it."""
    text = reading.article.text
    for first, second, between in side_by_side(reading):
        named, date = (first, second) if _moves(first) else (second, first)
        if not _moves(named) or _moves(date) or not _plain(date) or not _apposed(text, second, between):
            continue
        if _yearless(named, date, reading):
            yield from _judged_any(named, date, reading)
        elif date.first is not None and (wanted := _wanted(named, date, date.first)) is not None:
            yield from _judged(named, date, wanted)


def _moves(period: Period) -> bool:
    """Whether it is named by the moon or the sun, on one day."""
    return bool(period.form & {"lunar", "festival"}) and "holiday" not in period.form


def _plain(period: Period) -> bool:
    single = period.first is not None and period.first == period.last
    return single and period.part("month") is not None and period.part("day") is not None


def _apposed(text: str, second: Period, between: str) -> bool:
    """Whether one is said to be the other, not before, after or about it."""
    behind = text[second.span.end : second.span.end + 4]
    if _ABOUT.match(behind):
        return False
    if _BETWEEN.fullmatch(between):
        return True
    return _COMMA.fullmatch(between) is not None and _SHUT.match(behind) is not None


def _yearless(named: Period, date: Period, reading: Reading) -> bool:
    """Whether the year was left out, and the article does not say for sure when it speaks."""
    if said(date, "year") is not None or said(named, "year") is not None:
        return False
    if date.anchor is not Anchor.ABSOLUTE:
        return True
    return guessed(reading.article) and days_open(date, reading.article)


def _judged_any(named: Period, date: Period, reading: Reading) -> Iterator[Judgement]:
    """A date whose year is not known, against all years in which the article may speak."""
    written = date.first
    if written is None or date.grain is not Grain.DAY:
        return
    near = date.anchor is Anchor.ABSOLUTE
    years = range(written[0] - 1, written[0] + 2) if near else range(_FROM, _UNTIL)
    days = [day for year in years if (day := _wanted(named, date, (year, *written[1:]))) is not None]
    if not days or any(day[1:] == written[1:] for day in days):
        return
    if near:
        wanted = _wanted(named, date, written)
        yield from _judged(named, date, wanted) if wanted is not None else ()
        return
    early, late = (f"{day[1]}月{day[2]}日" for day in _ends(days))
    yield conflict(
        Spot("date", date.span),
        Spot("name", named.span),
        equation=f"{named.text} ≠ {date.text}",
        expected=f"{early}至{late}之间",
        year="历年",
        name=named.text,
    )


def _ends(days: list[Day]) -> tuple[Day, Day]:
    """The earliest and the latest of days of many years; those of the winter run over the new year."""
    winter = len({day[1] for day in days} & {1, 12}) > 1
    ordered = sorted(days, key=lambda day: (day[1] + 12 * (winter and day[1] < _MIDDLE), day[2]))
    return ordered[0], ordered[-1]


def _wanted(named: Period, date: Period, on: Day) -> Day | None:
    """The day the name falls on in the year of `on`, or nearest to it."""
    year = said(date, "year") or said(named, "year") or on[0]
    festival = named.part("festival")
    if festival is not None:
        return calendar.festival(festival, year)
    month, day = said(named, "month"), said(named, "day")
    if month is None or day is None or not 1 <= month <= 12:
        return None
    leap = "闰" in named.text
    days = [
        found for lunar in (year, year - 1) if (found := calendar.lunar_day(lunar, month, day, leap=leap))
    ]
    target = (year, *on[1:])
    return min(days, key=lambda one: abs(calendar.days_between(one, target)), default=None)


def _judged(named: Period, date: Period, wanted: Day) -> Iterator[Judgement]:
    spots = Spot("date", date.span), Spot("name", named.span)
    written = date.first or wanted
    if wanted[1:] == written[1:]:
        yield held(*spots, equation=f"{named.text} = {date.text}")
    elif said(date, "year") is not None or said(named, "year") is not None or _close(date, wanted):
        right = f"{wanted[1]}月{wanted[2]}日"
        found = conflict(
            *spots,
            equation=f"{named.text} ≠ {date.text}",
            expected=right,
            year=f"{wanted[0]}年",
            name=named.text.partition("年")[2] or named.text,
        )
        yield found


def _close(date: Period, wanted: Day) -> bool:
    """Whether the year that was left out can be no other."""
    return date.first is not None and abs(calendar.days_between(date.first, wanted)) <= 45
