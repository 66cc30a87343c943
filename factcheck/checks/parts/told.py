"""Stretches of text that say a certain word, with the claims and figures in them.

Most judgements are about sentences that say 其余, 持平 or 贡献率; finding the word first keeps them from
looking at every claim of an article.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache

from factcheck.checks.parts.around import any_of
from factcheck.checks.parts.last import Last
from factcheck.checks.parts.within import figures_within, saying
from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Measure, Reading, Span
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A sentence or a paragraph.

    Attributes:
        span: where it stands in the reading text.
        text: its words.
        claims: what its figures claim under the reading the words ask for, one claim a figure.
        figures: all its figures.
    """

    span: Span
    text: str
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]

    def left(self, one: Claim | Figure) -> str:
        """The words between the figure before and this one."""
        start, place = self.span.start, bisect_left(self.figures, one.span.start, key=_start)
        end = self.figures[place - 1].span.end if place else start
        return self.text[max(end - start, 0) : one.span.start - start]

    def right(self, one: Claim | Figure) -> str:
        """The words between this figure and the one after."""
        start, place = self.span.start, bisect_left(self.figures, one.span.end, key=_start)
        end = self.figures[place].span.start if place < len(self.figures) else self.span.end
        return self.text[one.span.end - start : end - start]

    def levels(self) -> list[Claim]:
        """The levels among the claims that have a number."""
        return [one for one in self.claims if one.quantity.measure is Measure.LEVEL and one.interval]


def told(reading: Reading, claims: Iterable[Claim], words: Sequence[str]) -> Iterator[Told]:
    """The sentences of `reading` that say one of `words` and hold figures, each once."""
    ordered: tuple[list[Claim], list[int]] | None = None
    for span, figures in saying(reading, any_of(words)):
        ordered = ordered or _ordered(claims)
        yield Told(span, span.of(reading.article.text), _within(span, *ordered), tuple(figures))


def told_in(
    reading: Reading, claims: Iterable[Claim], words: Sequence[str], stretch: Callable[[str, int], Span]
) -> Iterator[Told]:
    """The sentences or paragraphs of `reading` that say one of `words`, figures or none, each once."""
    text, search, at = reading.article.text, any_of(words).search, 0
    ordered: tuple[list[Claim], list[int]] | None = None
    while (found := search(text, at)) is not None:
        span = stretch(text, found.start())
        at = max(span.end, found.end())
        ordered = ordered or _ordered(claims)
        yield Told(span, span.of(text), _within(span, *ordered), tuple(figures_within(reading, span)))


def _within(span: Span, ordered: Sequence[Claim], starts: Sequence[int]) -> tuple[Claim, ...]:
    """Those of the claims that stand in a stretch."""
    return tuple(ordered[bisect_left(starts, span.start) : bisect_left(starts, span.end)])


def alike(one: Claim, two: Claim) -> bool:
    """Whether two claims are counted in one unit."""
    return one.unit is not None and two.unit is not None and one.unit.base == two.unit.base


def bounded(claims: Iterable[Claim]) -> list[Interval]:
    """The intervals of claims; none at all if one of them has no two ends."""
    found = [claim.interval for claim in claims]
    kept = [one for one in found if one is not None and one.bounded]
    return kept if len(kept) == len(found) else []


def near(one: Interval, two: Interval, factor: Fraction = Fraction(2)) -> bool:
    """Whether neither is more than `factor` times the other; far numbers are misread ones."""
    first, second = one.middle, two.middle
    if first is None or second is None or first <= 0 or second <= 0:
        return False
    return max(first, second) <= factor * min(first, second)


def _start(figure: Figure) -> int:
    return figure.span.start


@cache
def _last() -> Last[tuple[list[Claim], list[int]]]:
    return Last()


def _ordered(claims: Iterable[Claim]) -> tuple[list[Claim], list[int]]:
    """Claims by position, one a figure (levels ahead of what else it may mean), and where they stand."""
    if isinstance(claims, tuple):
        return _last().of(claims, find=lambda: _sorted(claims))
    return _sorted(claims)


def _sorted(claims: Iterable[Claim]) -> tuple[list[Claim], list[int]]:
    kept: dict[int, Claim] = {}
    for claim in claims:
        if not claim.alternative and claim.figures:
            start = claim.span.start
            if start not in kept or claim.quantity.measure is Measure.LEVEL:
                kept[start] = claim
    starts = sorted(kept)
    return [kept[start] for start in starts], starts
