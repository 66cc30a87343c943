"""More than all of some people: 125%的受访者."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.model import Dimension, Figure, Reading


def check(subject: Figure, reading: Reading, *, people: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """A conflict for more than 100% of a group of `people`, named right after 的."""
    unit, interval = subject.unit, subject.interval
    if unit is None or unit.dimension is not Dimension.RATIO or interval is None or interval.bottom is None:
        return
    if interval.bottom * unit.scale > 1 and reading.article.text.startswith(people, subject.span.end):
        yield conflict(Spot("share", subject.span))
