"""Widened or narrowed against the two sizes it compares: 下降5.1%, 降幅比上月（5.4%）扩大0.3个百分点."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.told import Told, told
from factcheck.model import Claim, Dimension, Figure, Reading


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
                yield from _judged(here, at, grows)


def _judged(here: Told, at: int, grows: bool) -> Iterator[Judgement]:
    now, before, points = here.figures[at - 2 : at + 1]
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


def _dimension(figure: Figure) -> Dimension | None:
    return None if figure.unit is None else figure.unit.dimension
