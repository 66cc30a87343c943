"""Exact numbers as people and programs write them: never a float, never an exponent."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def plain(number: Decimal | Fraction | int | None) -> str | None:
    """`number` as a decimal string where it has one (`740000000000`, `5.2`), else as `1/3`."""
    if number is None:
        return None
    exact = Fraction(number)
    places = _places(exact.denominator)
    if places is None:
        return f"{exact.numerator}/{exact.denominator}"
    if not places:
        return str(exact.numerator)
    digits = str(abs(exact.numerator) * 10**places // exact.denominator).rjust(places + 1, "0")
    sign = "-" if exact < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def ratio(number: Fraction) -> str:
    """`number` as a fraction, `1/2`; a whole number stays whole."""
    return str(number)


def _places(denominator: int) -> int | None:
    """How many decimals a fraction over `denominator` needs; `None` when it never ends."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives) if denominator == 1 else None


def readable(number: Decimal | Fraction | int) -> str:
    """`number` with 亿 or 万 as a writer would put it, when that is exact and short."""
    exact = Fraction(number)
    word, scale = ("亿", 10**8) if abs(exact) >= 10**8 else ("万", 10**4)
    places = _places((exact / scale).denominator)
    if abs(exact) >= scale and places is not None and places <= 4:
        return f"{plain(exact / scale)}{word}"
    return plain(exact) or ""
