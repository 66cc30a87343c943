"""The growth of a whole as the weighted mean of the growths of its parts.

At constant prices the levels of the year before cannot be worked out from those of this year, but the
growth of the whole still lies where the growths of the parts, weighted by their shares, put it. The
weights of the base year are those of this year but for what relative prices moved meanwhile; a
quarter of each weight is left for that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.claims.lexicons import is_real
from factcheck.interval import Interval
from factcheck.model import Claim, Fact, Partition

_MOVED = Fraction(1, 4)


def weighted(partition: Partition, rates: Sequence[Claim]) -> Iterator[Partition]:
    """The growths of a whole and its parts (`rates`, the whole's first), published at constant prices."""
    if not _is_real(rates[0]):
        return
    levels = [part.interval.middle if part.interval is not None else None for part in partition.parts]
    growths = [rate.interval.middle if rate.interval is not None else None for rate in rates[1:]]
    weights = [level for level in levels if level is not None and level > 0]
    means = [growth for growth in growths if growth is not None]
    if len(weights) < len(levels) or len(means) < len(growths):
        return
    total = sum(weights, Fraction(0))
    shares = [weight / total for weight in weights]
    middle = sum((share * mean for share, mean in zip(shares, means, strict=True)), Fraction(0))
    low, high = (end - middle for end in _reach(shares, means))
    parts = [
        _pull(level, rate, share)
        for share, level, rate in zip(shares, partition.parts, rates[1:], strict=True)
    ]
    assert parts[0].interval is not None
    parts[0] = replace(parts[0], interval=parts[0].interval + Interval.between(low, high))
    yield Partition(
        rates[0], tuple(parts), "stated", partition.article, partition.by, "weighted", (), "weighted"
    )


def _pull(level: Claim, rate: Claim, share: Fraction) -> Claim:
    """What a part adds to the growth of the whole."""
    assert rate.interval is not None
    figures = (*level.figures, *rate.figures)
    return replace(rate, interval=rate.interval.scaled(share), figures=figures, made_by="weighted")


def _is_real(rate: Claim) -> bool:
    """Output at constant prices; the volumes of several trades are at the prices of several years."""
    of = rate.quantity.of
    if not isinstance(of, Fact):
        return False
    named = of.indicator.partition("|")[0]
    return is_real(named) and not named.endswith("业务总量")


def _reach(shares: Sequence[Fraction], means: Sequence[Fraction]) -> tuple[Fraction, Fraction]:
    """The least and the largest weighted mean when each weight may move by a quarter."""
    order = sorted(range(len(means)), key=lambda n: means[n])
    found = []
    for cut in range(len(order) + 1):
        light, heavy = 1 - _MOVED, 1 + _MOVED
        for below, above in ((light, heavy), (heavy, light)):
            weights = {n: shares[n] * (below if place < cut else above) for place, n in enumerate(order)}
            whole = sum(weights.values(), Fraction(0))
            found.append(sum((weights[n] * means[n] for n in order), Fraction(0)) / whole)
    return min(found), max(found)
