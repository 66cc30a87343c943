"""What a part adds to a growth: its weight times its own growth, or its increment over the whole one.

占工业30%的电子行业增长12%，拉动工业增长3.6个百分点; 财政增收4亿元，其中旅游业增收1亿元，贡献率25%. The
weight that counts is that of the year before, so that the one printed may be off by the part's growth.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.printing import printed
from factcheck.checks.parts.told import alike, near, told
from factcheck.interval import Interval
from factcheck.model import Claim, Measure, Quantity, Reading

_ONE = Interval.exactly(1)
# The whole may have shrunk or grown between the two years, which moves the weight as well.
_LEEWAY = Interval.between(Fraction(9, 10), Fraction(11, 10))


def check(subject: Sequence[Claim], reading: Reading, *, words: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """Every sentence in which one contribution follows what it is made of."""
    for here in told(reading, subject, words):
        for at, claim in enumerate(here.claims):
            if claim.quantity.sort == "contribution" and claim.interval is not None:
                before = [one for one in here.claims[:at] if one.interval is not None]
                terms = _weighed(before) if _in_points(claim) else _increments(before)
                if terms is not None:
                    yield from _judged(claim, *terms)


def _in_points(claim: Claim) -> bool:
    return claim.unit is not None and claim.unit.name.endswith("点")


def _weighed(before: Sequence[Claim]) -> tuple[Claim, Claim, Interval] | None:
    """The weight and the growth right before a pull in points, and what they come to."""
    if len(before) != 2:
        return None
    share, growth = before
    weighs = share.quantity.measure is Measure.QUOTIENT and share.quantity.sort == "share"
    if not weighs or growth.quantity.measure is not Measure.GROWTH:
        return None
    assert share.interval is not None and growth.interval is not None
    now, rate = share.interval, growth.interval
    earlier = now / (_ONE + rate)
    return share, growth, (now.hull(earlier) * rate) * _LEEWAY


def _increments(before: Sequence[Claim]) -> tuple[Claim, Claim, Interval] | None:
    """The increments of the whole and of one part of it, and the part over the whole."""
    rises = [one for one in before if _is_increment(one.quantity)]
    if len(rises) != 2 or not alike(rises[0], rises[1]):
        return None
    whole, part = rises
    assert whole.interval is not None and part.interval is not None
    try:
        return part, whole, part.interval / whole.interval
    except ZeroDivisionError:  # a whole that may not have grown at all
        return None


def _is_increment(quantity: Quantity) -> bool:
    return quantity.measure is Measure.DIFFERENCE and quantity.sort == "increment"


def _judged(claim: Claim, one: Claim, two: Claim, expected: Interval) -> Iterator[Judgement]:
    assert claim.interval is not None
    spots = Spot("pull", claim.span), Spot("one", one.span), Spot("two", two.span)
    sign = "×" if _in_points(claim) else "÷"
    texts = [each.figures[0].text for each in (claim, one, two)]
    if expected.meets(claim.interval):
        yield held(*spots, equation=f"{texts[0]} = {texts[1]} {sign} {texts[2]}")
    elif near(expected, claim.interval):
        wanted = printed(expected, claim, _nominal(claim, one, two))
        yield conflict(*spots, equation=f"{texts[0]} ≠ {texts[1]} {sign} {texts[2]}", expected=wanted)


def _nominal(claim: Claim, one: Claim, two: Claim) -> Fraction | None:
    """What an editor gets who works with the numbers as they stand."""
    assert one.interval is not None and two.interval is not None
    left, right = one.interval.middle, two.interval.middle
    if not left or not right:
        return None
    return left * right if _in_points(claim) else left / right
