"""Two groups that came together: 17个区县与16个城市结对 are the 33个 of the headline.

The nouns differ, so the sum proves little: it is stated only where it comes out and the whole goes
by words of one of the two, and it accuses nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims.adding import adds_up
from factcheck.claims.bind import Bound
from factcheck.claims.facts import root
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.skeleton import LEVEL
from factcheck.claims.stating import stated
from factcheck.model import Dimension, Partition
from factcheck.patterns import compiled

_JOINED = compiled(r"与|和|同|及|携手|联合")
_TOGETHER = compiled(r"结对|合作|联合|携手|共同|共建|签约|签署|对接|牵手")
_SHARED = 4


def pairs(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """The pairs of counts in one clause that make up a count said elsewhere in the article."""
    counts = [m for m in mentions if m.role is Role.LEVEL and m.slot.mark == LEVEL and _counts(m)]
    for one, two in pairwise(counts):
        close = one.where[:3] == two.where[:3] and one.base_unit == two.base_unit
        if not close or not _JOINED.search(two.left) or not _TOGETHER.search(two.right):
            continue
        wholes = [m for m in counts if m.sentence != one.sentence and m.base_unit == one.base_unit]
        for whole in wholes:
            if adds_up(whole, [one, two]) and _akin(whole, one, two):
                yield from stated(whole, [one, two], bound, "pair", complete="open")
                break


def _counts(mention: Mention) -> bool:
    unit = mention.slot.unit
    return mention.slot.figure is not None and unit is not None and unit.dimension is Dimension.COUNT


def _akin(whole: Mention, one: Mention, two: Mention) -> bool:
    """Whether the whole goes by words that one of the two goes by as well."""
    name = root(whole).name.indicator
    others = root(one).name.indicator + "，" + root(two).name.indicator
    return any(name[i : i + _SHARED] in others for i in range(len(name) - _SHARED + 1))
