"""Slips of the pen: whether one changed digit would make a sum come out."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import lcm

from factcheck.model import Figure

# How much of the whole may be missing for a list of parts to be taken for complete.
_MISSING = Fraction(5, 100)
_CHANCE = Fraction(1, 100)
_LUCK = Fraction(1, 10)


def likely_complete(figures: Sequence[Figure]) -> bool:
    """Whether the parts (all but the first) miss the whole by just one digit of one figure.

    That one digit would mend the sum shows a slip only when it would not mend most sums: the gap
    must be small, or the numbers so long that few gaps are one digit wide.
    """
    exact = [value for value in map(_printed, figures) if value is not None]
    if len(exact) < len(figures) or exact[0] <= 0 or not one_digit_repairs(figures):
        return False
    gap = abs(exact[0] - sum(exact[1:], Fraction(0)))
    return gap <= _MISSING * exact[0] or _by_chance(figures, exact[0]) <= _CHANCE


def by_luck(figures: Sequence[Figure]) -> bool:
    """Whether one digit would mend more than a tenth of all gaps below the whole (the first figure)."""
    whole = _printed(figures[0])
    return whole is not None and whole > 0 and _by_chance(figures, whole) > _LUCK


def _by_chance(figures: Sequence[Figure], whole: Fraction) -> Fraction:
    """The share of all gaps below `whole` that one digit could mend."""
    mended = {
        abs(change) * place
        for figure, place in ((figure, _place(figure)) for figure in figures)
        for change in _digit_changes(figure)
    }
    within = sum(1 for change in mended if change <= whole)
    width = max(_grain(figures), *map(_place, figures))
    return within * width / whole


def _grain(figures: Sequence[Figure]) -> Fraction:
    """The coarsest place all figures are written to: gaps between round numbers are round."""
    place = max(map(_place, figures))
    values = [value for value in map(_printed, figures) if value]
    while all((value / (place * 10)).denominator == 1 for value in values):
        place *= 10
    return place


def one_digit_repairs(figures: Sequence[Figure]) -> bool:
    """Whether changing one digit of the whole (first) or of a part makes the parts add up.

    Exact on the printed values in base units, with the slack of the coarsest printed place.
    """
    exact = [value for value in map(_printed, figures) if value is not None]
    if len(exact) < len(figures):
        return False
    gap = exact[0] - sum(exact[1:], Fraction(0))
    places = [_place(figure) for figure in figures]
    slack = max(places, default=Fraction(0)) / 2
    over = lcm(gap.denominator, slack.denominator, *(place.denominator for place in places))
    wanted, least = -gap * over, int(slack * over)
    for figure, place in zip(figures, places, strict=True):
        size, change = int(place * over), int(wanted)
        if any(abs(step * size - change) <= least for step in _digit_changes(figure)):
            return True
        wanted = gap * over
    return False


def _printed(figure: Figure) -> Fraction | None:
    if figure.value is None:
        return None
    scale = figure.unit.scale if figure.unit else Fraction(1)
    return Fraction(figure.value) * scale


def _place(figure: Figure) -> Fraction:
    scale = figure.unit.scale if figure.unit else Fraction(1)
    return (figure.step or Fraction(1)) * scale


def _digit_changes(figure: Figure) -> list[int]:
    """By how much one wrong digit, or two that changed places, change the value, in last places."""
    digits = [int(c) for c in figure.text if "0" <= c <= "9"]
    changes = []
    for power, digit in enumerate(reversed(digits)):
        weight = 10**power
        changes += [(other - digit) * weight for other in range(10) if other != digit]
    for power, (low, high) in enumerate(pairwise(reversed(digits))):
        changes.append((high - low) * 10**power - (high - low) * 10 ** (power + 1))
    return changes
