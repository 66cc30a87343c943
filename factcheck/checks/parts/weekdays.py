"""Dates with their weekdays, and the year they agree on where none was written.

A weekday beside a date tells its year: 5月1日（周四） is of 2025, not of 2024. So where an article
leaves its year out, all its pairs are asked together, and one that no year reconciles with the
others is wrong whatever the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck import calendar
from factcheck.checks.parts.around import sentence
from factcheck.checks.parts.dates import days_meant, guessed, inferred, published, this_year
from factcheck.checks.parts.within import periods_within
from factcheck.model import Anchor, Grain, Period, Reading, Span
from factcheck.model.period import Day
from factcheck.patterns import compiled
from factcheck.records import dataclass

_WORDS = compiled(r"(?:星期|礼拜|周)([一二三四五六日天])")
_DEALT = compiled(rf"[、，,和及至到—~～-]\s?{_WORDS.pattern}")
_LINKED = compiled("(?:也就?是|(?:正好|恰好|刚好|正|恰)?是|恰逢|正逢|适逢)个?$")
_END = compiled("[至到~～—–-]+")
_EDGES = "（()）,， \u3000"
_CYCLE = 28  # years until the calendar repeats
_NEAR = 60  # days within which two dates of an article are taken to be of the same season
_SOME_YEAR = 2000
_TWO = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """A date with its weekday.

    Attributes:
        period: what was written.
        word: where the weekday stands.
        date: where the date stands.
        weekday: the weekday said, 1 is Monday.
        day: the day meant, under an anchor that may count from the article's year.
    """

    period: Period
    word: Span
    date: Span
    weekday: int
    day: Day


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a pair was found to be: its day with the weekday that it is, and the pairs that show it."""

    day: Day
    weekday: int
    holds: bool
    dated: bool = True
    beside: tuple[Pair, ...] = ()


def pairs(reading: Reading) -> Iterator[Pair]:
    """The dates of an article with their weekdays, in reading order."""
    for period in reading.periods:
        if period.part("weekday") is None and period.part("end-weekday") is None:
            continue
        words = list(_WORDS.finditer(period.text))
        dealt = _DEALT.match(reading.article.text, period.span.end)
        for word, (weekday, named) in zip(words, _said(period), strict=False):
            if dealt is not None and word is words[-1]:
                continue  # 23日和24日（周六、周日）: each has its own, this date not the first
            if named is not None and not _adrift(period, reading):
                start = period.span.start
                span = Span(start + word.start(), start + word.end())
                yield Pair(period, span, _rest(period, word), weekday, named)


def _adrift(period: Period, reading: Reading) -> bool:
    """Whether the month of a date was left out, and neither its sentence nor the article's day tells it."""
    if "month-inferred" not in period.form or published(reading.article) is not None:
        return False
    inside, start = sentence(reading.article.text, period.span.start), period.span.start
    return not any(one.part("month") for one in periods_within(reading, Span(inside.start, start)))


def verdicts(found: Sequence[Pair], reading: Reading) -> list[Verdict | None]:
    """What each pair is; `None` where that cannot be told."""
    meant = [_meant(pair, reading) for pair in found]
    settled = [_alone(pair, days) for pair, days in zip(found, meant, strict=True)]
    open_years = [place for place, pair in enumerate(found) if _open(pair, reading)]
    for run in _runs(found, open_years):
        known = [place for place in run if len(meant[place]) == 1 and _holds(settled[place])]
        for place, verdict in (_in_step(run, 0) if known else _together(run)).items():
            if place not in known:
                settled[place] = verdict
    return settled


def _said(period: Period) -> Iterator[tuple[int, Day | None]]:
    """The weekdays said, each with the day it belongs to when that was written out."""
    for name, mark, day in (
        ("weekday", "day", period.first or period.last),
        ("end-weekday", "end-day", period.last),
    ):
        weekday = period.part(name)
        if weekday is not None:
            yield int(weekday), day if period.part(mark) is not None else None


def _rest(period: Period, word: re.Match[str]) -> Span:
    """The words of the date before the weekday, or behind it when it comes first."""
    text, start = period.text, period.span.start
    head = _LINKED.sub("", text[: word.start()]).rstrip(_EDGES)
    if any(char.isdigit() or char in "日号" for char in head):
        ends = list(_END.finditer(head))
        return Span(start + (ends[-1].end() if ends else 0), start + len(head))
    tail = text[word.end() :]
    lead = len(tail) - len(tail.lstrip(_EDGES))
    return Span(start + word.end() + lead, start + word.end() + len(tail.rstrip(_EDGES)))


def _meant(pair: Pair, reading: Reading) -> tuple[Day, ...]:
    """The days a pair may mean: one when its own sentence named the year before, none without any year."""
    if pair.period.anchor is not Anchor.ABSOLUTE:
        return ()
    days = days_meant(pair.period, pair.day, reading.article)
    given = reading.article.published
    known = given is not None and not guessed(reading.article) and pair.day[0] >= given.year
    if len(days) > 1 and known and _named_before(pair, reading):
        return (pair.day,)
    return days if pair.day in days else (pair.day, *days)


def _open(pair: Pair, reading: Reading) -> bool:
    """Whether the year of a pair was left out, or is the article's own."""
    return inferred(pair.period) or this_year(pair.period, reading.article)


def _named_before(pair: Pair, reading: Reading) -> bool:
    inside, start = sentence(reading.article.text, pair.period.span.start), pair.period.span.start
    told = [_year_named(one) for one in periods_within(reading, Span(inside.start, start))]
    years = [year for year in told if year is not None]
    return bool(years) and years[-1] == pair.day[0]


def _year_named(period: Period) -> int | None:
    """The year a date names, by number or by a word (去年)."""
    said = period.part("year")
    if said is not None:
        return int(said)
    whole = period.grain is Grain.YEAR and not inferred(period)
    return period.first[0] if whole and period.first is not None else None


def _alone(pair: Pair, days: Sequence[Day]) -> Verdict | None:
    """A pair by itself: other years are fair when none was named."""
    fair = [calendar.weekday(day) for day in days]
    if not fair or pair.weekday in fair[1:]:
        return None
    return Verdict(days[0], fair[0], pair.weekday == fair[0])


def _holds(verdict: Verdict | None) -> bool:
    return verdict is not None and verdict.holds


_Run = dict[int, Pair]


def _runs(found: Sequence[Pair], places: Sequence[int]) -> Iterator[_Run]:
    """The pairs, by place, that follow each other within one season; the year may turn."""
    run: _Run = {}
    last: Day | None = None
    for place in places:
        pair = found[place]
        if last is not None:
            pair = _nearest(last, pair)
            if abs(calendar.days_between(last, pair.day)) > _NEAR:
                yield run
                run, pair = {}, found[place]
        run[place], last = pair, pair.day
    if run:
        yield run


def _nearest(day: Day, pair: Pair) -> Pair:
    """The pair in the year that brings it closest to `day`: 1月3日 behind 12月26日 is of the next."""
    if pair.period.anchor is Anchor.ABSOLUTE:
        return pair
    days = [(day[0] + shift, *pair.day[1:]) for shift in (0, -1, 1)]
    return replace(pair, day=min(days, key=lambda one: abs(calendar.days_between(day, one))))


def _in_step(run: _Run, shift: int) -> dict[int, Verdict]:
    """The pairs of a run when its article speaks from `shift` years later than was thought."""
    right = [place for place, pair in run.items() if _fits(pair, shift)]
    found = {}
    for place, pair in run.items():
        nearest = sorted((one for one in right if one != place), key=lambda one: abs(one - place))
        verdict = _in(pair, shift, tuple(run[one] for one in nearest[:_TWO]))
        if verdict is not None:
            found[place] = verdict
    return found


def _together(run: _Run) -> dict[int, Verdict]:
    """The pairs of a run by the year that most of them agree on; nothing when two halves disagree."""
    if len(run) < _TWO:
        return {}
    agreed = [(shift, [place for place, pair in run.items() if _fits(pair, shift)]) for shift in _shifts()]
    most = max(_days_of(run, places) for _, places in agreed)
    if most < _TWO:
        return _clashing(run)
    best = [(shift, places) for shift, places in agreed if _days_of(run, places) == most]
    shift, right = best[0]
    likely = shift == 0 and all(pair.period.anchor is Anchor.ABSOLUTE for pair in run.values())
    if not likely and any(places != right for _, places in best):
        return {}
    return _in_step(run, shift)


def _clashing(run: _Run) -> dict[int, Verdict]:
    """Two pairs that no year reconciles: the second is wrong, or that which the likely year contradicts."""
    (one, first), (two, second) = list(run.items())[:2]
    if len(run) > _TWO or any(_fits(first, shift) and _fits(second, shift) for shift in _shifts()):
        return {}
    if _fits(second, 0) and second.period.anchor is Anchor.ABSOLUTE:
        one, first, two, second = two, second, one, first
    shift = next((shift for shift in _shifts() if _fits(first, shift)), 0)
    verdict = _in(second, shift, (first,))
    return {two: verdict} if verdict else {}


def _in(pair: Pair, shift: int, beside: tuple[Pair, ...]) -> Verdict | None:
    """What a pair is when its article speaks from `shift` years later than was thought."""
    day = _moved(pair, shift)
    if not calendar.exists(*day):
        return None
    weekday = calendar.weekday(day)
    dated = shift == 0 and pair.period.anchor is Anchor.ABSOLUTE
    return Verdict(day, weekday, weekday == pair.weekday, dated, beside)


def _fits(pair: Pair, shift: int) -> bool:
    day = _moved(pair, shift)
    return calendar.exists(*day) and calendar.weekday(day) == pair.weekday


def _moved(pair: Pair, shift: int) -> Day:
    dated = pair.period.anchor is Anchor.ABSOLUTE
    return pair.day[0] + shift + (0 if dated else _SOME_YEAR), *pair.day[1:]


def _shifts() -> Sequence[int]:
    """Years in which the article may speak, the likeliest first."""
    return (0, 1, -1, *range(2, _CYCLE - 1))


def _days_of(run: _Run, places: Sequence[int]) -> int:
    return len({run[place].day[1:] for place in places})
