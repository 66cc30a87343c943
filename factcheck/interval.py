"""What a written number can mean: an exact interval with open or closed ends.

Both ends are whole numbers over one common denominator, so that building an interval in the
hot path costs two integers and no `Fraction`; `Fraction` appears only where arithmetic is done.
No end is ever a float. An end that is `None` is unbounded.

The propagation rules are those of interval arithmetic with flags: the negation of [5, 6) is
(−6, −5], and a sum is closed at an end only if every term is closed there.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import gcd, lcm

from factcheck.records import dataclass

Number = int | Decimal | Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between `low`/`den` and `high`/`den`.

    Attributes:
        low: numerator of the lower end, `None` for −∞.
        high: numerator of the upper end, `None` for +∞.
        den: the common denominator, at least 1.
        low_open: the lower end itself is left out.
        high_open: the upper end itself is left out.
    """

    low: int | None
    high: int | None
    den: int = 1
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def between(
        cls,
        low: Number | None,
        high: Number | None,
        *,
        low_open: bool = False,
        high_open: bool = False,
    ) -> Interval:
        """The interval from `low` to `high` (exact numbers; `None` is unbounded)."""
        bottom, den_low = (None, 1) if low is None else low.as_integer_ratio()
        top, den_high = (None, 1) if high is None else high.as_integer_ratio()
        return cls(
            None if bottom is None else bottom * den_high,
            None if top is None else top * den_low,
            den_low * den_high,
            low_open,
            high_open,
        )

    @classmethod
    def exactly(cls, value: Number) -> Interval:
        """The single value `value`."""
        number, den = value.as_integer_ratio()
        return cls(number, number, den)

    @property
    def bottom(self) -> Fraction | None:
        """The lower end as an exact number; `None` when unbounded."""
        return None if self.low is None else Fraction(self.low, self.den)

    @property
    def top(self) -> Fraction | None:
        """The upper end as an exact number; `None` when unbounded."""
        return None if self.high is None else Fraction(self.high, self.den)

    @property
    def bounded(self) -> bool:
        """Both ends are numbers."""
        return self.low is not None and self.high is not None

    @property
    def exact(self) -> bool:
        """Only one value is possible."""
        return self.low is not None and self.low == self.high

    def meets(self, other: Interval) -> bool:
        """Some value lies in both: the one question of every judgement."""
        return not (_before(self, other) or _before(other, self))

    def within(self, other: Interval) -> bool:
        """Every value of this interval lies in the other one."""
        common = self.intersect(other)
        return common is not None and _ends(common) == _ends(self)

    def intersect(self, other: Interval) -> Interval | None:
        """The values that lie in both, or `None` when there are none."""
        if not self.meets(other):
            return None
        low = _tighter(_lower(self), _lower(other), 1)
        return _joined(low, _tighter(_upper(self), _upper(other), -1))

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        low = _wider(_lower(self), _lower(other), 1)
        return _joined(low, _wider(_upper(self), _upper(other), -1))

    def scaled(self, factor: Number) -> Interval:
        """Every value times `factor` (an exact number; a negative one swaps the ends)."""
        times, over = factor.as_integer_ratio()
        if times == over:
            return self
        low = None if self.low is None else self.low * times
        high = None if self.high is None else self.high * times
        if times < 0:
            return Interval(high, low, self.den * over, self.high_open, self.low_open)
        return Interval(low, high, self.den * over, self.low_open, self.high_open)

    def shifted(self, by: Number) -> Interval:
        """Every value plus `by` (an exact number)."""
        return self + Interval.exactly(by)

    def __neg__(self) -> Interval:
        high = None if self.low is None else -self.low
        low = None if self.high is None else -self.high
        return Interval(low, high, self.den, self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        den = lcm(self.den, other.den)
        one, two = den // self.den, den // other.den
        low = None if self.low is None or other.low is None else self.low * one + other.low * two
        high = None if self.high is None or other.high is None else self.high * one + other.high * two
        return Interval(low, high, den, self.low_open or other.low_open, self.high_open or other.high_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + (-other)

    def __mul__(self, other: Interval) -> Interval:
        den = self.den * other.den
        if self.low is not None and other.low is not None and self.low > 0 and other.low > 0:
            top = None if self.high is None or other.high is None else self.high * other.high
            low_open, high_open = self.low_open or other.low_open, self.high_open or other.high_open
            return Interval(self.low * other.low, top, den, low_open, high_open)
        corners = [_times(a, b) for a in _corners(self) for b in _corners(other)]
        low, high = min(corners), max(corners, key=lambda end: (end[0], end[1], not end[2]))
        return Interval(_finite(low), _finite(high), den, low[2], high[2])

    def __truediv__(self, other: Interval) -> Interval:
        return self * other.reciprocal()

    def reciprocal(self) -> Interval:
        """1 divided by every value.

        Raises:
            ZeroDivisionError: 0 lies in the interval or at one of its ends.
        """
        low, high = self.low, self.high
        if (low is None or low <= 0) and (high is None or high >= 0):
            raise ZeroDivisionError("an interval that reaches 0 has no reciprocal")
        if low is not None and high is not None:
            return Interval(self.den * low, self.den * high, low * high, self.high_open, self.low_open)
        if low is not None:
            return Interval(0, self.den, low, True, self.low_open)
        assert high is not None
        return Interval(-self.den, 0, -high, self.high_open, True)

    def power(self, exponent: int) -> Interval:
        """Every value to a whole power.

        Raises:
            ZeroDivisionError: the exponent is negative and the interval reaches 0.
        """
        if exponent < 0:
            return self.power(-exponent).reciprocal()
        if exponent == 0:
            return Interval.exactly(1)
        low = None if self.low is None else self.low**exponent
        high = None if self.high is None else self.high**exponent
        den = self.den**exponent
        if exponent % 2 or (self.low is not None and self.low >= 0):
            return Interval(low, high, den, self.low_open, self.high_open)
        if self.high is not None and self.high <= 0:
            return Interval(high, low, den, self.high_open, self.low_open)
        if low is None or high is None or low == high:
            unbounded = low is None or high is None
            return Interval(0, None if unbounded else high, den, False, self.low_open and self.high_open)
        return Interval(0, max(low, high), den, False, self.low_open if low > high else self.high_open)

    @property
    def width(self) -> Fraction | None:
        """How far the ends are apart; `None` when unbounded."""
        if self.low is None or self.high is None:
            return None
        return Fraction(self.high - self.low, self.den)

    @property
    def middle(self) -> Fraction | None:
        """Half-way between the ends; `None` when unbounded."""
        if self.low is None or self.high is None:
            return None
        return Fraction(self.high + self.low, 2 * self.den)

    def __contains__(self, value: Number) -> bool:
        return self.meets(Interval.exactly(value))


_Corner = tuple[int, int, bool]
"""An end as (−1, 0 or 1 for −∞, finite or ∞; numerator; open), which sorts by value."""


def _corners(interval: Interval) -> tuple[_Corner, _Corner]:
    low: _Corner = (-1, 0, True) if interval.low is None else (0, interval.low, interval.low_open)
    high: _Corner = (1, 0, True) if interval.high is None else (0, interval.high, interval.high_open)
    return low, high


def _times(one: _Corner, two: _Corner) -> _Corner:
    """The product of two ends; a closed 0 is reached whatever the other factor is."""
    zeros = [end for end in (one, two) if end[0] == 0 and end[1] == 0]
    if zeros:
        return 0, 0, all(end[2] for end in zeros)
    if one[0] or two[0]:
        return _sign(one) * _sign(two), 0, True
    return 0, one[1] * two[1], one[2] or two[2]


def _sign(end: _Corner) -> int:
    return end[0] or (1 if end[1] > 0 else -1)


def _finite(end: _Corner) -> int | None:
    return None if end[0] else end[1]


def _before(left: Interval, right: Interval) -> bool:
    """Whether `left` ends before `right` begins."""
    if left.high is None or right.low is None:
        return False
    end, start = left.high * right.den, right.low * left.den
    return end < start or (end == start and (left.high_open or right.low_open))


def _ends(interval: Interval) -> tuple[Fraction | None, Fraction | None, bool, bool]:
    return interval.bottom, interval.top, interval.low_open, interval.high_open


_End = tuple[int | None, int, bool]
"""An end: numerator (`None` when unbounded), denominator, open."""


def _lower(interval: Interval) -> _End:
    return interval.low, interval.den, interval.low_open


def _upper(interval: Interval) -> _End:
    return interval.high, interval.den, interval.high_open


def _tighter(one: _End, two: _End, sign: int) -> _End:
    """The end that leaves less room; `sign` is 1 for lower ends and −1 for upper ends."""
    if one[0] is None or two[0] is None:
        return two if one[0] is None else one
    ahead = (one[0] * two[1] - two[0] * one[1]) * sign
    if not ahead:
        return one[0], one[1], one[2] or two[2]
    return one if ahead > 0 else two


def _wider(one: _End, two: _End, sign: int) -> _End:
    """The end that leaves more room; `sign` is 1 for lower ends and −1 for upper ends."""
    if one[0] is None or two[0] is None:
        return None, 1, False
    ahead = (one[0] * two[1] - two[0] * one[1]) * sign
    if not ahead:
        return one[0], one[1], one[2] and two[2]
    return one if ahead < 0 else two


def _joined(low: _End, high: _End) -> Interval:
    """The interval between two ends, both in lowest terms."""
    bottom, below, low_open = _reduced(low)
    top, above, high_open = _reduced(high)
    bottom, top = None if bottom is None else bottom * above, None if top is None else top * below
    return Interval(bottom, top, below * above, low_open, high_open)


def _reduced(end: _End) -> _End:
    if end[0] is None:
        return None, 1, end[2]
    common = gcd(end[0], end[1])
    return end[0] // common, end[1] // common, end[2]
