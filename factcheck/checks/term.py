"""A term (保质期18个月, 有期徒刑三年) against the day it begins and the day it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck import calendar
from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import any_of, before, either, sentence
from factcheck.checks.parts.dates import day
from factcheck.checks.parts.durations import Duration, durations
from factcheck.checks.parts.within import numbered, periods_within
from factcheck.model import Period, Reading, Span
from factcheck.model.period import Day
from factcheck.patterns import compiled

_FILLED = "(?:标注|标称|标示|均|都|各|只有|仅|的)?(?:为|是|有|：|:|达)?$"
_UNTIL = "(?:日期|时间|日)?(?:定|应|标注|标|就)?(?:为|是|到|至|在|于|：|:)*$"
_RENEWED = compiled("延续|延长|续[签期租保约]|换发|新证|重新|旧证|原证|改为|缩短|展期后|提前|回售后|行权后")
_GOES_ON = compiled("(?:刑期|期限|租期|合同期|保质期|任期|有效期)[^，。；]{0,3}[自从]")
_FEW = 3  # days by which a term counted in months or years may be off
_TWO = 2
_PER = {"day": 1, "week": 7}


def check(
    subject: Reading,
    reading: Reading,
    *,
    terms: tuple[str, ...] = (),
    begins: tuple[str, ...] = (),
    ends: tuple[str, ...] = (),
    cut: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Compare the term named by a word of `terms` with the only two days of its sentence.

    `begins` and `ends` are words beside those days. Where words of `cut` are given (折抵, 减刑) days may be
    taken off a term: a stretch that is shorter is wrong only without such a word, and in whole months.
    """
    text = reading.article.text
    named = compiled(either(terms) + _FILLED)
    words = any_of(begins), any_of(ends)
    lengths = durations(reading.figures, text) if any_of(terms).search(numbered(reading).text) else ()
    for term in lengths:
        if not named.search(before(text, term.span.start, 14)):
            continue
        inside = sentence(text, term.span.start)
        told = _days(reading, inside, *words) or _days(reading, _behind(text, inside), *words)
        others = [one for one in lengths if one is not term and inside.start <= one.span.start < inside.end]
        if told and not any(named.search(before(text, one.span.start, 14)) for one in others):
            shortened = any_of(cut).search(text, inside.start, inside.end) is not None if cut else None
            yield from _judged(term, told, shortened=shortened)


def _behind(text: str, inside: Span) -> Span:
    """The sentence behind one, when it goes on with the term (刑期自…起至…止); else nothing."""
    after = sentence(text, inside.end + 1) if text[inside.end : inside.end + 1] in "。；" else inside
    goes_on = after.start > inside.start and _GOES_ON.search(text, after.start, after.end) is not None
    return after if goes_on else Span(inside.end, inside.end)


def _days(reading: Reading, inside: Span, begins: re.Pattern[str], ends: re.Pattern[str]) -> Sequence[Period]:
    """The day a term begins on and that it ends on, when no other day is told in the sentence."""
    text = reading.article.text
    told = [one for one in periods_within(reading, inside) if one.part("month") or one.part("year")]
    if _RENEWED.search(inside.of(text)):
        return []
    if len(told) == 1 and told[0].part("end-day") and told[0].part("day"):
        return told
    if len(told) != _TWO or any(day(one) is None for one in told):
        return []
    first, last = told
    near = before(text, first.span.start, 10) + " " + text[first.span.end : first.span.end + 4]
    beyond = text[last.span.end : min(inside.end, last.span.end + 5)]
    ahead = re.search(f"{ends.pattern}{_UNTIL}", before(text, last.span.start, 12))
    return told if begins.search(near) and (ahead or ends.match(beyond)) else []


def _judged(term: Duration, told: Sequence[Period], *, shortened: bool | None) -> Iterator[Judgement]:
    """The judgement; `shortened` tells whether days were taken off, `None` that none ever are."""
    start, end = told[0].first, told[-1].last
    due = _due(term, start) if start is not None else None
    if start is None or end is None or due is None or start >= end or len({one.anchor for one in told}) > 1:
        return
    off = calendar.days_between(due, end)
    spots = Spot("length", term.span), *(Spot("end", one.span) for one in told)
    shown = "至".join(one.text for one in told)
    if abs(off) <= (1 if term.unit in _PER else _FEW):
        yield held(*spots, equation=f"{shown} = {term.text}")
    elif off > 0 or shortened is None or (not shortened and _whole(start, end)):
        yield conflict(*spots, equation=f"{shown} ≠ {term.text}", expected=_printed(start, end, term))


def _due(term: Duration, start: Day) -> Day | None:
    """The last day of a term that begins on `start`."""
    bottom, top = term.interval.bottom, term.interval.top
    if bottom is None or top is None:
        return None
    count = int((bottom + top) / 2)
    if term.unit in _PER:
        return calendar.add_days(start, count * _PER[term.unit])
    months = {"month": count, "year": count * 12}.get(term.unit)
    return calendar.add_days(calendar.add_months(start, months), -1) if months else None


def _whole(start: Day, end: Day) -> bool:
    """Whether a stretch has whole months."""
    return _months(start, end) is not None


def _months(start: Day, end: Day) -> int | None:
    between = (end[0] - start[0]) * 12 + end[1] - start[1]
    near = [
        months
        for months in (between, between + 1)
        if months and abs(calendar.days_between(calendar.add_months(start, months), end)) <= _FEW
    ]
    return near[0] if near else None


def _printed(start: Day, end: Day, term: Duration) -> str:
    months = _months(start, end)
    if months is None or term.unit in _PER:
        return f"{calendar.days_between(start, end)}天"
    years, left = divmod(months, 12)
    if "年" not in term.text or not years:
        return f"{months}个月"
    return f"{years}年" + (f"{left}个月" if left else "")
