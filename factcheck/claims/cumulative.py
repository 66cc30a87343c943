"""Periods that make up a longer one: months, quarters and sums since New Year of one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from factcheck.claims.bind import Bound
from factcheck.claims.facts import root
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.pack_lists import packs
from factcheck.claims.stating import stated
from factcheck.model import Partition
from factcheck.patterns import compiled
from factcheck.periods import adjacent, is_key
from factcheck.periods.arithmetic import Key

_FEWEST = 3  # a whole and two that make it up
_SUMMED = compiled("累计|当月|单月|共计?|合计|入库|完成")


def by_period(paragraph: list[Mention], bound: Bound, *, whole_article: bool = False) -> Iterator[Partition]:
    """上半年4.25亿，下半年4.61亿，全年8.86亿: periods that make up a longer one, near or far apart."""
    dated = [m for m in paragraph if m.role is Role.LEVEL and is_key(m.period) and not m.modality]
    if len({m.period for m in dated}) < _FEWEST:
        return
    told: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in dated:
        told[(mention.subject, mention.base_unit)].append(mention)
    for group in told.values():
        if len({m.period for m in group}) < _FEWEST:
            continue
        for alike in _by_name(group).values() if whole_article else (group,):
            for whole, chain in _chains(alike):
                apart = len({m.where[0] for m in (whole, *chain)}) > 1
                if apart is whole_article:
                    yield from stated(whole, chain, bound, "periods", sort="period", complete="known")


def _by_name(group: list[Mention]) -> dict[str, list[Mention]]:
    """The mentions of a group by their names."""
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in group:
        named[_name(mention)].append(mention)
    return named


def _chains(group: list[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    """Each whole of a group with the periods it is made up of."""
    if len(group) < _FEWEST:
        return
    starts = Counter(period[1] for period in {m.period for m in group} if is_key(period))
    lasting = [m for m in group if is_key(m.period) and starts[m.period[1]] > 1 and not m.period[3]]
    wholes = [m for m in lasting if not _is_stock(m)]
    names = [_name(m) for m in group] if wholes else []
    for whole in wholes:
        own = _name(whole)
        like = [m for m, name in zip(group, names, strict=True) if m is not whole and _same_thing(name, own)]
        if chain := _chain(whole, like):
            yield whole, chain


def _is_stock(mention: Mention) -> bool:
    """What there is at one time does not add up over time, nor does a rate or a price."""
    name = root(mention).name
    return bool(name.mean) or any(word in name.indicator for word in packs().stocks)


def _name(mention: Mention) -> str:
    """What a mention goes by, without the words that sum it up."""
    return _SUMMED.sub("", root(mention).name.indicator)


def _same_thing(one: str, other: str) -> bool:
    """One name, or one that is part of the other: 新房累计网签 and 网签."""
    short, long = (one, other) if len(one) < len(other) else (other, one)
    return short == long or not short or (len(short) > 1 and short in long)


def _chain(whole: Mention, others: list[Mention]) -> list[Mention]:
    """The mentions whose periods follow each other from the first day of the whole to its last."""
    period = whole.period
    assert is_key(period)
    chain: list[Mention] = []
    while True:
        want = next((m for m in others if m not in chain and _goes_on(chain, m, period)), None)
        if want is None:
            return []
        chain.append(want)
        assert is_key(want.period)
        if want.period[2] == period[2]:
            return chain if len(chain) > 1 else []


def _goes_on(chain: list[Mention], other: Mention, whole: Key) -> bool:
    period = other.period
    if (
        not is_key(period)
        or period[3]
        or whole[3]
        or period[1] is None
        or whole[1] is None
        or period == whole
    ):
        return False
    if not chain:
        return period[1] == whole[1]
    before = chain[-1].period
    return is_key(before) and adjacent(before, period)
