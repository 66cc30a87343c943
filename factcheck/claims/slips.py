"""Slips of the pen: whether one changed digit would make a sum come out."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.model import Figure

# How much of the whole may be missing for a list of parts to be taken for complete.
WIDE = Fraction(5, 100)
NARROW = Fraction(4, 100)


def one_digit_repairs(figures: Sequence[Figure]) -> bool:
    """Whether changing one digit of the whole (first) or of a part makes the parts add up.

    Exact on the printed values in base units, with the slack of the coarsest printed place.
    """
    values = [_printed(figure) for figure in figures]
    if any(value is None for value in values):
        return False
    exact = [value for value in values if value is not None]
    gap = exact[0] - sum(exact[1:], Fraction(0))
    slack = max((_place(figure) for figure in figures), default=Fraction(0)) / 2
    for index, figure in enumerate(figures):
        wanted = -gap if index == 0 else gap
        if any(abs(change - wanted) <= slack for change in _digit_changes(figure)):
            return True
    return False


def _printed(figure: Figure) -> Fraction | None:
    if figure.value is None:
        return None
    scale = figure.unit.scale if figure.unit else Fraction(1)
    return Fraction(figure.value) * scale


def _place(figure: Figure) -> Fraction:
    scale = figure.unit.scale if figure.unit else Fraction(1)
    return (figure.step or Fraction(1)) * scale


def _digit_changes(figure: Figure) -> list[Fraction]:
    """By how much each change of one printed digit changes the value, in base units."""
    digits = [int(c) for c in figure.text if "0" <= c <= "9"]
    place = _place(figure)
    changes = []
    for power, digit in enumerate(reversed(digits)):
        weight = place * 10**power
        changes += [(other - digit) * weight for other in range(10) if other != digit]
    return changes
