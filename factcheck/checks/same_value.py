"""Two things with one and the same number, digit for digit: copied, or by chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks import Judgement, Spot, conflict
from factcheck.model import Claim, Fact, Measure, Reading

_DIGITS = 4
_FAR = 40


def check(subject: Sequence[Claim], reading: Reading) -> Iterator[Judgement]:
    """Every two neighbouring levels of different names with the same number of four digits or more.

    Cells of tables stand too close for that to tell anything.
    """
    plain = [one for one in subject if not one.drawn and not one.alternative]
    levels = [one for one in plain if one.quantity.measure is Measure.LEVEL]
    for one, two in pairwise(levels):
        if len(one.figures) == len(two.figures) == 1 and one.figures[0].text == two.figures[0].text:
            first, second = one.quantity.of, two.quantity.of
            named = isinstance(first, Fact) and isinstance(second, Fact) and first.period == second.period
            digits = _telling(one.figures[0].text)
            apart = 0 < two.span.start - one.span.end <= _FAR
            if named and apart and digits >= _DIGITS and _names_differ(first, second):
                yield conflict(Spot("second", two.span), Spot("first", one.span))


def _telling(text: str) -> int:
    """How many digits a number is written with, zeros at its ends left out: round numbers recur by chance."""
    return len("".join(char for char in text if char.isdigit()).strip("0"))


def _names_differ(one: object, two: object) -> bool:
    if not isinstance(one, Fact) or not isinstance(two, Fact) or one == two:
        return False
    return not one.indicator.startswith("#") and not two.indicator.startswith("#")
