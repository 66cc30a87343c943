"""How many days earlier or later than planned: 原定12月30日截流，实际11月20日截流，提前40天."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.calendar import days_between
from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import any_of, before, clause, in_clause, sentence
from factcheck.checks.parts.dates import day
from factcheck.checks.parts.durations import Duration, durations
from factcheck.checks.parts.shifts import shift
from factcheck.checks.parts.within import periods_within
from factcheck.model import Period, Reading, Span
from factcheck.model.period import Day
from factcheck.patterns import compiled

_MOVED = compiled("(?:提前|提早|推迟|推后|延后|延迟|延长|顺延|晚|早)(?:了|近|约|整整|足足)*$")
_LOOSE = compiled("约|近|多|余|左右|以上")
_EITHER = compiled("[或和、至到—-]")
_AHEAD = 10
_REALLY = compiled("实际|就|改[到在为至期]|调整|延[期长至]|推迟|提前|最终|才|现[定于]|结果|截至")


def check(subject: Reading, reading: Reading, *, plans: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """Compare the days with the two dates of the sentence, one of them beside a word of `plans`."""
    text = reading.article.text
    words = any_of(plans)
    for duration in durations(reading.figures, text):
        at = duration.span.start
        if duration.unit != "day" or _MOVED.search(before(text, at, 6)) is None:
            continue
        if _LOOSE.search(_beside(text, duration.span)):
            continue
        found = list(_planned(reading, duration, words)) or list(_compared(reading, duration))
        yield from found


def _planned(reading: Reading, duration: Duration, words: re.Pattern[str]) -> Iterator[Judgement]:
    """The days between the two dates of the sentence, one of them beside a word of plans."""
    text, at = reading.article.text, duration.span.start
    inside = sentence(text, at)
    dates = [one for one in periods_within(reading, Span(inside.start, at)) if day(one) is not None]
    planned = [one for one in dates if words.search(_around(text, one))]
    if len(dates) != 2 or len(planned) != 1 or not _one_event(text, dates, planned[0]):
        return
    if _EITHER.fullmatch(text, dates[0].span.end, dates[1].span.start):
        return  # 预计在11月15日或16日，比常年晚五六天
    (own,) = planned
    other = next(one for one in dates if one is not own)
    days = [found for one in (own, other) if (found := day(one)) is not None]
    if own.anchor is other.anchor:
        yield _judged(duration, own, other, days)


def _compared(reading: Reading, duration: Duration) -> Iterator[Judgement]:
    """The days between a date told for comparison and the one in its sentence, or the one before."""
    found = shift(reading, duration)
    if found is None:
        return
    judged = [_judged(duration, found.told, one, [found.base, one_day]) for one, one_day in found.held]
    yield next((one for one in judged if one.holds), judged[0])


def _judged(duration: Duration, own: Period, other: Period, days: Sequence[Day]) -> Judgement:
    first, last = sorted(days)
    apart = days_between(first, last)
    spots = Spot("days", duration.span), Spot("planned", own.span), Spot("held", other.span)
    shown = f"{own.text}至{other.text}"
    if duration.about(apart):
        return held(*spots, equation=f"{shown} = {duration.text}")
    return conflict(*spots, equation=f"{shown} ≠ {duration.text}", expected=f"{apart}天")


def _one_event(text: str, dates: Sequence[Period], own: Period) -> bool:
    """Whether the other date is of what was planned: its word comes again, or 实际, 就, 改到 say so."""
    other = next(one for one in dates if one is not own)
    planned, held_at = (clause(text, one.span.end).end for one in (own, other))
    event = text[own.span.end : planned].strip()[-2:]
    told = text[clause(text, other.span.start).start : held_at]
    return _REALLY.search(told) is not None or (len(event) > 1 and event in told)


def _around(text: str, period: Period) -> str:
    """The words before a date in its clause, and a few behind."""
    return before(text, period.span.start, _AHEAD) + in_clause(text[period.span.end : period.span.end + 2])


def _beside(text: str, span: Span) -> str:
    return text[max(0, span.start - 2) : span.start] + text[span.end : span.end + 2]
