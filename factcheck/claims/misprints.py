"""Whether two figures look like one number with a slip of the pen in it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from operator import ne

from factcheck.claims.mentions import Mention
from factcheck.model import Figure

_TELLING = 3


def mistyped(one: Mention, two: Mention) -> bool:
    """Whether two figures look like one number with a digit wrong, digits swapped or a unit slipped."""
    left, right = digits(one), digits(two)
    if left and left == right:
        return len(left) > 1 and value(one) != value(two)
    left, right = _printed(one), _printed(two)
    if len(left) != len(right):  # 47.6万元, 四十二万六千元
        left, right = digits(one), digits(two)
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
    """The digits of a figure as printed, or of what it spells, without the zeros at its ends."""
    figure = mention.slot.figure
    if figure is None:
        return ""
    return ("".join(filter(str.isdigit, figure.text)) or _spelled(figure)).strip("0")


def _spelled(figure: Figure) -> str:
    """86 for 八百六十: the digits of a number of three characters and more."""
    whole = figure.value is not None and figure.value == int(figure.value) and not figure.hedge
    long = figure.number is not None and figure.number.end - figure.number.start >= _TELLING
    return str(int(figure.value or 0)) if whole and long else ""


def _printed(mention: Mention) -> str:
    figure = mention.slot.figure
    return "" if figure is None else "".join(filter(str.isdigit, figure.text)) or _spelled(figure)


def value(mention: Mention) -> Fraction:
    """The number a figure says, in base units; 0 when it says none."""
    figure = mention.slot.figure
    return (figure.worth if figure is not None else None) or Fraction(0)


def transposed(one: Mention, two: Mention) -> bool:
    """Whether two figures, to the places both print, differ in two neighbouring digits changed about."""
    return any(_exchanged(left, right) for left, right in _side_by_side(one, two))


def one_changed(one: Mention, two: Mention) -> bool:
    """Whether two figures, to the places both print, differ in one digit."""
    return any(len(a) == len(b) and _apart(a, b) == 1 for a, b in _side_by_side(one, two))


def _exchanged(one: str, two: str) -> bool:
    if len(one) != len(two) or _apart(one, two) != 2:
        return False
    at = next(i for i, (a, b) in enumerate(zip(one, two, strict=True)) if a != b)
    return one[at : at + 2] == two[at : at + 2][::-1]


def _apart(one: str, two: str) -> int:
    """In how many places two numbers of one length differ."""
    return sum(map(ne, one, two))


def _side_by_side(one: Mention, two: Mention) -> Iterator[tuple[str, str]]:
    """The digits of two figures down to the coarser of their last places, rounded and cut off."""
    step = max(_step(one), _step(two))
    if not step:
        return
    others = _whole(value(two), step)
    for a in _whole(value(one), step):
        for b in others:
            if max(len(str(a).rstrip("0")), len(str(b).rstrip("0"))) >= _TELLING:
                yield str(a), str(b)


def _whole(number: Fraction, step: Fraction) -> set[int]:
    """How many whole steps a number has, cut off and rounded; in whole numbers, as so many are compared."""
    top, bottom = abs(number.numerator) * step.denominator, number.denominator * step.numerator
    return {top // bottom, (2 * top + bottom) // (2 * bottom)}


def _step(mention: Mention) -> Fraction:
    """What the last printed place of a figure is worth in base units; 0 when unknown."""
    figure = mention.slot.figure
    if figure is None or figure.step is None:
        return Fraction(0)
    return figure.step * (figure.unit.scale if figure.unit else 1)
