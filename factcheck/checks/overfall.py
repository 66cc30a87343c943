"""A fall by more than all there was: visitors, output and fires cannot drop by 120%."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Fact, Measure, Reading

_ALL = Interval.between(-1, None)


def check(subject: Claim, reading: Reading, *, negative: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """A conflict when `subject` falls by more than 100%; `negative` names what can turn negative."""
    of, unit = subject.quantity.of, subject.unit
    if subject.quantity.measure is not Measure.GROWTH or not isinstance(of, Fact) or subject.interval is None:
        return
    percent = unit is not None and unit.dimension is Dimension.RATIO
    if percent and not subject.interval.meets(_ALL) and not any(word in of.indicator for word in negative):
        yield conflict(Spot("fall", subject.span))
