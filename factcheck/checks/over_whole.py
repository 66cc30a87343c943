"""More than all of some people: 125%的受访者."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.model import Dimension, Figure, Reading


def check(subject: Reading, reading: Reading, *, people: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """A conflict for each share of more than 100% of a group of `people`, named right after 的."""
    text = reading.article.text
    for figure in reading.figures:
        if text.startswith(people, figure.span.end) and _over(figure):
            yield conflict(Spot("share", figure.span))


def _over(figure: Figure) -> bool:
    unit, interval = figure.unit, figure.interval
    if unit is None or unit.dimension is not Dimension.RATIO or interval is None or interval.bottom is None:
        return False
    return interval.bottom * unit.scale > 1
