"""Ages of today in an article that does not say when it speaks: the year that they agree on.

Somebody born in 1950 who is 75 this year speaks of 2025, whoever else tells his age beside him; and what
is told of 2009 as past makes nobody younger than he was then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement
from factcheck.checks.parts.around import sentence
from factcheck.checks.parts.births import Date, judged
from factcheck.checks.parts.dates import year
from factcheck.checks.parts.tense import future
from factcheck.model import Anchor, Figure, Reading
from factcheck.patterns import compiled
from factcheck.records import dataclass

# Years by which two ages of one day may disagree: birthdays to come, the old way of counting, a slip of one.
_APART = 3
_THEN = compiled(
    r"[^，。；：！？\n]{0,10}?(?:时|那年|之?后)(?![间长刻])|[^。；！？\n]{0,20}(?:了|曾)(?![解望])"
)


@dataclass(frozen=True, slots=True)
class Aged:
    """An age of today with the birth it is told with."""

    figure: Figure
    birth: Date

    @property
    def year(self) -> int:
        """The year in which the age is reached."""
        return self.birth.first[0] + int(self.figure.value or 0)


def disagreeing(reading: Reading, aged: Sequence[Aged]) -> Iterator[Judgement]:
    """The ages that cannot be of one day with the others, or with what is told as past."""
    kept = list(aged)
    for one in aged:
        event = _past(reading, one)
        if event is not None:
            kept.remove(one)
            yield from judged(reading, one.figure, one.birth, event, strict=False)
    if not kept:
        return
    best = min(kept, key=lambda one: (-_backing(one, kept), one.figure.span.start))
    for one in kept:
        if abs(one.year - best.year) > _APART:
            event = Date(best.figure.span, (best.year, 1, 1), (best.year, 12, 28))
            yield from judged(reading, one.figure, one.birth, event, strict=False)


def _backing(one: Aged, others: Sequence[Aged]) -> int:
    return sum(abs(one.year - other.year) <= _APART for other in others)


def _past(reading: Reading, one: Aged) -> Date | None:
    """A year of which something is told as past, and in which the age was already over."""
    text = reading.article.text
    for period in reading.periods:
        told = year(period)
        if told is None or told <= one.year + 1 or not period.part("year") or period.first is None:
            continue
        inside = sentence(text, period.span.start)
        clear = period.anchor is Anchor.ABSOLUTE and not future(text[inside.start : inside.end])
        if clear and period.last is not None and _THEN.match(text, period.span.end):
            return Date(period.span, period.first, period.last)
    return None
