"""Whether one slip of the pen is all that keeps a quotient from coming out: 1.03% for 1.30%.

Where the words do not say for sure what a rate or a mean is of, only such a slip shows that it was meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.claims.facts import interval_of
from factcheck.claims.mentions import Mention
from factcheck.claims.slips import digit_changes, digits_of, neighbour_changes
from factcheck.interval import Interval

_LARGER = (Fraction(1000), Fraction(1024), Fraction(10000), Fraction(10) ** 8)
_MAGNITUDES = (*_LARGER, *(1 / factor for factor in _LARGER))


def misprinted(
    each: Mention,
    total: Mention,
    count: Mention,
    per: Fraction = Fraction(1),
    *,
    digits: bool = False,
    sums: bool = False,
) -> bool:
    """Whether `each` times `count` is `total` once two neighbouring digits of one of them change places.

    With `digits`, one wrong digit in `each` will do as well; with `sums`, one in `total`.
    """
    one, amount, number = (interval_of(m) for m in (each, total, count))
    if one is None or amount is None or number is None or one.top is None or _hedged(each):
        return False
    made = one.scaled(per)
    if amount.meets(made * number):
        return False
    rates = any(amount.meets(other.scaled(per) * number) for other in _others(each, digits=digits))
    return (
        rates
        or any(other.meets(made * number) for other in _others(total, digits=sums))
        or any(amount.meets(made * other) for other in _others(count))
    )


def mismeasured(each: Mention, total: Mention, count: Mention, per: Fraction = Fraction(1)) -> bool:
    """Whether `each` times `count` is `total` but for 万 or 亿: 15艘, 每艘8万吨, 累计120吨."""
    one, amount, number = (interval_of(m) for m in (each, total, count))
    if one is None or amount is None or number is None or _hedged(each) or _hedged(total):
        return False
    made = one.scaled(per) * number
    return any(amount.scaled(factor).meets(made) for factor in _MAGNITUDES)


def _hedged(mention: Mention) -> bool:
    """98%以上 holds for much, whatever the digits are."""
    return mention.slot.figure is None or bool(mention.slot.figure.hedge)


def _others(mention: Mention, *, digits: bool = False) -> Iterator[Interval]:
    """What a mention would mean with two neighbouring digits exchanged, or with another digit."""
    said, figure = interval_of(mention), mention.slot.figure
    if said is None or figure is None or figure.value is None or not figure.step:
        return
    written = digits_of(figure)
    scale = figure.unit.scale if figure.unit is not None else Fraction(1)
    place = Fraction(figure.step) * scale * mention.sign
    for change in digit_changes(written) if digits else neighbour_changes(written):
        yield said + Interval.exactly(change * place)
