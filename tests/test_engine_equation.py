"""Equations over boxes: exact where a name occurs twice, silent where a divisor reaches 0."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.engine.box import Verdict, evaluate, judge
from factcheck.engine.equation import parse
from factcheck.engine.solve import solve
from factcheck.interval import Interval

POSITIVE = st.fractions(min_value=Fraction(1, 4), max_value=40, max_denominator=8)
SHARES = st.sampled_from([Fraction(n, 6) for n in range(7)])


@st.composite
def between(draw: st.DrawFn) -> Interval:
    """An interval of positive numbers, wide or as narrow as a rounded number's."""
    low, high = sorted([draw(POSITIVE), draw(POSITIVE)])
    return Interval.between(low, draw(st.sampled_from([high, low * Fraction(21, 20)])))


def at(interval: Interval, share: Fraction) -> Fraction:
    """The value a given way along an interval."""
    assert interval.bottom is not None
    assert interval.width is not None
    return interval.bottom + interval.width * share


@given(between(), between(), SHARES, SHARES)
def test_a_repeated_name_is_one_number(a: Interval, b: Interval, s: Fraction, t: Fraction) -> None:
    """a/(a+b) lies in the computed interval, whose ends are values it takes when a is told well."""
    node = parse("x == a / (a + b)").comparisons[0].right
    found = evaluate(node, {"a": [a], "b": [b]}, ("a",))
    assert found is not None
    x, y = at(a, s), at(b, t)
    assert x / (x + y) in found
    if a.width > b.bottom:  # type: ignore[operator]
        return
    assert found.bottom == a.bottom / (a.bottom + b.top)  # type: ignore[operator]
    assert found.top == a.top / (a.top + b.bottom)  # type: ignore[operator]


@given(between(), between(), between(), SHARES, SHARES, SHARES)
def test_true_numbers_are_never_in_conflict(
    a: Interval, b: Interval, c: Interval, s: Fraction, t: Fraction, u: Fraction
) -> None:
    """Whatever the true values behind the intervals, an equation that holds for them holds."""
    x, y, z = at(a, s), at(b, t), at(c, u)
    box = {"x": [a], "y": [b], "part": [a, b, c]}
    for text, value in {
        "r == x / y - 1": x / y - 1,
        "r == x / (y - x)": x / (y - x) if y > x and b.bottom > a.top else None,  # type: ignore[operator]
        "(1 + r) ** 3 == x * y": None,
        "r == sum(part)": x + y + z,
        "r == max(part) - min(part)": max(x, y, z) - min(x, y, z),
        "r * x == y": y / x,
    }.items():
        if value is not None:
            found = judge(parse(text), {**box, "r": [Interval.exactly(value)]})
            assert found is not None
            assert found.verdict is not Verdict.CONFLICT, text


@given(between(), between(), SHARES, SHARES)
def test_a_solved_name_satisfies_the_equation(a: Interval, b: Interval, s: Fraction, t: Fraction) -> None:
    """What `solve` says of an unknown contains the value that makes the equation true."""
    x, y = at(a, s), at(b, t)
    for text, value in {"r == x / y - 1": x / y - 1, "x / r == y": x / y, "y - r == x": y - x}.items():
        found = solve(parse(text), "r", 0, {"x": [a], "y": [b], "r": [Interval.exactly(1)]})
        assert found is not None
        assert value in found, text


def test_roots_are_found_to_nine_places() -> None:
    """Yearly growth from 20 to 29.282 over 4 years is a tenth."""
    box = {"now": [Interval.exactly(Fraction("29.282"))], "before": [Interval.exactly(20)]}
    found = solve(parse("(1 + r) ** 4 == now / before"), "r", 0, {**box, "r": [Interval.exactly(1)]})
    assert found is not None
    assert Fraction(1, 10) in found
    assert found.width is not None
    assert found.width < Fraction(1, 10**8)


@pytest.mark.parametrize(
    "divisor", [Interval.between(0, 1), Interval.between(-1, 1), Interval.between(None, 1)]
)
def test_a_divisor_that_reaches_zero_gives_no_verdict(divisor: Interval) -> None:
    """No answer rather than a wrong one."""
    box = {"r": [Interval.exactly(1)], "x": [Interval.exactly(1)], "y": [divisor]}
    assert judge(parse("r == x / y"), box) is None


ORDERS = {"a <= b": True, "b <= a": False, "a < b": True, "c <= a": True, "c < a": False}


@pytest.mark.parametrize(("text", "holds"), ORDERS.items())
def test_order(text: str, holds: bool) -> None:
    """`<=` conflicts only when it cannot hold; touching ends are fine."""
    box = {"a": [Interval.between(1, 2)], "b": [Interval.between(3, 4)], "c": [Interval.between(2, None)]}
    found = judge(parse(text), box)
    assert found is not None
    assert found.verdict is (Verdict.HOLDS if holds else Verdict.CONFLICT)


def test_a_chain_holds_when_all_of_it_can() -> None:
    """min <= mean <= max in one line."""
    box = {"part": [Interval.exactly(2), Interval.exactly(5)], "mean": [Interval.exactly(6)]}
    found = judge(parse("min(part) <= mean <= max(part)"), box)
    assert found is not None
    assert found.verdict is Verdict.CONFLICT
