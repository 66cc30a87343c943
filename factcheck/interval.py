"""What a written number can mean: an exact interval with open or closed ends.

Both ends are whole numbers over one common denominator, so that building an interval in the
hot path costs two integers and no `Fraction`; `Fraction` appears only where arithmetic is done.
No end is ever a float. An end that is `None` is unbounded.

The propagation rules are those of interval arithmetic with flags: the negation of [5, 6) is
(−6, −5], and a sum is closed at an end only if every term is closed there.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

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
        bottom = None if low is None else Fraction(low)
        top = None if high is None else Fraction(high)
        den_low = 1 if bottom is None else bottom.denominator
        den_high = 1 if top is None else top.denominator
        den = den_low * den_high
        return cls(
            None if bottom is None else bottom.numerator * den_high,
            None if top is None else top.numerator * den_low,
            den,
            low_open,
            high_open,
        )

    @classmethod
    def exactly(cls, value: Number) -> Interval:
        """The single value `value`."""
        exact = Fraction(value)
        return cls(exact.numerator, exact.numerator, exact.denominator)

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
        low, low_open = _tighter(self.bottom, self.low_open, other.bottom, other.low_open, 1)
        high, high_open = _tighter(self.top, self.high_open, other.top, other.high_open, -1)
        return Interval.between(low, high, low_open=low_open, high_open=high_open)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        low, low_open = _wider(self.bottom, self.low_open, other.bottom, other.low_open, 1)
        high, high_open = _wider(self.top, self.high_open, other.top, other.high_open, -1)
        return Interval.between(low, high, low_open=low_open, high_open=high_open)

    def scaled(self, factor: Number) -> Interval:
        """Every value times `factor` (an exact number; a negative one swaps the ends)."""
        exact = Fraction(factor)
        ends = (
            None if self.low is None else self.low * exact.numerator,
            None if self.high is None else self.high * exact.numerator,
        )
        den = self.den * exact.denominator
        if exact < 0:
            return Interval(ends[1], ends[0], den, self.high_open, self.low_open)
        return Interval(ends[0], ends[1], den, self.low_open, self.high_open)

    def shifted(self, by: Number) -> Interval:
        """Every value plus `by` (an exact number)."""
        return self + Interval.exactly(by)

    def __neg__(self) -> Interval:
        high = None if self.low is None else -self.low
        low = None if self.high is None else -self.high
        return Interval(low, high, self.den, self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        den = self.den * other.den
        low = None if self.low is None or other.low is None else self.low * other.den + other.low * self.den
        high = (
            None if self.high is None or other.high is None else self.high * other.den + other.high * self.den
        )
        return Interval(
            low, high, den, self.low_open or other.low_open, self.high_open or other.high_open
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + (-other)

    def __contains__(self, value: Number) -> bool:
        return self.meets(Interval.exactly(value))


def _before(left: Interval, right: Interval) -> bool:
    """Whether `left` ends before `right` begins."""
    if left.high is None or right.low is None:
        return False
    end, start = left.high * right.den, right.low * left.den
    return end < start or (end == start and (left.high_open or right.low_open))


def _ends(interval: Interval) -> tuple[Fraction | None, Fraction | None, bool, bool]:
    return interval.bottom, interval.top, interval.low_open, interval.high_open


def _tighter(
    one: Fraction | None, one_open: bool, two: Fraction | None, two_open: bool, sign: int
) -> tuple[Fraction | None, bool]:
    """The end that leaves less room; `sign` is 1 for lower ends and −1 for upper ends."""
    if one is None or two is None:
        return (two, two_open) if one is None else (one, one_open)
    if one == two:
        return one, one_open or two_open
    return (one, one_open) if (one - two) * sign > 0 else (two, two_open)


def _wider(
    one: Fraction | None, one_open: bool, two: Fraction | None, two_open: bool, sign: int
) -> tuple[Fraction | None, bool]:
    """The end that leaves more room; `sign` is 1 for lower ends and −1 for upper ends."""
    if one is None or two is None:
        return None, False
    if one == two:
        return one, one_open and two_open
    return (one, one_open) if (one - two) * sign < 0 else (two, two_open)
