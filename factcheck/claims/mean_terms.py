"""What an average is of and what it divides by: the terms of a mean, among the figures around it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.claims import skeleton as mark
from factcheck.claims.divisors import (
    amount_base,
    days_of,
    divides,
    hourly,
    of_such_people,
    on_such_days,
)
from factcheck.claims.facts import interval_of, middle_of
from factcheck.claims.mean_named import is_of, named_terms
from factcheck.claims.mean_telling import (
    DIVIDEND,
    Around,
    as_one,
    comes_out,
    is_each,
    nearly,
    one_of_many,
    told,
)
from factcheck.claims.mentions import Mention
from factcheck.claims.pack_lists import packs
from factcheck.claims.terms import UNLIKE, Terms, below, near
from factcheck.patterns import compiled

_SUMMED = compiled("[共总]|合计|累计|全[年月季市县省区部场程]")
_STANDING = compiled("在[校读园册籍岗]")  # 每班平均42人，在校学生1008人
_TRIED = 8
_BEHIND = 5
_LOOKED = 20
# An age is averaged over people, rain over stations, but nobody prints the sum of them.
_NEVER_ADDED = frozenset({"岁", "周岁", "毫米", "℃", "摄氏度", "分贝", "米/秒"})
# 零封15场 are some of the matches only.
_SOME_GAMES = compiled("零封|不败|连胜|首发|先发|替补|上双|[胜负平]$")
# Two teams play one match, so that the matches of all teams are twice too many.
_PLAYED = frozenset({"场", "轮", "局", "盘"})
# A price after the discount: it is multiplied as it is.
_PAID = compiled("实付|实收|实际支付|折后|到手|券后")
# 最长的一位等了3小时: what one of them did, and not all of them.
_MOST = compiled(
    "最(?:热闹|火爆|冷清|拥挤|红火|忙|多|少|高|低)的?时候?[^，。；]{0,4}$|最[长短久高低大小多少快慢远近晚早][^，。；]{0,6}(?:[一那这][位名人个家户笔单次件]|者)[^，。；]{0,6}$"
)
_TO_EACH = compiled(
    "[\u4e00-\u9fff]{0,4}(?:只有|仅有|才有|就有|有|对应|配备?|抢|争)$"
)  # 平均10辆车只有7个位子
_BOUND = compiled("介于|区间|最[高低]|起步|^每.{1,2}[多少]$")
# Days on which nothing was done are not divided by: 因大风停业3天.
_CLOSED = compiled("停[业运航工产驶课]|闭[馆园店]|休[馆园市业]|检修|关闭")
# 账面缺口17.3万个 is what there is not, 另有24张 what there is besides.
_LACKING = compiled("缺口|短缺|缺额|差额|另[有设外]")
_SOLD = compiled("销售|产值|营业额|成交额|交易额|营收|流水")
_EARNED = compiled("(?:收入|收益|利润|工资|分红)$")
_DAYS, _HOURS = ("天", "日", "周", "个星期", "星期", "个月", "年"), ("小时", "分钟", "分", "秒")
_TAKEN = compiled("[共总合累]计?|[用费耗历]时|用了|花了?|耗|时长")
# What is charged for more of it: 之后每30分钟加2元, 12小时以上每小时1元.
_ADDED = compiled(
    "每[^，。；每]{0,8}(?:(?<!增)加|加收|加价|另[加收付]|续[费收]|递增|递减)(?:收|价)?$|[续超加]重|超[出过]部分|之[后外]每"
)
_TIER = compiled("^(?:及|或|（含）)?(?:以[上下内外后]|之[内外后]|内|起|后)(?:的?部分)?[，,]?(?:的)?每")
# The first of it has a price of its own.
_FIRST = compiled(
    "首[次个半]?[重件公小分千\ue000][^，。；]{0,8}$|起[步价租送]|封顶|最[高低]|押金|定金|保底|底[价薪]"
)


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
        mixed = [t for t in alone if any(nearly(here, t, c, per) for c, per in counts)]
        totals, counts = (mixed, counts) if mixed else above
    far = not counts  # 茶园21.6万亩。\n产值18.47亿元，每亩茶园…: only what the mean itself names
    if far and totals:
        counts = [pair for pair in _sides(here, _above(levels, at))[1] if is_of(here, pair[0])]
    pairs = [(t, c, per) for t in totals[:_TRIED] for c, per in counts[:_TRIED] if t is not c]
    pairs = [pair for pair in pairs if not _of_sales(here, *pair[:2])]
    pairs.sort(key=lambda pair: _fit(here, *pair))
    others = [m for m in near(levels, at) if is_mean(m) or m.slot.unit == here.slot.unit]
    around = Around(close, totals, counts, others)
    meant = named_terms(here, around)
    for pair in pairs if meant is None else [meant]:
        first = pair[:2] == pairs[0][:2] and not far
        yield (0 if told(here, pair, around, first=first, named=pair == meant) else 1), *pair


def _sides(here: Mention, close: list[Mention]) -> tuple[list[Mention], list[tuple[Mention, Fraction]]]:
    """What among some levels a mean can be of, and what it can divide by."""
    amount, each, speed = amount_base(here), interval_of(here), hourly(here)
    totals = [m for m in close if as_one(m.base_unit, amount) and (speed or below(each, interval_of(m)))]
    totals = [m for m in totals if (here.last_year or not m.only_base) and not _LACKING.search(m.left)]
    totals = [m for m in totals if not _FIRST.search(m.lead) and not _ADDED.search(m.left)]
    totals = [m for m in totals if not _in_which(m, here) and _given(here, m) and not _MOST.search(m.lead)]
    totals = [m for m in totals if m.made_by == "respectively" or not one_of_many(m, close)]
    totals = [m for m in totals if m.made_by != "whole-said" or m.modality == here.modality]
    some = here.name.mean == "场均"
    like = (m for m in close if m.base_unit != amount and not _CLOSED.search(m.left))
    like = (
        m for m in like if m.where < here.where or not m.left.endswith(("这", "那"))
    )  # 每天120件，这两天380件
    if days_of(here):
        like = (m for m in like if on_such_days(m, here))
    like = (m for m in like if of_such_people(m, here))
    like = (m for m in like if m.made_by != "whole-said" or m.name.indicator)  # 是2015年1.6万人的8倍
    found = ((m, divides(m, here)) for m in like if not (some and _SOME_GAMES.search(m.lead)))
    return totals, [(m, per) for m, per in found if per is not None]


def _given(mean: Mention, total: Mention) -> bool:
    """Whether an amount behind an average is its total: 平均每场30人，共900人, not 30人，监考2180人."""
    behind = total.where > mean.where and not is_each(mean) and mean.base_unit != "元"
    return not behind or _SUMMED.search(total.lead) is not None or _STANDING.search(total.lead) is not None


def _of_sales(mean: Mention, total: Mention, count: Mention) -> bool:
    """销售额860万元，40户户均收入15万元: what was sold is not what was earned with it, which is less."""
    sold = _SOLD.search(total.name.indicator)
    if sold is None or sold.group() in mean.lead or not _EARNED.search(mean.name.indicator):
        return False
    each = interval_of(mean)
    least = (each.bottom if each is not None else None) or 0
    return least * middle_of(count) <= middle_of(total)


def _in_which(stretch: Mention, each: Mention) -> bool:
    """一天讲了6场，每场90分钟: the day on which it was done, and not how long it took."""
    units = [m.slot.unit.name if m.slot.unit is not None else "" for m in (stretch, each)]
    days = units[0] in _DAYS and units[1].endswith(_HOURS)
    return days and stretch.where < each.where and _TAKEN.search(stretch.lead) is None


def _bought(close: Sequence[Mention], here: Mention) -> list[Mention]:
    """Levels without those from which on another price holds: 20张以上每张38元."""
    behind = {m.where: m for m in (*close, here)}
    return [m for m in close if not _opens_a_tier(m, behind.get((*m.where[:3], m.where[3] + 1)))]


def _opens_a_tier(count: Mention, price: Mention | None) -> bool:
    """50公斤以上每公斤1.5元: where a price begins to hold, and not how much was bought."""
    if price is None or count.slot.figure is None:
        return False
    return _TIER.match(count.slot.figure.hedge + price.left) is not None


def _fit(mean: Mention, total: Mention, count: Mention, per: Fraction) -> tuple[bool, ...]:
    """How well an amount and a number go with their average: the least fits best."""
    between = amount_base(mean) == "元" and mean.where[3] < count.where[3] < total.where[3]
    then = (total.last_year or count.last_year) and not mean.last_year
    wild = bool(days_of(mean)) and not nearly(mean, total, count, per)
    return not comes_out(mean, total, count, per), total.aside or count.aside, then, not between, wild


def _discounted(mention: Mention) -> bool:
    """A discount stands beside it: price times number is not the amount."""
    said = mention.lead + mention.slot.printed + mention.right
    if DIVIDEND.search(mention.lead):  # 每10股派3元（含税）
        return False
    return mention.slot.printed.endswith("折") or any(word in said for word in packs().discount)


def is_mean(mention: Mention) -> bool:
    """Whether a level is an average by its words or by its unit, and not one day or one of many prices."""
    per_unit = mention.slot.unit is not None and "/" in mention.slot.unit.name
    if mention.slot.mark != mark.LEVEL or not (mention.name.mean or per_unit):
        return False
    figure = mention.slot.figure
    divisor = figure is not None and figure.value == 1 and figure.text.startswith("一")  # 平均一天25公里
    divisor = divisor or _TO_EACH.match(mention.right) is not None
    return not divisor and mention.made_by != "listed" and not _BOUND.search(mention.name.indicator)
