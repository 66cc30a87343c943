"""From a number as printed and the words around it to every value the writer can have meant.

Rounding is to nearest with both ends closed (half-up and half-even are both in use: GB/T 8170 and
common practice differ). `u` is the unit of the last non-zero digit written:

    plain            X ± half the last printed place; whole counts are exact
    超 逾 突破        (X, X + u], a tenth of X when X is a power of ten
    余 多            (X, X + u)
    以上 至少         [X, ∞)
    近 接近           [X − u, X), [0.8 X, X) when X is a power of ten
    不足 不到 低于    (−∞, X), counts from 0
    以下 以内 最多    (−∞, X]
    约 左右           X ± the larger of u/2 and 5 %
    百亿级 上百       [X, 10 X)
"""

from __future__ import annotations

from collections.abc import Sequence

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
    sign = -1 if mantissa < 0 else 1
    size = abs(mantissa) * 100
    unit = POWERS[zeros] * 100
    power = digits == 1
    low: int | None
    high: int | None
    low_open = high_open = False
    if label == "over":
        low, high, low_open = size, size + (max(unit // 10, 1) if power else unit), True
    elif label == "more-after":
        low, high, low_open, high_open = size, size + unit, True, True
    elif label in ("at-least", "at-least-after"):
        low, high = size, None
    elif label == "near":
        low, high, high_open = (size * 8 // 10 if power else size - unit), size, True
    elif label == "under":
        low, high, high_open = None, size, True
    elif label in ("at-most", "at-most-after"):
        low, high = None, size
    elif label in ("approx", "about-after"):
        wide = max(unit // 2, size // 20)
        low, high = size - wide, size + wide
    elif label in ("grade", "upward"):
        low, high, high_open = size, size * 10, True
    else:
        return None
    if sign < 0:
        low, high, low_open, high_open = _negated(high), _negated(low), high_open, low_open
    return _scaled(low, high, exponent - 2, low_open, high_open)


def _negated(end: int | None) -> int | None:
    return None if end is None else -end


def _scaled(low: int | None, high: int | None, exponent: int, low_open: bool, high_open: bool) -> Interval:
    up = POWERS[exponent] if exponent > 0 else 1
    den = POWERS[-exponent] if exponent < 0 else 1
    return Interval(
        None if low is None else low * up, None if high is None else high * up, den, low_open, high_open
    )
