"""By for to: 覆盖率由82%提高了95% would end at 177% or 160%; the second number is where it went to."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import before
from factcheck.checks.parts.compared import base
from factcheck.checks.parts.within import figure_before
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Fact, Reading
from factcheck.patterns import compiled

_BY = compiled(r"(?:迅速|大幅|稳步|逐步|一举)?(?:提高|提升|上升|增加|增长|扩大|攀升|跃升)了?")
_FROM = compiled("[由从]$|[由从][^，。；]{0,12}的$")
_ALL = Interval.between(0, 1)
_FAR = 16


def check(subject: Claim, reading: Reading, *, shares: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """A conflict when a part of a whole, named by one of `shares`, would rise above the whole.

    `subject` is the rise in percent; the figure right before it is where it rose from.
    """
    text, at, of = reading.article.text, subject.span.start, subject.quantity.of
    if not isinstance(of, Fact) or not any(word in of.indicator for word in shares):
        return
    first = figure_before(reading, at)
    if first is None or first.unit is None or first.unit.dimension is not Dimension.RATIO:
        return
    if not _BY.fullmatch(text, first.span.end, at) or not _FROM.search(before(text, first.span.start, _FAR)):
        return
    share, rise = base(first), subject.interval
    if share is not None and rise is not None and not (share + rise).meets(_ALL):
        yield conflict(Spot("rise", subject.span), Spot("base", first.span), expected=subject.figures[0].text)
