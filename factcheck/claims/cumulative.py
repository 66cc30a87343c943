"""Periods that make up a longer one: months, quarters and sums since New Year of one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from factcheck.claims.bind import Bound
from factcheck.claims.facts import root
from factcheck.claims.lexicons import packs
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.stating import stated
from factcheck.model import Partition
from factcheck.patterns import compiled
from factcheck.periods import adjacent, is_key
from factcheck.periods.arithmetic import Key

_FEWEST = 3  # a whole and two that make it up
_SUMMED = compiled("累计|当月|单月|共计?|合计|入库|完成")


def by_period(paragraph: list[Mention], bound: Bound, *, whole_article: bool = False) -> Iterator[Partition]:
    """上半年4.25亿，下半年4.61亿，全年8.86亿: periods that make up a longer one, near or far apart."""
    told: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in paragraph:
        if mention.role is Role.LEVEL and is_key(mention.period) and not mention.modality:
            told[(mention.subject, mention.base_unit)].append(mention)
    for group in told.values():
        if len(group) < _FEWEST:
            continue
        starts = Counter(period[1] for period in {m.period for m in group} if is_key(period))
        for whole in group:
            assert is_key(whole.period)
            if starts[whole.period[1]] < 2 or _is_stock(whole):  # no other period begins when it does
                continue
            like = [m for m in group if m is not whole and _same_thing(m, whole, exactly=whole_article)]
            chain = _chain(whole, like)
            apart = len({m.where[0] for m in (whole, *chain)}) > 1
            if len(chain) > 1 and apart is whole_article:
                yield from stated(whole, chain, bound, "periods", sort="period", complete="known")


def _is_stock(mention: Mention) -> bool:
    """What there is at one time does not add up over time, nor does a rate or a price."""
    name = root(mention).name
    return bool(name.mean) or any(word in name.indicator for word in packs().stocks)


def _same_thing(one: Mention, other: Mention, *, exactly: bool) -> bool:
    """One name, or one that is part of the other: 新房累计网签 and 网签."""
    names = [_SUMMED.sub("", root(m).name.indicator) for m in (one, other)]
    short, long = sorted(names, key=len)
    return short == long or (not exactly and (not short or (len(short) > 1 and short in long)))


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
