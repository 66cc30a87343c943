"""Means told of one (一趟落到手里400块), and products told of each (每天650份、每份14元，一天9100元).

A mean of one is an amount over a number told before it, in the measure word of the one. What is told of each
day or of each 亩 is multiplied as what is told of all. Both must come out or be a slip of the pen.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.claims.divisors import amount_base, divides
from factcheck.claims.exchanged import mismeasured, misprinted
from factcheck.claims.facts import interval_of
from factcheck.claims.mean_telling import comes_out, one_of_many
from factcheck.claims.mentions import Mention
from factcheck.claims.skeleton import LEVEL, PERIOD
from factcheck.claims.terms import UNLIKE, Term, below
from factcheck.model import Dimension
from factcheck.patterns import compiled
from factcheck.periods import is_key

_NEAR = 10
_LED = compiled(
    "(?:[，,；;。：:“ ]|平均|折?合|算下来|算起来|这样|也就是|等于|相当于|下来|每|均?摊到?|大约|约)*"
)
# 一趟最多挣400块, 一天还要加120元: what is told of some one, or on top.
_OTHER = compiled(
    "最|超|限|比|增|减|加[收价]?|再|还|又|多|少|原|优惠|折|押|补[贴助]|起步|计划|目标|预计|可以?|能|左右"
)
_OVER = compiled("每一?个?(?P<unit>天|日|晚|周|月|年|亩|班|趟|车|户|人|小时|株|棵|公顷)")
_AREA = compiled("亩产|亩均|单产")
_DAILY = compiled("日均|天均|日产|日销")
_LEAKS = compiled("连|能|可|加上|算上|扣|净|毛利|利润|赚|人工|外加|另|其他|包括|周末|节|旺季|最|不到|多")
_SAME = {"日": "天", "晚": "天", "月": "个月", "名": "人", "位": "人", "车": "趟"}
_THREE = 3
_NO_PRICE = compiled("[涨降多少减返补赚奖罚让]|利润|成本|优惠|押金|运费")
# What comes in and what goes out: a price of one is no part of the other.
_EARNED, _SPENT = (
    compiled("挣|赚|收|得|落|拿|卖|进账|到手|领"),
    compiled("花|耗|用|掏|付|支出|成本|搭|装|修|烧|缴|买|亏|赔"),
)
_COMES_TO = compiled("[算折合均]|相当于|下来")
_LIGHT = compiled("[了着到的就是为有要得合约也只仅都还才大概差不多平均]|下来|手里|手")


def one_terms(levels: Sequence[Mention], at: int) -> list[Term]:
    """The amount and the number before a figure of which the words tell that it is for one of them."""
    here, one = levels[at], levels[at - 1] if at else None
    if one is None or not _is_one(one, here) or _OTHER.search(here.left) or _of_one_day(here):
        return []
    said = [m for m in levels[max(0, at - _NEAR) : at - 1] if _goes_with(m, here)]
    totals = [m for m in said if m.base_unit == here.base_unit and below(interval_of(here), interval_of(m))]
    counts = [m for m in said if _in_unit(m, one) and _plain(m)]
    if (
        len(totals) != 1
        or len(counts) != 1
        or one_of_many(totals[0], said)
        or not _of_that(here, totals[0], counts[0])
    ):
        return []
    total, count = totals[0], counts[0]
    per = _per_one(count)
    told = comes_out(here, total, count, per) or misprinted(here, total, count, per, digits=True)
    return [(0, total, count, per)] if told else []


def _of_one_day(here: Mention) -> bool:
    """三天卖出2.1万册，首日人气最旺，一天就卖了9600册: of that very day."""
    period = here.period
    return is_key(period) and period[1] is not None and period[1] == period[2]


def _per_one(count: Mention) -> Fraction:
    """What a number in base units is multiplied by to count in the writer's unit."""
    return 1 / count.slot.unit.scale if count.slot.unit is not None else Fraction(1)


def _of_that(here: Mention, total: Mention, count: Mention) -> bool:
    """Both came in or both went out, and the words before the figure name no more than what was counted."""
    own = _LIGHT.sub("", here.left)
    ways = [
        (_EARNED.search(words) is not None, _SPENT.search(words) is not None) for words in (own, total.lead)
    ]
    if ways[0][1] != ways[1][1] and (ways[0][1] or ways[0][0]):
        return False
    plain = _EARNED.sub("", _SPENT.sub("", own))
    told = total.lead + count.lead + count.right[:_THREE] + "地"  # 一只羊卖8000元, 一亩地平均1050斤
    return not plain or all(char in told for char in plain)


def _in_unit(count: Mention, one: Mention) -> bool:
    """26天 and 一天, 360人 and 一个人; not 8小时 and 一天."""
    units = count.slot.unit, one.slot.unit
    if units[0] is None or units[1] is None or count.base_unit != one.base_unit:
        return False
    return units[0].name == units[1].name or units[0].dimension is Dimension.COUNT


def _is_one(one: Mention, here: Mention) -> bool:
    """一趟 right before what is told of one, and no other words before it in its clause."""
    figure, unit = one.slot.figure, one.slot.unit
    if (
        figure is None
        or unit is None
        or not figure.text.startswith("一")
        or figure.value != 1
        or figure.hedge
    ):
        return False
    beside = one.where[:3] == here.where[:3] and one.where[3] + 1 == here.where[3]
    apart = one.base_unit != here.base_unit and here.slot.unit is not None and here.slot.mark == LEVEL
    return beside and apart and _LED.fullmatch(one.left.replace(PERIOD, "")) is not None


def _goes_with(mention: Mention, here: Mention) -> bool:
    """A level of its sentence that is none of another time, no mean and nothing told again."""
    same = mention.sentence == here.sentence and mention.segment == here.segment
    plain = mention.made_by not in UNLIKE and not mention.aside and not mention.name.mean
    return same and plain and mention.slot.mark == LEVEL and mention.modality == here.modality


def product_terms(levels: Sequence[Mention], at: int) -> list[Term]:
    """The amount and the number of a price, both told of each day (每天) or of each of another thing."""
    here = levels[at]
    said = [m for m in levels[max(0, at - _NEAR) : at + _THREE + 1] if _beside(m, here)]
    counts = [(m, per) for m in said if (per := divides(m, here)) is not None and over(m, levels)]
    if len(counts) != 1 or not _plain(counts[0][0]):
        return []
    count, per = counts[0]
    first = count.where if _COMES_TO.search(here.left) else max(here.where, count.where)
    totals = [m for m in said if m.base_unit == amount_base(here) and m.where > first]
    totals = [m for m in totals if below(interval_of(here), interval_of(m))]
    if len(totals) != 1 or not _of_as_many(totals[0], count, levels):
        return []
    leak, figure = _LEAKS.search(totals[0].lead), totals[0].slot.figure
    if figure is None or figure.hedge or totals[0].slot.mark != LEVEL:
        return []
    if leak is not None and leak.group() not in here.lead:
        return []
    pair = totals[0], count, per
    told = comes_out(here, *pair) or misprinted(here, *pair, digits=True, sums=True)
    return [(0, *pair)] if told else []


def one_price_terms(levels: Sequence[Mention], at: int) -> list[Term]:
    """一箱脐橙卖98元，接下1.25万箱的订单，销售额122.5万元: the amount and the number of the price of one."""
    here, one = levels[at], levels[at - 1] if at else None
    if one is None or here.base_unit != "元" or not _is_one(one, here) or _NO_PRICE.search(here.left):
        return []
    said = [m for m in levels[at + 1 : at + _NEAR] if _beside(m, here)]
    counts = [m for m in said if _in_unit(m, one) and _plain(m)]
    totals = [m for m in said if m.base_unit == "元" and below(interval_of(here), interval_of(m))]
    if len(counts) != 1 or len(totals) != 1 or totals[0].where < counts[0].where:
        return []
    total, count = totals[0], counts[0]
    if total.slot.figure is None or total.slot.figure.hedge or _LEAKS.search(total.lead):
        return []
    pair = total, count, _per_one(count)
    told = comes_out(here, *pair) or misprinted(here, *pair, digits=True, sums=True)
    return [(0, *pair)] if told or mismeasured(here, *pair) else []


def _plain(count: Mention) -> bool:
    figure = count.slot.figure
    return figure is not None and figure.value != 1 and count.slot.mark == LEVEL


def _beside(mention: Mention, here: Mention) -> bool:
    same = mention.sentence == here.sentence and mention.segment == here.segment and mention is not here
    return same and mention.made_by not in UNLIKE and not mention.aside and mention.modality == here.modality


def _of_as_many(total: Mention, count: Mention, levels: Sequence[Mention]) -> bool:
    """Both are told of each day, or of each 亩; a yield alone (亩产) tells that all is of one 亩."""
    of, each = over(total, levels), over(count, levels)
    if of or each != "亩":
        return of == each
    return not any(_is_area(m) for m in levels if m.where[0] == count.where[0])


def _is_area(mention: Mention) -> bool:
    """How large a field is; 一亩 is what the others are told of."""
    figure, unit = mention.slot.figure, mention.slot.unit
    area = unit is not None and unit.dimension is Dimension.AREA
    return area and (figure is None or figure.value != 1)


def over(mention: Mention, levels: Sequence[Mention]) -> str:
    """What a figure is told of each of (每天, 亩产, 一天下来); empty for what is told of all."""
    if found := _OVER.search(mention.left):
        return _SAME.get(found["unit"], found["unit"])
    if _AREA.search(mention.left):
        return "亩"
    if _DAILY.search(mention.left):
        return "天"
    here = mention.where
    before = next((m for m in levels if m.where[3] + 1 == here[3] and m.where[:3] == here[:3]), None)
    figure = before.slot.figure if before is not None else None
    unit = before.slot.unit if before is not None else None
    if figure is None or unit is None or figure.value != 1 or not figure.text.startswith("一"):
        return ""
    timed = unit.dimension is Dimension.DURATION or unit.name in ("亩", "班", "趟", "户", "人", "株", "棵")
    return _SAME.get(unit.name, unit.name) if timed else ""
