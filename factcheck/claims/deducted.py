"""Counts with something taken off: 收回选票214.6万张，扣除废票4.1万张，有效票210.5万张.

What is taken off stands in the clause right behind the whole, and what is left in the one behind that, told
by a word for what counts (有效, 实际, 净). Money is left to the accounts, where more enters than is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from re import Pattern

from factcheck.claims.bind import Bound
from factcheck.claims.facts import middle_of
from factcheck.claims.lexicons import either
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.pack_lists import packs
from factcheck.claims.stating import stated
from factcheck.model import Dimension, Partition
from factcheck.patterns import compiled

_LEFT = compiled("有效|实际|实有|实到|净|合格|可用|剩|留下|真正|最终|还有|结余|尚余")
_OTHER = compiled("其中|另|比|较|平均|每|去年|上年|计划|目标|占|以上|以下")
_MEASURED = (Dimension.COUNT, Dimension.AREA, Dimension.MASS, Dimension.LENGTH, Dimension.VOLUME)
_TRIPLE = 3


def deducted(levels: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """The counts among the `levels` of a paragraph of which the words say what is left without something."""
    for at in range(len(levels) - _TRIPLE + 1):
        whole, off, left = levels[at : at + _TRIPLE]
        if _follow(whole, off, left) and _deducting().match(off.lead) and _LEFT.search(left.lead):
            yield from stated(whole, [off, left], bound, "remainder")


def _follow(whole: Mention, off: Mention, left: Mention) -> bool:
    """Three plain amounts in one unit, each in the clause behind the one before, the first the largest."""
    said = (whole, off, left)
    unit = whole.slot.unit
    if unit is None or unit.dimension not in _MEASURED or len({m.base_unit for m in said}) > 1:
        return False
    if any(m.role is not Role.LEVEL or m.aside or m.modality or _OTHER.search(m.lead) for m in (off, left)):
        return False
    one, two, three = (m.where[:3] for m in said)
    beside = one[:2] == two[:2] == three[:2] and one[2] + 1 == two[2] == three[2] - 1
    return beside and middle_of(off) < middle_of(whole) and middle_of(left) < middle_of(whole)


@cache
def _deducting() -> Pattern[str]:
    return compiled(f"[，,]?(?:再|若|如果|在)?{either(packs().account['deduct'])}")
