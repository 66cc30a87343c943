"""Figures and dates by position: those of a stretch, those of each sentence, the next one.

All look-ups are by bisection, so that no judgement grows with the length of the article.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.checks.parts.around import sentence
from factcheck.checks.parts.last import Last
from factcheck.model import Figure, Period, Reading, Span


def figures_within(reading: Reading, span: Span) -> Sequence[Figure]:
    """The figures that begin in `span`, in reading order."""
    figures = reading.figures
    first, last = (bisect_left(figures, edge, key=_figure) for edge in (span.start, span.end))
    return figures[first:last]


def periods_within(reading: Reading, span: Span) -> Sequence[Period]:
    """The dates that begin in `span`, in reading order."""
    periods = reading.periods
    first, last = (bisect_left(periods, edge, key=_period) for edge in (span.start, span.end))
    return periods[first:last]


def next_date(reading: Reading, at: int) -> int:
    """Where the first date from `at` on begins; the end of the text when there is none."""
    place = bisect_left(reading.periods, at, key=_period)
    return reading.periods[place].span.start if place < len(reading.periods) else len(reading.article.text)


def figure_before(reading: Reading, at: int) -> Figure | None:
    """The last figure that begins before `at`."""
    place = bisect_left(reading.figures, at, key=_figure)
    return reading.figures[place - 1] if place else None


@cache
def _last() -> Last[Sequence[tuple[Span, list[Figure]]]]:
    return Last()


def sentences(reading: Reading) -> Sequence[tuple[Span, list[Figure]]]:
    """The sentences that hold figures, each with those it holds."""
    return _last().of(reading, find=lambda: tuple(by_sentence(reading, reading.figures)))


def by_sentence(reading: Reading, figures: Sequence[Figure]) -> Iterator[tuple[Span, list[Figure]]]:
    """The sentences that hold some of `figures` (in reading order), each with those it holds."""
    inside, held = Span(0, 0), list[Figure]()
    for figure in figures:
        if figure.span.start >= inside.end:
            if held:
                yield inside, held
            inside, held = sentence(reading.article.text, figure.span.start), []
        held.append(figure)
    if held:
        yield inside, held


def _figure(figure: Figure) -> int:
    return figure.span.start


def _period(period: Period) -> int:
    return period.span.start
