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
from math import lcm
from operator import itemgetter

from factcheck.claims.lexicons import is_real
from factcheck.interval import Interval
from factcheck.model import Claim, Fact, Partition

_LIGHT, _HEAVY = 3, 5  # quarters of a weight


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
    over, parts = (lcm(*(one.denominator for one in some)) for some in (shares, means))
    pairs = sorted(zip(means, shares, strict=True), key=itemgetter(0))
    weights = [int(share * over) for _, share in pairs]  # in whole numbers: the sums are many
    pulls = [weight * int(mean * parts) for weight, (mean, _) in zip(weights, pairs, strict=True)]
    found = []
    for cut in range(len(pairs) + 1):
        for below, above in ((_LIGHT, _HEAVY), (_HEAVY, _LIGHT)):
            whole = below * sum(weights[:cut]) + above * sum(weights[cut:])
            found.append(Fraction(below * sum(pulls[:cut]) + above * sum(pulls[cut:]), whole * parts))
    return min(found), max(found)
