"""Lunar dates, festivals and solar terms against the date beside them."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import calendar
from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.dates import said
from factcheck.checks.parts.pairs import side_by_side
from factcheck.model import Anchor, Period, Reading
from factcheck.model.period import Day
from factcheck.patterns import compiled

_BETWEEN = compiled(
    r"\s?[（(]?(?:[，,]?即(?:是|为)?|是|为|就是|正是|恰是|适逢|恰逢|正逢|正值|当天是|当日是|[，,]?也?是?农历|[，,]?农历的?|夏历|阴历)?\s?"
)
_COMMA = compiled(r"[，,]")
_SHUT = compiled(r"\s?(?:[）)，,。；;]|当[天日晚]|这[天日]|[早晚]|节?[气]|$)")
_ABOUT = compiled(r"前后|左右|前夕|前一[天日]|后一[天日]|期间|假期|前|后|临近|将至|来临|将")


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare every lunar date, festival and solar term with a common date right beside it."""
    text = reading.article.text
    for first, second, between in side_by_side(reading):
        named, date = (first, second) if _moves(first) else (second, first)
        if (
            not _moves(named)
            or _moves(date)
            or not _plain(date)
            or not _apposed(text, first, second, between)
        ):
            continue
        wanted = _wanted(named, date)
        if wanted is not None and date.first is not None:
            yield from _judged(named, date, wanted)


def _moves(period: Period) -> bool:
    """Whether it is named by the moon or the sun, on one day."""
    return bool(period.form & {"lunar", "festival"}) and "holiday" not in period.form


def _plain(period: Period) -> bool:
    single = period.first is not None and period.first == period.last
    return single and period.part("month") is not None and period.part("day") is not None


def _apposed(text: str, first: Period, second: Period, between: str) -> bool:
    """Whether one is said to be the other, not before, after or about it."""
    behind = text[second.span.end : second.span.end + 4]
    if _ABOUT.match(behind):
        return False
    if _BETWEEN.fullmatch(between):
        return True
    return _COMMA.fullmatch(between) is not None and _SHUT.match(behind) is not None


def _wanted(named: Period, date: Period) -> Day | None:
    """The day the name falls on in the year of the date, or nearest to it."""
    if date.first is None or date.anchor is not Anchor.ABSOLUTE:
        return None
    year = said(date, "year") or said(named, "year") or date.first[0]
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
    target = (year, *date.first[1:])
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
