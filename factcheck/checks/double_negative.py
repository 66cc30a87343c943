"""A minus after a word that already says less: 下降-3.5% would be a rise."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.model import Claim, Measure, Reading


def check(subject: Claim, reading: Reading) -> Iterator[Judgement]:
    """A conflict when a fall is printed with a minus."""
    if subject.sign > 0 or subject.alternative or len(subject.figures) != 1:
        return
    if subject.quantity.measure not in (Measure.GROWTH, Measure.DIFFERENCE):
        return
    figure = subject.figures[0]
    if figure.value is not None and figure.value < 0:
        bare = figure.text.lstrip("-－−–负")
        judgement = conflict(Spot("fall", figure.span), expected=bare)
        yield judgement.edited(bare, "降、减已含负义，去掉负号")
