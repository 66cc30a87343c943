"""By for to: 覆盖率由82%提高了95% would end at 177% or 160%; the second number is where it went to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import before
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Fact, Figure, Reading
from factcheck.patterns import compiled

_BY = compiled(r"(?:迅速|大幅|稳步|逐步|一举)?(?:提高|提升|上升|增加|增长|扩大|攀升|跃升)了?")
_FROM = compiled("[由从]$|[由从][^，。；]{0,12}的$")
_ALL = Interval.between(0, 1)
_FAR = 16


def check(subject: Claim, reading: Reading, *, shares: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """A conflict when a part of a whole, named by one of `shares`, would rise above the whole.

    `subject` is the rise in percent; the figure right before it is where it rose from.
    """
    figures = reading.figures
    at = bisect_left(figures, subject.span.start, key=_start)
    of = subject.quantity.of
    if not at or subject.interval is None or not isinstance(of, Fact):
        return
    base = figures[at - 1]
    text = reading.article.text
    if not any(word in of.indicator for word in shares) or not _percent(base):
        return
    told = _FROM.search(before(text, base.span.start, _FAR)) is not None
    if not told or not _BY.fullmatch(text[base.span.end : subject.span.start]) or base.interval is None:
        return
    if not (base.interval.scaled(base.unit.scale if base.unit else 1) + subject.interval).meets(_ALL):
        yield conflict(Spot("rise", subject.span), Spot("base", base.span), expected=subject.figures[0].text)


def _percent(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.dimension is Dimension.RATIO


def _start(figure: Figure) -> int:
    return figure.span.start
