"""What an average is of and what it divides by: the terms of a mean, among the figures around it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.claims import skeleton as mark
from factcheck.claims.divisors import (
    EACH,
    PER_AREA,
    PRICES,
    amount_base,
    days_of,
    divides,
    hourly,
    on_such_days,
)
from factcheck.claims.facts import interval_of, is_average, root
from factcheck.claims.lexicons import packs
from factcheck.claims.mentions import Mention
from factcheck.claims.terms import UNLIKE, Terms, below, near
from factcheck.model import Dimension
from factcheck.patterns import compiled

_TRIED = 8
_BEHIND = 5
_LOOKED = 20
_OWN_NAME = 2
# An age is averaged over people, rain over stations, but nobody prints the sum of them.
_NEVER_ADDED = frozenset({"岁", "周岁", "毫米", "℃", "摄氏度", "分贝", "米/秒"})
# A sum over another stretch of time than the average: 平均客单价86元，开业以来的累计营业额702万元.
_SINCE = compiled("以来|至今|迄今")
# 零封15场 are some of the matches only.
_SOME_GAMES = compiled("零封|不败|连胜|首发|先发|替补|上双|[胜负平]$")
# Two teams play one match, so that the matches of all teams are twice too many.
_PLAYED = frozenset({"场", "轮", "局", "盘"})
_VISITORS = ("人", "人次")
_FILLERS = frozenset("平均数量总额量的约为全均每单次个价元")
_OVER = compiled(r"每一?个?(?:平方米|千瓦时|[\u4e00-\u9fff])|平均")
_SPENT = compiled(r"消费|花费|支出|收入|补贴|价|费|额|产|投资")
# A price after the discount: it is multiplied as it is.
_PAID = compiled("实付|实收|实际支付|折后|到手|券后")
# What a speed is over an hour of.
_WAY = compiled("全长|全程|里程|距离|路程|航程|行程|跑|行驶|走|飞|骑|游|开了")
# One of many prices, none of which is their mean.
_DESIGNED = compiled("(?:设计|最高|最大|限定|瞬时|试验|运营)时?速")  # 设计时速: not how fast one went
_BOUND = compiled("介于|区间|最[高低]|起步")
# Days on which nothing was done are not divided by: 因大风停业3天.
_CLOSED = compiled("停[业运航工产驶课]|闭[馆园店]|休[馆园市业]|检修|关闭")
# Ten times too much is a slip of the pen rather than a third factor.
_SLIPS = (1, 10, 100, 1000)
_EACH_OF = compiled("[每单](?:一?个?)[\u4e00-\u9fff]")
# 账面缺口17.3万个 is what there is not.
_LACKING = compiled("缺口|短缺|缺额|差额")
_DAYS, _HOURS = ("天", "日", "周", "个星期", "星期", "个月", "年"), ("小时", "分钟", "分", "秒")
_TAKEN = compiled("[共总合累]计?|[用费耗历]时|用了|花了?|耗|时长")
_DIVIDEND = compiled("派发?|红利|股利|股息|分红")
# What is charged for more of it: 之后每30分钟加2元, 12小时以上每小时1元.
_ADDED = compiled(
    "每[^，。；每]{0,8}(?:(?<!增)加|加收|加价|另[加收付]|续[费收]|递增|递减)(?:收|价)?$|[续超加]重|超[出过]部分|之[后外]每"
)
_TIER = compiled("^(?:及|或|（含）)?(?:以[上下内外后]|之[内外后]|内|起|后)(?:的?部分)?[，,]?(?:的)?每")
_COST = compiled("成本|进价|进货|工钱|人工费")
_SALE = compiled("收入|营收|销售|售价|卖|毛利|利润|进账")
_SOME = compiled("外地|外来|过夜|入境|境外|一线|住院|留学|农村|城镇|老年|女|男|新增|其中")
# The first of it has a price of its own.
_FIRST = compiled(
    "首[次个半]?[重件公小分千\ue000][^，。；]{0,8}$|起[步价租送]|封顶|最[高低]|押金|定金|保底|底[价薪]"
)
# The price of a storey is over what may be built, not over the land.
_LAND = compiled("出让|土地|用地|占地|宗地")


def _above(levels: Sequence[Mention], at: int) -> list[Mention]:
    """The levels of the paragraph before the one that an average opens."""
    last = levels[at].where[0] - 1
    return [m for m in levels[max(0, at - _LOOKED) : at] if m.where[0] == last and m.made_by not in UNLIKE]


def mean_terms(levels: Sequence[Mention], at: int) -> Terms:
    """What the mean at a place of `levels` may be of and divide by, the words' own reading at rank 0."""
    here = levels[at]
    close = [m for m in _bought(near(levels, at, _BEHIND), here) if not is_mean(m)]
    if any(_discounted(m) for m in (here, *close[:3])) and not _PAID.search(here.lead):
        return
    if here.slot.unit is not None and here.slot.unit.name in _NEVER_ADDED:
        return
    if _ADDED.search(here.left):
        return
    if "每队" in here.lead and here.slot.unit is not None and here.slot.unit.name in _PLAYED:
        return
    totals, counts = _sides(here, close)
    if here.base_unit != "元" and not (totals and counts):
        above = _sides(here, [m for m in _above(levels, at) if not is_mean(m)])
        alone = above[0] if counts and not totals and len(above[0]) == 1 else []
        mixed = [t for t in alone if any(_near(here, t, c, per) for c, per in counts)]
        totals, counts = (mixed, counts) if mixed else above
    pairs = [(t, c, per) for t in totals[:_TRIED] for c, per in counts[:_TRIED] if t is not c]
    pairs.sort(key=lambda pair: _fit(here, *pair))
    others = [m for m in near(levels, at) if is_mean(m) or m.slot.unit == here.slot.unit]
    for total, count, per in pairs:
        taken = any(_comes_out(other, total, count, per) for other in others)
        first = (total, count) == pairs[0][:2]
        told = first and total.sentence == count.sentence == here.sentence
        told = told and (_speaks(here, total) or _in_turn(here, count, total))
        told = told and (not _SINCE.search(total.lead) or _SINCE.search(here.lead) is not None)
        told = told or (first and _only(here, totals, counts) and _speaks(here, total))
        if hourly(here):
            told = len(totals) == len(counts) == 1 and _covered(here, total)
        told = told and (total.segment == here.segment or count.segment != here.segment)
        told = told and not _across(here, total) and not _of_some(here, total, count)
        told = told and total.made_by != "respectively"
        told = told and not _other_price(here, total, close) and not _of_all(here, total, others)
        told = told and (
            _comes_out(here, total, count, per) or not _of_more(here, total, (count, per), close)
        )
        told = told and (not taken or _comes_out(here, total, count, per))
        told = told and not (here.name.mean == "楼面价" and _LAND.search(count.lead))
        yield (0 if told else 1), total, count, per


def _sides(here: Mention, close: list[Mention]) -> tuple[list[Mention], list[tuple[Mention, Fraction]]]:
    """What among some levels a mean can be of, and what it can divide by."""
    amount = amount_base(here)
    totals = [
        m
        for m in close
        if as_one(m.base_unit, amount) and (hourly(here) or below(interval_of(here), interval_of(m)))
    ]
    totals = [m for m in totals if (here.last_year or not m.only_base) and not _LACKING.search(m.left)]
    totals = [m for m in totals if not _FIRST.search(m.lead) and not _ADDED.search(m.left)]
    totals = [m for m in totals if not _in_which(m, here)]
    some = here.name.mean == "场均"
    like = (m for m in close if m.base_unit != amount and not _CLOSED.search(m.left))
    like = (m for m in like if on_such_days(m, here))
    like = (m for m in like if m.made_by != "whole-said" or m.name.indicator)  # 是2015年1.6万人的8倍
    found = ((m, divides(m, here)) for m in like if not (some and _SOME_GAMES.search(m.lead)))
    return totals, [(m, per) for m, per in found if per is not None]


def _in_which(stretch: Mention, each: Mention) -> bool:
    """一天讲了6场，每场90分钟: the day on which it was done, and not how long it took."""
    units = [m.slot.unit.name if m.slot.unit is not None else "" for m in (stretch, each)]
    days = units[0] in _DAYS and units[1].endswith(_HOURS)
    return days and stretch.where < each.where and _TAKEN.search(stretch.lead) is None


def _covered(speed: Mention, way: Mention) -> bool:
    """Whether a speed is how fast a way was covered, and not what it was built for."""
    return _WAY.search(way.lead) is not None and _DESIGNED.search(speed.left) is None


def _across(mean: Mention, total: Mention) -> bool:
    """每杯成本6元 is no part of what was taken in, nor a price of what was paid out."""
    sides = [(_COST.search(m.lead) is not None, _SALE.search(m.lead) is not None) for m in (mean, total)]
    return sides in ([(True, False), (False, True)], [(False, True), (True, False)])


def _of_some(mean: Mention, total: Mention, count: Mention) -> bool:
    """带动消费4.36亿元，外地选手1.86万人: those counted are some of them only."""
    some = _SOME.search(count.lead)
    return some is not None and not any(some.group() in m.left for m in (mean, total))


def _bought(close: Sequence[Mention], here: Mention) -> list[Mention]:
    """Levels without those from which on another price holds: 20张以上每张38元."""
    behind = {m.where: m for m in (*close, here)}
    return [m for m in close if not _opens_a_tier(m, behind.get((*m.where[:3], m.where[3] + 1)))]


def _opens_a_tier(count: Mention, price: Mention | None) -> bool:
    """50公斤以上每公斤1.5元: where a price begins to hold, and not how much was bought."""
    if price is None or count.slot.figure is None:
        return False
    return _TIER.match(count.slot.figure.hedge + price.left) is not None


def as_one(one: str, other: str) -> bool:
    """场均30.8人 of 81万人次: visits are counted in people too."""
    return one == other or (one in _VISITORS and other in _VISITORS)


def _only(mean: Mention, totals: list[Mention], counts: list[tuple[Mention, Fraction]]) -> bool:
    """The paragraph gives one sum of money (or one number) alone, and one number alone to divide it by."""
    sums = [m for m in totals if m.last_year is mean.last_year]
    if len(sums) > 1 and days_of(mean):  # 平均每个开台日24台 can only be of what is done on such days
        sums = [m for m in sums if any(_near(mean, m, c, per) for c, per in counts)]
    numbers = [m for m, _ in counts if m.last_year is mean.last_year]
    unit = mean.slot.unit
    counted = mean.base_unit == "元" or (unit is not None and unit.dimension is Dimension.COUNT)
    return counted and len(sums) == 1 and len(numbers) == 1


def _fit(mean: Mention, total: Mention, count: Mention, per: Fraction) -> tuple[bool, ...]:
    """How well an amount and a number go with their average: the least fits best."""
    between = amount_base(mean) == "元" and mean.where[3] < count.where[3] < total.where[3]
    then = (total.last_year or count.last_year) and not mean.last_year
    wild = bool(days_of(mean)) and not _near(mean, total, count, per)
    return not _comes_out(mean, total, count, per), total.aside or count.aside, then, not between, wild


def _discounted(mention: Mention) -> bool:
    """A discount stands beside it: price times number is not the amount."""
    said = mention.lead + mention.slot.printed + mention.right
    if _DIVIDEND.search(mention.lead):  # 每10股派3元（含税）
        return False
    return mention.slot.printed.endswith("折") or any(word in said for word in packs().discount)


def _comes_out(mean: Mention, total: Mention, count: Mention, per: Fraction) -> bool:
    """Whether the average times the number can be the amount."""
    each, amount, number = interval_of(mean), interval_of(total), interval_of(count)
    return (
        each is not None
        and amount is not None
        and number is not None
        and amount.meets(each.scaled(per) * number)
    )


def _other_price(mean: Mention, total: Mention, close: Sequence[Mention]) -> bool:
    """一等奖每人5000元，二等奖3000元，20人合计7万元: another price stands before the amount."""
    between = (m for m in close if mean.where[3] < m.where[3] < total.where[3])
    return is_each(mean) and any(m.base_unit == total.base_unit for m in between)


def _of_all(mean: Mention, total: Mention, others: Sequence[Mention]) -> bool:
    """180亩亩产5000斤，80亩亩产2200斤，加起来107.6万斤: the sum of several products is none of them."""
    like = (m for m in others if m is not mean and m.sentence == total.sentence)
    return total.name.total and any(m.name.mean == mean.name.mean for m in like)


def _of_more(mean: Mention, total: Mention, by: tuple[Mention, Fraction], close: Sequence[Mention]) -> bool:
    """每人每月500元, 12台、每批20吨、一天两批: the amount is a product of more than the two."""
    if len(_EACH_OF.findall(mean.lead)) > 1 or ("每月" in mean.lead and "年" in total.lead):
        return True
    each, amount, number = interval_of(mean), interval_of(total), interval_of(by[0])
    if each is None or amount is None or number is None:
        return False
    made = each.scaled(by[1]) * number
    rest = (interval_of(m) for m in close if m not in (total, by[0]) and m.sentence == mean.sentence)
    more = [one for one in rest if one is not None and one != number and one.middle not in _SLIPS]
    return any(amount.meets(made * one) for one in more)


def _near(mean: Mention, total: Mention, count: Mention, per: Fraction) -> bool:
    """Whether the average is half to twice what the amount over the number gives."""
    each, amount, number = (
        interval.middle if (interval := interval_of(m)) is not None else None for m in (mean, total, count)
    )
    if not each or not amount or not number:
        return False
    times = amount / (each * per * number)
    return Fraction(1, 2) < times < Fraction(2)


def _in_turn(mean: Mention, count: Mention, total: Mention) -> bool:
    """每箱68元，售出2500箱，销售额17万元: price, number and amount right after one another."""
    if count.base_unit == "股" and _DIVIDEND.search(mean.left) and _DIVIDEND.search(total.left):
        return True
    orders = mean.where[3], count.where[3], total.where[3]
    turned = max(orders[0], orders[1]) < orders[2] <= min(orders) + 3
    return turned and ("每" in mean.left or mean.name.mean in PRICES)


def _speaks(mean: Mention, total: Mention) -> bool:
    """The average is of the total: their names share a word, or the average has no name of its own."""
    own = _OVER.sub("", root(mean).name.indicator.replace(mean.name.mean, ""))
    other = root(total).name.indicator
    spent = _SPENT.search(own) and _SPENT.search(other)
    shared = (set(own) & set(other)) - _FILLERS
    return not own.strip("人次数") or bool(spent) or len(shared) > int(len(own) > _OWN_NAME)


def is_each(mention: Mention) -> bool:
    """A price or a yield: it is said first and multiplied, an average is said last and divided."""
    if mention.name.mean.startswith("每"):
        return not is_average(mention)
    return mention.name.mean in (*PER_AREA, *EACH)


def is_mean(mention: Mention) -> bool:
    """Whether a level is an average by its words or by its unit, and not one day or one of many prices."""
    per_unit = mention.slot.unit is not None and "/" in mention.slot.unit.name
    figure = mention.slot.figure
    divisor = figure is not None and figure.value == 1 and figure.text.startswith("一")  # 平均一天25公里
    if divisor or mention.made_by == "listed" or _BOUND.search(mention.name.indicator):
        return False
    return mention.slot.mark == mark.LEVEL and (bool(mention.name.mean) or per_unit)
