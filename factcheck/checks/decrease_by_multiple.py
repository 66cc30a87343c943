"""A decrease said as a multiple: 减少3倍 takes away three times what there was."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.model import Claim, Dimension, Measure, Reading


def check(subject: Claim, reading: Reading) -> Iterator[Judgement]:
    """A conflict when `subject` is a fall and its unit is 倍."""
    unit = subject.unit
    fall = subject.quantity.measure is Measure.GROWTH and subject.sign < 0
    if fall and unit is not None and unit.dimension is Dimension.MULTIPLE and subject.figures:
        yield conflict(Spot("fall", subject.span))
