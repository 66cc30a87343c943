"""A year against the century or the decade that is said to be its own: 1983年，即19世纪80年代初."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import any_of, before, sentence
from factcheck.checks.parts.dates import said
from factcheck.checks.parts.pairs import explained, side_by_side
from factcheck.checks.parts.within import periods_within
from factcheck.model import Grain, Period, Reading, Span

_BROAD = frozenset({Grain.DECADE, Grain.CENTURY})


def check(
    subject: Reading, reading: Reading, *, built: tuple[str, ...] = (), begun: tuple[str, ...] = ()
) -> Iterator[Judgement]:
    """Compare a year with the century or decade beside it (19世纪末的1892年).

    A decade behind one of `built` (始建于) is also compared with the first year of the sentence that
    one of `begun` (动工) follows.
    """
    for first, second in explained(reading):
        yield from _judged(first, second)
    for first, second, between in side_by_side(reading):
        if between == "的" and first.grain in _BROAD:
            yield from _judged(first, second)
    yield from _founded(reading, any_of(built), any_of(begun)) if built else ()


def _judged(first: Period, second: Period) -> Iterator[Judgement]:
    broad, year = (first, second) if first.grain in _BROAD else (second, first)
    named = said(year, "year")
    if broad.grain not in _BROAD or named is None or named < 100 or year.grain in _BROAD:
        return
    spots = Spot("broad", broad.span), Spot("year", year.span)
    if _within(broad, named):
        yield held(*spots, equation=f"{year.text} = {broad.text}")
    else:
        yield conflict(*spots, equation=f"{year.text} ≠ {broad.text}", expected=_printed(broad, named))


def _within(broad: Period, year: int) -> bool:
    """Whether a year lies in the stretch; 1900 may be called the 19th century and the 20th."""
    if broad.first is None or broad.last is None:
        return True
    return broad.first[0] - (broad.grain is Grain.CENTURY) <= year <= broad.last[0]


def _printed(broad: Period, year: int) -> str:
    if broad.grain is Grain.CENTURY:
        return f"{(year - 1) // 100 + 1}世纪"
    return f"{year // 100 + 1}世纪{year % 100 // 10 * 10}年代"


def _founded(reading: Reading, built: re.Pattern[str], begun: re.Pattern[str]) -> Iterator[Judgement]:
    text = reading.article.text
    for broad in reading.periods:
        ahead = before(text, broad.span.start, 4)
        if broad.grain is not Grain.DECADE or not any(ahead.endswith(word) for word in built.findall(ahead)):
            continue
        end = sentence(text, broad.span.end).end
        for year in periods_within(reading, Span(broad.span.end, end)):
            if begun.match(text, year.span.end):
                yield from _judged(broad, year)
                break
