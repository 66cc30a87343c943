"""Whether two figures look like one number with a slip of the pen in it."""

from __future__ import annotations

from fractions import Fraction

from factcheck.claims.mentions import Mention

_TELLING = 3


def mistyped(one: Mention, two: Mention) -> bool:
    """Whether two figures look like one number with a digit wrong, digits swapped or a unit slipped."""
    left, right = digits(one), digits(two)
    if left and left == right:
        return len(left) > 1 and value(one) != value(two)
    left, right = _printed(one), _printed(two)
    swapped = len(left) == 2 and left == right[::-1]
    if len(left) != len(right) or (min(len(left), len(right)) < _TELLING and not swapped):
        return False
    apart = [i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    size = value(one) / value(two) if value(two) else Fraction(0)
    if not Fraction(1, 10) < size < 10:
        return False
    return len(apart) == 1 or (
        len(apart) == 2 and left[apart[0]] == right[apart[1]] and left[apart[1]] == right[apart[0]]
    )


def digits(mention: Mention) -> str:
    """The digits of a figure as printed, without the zeros at its ends."""
    figure = mention.slot.figure
    if figure is None:
        return ""
    return "".join(c for c in figure.text if c.isdigit()).strip("0")


def _printed(mention: Mention) -> str:
    figure = mention.slot.figure
    return "" if figure is None else "".join(c for c in figure.text if c.isdigit())


def value(mention: Mention) -> Fraction:
    """The number a figure says, in base units; 0 when it says none."""
    figure = mention.slot.figure
    if figure is None or figure.value is None:
        return Fraction(0)
    return Fraction(figure.value) * (figure.unit.scale if figure.unit else 1)
