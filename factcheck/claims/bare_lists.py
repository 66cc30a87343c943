"""A whole with a bare list behind it: 接诊4217人次，内科最多，有1896人次，外科1243人次，儿科988人次.

Nothing says that the list is all of the whole. It is taken for that where two digits that changed places
in one number are all that keeps the list from making it, or one digit when all parts are of other kinds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise, takewhile

from factcheck.claims.adding import adds_up, greater, printed
from factcheck.claims.bind import Bound
from factcheck.claims.doers import apart_from_doers
from factcheck.claims.facts import interval_of, middle_of, root
from factcheck.claims.mentions import Mention
from factcheck.claims.slips import exchanged_repairs, likely_complete
from factcheck.claims.stating import stated
from factcheck.model import Dimension, Partition
from factcheck.patterns import compiled

_LIST, _MOST, _LONG, _FAR, _BEFORE = 3, 9, 3, 5, 8
_HEAD = 2
_OPEN = compiled(
    "等|里[头面]|最大的|另外|合计|[总共]|前[三五十两]|主要|例如|比如|部分|重点|尤其|特别是|仅|超过|以上|其余|另有|还有|包括|[均每]|比|较|去年|上年|原|计划|目标|增|减|多了|少了"
    "|另[付加给需行计]|扣[去除掉减下]|抵[扣去掉]|垫付|预付|还[应需要欠]"
)
_AFTER = compiled("^(?:等|以上|以下|左右|多)")


def bare_lists(bound: Bound) -> Iterator[Partition]:
    """The wholes of an article with the bare lists behind them that one slip keeps from making them."""
    levels = [m for m in bound.amounts if not m.aside]
    for _, together in groupby(levels, key=lambda m: m.sentence):
        sentence = list(together)
        if len(sentence) <= _LIST:
            continue
        sentence = apart_from_doers(sentence)
        for at, whole in enumerate(sentence[:-_LIST]):
            parts = _parts(whole, sentence[at + 1 :])
            if parts and not adds_up(whole, parts) and _slip(whole, parts):
                if _is_listed(levels, [whole, *parts]):
                    break
                yield from stated(whole, parts, bound, "tally", complete="likely")
                break


def _is_listed(levels: Sequence[Mention], run: Sequence[Mention]) -> bool:
    """培训3.61万人次。职工1.78万，农民0.96万…: the first is a part of what was told before, as all are."""
    before = takewhile(lambda m: m.where < run[0].where, levels)
    like = [m for m in before if m.base_unit == run[0].base_unit]
    return any(adds_up(m, run) for m in like[-_BEFORE:])


def _parts(whole: Mention, after: Sequence[Mention]) -> list[Mention]:
    """The list right behind a whole in its unit, each part named, with no more in that unit after it."""
    large, unit = interval_of(whole), whole.base_unit
    if not _may_hold(whole) or large is None:
        return []
    listed = list(islice(takewhile(lambda m: m.base_unit == unit, after), _MOST + 1))
    if not _LIST <= len(listed) <= _MOST:
        return []
    if any(m.base_unit == unit for m in after[len(listed) :]):
        return []
    if any(m.modality or m.name.within or m.name.mean or m.period_said for m in listed):
        return []
    run = [whole, *listed]
    if whole.lens or any(two.where[3] != one.where[3] + 1 for one, two in pairwise(run)):
        return []  # other figures stand between, such as the share of each
    named = len({m.left for m in listed}) == len(listed)
    named = named and not any(_OPEN.search(m.lead) or _AFTER.match(m.right) for m in listed)
    return listed if named and not any(greater(interval_of(m), large) for m in listed) else []


def _may_hold(whole: Mention) -> bool:
    """An amount or a number that is, neither a mean nor itself a part."""
    unit = whole.slot.unit
    if unit is None or unit.dimension in (Dimension.RATIO, Dimension.DURATION, Dimension.TEMPERATURE):
        return False
    return not (whole.modality or whole.name.within or whole.name.mean)


def _slip(whole: Mention, parts: Sequence[Mention]) -> bool:
    figures = printed([whole, *parts])
    if len(figures) != len(parts) + 1:
        return False
    gap = abs(middle_of(whole) - sum(map(middle_of, parts)))
    long = sum(char.isdigit() for char in figures[0].text) >= _LONG
    near = gap * _FAR <= middle_of(whole)
    if long and near and exchanged_repairs(figures):
        return True
    return _of_other_kinds(whole, parts) and likely_complete(figures)


def _of_other_kinds(whole: Mention, parts: Sequence[Mention]) -> bool:
    """出警53起，扑救火灾19起: no part is called as the whole or as another part (过夜游客, 省外游客)."""
    heads = [root(m).name.indicator[-_HEAD:] for m in (whole, *parts)]
    return all(len(head) == _HEAD for head in heads) and len(set(heads)) == len(heads)
