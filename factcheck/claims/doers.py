"""Figures that count who did what the next figure counts: 邻近三个乡镇赶来147个摊位.

They stand in the unit of the list around them, and are no part of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.claims.adding import greater
from factcheck.claims.facts import interval_of
from factcheck.claims.mentions import Mention
from factcheck.patterns import compiled
from factcheck.text.words import cutter

_AFTER_VERB = "了过着共又各都约有达"
# 38个村增加到52个, 12个村中有8个: the two are of one kind.
_OF_ONE_KIND = compiled("[、，；：:和与及或中里比较至到为成等占]|分别|增|减|升|降|其|另")
_SHORTEST, _LONGEST = 3, 12


def apart_from_doers(levels: Sequence[Mention]) -> list[Mention]:
    """`levels` (in reading order) without those that count who did what the next one counts."""
    doers = set[int]()
    for one, two in pairwise(levels):
        if one.right == two.left and _does(one, two):
            two.doer = one
            doers.add(id(one))
    return [m for m in levels if id(m) not in doers] if doers else list(levels)


def _does(one: Mention, two: Mention) -> bool:
    """Whether a noun and a verb part two figures of one unit, the first the smaller."""
    words = one.right
    if not _SHORTEST <= len(words) <= _LONGEST or one.where[:3] != two.where[:3]:
        return False
    if one.base_unit != two.base_unit or _OF_ONE_KIND.search(words) is not None:
        return False
    small = interval_of(one)
    return small is not None and greater(interval_of(two), small) and _acts(words)


def _acts(words: str) -> bool:
    """A noun with a verb behind it (乡镇赶来, where jieba takes an adverb), not a noun alone (一等奖)."""
    tags = [tag for _, tag in cutter().cut(words.rstrip(_AFTER_VERB))]
    return len(tags) > 1 and tags[0].startswith("n") and tags[-1].startswith(("v", "d")) and tags[-1] != "vn"
