"""Widened or narrowed against the two sizes it compares: 下降5.1%, 降幅比上月（5.4%）扩大0.3个百分点."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.told import Told, told
from factcheck.checks.parts.within import periods_within
from factcheck.model import Claim, Dimension, Figure, Reading, Span
from factcheck.patterns import compiled

_BASE = compiled("环比|同比")
_EARLIER = compiled(
    "[上前去今本当](?:个|一)?(?:年|季度?|半年|月|旬|周|期|次)|此前|之前|原来|前值|同期|[年月季期]初|(?:扩大|收窄|缩小|拉大|[增升降涨跌])[到至为]"
)
# 下降0.7%，降幅与上月相同；…: that one is settled, what follows is of another.
_LEVEL = compiled("相同|一致|持平|相当|不变")
# 比去年便宜6.8%: the year is what it is compared with.
_COMPARED = frozenset("比较同与")


def check(
    subject: Sequence[Claim],
    reading: Reading,
    *,
    sizes: tuple[str, ...] = (),
    wider: tuple[str, ...] = (),
    narrower: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Every sentence in which a size such as 降幅 became `wider` or `narrower` by some points.

    Only where two percentages before differ by just these points, so that nothing else is meant.
    """
    for here in told(reading, (), (*wider, *narrower)):
        for at, points in enumerate(here.figures):
            left = here.text[: points.span.start - here.span.start][-24:]
            grows, shrinks = (any(word in left[-8:] for word in words) for words in (wider, narrower))
            sized = any(word in left for word in sizes)
            if at > 1 and grows is not shrinks and sized and _dimension(points) is Dimension.POINTS:
                yield from _judged(here, reading, at, grows)


def _judged(here: Told, reading: Reading, at: int, grows: bool) -> Iterator[Judgement]:
    now, before, points = here.figures[at - 2 : at + 1]
    if _told_in_order(here, reading, now, before):
        now, before = before, now
    if _of_two_bases(here, now, before) or not _of_two_times(here, reading, now, before):
        return
    if _dimension(now) is not Dimension.RATIO or _dimension(before) is not Dimension.RATIO:
        return
    if now.interval is None or before.interval is None or points.interval is None:
        return
    difference = now.interval - before.interval
    spots = Spot("points", points.span), Spot("now", now.span), Spot("before", before.span)
    if (difference if grows else -difference).meets(points.interval):
        yield held(*spots, equation=f"{now.text} − {before.text} = {points.text}", weak=True)
    elif (-difference if grows else difference).meets(points.interval):
        yield conflict(*spots, way="扩大" if grows else "收窄", other="收窄" if grows else "扩大")


def _of_two_bases(here: Told, one: Figure, two: Figure) -> bool:
    """环比下降0.2%，同比上涨0.4%: neither was the other a month before."""
    first, second = (_BASE.findall(here.text[: figure.span.start - here.span.start]) for figure in (one, two))
    return first[-1:] != second[-1:]


def _of_two_times(here: Told, reading: Reading, one: Figure, two: Figure) -> bool:
    """Whether the words between two sizes say that one was before the other (比上月, 7月份, 扩大到)."""
    start, end = min(one.span.end, two.span.end), max(one.span.start, two.span.start)
    between = here.text[start - here.span.start : end - here.span.start]
    if _LEVEL.search(between):
        return False
    if _EARLIER.search(between):
        return True
    return any(period.span.end <= end for period in periods_within(reading, Span(start, end)))


def _told_in_order(here: Told, reading: Reading, first: Figure, second: Figure) -> bool:
    """4月下降5.2%，5月下降6.4%: the dates beside the two say that the second came later."""
    days = []
    for figure in (first, second):
        said = [
            period
            for period in periods_within(reading, Span(here.span.start, figure.span.start))
            if period.span.end <= figure.span.start and period.last
            if here.text[period.span.start - here.span.start - 1 :][:1] not in _COMPARED
        ]
        days.append((said[-1].anchor, said[-1].last) if said else None)
    one, two = days
    return one is not None and two is not None and one[0] is two[0] and (one[1] or ()) < (two[1] or ())


def _dimension(figure: Figure) -> Dimension | None:
    return None if figure.unit is None else figure.unit.dimension
