"""Intervals: every operation contains exactly the results of its members, and ends keep their flags."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.interval import Interval

NUMBERS = st.fractions(min_value=-50, max_value=50, max_denominator=12)


@st.composite
def intervals(draw: st.DrawFn, low: int = -50, high: int = 50, unbounded: bool = False) -> Interval:
    """Any interval that holds at least one value."""
    numbers = st.fractions(min_value=low, max_value=high, max_denominator=12)
    one, two = sorted([draw(numbers), draw(numbers)])
    inside = one != two
    bottom = None if unbounded and draw(st.booleans()) else one
    top = None if unbounded and draw(st.booleans()) else two
    low_open = inside and bottom is not None and draw(st.booleans())
    high_open = inside and top is not None and draw(st.booleans())
    return Interval.between(bottom, top, low_open=low_open, high_open=high_open)


@st.composite
def members(draw: st.DrawFn, interval: Interval) -> Fraction:
    """A value of an interval, often one of its ends."""
    bottom = Fraction(-60) if interval.bottom is None else interval.bottom
    top = Fraction(60) if interval.top is None else interval.top
    share = draw(st.sampled_from([Fraction(0), Fraction(1), Fraction(1, 2), Fraction(1, 7), Fraction(6, 7)]))
    value = bottom + (top - bottom) * share
    assume(value in interval)
    return value


OPERATIONS = {
    "+": (lambda a, b: a + b),
    "-": (lambda a, b: a - b),
    "*": (lambda a, b: a * b),
    "/": (lambda a, b: a / b),
}


@pytest.mark.parametrize("symbol", OPERATIONS)
@given(data=st.data())
def test_results_of_members_lie_in_the_result(symbol: str, data: st.DataObject) -> None:
    """Whatever the members, their sum, difference, product and quotient are in the interval's."""
    one = data.draw(intervals(unbounded=True))
    two = data.draw(intervals(low=1 if symbol == "/" else -50, unbounded=symbol != "/"))
    operation = OPERATIONS[symbol]
    x, y = data.draw(members(one)), data.draw(members(two))
    assert operation(x, y) in operation(one, two)


@pytest.mark.parametrize("symbol", OPERATIONS)
@given(data=st.data())
def test_closed_ends_are_reached_and_open_ends_are_not(symbol: str, data: st.DataObject) -> None:
    """An end of the result is closed exactly when some corner with closed ends gives it."""
    one = data.draw(intervals())
    two = data.draw(intervals(low=1 if symbol == "/" else -50))
    result = OPERATIONS[symbol](one, two)
    corners = [
        (OPERATIONS[symbol](x, y), x_open or y_open, x, y, x_open, y_open)
        for x, x_open in ((one.bottom, one.low_open), (one.top, one.high_open))
        for y, y_open in ((two.bottom, two.low_open), (two.top, two.high_open))
    ]
    for end, is_open in ((result.bottom, result.low_open), (result.top, result.high_open)):
        here = [corner for corner in corners if corner[0] == end]
        assert here, "an end of the result is the result of two ends"
        zero = any((x == 0 and not xo) or (y == 0 and not yo) for _, _, x, y, xo, yo in here)
        reached = any(not is_corner_open for _, is_corner_open, *_ in here)
        if symbol in "*/" and zero:
            reached = True
        assert is_open is not reached


@given(intervals(unbounded=True))
def test_negation_twice_is_the_same(interval: Interval) -> None:
    """−(−x) is x, flags included."""
    turned = -interval
    assert -turned == interval


def test_negation_swaps_the_flags_with_the_ends() -> None:
    """[5, 6) times −1 is (−6, −5]: the flags travel with their ends."""
    half_open = Interval.between(5, 6, high_open=True)
    turned = Interval.between(-6, -5, low_open=True)
    assert half_open.scaled(-1) == turned
    assert -half_open == turned
    product = half_open * Interval.exactly(-1)
    assert (product.bottom, product.top, product.low_open, product.high_open) == (-6, -5, True, False)


@given(data=st.data())
def test_two_intervals_meet_when_they_share_a_value(data: st.DataObject) -> None:
    """`meets` and `intersect` say the same, and what they share lies in both."""
    one, two = data.draw(intervals(unbounded=True)), data.draw(intervals(unbounded=True))
    common = one.intersect(two)
    assert one.meets(two) is two.meets(one) is (common is not None)
    if common is not None:
        shared = data.draw(members(common))
        assert shared in one
        assert shared in two
        assert common.within(one)


@given(data=st.data())
def test_powers_contain_the_powers_of_members(data: st.DataObject) -> None:
    """xⁿ lies in the nth power, for even and odd n and for intervals across 0."""
    interval, exponent = data.draw(intervals(-6, 6)), data.draw(st.integers(0, 5))
    power = interval.power(exponent)
    assert data.draw(members(interval)) ** exponent in power
    if exponent == 2 and interval.bottom is not None and interval.bottom < 0:
        assert power.bottom is not None
        assert power.bottom >= 0


@given(data=st.data())
def test_a_hull_holds_both(data: st.DataObject) -> None:
    """Every value of either interval lies in their hull."""
    one, two = data.draw(intervals(unbounded=True)), data.draw(intervals(unbounded=True))
    hull = one.hull(two)
    assert data.draw(members(one)) in hull
    assert data.draw(members(two)) in hull


@pytest.mark.parametrize(
    "interval",
    [
        Interval.between(-1, 1),
        Interval.between(0, 1),
        Interval.between(None, 3),
        Interval.between(0, 1, low_open=True),
    ],
)
def test_no_quotient_when_the_divisor_reaches_zero(interval: Interval) -> None:
    """A divisor that may be 0, or as near as one likes, gives no answer."""
    with pytest.raises(ZeroDivisionError):
        Interval.exactly(1) / interval


def test_unbounded_divisors_have_a_reciprocal() -> None:
    """1 ÷ [4, ∞) is (0, 1/4]."""
    found = Interval.between(4, None).reciprocal()
    assert (found.bottom, found.top, found.low_open, found.high_open) == (0, Fraction(1, 4), True, False)
