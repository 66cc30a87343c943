"""Persons who must be visits: more 游客 or 门诊病人 in 人 than there are people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.told import told
from factcheck.model import Claim, Figure, Reading


def check(
    subject: Sequence[Claim],
    reading: Reading,
    *,
    people: tuple[str, ...] = (),
    visitors: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Every sentence that says how many `people` live somewhere and that more `visitors` came."""
    for here in told(reading, (), people):
        counted = [one for one in here.figures if one.unit is None or one.unit.base == "人"]
        lives = [one for one in counted if any(word in here.left(one) for word in people)]
        came = [one for one in here.figures if any(word in here.left(one) for word in visitors)]
        for one in came:
            person = one.unit is not None and one.unit.name == "人"
            if person and len(lives) == 1 and one is not lives[0] and _more(one, lives[0]):
                yield conflict(Spot("visitors", one.span), Spot("people", lives[0].span))


def _more(one: Figure, two: Figure) -> bool:
    left, right = one.interval, two.interval
    if left is None or right is None or left.bottom is None or right.top is None:
        return False
    return left.bottom > right.top
