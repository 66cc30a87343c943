"""Means over what was counted once, paragraphs before: 惠及居民2.35万户 … 总投资4.23亿元，平均每户1.8万元.

The only count of its unit in a whole article is what an amount is shared out over, where the words say
that it was divided. Grants and prizes go to some of those counted only.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import skeleton as mark
from factcheck.claims.divisors import amount_base, divides
from factcheck.claims.facts import interval_of, is_average, root
from factcheck.claims.mean_named import GIVEN
from factcheck.claims.mean_telling import COMES_TO, nearly, own_name
from factcheck.claims.mean_terms import is_mean
from factcheck.claims.mentions import Mention
from factcheck.claims.terms import UNLIKE, Term
from factcheck.patterns import compiled

# 总投资, 各级共投入: all there is; 每人每天, 年均, 最高: over more than the one count, or of one of many.
_OF_ALL = compiled("[共总]|合计|全部|各级|带动|实现|筹")
_SEVERAL = compiled("每[^，。；]*每|[年月季日天周]均|每[年月季日天周]|最|其中")
_KIND = compiled("困难|脱贫|低保|特困|监测|示范|大户|骨干|重点|贫困|残疾|搬迁|其中|试点|外地|计划|目标|近年")
# What an amount is called without saying of what it is.
_BARE = compiled(
    "[总共计各级全部县市村镇区的]|投资|投入|支出|费用|资金|经费|收入|产值|消费|金额|额|成本|造价|实现|带动|增收|项目|工程"
)
_SPENT = compiled("投资|投入|支出|费用|资金|经费|成本|造?价|花费?")  # what is put in, whatever it is called
_SINCE = compiled("以来|至今|迄今|累计|历年|[两三四五六七八九十\\d]年[来间]")


def sole_terms(levels: Sequence[Mention], at: int) -> list[Term]:
    """The amount right before a mean over the one count of its unit that the article told before."""
    here = levels[at]
    total = levels[at - 1] if at else None
    if total is None or not _divided(here) or not _shared_out(total, here):
        return []
    counts = [(m, per) for m in levels if m is not total and (per := divides(m, here)) is not None]
    if not counts or any(interval_of(m) != interval_of(counts[0][0]) for m, _ in counts):
        return []
    count, per = counts[0]
    far = count.where[0] < here.where[0] and _plain(count) and _of_those(total, count)
    return [(0, total, count, per)] if far and nearly(here, total, count, per) else []


def _of_those(total: Mention, count: Mention) -> bool:
    """Whether an amount names nothing but itself (总投资), or something that the count names too."""
    own = _BARE.sub("", root(total).name.indicator)
    return not own or any(char in count.lead for char in own)


def _divided(here: Mention) -> bool:
    """Whether a figure is by its words what a division gave, of all and at no other time."""
    if not is_mean(here) or _SEVERAL.search(here.lead) or GIVEN.search(here.lead):
        return False
    named = here.name.mean.endswith("均")
    return named or is_average(here) or "平均" in here.left or COMES_TO.search(here.left) is not None


def _shared_out(total: Mention, here: Mention) -> bool:
    """Whether an amount is all there is, and what the mean right behind it is of."""
    beside = total.sentence == here.sentence and total.segment == here.segment
    like = total.base_unit == amount_base(here) and total.slot.mark == mark.LEVEL
    plain = total.made_by not in UNLIKE and not total.aside and not total.name.within and not total.name.mean
    if not (beside and like and plain) or GIVEN.search(total.lead) or _SINCE.search(total.lead):
        return False
    own, named = own_name(here).strip("平均人次数"), root(total).name.indicator
    spent = _SPENT.fullmatch(own) is not None and _SPENT.search(named) is not None
    return _OF_ALL.search(total.lead) is not None and (own in named or spent)


def _plain(count: Mention) -> bool:
    """Whether a count is of all of its kind: not 脱贫户, not 其中."""
    if count.made_by in UNLIKE or count.aside or count.name.within or count.slot.mark != mark.LEVEL:
        return False
    figure = count.slot.figure
    whole = figure is not None and not figure.hedge and (figure.value or 0) > 1
    return whole and _KIND.search(count.lead) is None
