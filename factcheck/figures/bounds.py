"""From a number as printed and the words around it to every value the writer can have meant.

Rounding is to nearest with both ends closed (half-up and half-even are both in use: GB/T 8170 and
common practice differ). `u` is the unit of the last non-zero digit written:

    plain            X ± half the last printed place; whole counts are exact
    超 逾 突破        (X, X + u], a tenth of X when X is a power of ten
    余 多            (X, X + u)
    以上 至少         [X, ∞)
    近 接近           [X − u, X), [0.8 X, X) when X is a power of ten
    不足 不到 低于    (−∞, X)
    以下 以内 最多    (−∞, X]
    约 左右           X ± the larger of u/2 and 5 %
    百亿级 上百       [X, 10 X)
    整 (4小时整)      X
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.interval import Interval

POWERS = tuple(10**n for n in range(64))


def nearest(mantissa: int, exponent: int) -> Interval:
    """Half a unit of the last printed place on both sides."""
    if exponent > 0:
        half = 5 * POWERS[exponent - 1]
        return Interval((2 * mantissa - 1) * half, (2 * mantissa + 1) * half)
    return Interval(2 * mantissa - 1, 2 * mantissa + 1, 2 * POWERS[-exponent])


def exactly(mantissa: int, exponent: int) -> Interval:
    """The value itself."""
    if exponent >= 0:
        value = mantissa * POWERS[exponent]
        return Interval(value, value)
    return Interval(mantissa, mantissa, POWERS[-exponent])


def bounded(mantissa: int, exponent: int, labels: Sequence[str], face: Interval) -> Interval:
    """The interval under bound words, by their classes; `face` when none of them bounds."""
    digits, zeros = _stripped(abs(mantissa))
    made = [_bound(mantissa, exponent, digits, zeros, label) for label in labels]
    kept = [interval for interval in made if interval is not None]
    if not kept:
        return face
    whole = kept[0]
    for interval in kept[1:]:
        whole = whole.hull(interval)
    return whole


def _stripped(mantissa: int) -> tuple[int, int]:
    """The mantissa without trailing zeros, and how many there were."""
    zeros = 0
    while mantissa and mantissa % 10 == 0:
        mantissa //= 10
        zeros += 1
    return mantissa, zeros


def _bound(mantissa: int, exponent: int, digits: int, zeros: int, label: str) -> Interval | None:
    """One class of words; all in hundredths of the last printed place."""
    size = abs(mantissa) * 100
    unit = POWERS[zeros] * 100
    rule = _RULES.get(label)
    if rule is None:
        return None
    low, high, low_open, high_open = rule(size, unit, digits == 1)
    if mantissa < 0:
        low, high = (None if high is None else -high), (None if low is None else -low)
        low_open, high_open = high_open, low_open
    up = POWERS[exponent - 2] if exponent > 2 else 1
    den = POWERS[2 - exponent] if exponent < 2 else 1
    return Interval(
        None if low is None else low * up, None if high is None else high * up, den, low_open, high_open
    )


_Ends = tuple[int | None, int | None, bool, bool]


def _over(size: int, unit: int, power: bool) -> _Ends:
    return size, size + (unit // 10 if power else unit), True, False


def _past(size: int, unit: int, power: bool) -> _Ends:
    return size, None, True, False


def _more(size: int, unit: int, power: bool) -> _Ends:
    return size, size + unit, True, True


def _near(size: int, unit: int, power: bool) -> _Ends:
    return (size * 8 // 10 if power else size - unit), size, False, True


def _about(size: int, unit: int, power: bool) -> _Ends:
    wide = max(unit // 2, size // 20)
    return size - wide, size + wide, False, False


def _at_least(size: int, unit: int, power: bool) -> _Ends:
    return size, None, False, False


def _at_most(size: int, unit: int, power: bool) -> _Ends:
    return None, size, False, False


def _under(size: int, unit: int, power: bool) -> _Ends:
    return None, size, False, True


def _upward(size: int, unit: int, power: bool) -> _Ends:
    return size, size * 10, False, True


def _exact(size: int, unit: int, power: bool) -> _Ends:
    return size, size, False, False


_RULES = {
    "exact-after": _exact,
    "over": _over,
    "past-mark": _past,
    "more-after": _more,
    "near": _near,
    "approx": _about,
    "about-after": _about,
    "at-least": _at_least,
    "at-least-after": _at_least,
    "at-most": _at_most,
    "at-most-after": _at_most,
    "under": _under,
    "upward": _upward,
}


def fraction_bounds(value: Fraction, labels: Sequence[str]) -> Interval:
    """A written fraction is a round word: a tenth of it either way; a fifth after 近, 超; 1/40 after 正好."""
    for label in labels:
        ends = _FRACTIONS.get(label)
        if ends is not None:
            low, high, low_open, high_open = ends
            whole = high is None or (label == "over" and value in _MAJORITIES)
            bottom, top = value * low, max(Fraction(1), value) if whole else value * (high or 1)
            if value < 0:
                bottom, top, low_open, high_open = top, bottom, high_open, low_open
            return Interval.between(bottom, top, low_open=low_open, high_open=high_open)
    edge = abs(value) / 10
    return Interval.between(value - edge, value + edge)


_MAJORITIES = frozenset({Fraction(1, 2), Fraction(2, 3), Fraction(3, 4)})
"""What must be exceeded, by however much: 实到298名，超过三分之二."""
_FRACTIONS = {
    "exact": (Fraction(39, 40), Fraction(41, 40), False, False),
    "near": (Fraction(4, 5), Fraction(1), False, True),
    "over": (Fraction(1), Fraction(6, 5), True, False),
    "more-after": (Fraction(1), Fraction(6, 5), True, False),
    "at-least": (Fraction(1), None, False, False),
    "at-least-after": (Fraction(1), None, False, False),
    "under": (Fraction(0), Fraction(1), False, True),
    "at-most": (Fraction(0), Fraction(1), False, False),
    "at-most-after": (Fraction(0), Fraction(1), False, False),
}
