"""Slips of the pen: whether one changed digit would make a sum come out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise, repeat
from math import lcm

from factcheck.model import Figure
from factcheck.records import dataclass

# How much of the whole may be missing for a list of parts to be taken for complete, in per cent.
_MISSING = 5
_SCALE, _TELLING = 10_000, 5
_CHANCE = Fraction(1, 100)
_LUCK = Fraction(1, 10)


@dataclass(frozen=True, slots=True, eq=False)
class _Printed:
    """Figures as printed, in whole numbers of one small unit that none of them parts.

    Attributes:
        amounts: their values; `None` for what has none.
        places: what their last digits are worth.
        digits: their digits, the last one first.
    """

    amounts: Sequence[int | None]
    places: Sequence[int]
    digits: Sequence[Sequence[int]]


def likely_complete(figures: Sequence[Figure]) -> bool:
    """Whether the parts (all but the first) miss the whole by just one digit of one figure.

    That one digit would mend the sum shows a slip only when it would not mend most sums: the gap
    must be small, or the numbers so long that few gaps are one digit wide.
    """
    printed = _printed(figures)
    gap, whole = _gap(printed), next(iter(printed.amounts), None)
    if gap is None or whole is None or whole <= 0:
        return False
    if _other_scale(figures, printed, gap):
        return True
    if not _one_digit(printed, gap):
        return False
    return abs(gap) * 100 <= _MISSING * whole or _by_chance(printed, whole) <= _CHANCE


def only_the_whole(figures: Sequence[Figure]) -> bool:
    """Whether one digit of the whole (the first figure) would mend the sum, and none of a part would."""
    printed = _printed(figures)
    gap = _gap(printed)
    alone = _Printed(printed.amounts, printed.places, [(), *printed.digits[1:]])
    return gap is not None and _one_digit(printed, gap) and not _one_digit(alone, gap)


def by_luck(figures: Sequence[Figure]) -> bool:
    """Whether one digit would mend more than a tenth of all gaps below the whole (the first figure)."""
    printed = _printed(figures)
    whole = next(iter(printed.amounts), None)
    return whole is not None and whole > 0 and _by_chance(printed, whole) > _LUCK


def one_digit_repairs(figures: Sequence[Figure], signs: Sequence[int] = ()) -> bool:
    """Whether changing one digit of the whole (first) or of a part makes the parts add up.

    Exact on the printed values in base units, with the slack of the coarsest printed place; `signs` tells
    the parts that are taken off (−1).
    """
    printed = _printed(figures)
    gap = _gap(printed, signs)
    return gap is not None and _one_digit(printed, gap, signs)


def exchanged_repairs(figures: Sequence[Figure], signs: Sequence[int] = ()) -> bool:
    """Whether two digits that changed places anywhere in one figure are all that is wrong.

    `signs` tells the parts that are taken off (−1).
    """
    printed = _printed(figures)
    gap = _gap(printed, signs)
    if gap is None:
        return False
    slack = max(printed.places)
    for place, digits, wanted in zip(printed.places, printed.digits, _wanted(gap, signs), strict=False):
        if any(abs(change * place - wanted) * 2 <= slack for change in _exchanges(digits)):
            return True
    return False


def _exchanges(digits: Sequence[int]) -> list[int]:
    """By how much two digits that change places change a value, in last places."""
    pairs = combinations(enumerate(digits), 2)
    return [(high - low) * (10**one - 10**two) for (one, low), (two, high) in pairs]


def _printed(figures: Sequence[Figure]) -> _Printed:
    amounts: list[tuple[int, int] | None] = []
    places: list[tuple[int, int]] = []
    for figure in figures:
        times, over = figure.unit.scale.as_integer_ratio() if figure.unit else (1, 1)
        number, den = (figure.value or 0).as_integer_ratio()
        step, part = (figure.step or 1).as_integer_ratio()
        amounts.append(None if figure.value is None else (number * times, den * over))
        places.append((step * times, part * over))
    unit = lcm(*(den for _, den in places), *(each[1] for each in amounts if each is not None))
    return _Printed(
        [None if each is None else each[0] * (unit // each[1]) for each in amounts],
        [step * (unit // den) for step, den in places],
        [digits_of(figure) for figure in figures],
    )


def _gap(printed: _Printed, signs: Sequence[int] = ()) -> int | None:
    """By how much the whole is more than its parts; `None` when one of them has no value."""
    known = [amount for amount in printed.amounts if amount is not None]
    if not known or len(known) < len(printed.amounts):
        return None
    return known[0] - sum(part * sign for part, sign in zip(known[1:], signs or repeat(1), strict=False))


def _wanted(gap: int, signs: Sequence[int]) -> Iterator[int]:
    """By how much the whole, and then each part, would have to change for `gap` to close."""
    yield -gap
    for sign in signs or repeat(1):
        yield gap * sign


def _one_digit(printed: _Printed, gap: int, signs: Sequence[int] = ()) -> bool:
    """Whether one slip makes up for `gap`, give or take half of the coarsest place."""
    slack = max(printed.places)
    for place, digits, wanted in zip(printed.places, printed.digits, _wanted(gap, signs), strict=False):
        least, most = -((slack - 2 * wanted) // (2 * place)), (2 * wanted + slack) // (2 * place)
        if _may_change(digits, least, most):
            return True
    return False


def _may_change(digits: Sequence[int], least: int, most: int) -> bool:
    """Whether one slip changes a value by no less and no more than so much, in last places."""
    furthest = 10 ** len(digits)  # no slip changes a figure by that much
    if least >= furthest or most <= -furthest:
        return False
    for power, digit in enumerate(digits):
        weight = 10**power
        first, last = max(-(-least // weight), -digit), min(most // weight, 9 - digit)
        if first <= last and (first or last):
            return True
    return any(least <= change <= most for change in neighbour_changes(digits))


def _other_scale(figures: Sequence[Figure], printed: _Printed, gap: int) -> bool:
    """Whether 万 where 亿 should stand, in one of the figures, is all that is wrong."""
    for at, (figure, amount) in enumerate(zip(figures, printed.amounts, strict=True)):
        if amount is None or len(figure.text) < _TELLING or "万" not in figure.text or "亿" in figure.text:
            continue
        more = amount * (_SCALE - 1)
        place = max(place for other, place in enumerate(printed.places) if other != at)
        if abs(gap + (more if at == 0 else -more)) * 2 <= place:
            return True
    return False


def _by_chance(printed: _Printed, whole: int) -> Fraction:
    """The share of all gaps below `whole` that one digit could mend."""
    pairs = zip(printed.places, printed.digits, strict=True)
    mended = {abs(change) * place for place, digits in pairs for change in digit_changes(digits)}
    within = sum(1 for change in mended if change <= whole)
    return Fraction(within * max(_grain(printed), *printed.places), whole)


def _grain(printed: _Printed) -> int:
    """The coarsest place all figures are written to: gaps between round numbers are round."""
    place = max(printed.places)
    values = [amount for amount in printed.amounts if amount]
    while all(value % (place * 10) == 0 for value in values):
        place *= 10
    return place


def digits_of(figure: Figure) -> list[int]:
    """The Arabic digits of a figure as printed, the last one first."""
    return [int(char) for char in reversed(figure.text) if "0" <= char <= "9"]


def digit_changes(digits: Sequence[int]) -> list[int]:
    """By how much one wrong digit, or two neighbours that changed places, change a value, in last places.

    The digits are told the last one first, as everywhere here.
    """
    changes = []
    for power, digit in enumerate(digits):
        weight = 10**power
        changes += [(other - digit) * weight for other in range(10) if other != digit]
    return changes + neighbour_changes(digits)


def neighbour_changes(digits: Sequence[int]) -> list[int]:
    """By how much two neighbouring digits that change places change a value, in last places."""
    return [(low - high) * 9 * 10**power for power, (low, high) in enumerate(pairwise(digits))]
