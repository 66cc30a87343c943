"""Figures and dates by position: those of a stretch, those of each sentence, the next one.

All look-ups are by bisection, so that no judgement grows with the length of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from factcheck.checks.parts.around import next_sentence
from factcheck.checks.parts.last import Last
from factcheck.model import Figure, Period, Reading, Span
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Numbered:
    """The sentences that hold figures, line by line in one text: of a report a third, so quicker to search.

    Attributes:
        text: the sentences.
        ends: where each of them ends in `text`.
        sentences: where each stands in the article, and the figures it holds.
    """

    text: str
    ends: Sequence[int]
    sentences: Sequence[tuple[Span, Sequence[Figure]]]


def figures_within(reading: Reading, span: Span) -> Sequence[Figure]:
    """The figures that begin in `span`, in reading order."""
    starts = _starts(reading).figures
    first = bisect_left(starts, span.start)
    return reading.figures[first : bisect_left(starts, span.end, first)]


def periods_within(reading: Reading, span: Span) -> Sequence[Period]:
    """The dates that begin in `span`, in reading order."""
    starts = _starts(reading).periods
    first = bisect_left(starts, span.start)
    return reading.periods[first : bisect_left(starts, span.end, first)]


def next_date(reading: Reading, at: int) -> int:
    """Where the first date from `at` on begins; the end of the text when there is none."""
    place = bisect_left(_starts(reading).periods, at)
    return reading.periods[place].span.start if place < len(reading.periods) else len(reading.article.text)


def figure_before(reading: Reading, at: int) -> Figure | None:
    """The last figure that begins before `at`."""
    place = bisect_left(_starts(reading).figures, at)
    return reading.figures[place - 1] if place else None


@cache
def _last() -> Last[Numbered]:
    return Last()


def numbered(reading: Reading) -> Numbered:
    """The sentences that hold figures, to be searched for words."""
    return _last().of(reading, find=lambda: _numbered(reading))


def _numbered(reading: Reading) -> Numbered:
    found = tuple(by_sentence(reading, reading.figures))
    text = "\n".join([inside.of(reading.article.text) for inside, _ in found])
    ends = list(accumulate(inside.end - inside.start + 1 for inside, _ in found))
    return Numbered(text, ends, found)


def sentences(reading: Reading) -> Sequence[tuple[Span, Sequence[Figure]]]:
    """The sentences that hold figures, each with those it holds."""
    return numbered(reading).sentences


def saying(reading: Reading, words: re.Pattern[str]) -> Iterator[tuple[Span, Sequence[Figure]]]:
    """Those of the sentences that hold figures in which `words` are found."""
    inside, at = numbered(reading), 0
    while (found := words.search(inside.text, at)) is not None:
        place = bisect_right(inside.ends, found.start())
        at = inside.ends[place]
        yield inside.sentences[place]


def by_sentence(reading: Reading, figures: Sequence[Figure]) -> Iterator[tuple[Span, list[Figure]]]:
    """The sentences that hold some of `figures` (in reading order), each with those it holds."""
    inside, held = Span(0, 0), list[Figure]()
    for figure in figures:
        if figure.span.start >= inside.end:
            if held:
                yield inside, held
            inside, held = next_sentence(reading.article.text, figure.span.start, inside), []
        held.append(figure)
    if held:
        yield inside, held


@dataclass(frozen=True, slots=True, eq=False)
class _Starts:
    """Where the figures and the dates of an article begin."""

    figures: Sequence[int]
    periods: Sequence[int]


@cache
def _last_starts() -> Last[_Starts]:
    return Last()


def _starts(reading: Reading) -> _Starts:
    return _last_starts().of(reading, find=lambda: _begins(reading))


def _begins(reading: Reading) -> _Starts:
    return _Starts([one.span.start for one in reading.figures], [one.span.start for one in reading.periods])
