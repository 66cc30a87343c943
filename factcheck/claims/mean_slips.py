"""Prices and means that one slip of the pen keeps from coming out: 每餐14.5元，就餐22天，应交391元.

Where the words do not tie a price to an amount and a number, two exchanged digits do, as long as nothing
near it comes out as it is. One wrong digit does where there is but one amount and one number to choose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from factcheck.claims import skeleton as mark
from factcheck.claims.divisors import EACH, amount_base, divides, hourly
from factcheck.claims.exchanged import mismeasured, misprinted
from factcheck.claims.facts import interval_of
from factcheck.claims.mean_telling import as_one, comes_out, is_each, one_of_many
from factcheck.claims.mean_terms import is_mean
from factcheck.claims.mentions import Mention
from factcheck.claims.pack_lists import packs
from factcheck.claims.skeleton import PERIOD
from factcheck.claims.terms import UNLIKE, Term
from factcheck.model import Dimension
from factcheck.patterns import compiled

# 28元一斤, 每天收费45元, 单次35元, 平均卖出320份.
_OVER_ONE = compiled(
    "^[一1](?P<unit>张|斤|公斤|件|个|只|碗|份|瓶|箱|盒|次|天|晚|位|人|亩|串|杯|台|套|本|间|棵|株|束|盆|筐|袋|平方米?|平|小时)"
)
_EACH = compiled("每|单[次价个件张人]|平均|一[天次晚人]|时薪|日薪|月[薪租]|[馆店村户校人日月]均")
_STRETCH = {"每月": (12, "年"), "每个月": (12, "年"), "月租": (12, "年"), "月薪": (12, "年")}
_OTHER = compiled(
    "以[上下内外]|起步|起[租订]|最[高低多少]|左右|增长|原价|原来|优惠|折|减|押金|限|上限|封顶|定额|预计|比|[间站]距|间隔|相距"
)
# 应交391元, 一共花了420元, 全程150公里: the product of all.
_SUM = compiled(
    "[共总]|合计|累计|金额|应[交缴付收]|需[交缴付要]|花|收入|进账|营收|销售额|票房|费|赚|收了|卖[了得出]|[货粮价菜果鱼票房]款|[全里路行]程|要[发付交]"
)
_DUE = compiled("应[交缴付]|需[交缴付]|一?共|合计|总")
_NEAR = 8


def slipped_terms(levels: Sequence[Mention], at: int) -> list[Term]:
    """The amount and the number of a price or a mean, where a slip of the pen alone tells them."""
    here = levels[at]
    if not _priced(here) or _OTHER.search(here.lead + here.right[:4]):
        return []
    close = [m for m in _around(levels, at) if not _OTHER.search(m.left)]
    if any(word in m.lead + m.right for m in (here, *close) for word in packs().discount):
        return []
    totals = [m for m in close if as_one(m.base_unit, amount_base(here)) and _is_total(m)]
    totals = [m for m in totals if not one_of_many(m, close) and not (m.name.total and _beside(here, close))]
    counts = [(m, per) for m in close if m not in totals and (per := _per(m, here)) is not None]
    pairs = [(t, c, per) for t in totals for c, per in counts if t is not c]
    pairs += [(t, c, per * times) for t, c, per in pairs for times in _often(here, t)]
    if any(comes_out(here, *pair) for pair in pairs) or _of_two(here, totals, counts):
        return []
    found = [pair for pair in pairs if _slipped(here, pair)]
    found = [pair for pair in found if _together(here, *pair[:2])]
    return [(0, *found[0])] if len(found) == 1 else []


def _beside(here: Mention, close: Sequence[Mention]) -> bool:
    """3次每次80元，9次每次60元，共780元: another price of the kind, so that a total is of both."""
    like = (m for m in close if m.sentence == here.sentence and m.base_unit == here.base_unit)
    return any(m.name.mean == here.name.mean != "" for m in like)


def _slipped(here: Mention, pair: tuple[Mention, Mention, Fraction]) -> bool:
    """Whether wrong digits, or a wrong 万 or 亿, are all that keeps a price from coming out."""
    if mismeasured(here, *pair):
        return True
    digits = _listed(*pair[:2]) or _of_one(pair[1], here)
    return _more(pair[0], here) and misprinted(here, *pair, digits=digits)


def is_priced(mention: Mention) -> bool:
    """Whether an amount is by the words around it what one costs or yields."""
    return mention.slot.mark == mark.LEVEL and _OVER_ONE.match(mention.right) is not None


def _priced(mention: Mention) -> bool:
    each = _EACH.search(mention.left) or _OVER_ONE.match(mention.right)
    return each is not None or hourly(mention) or (bool(mention.name.mean) and not _is_sold(mention))


def _is_sold(mention: Mention) -> bool:
    """门票3.2万张: how many tickets, not what one costs."""
    unit = mention.slot.unit
    return mention.name.mean in EACH and unit is not None and unit.dimension is Dimension.COUNT


def _listed(total: Mention, count: Mention) -> bool:
    """4.2万辆、63亿元，这是…: the two stand side by side and have no names of their own."""
    if total.name.indicator or count.name.indicator or abs(total.where[3] - count.where[3]) != 1:
        return False
    first = min(total, count, key=lambda m: m.where)
    timed = any(
        m.slot.unit is not None and m.slot.unit.dimension is Dimension.DURATION for m in (total, count)
    )
    return (
        not timed and first.where[:3] == total.where[:3] and not first.left.replace(PERIOD, "").strip("，,")
    )


def _of_one(count: Mention, here: Mention) -> bool:
    """28元一斤 and 650斤."""
    found, unit = _OVER_ONE.match(here.right), count.slot.unit
    return found is not None and unit is not None and unit.name == found.group("unit")


def _together(here: Mention, total: Mention, count: Mention) -> bool:
    """The three stand in one sentence, or the two side by side before it, and the amount is said as a sum."""
    if _listed(total, count):
        return True
    if not here.sentence == total.sentence == count.sentence:
        return False
    if max(count.where, here.where) < total.where:
        return _SUM.search(total.lead) is not None
    return (
        is_mean(here)
        and not is_each(here)
        and max(count.where, total.where) < here.where
        and divides(count, here) is not None
    )


def _is_total(mention: Mention) -> bool:
    """An amount of all, or of all that one has to pay: 每名学生应交391元."""
    return not _priced(mention) or _DUE.search(mention.left) is not None


def _around(levels: Sequence[Mention], at: int) -> list[Mention]:
    """The levels of the sentence, and of those beside it."""
    here = levels[at]
    near = [
        m for m in levels[max(0, at - _NEAR) : at + _NEAR] if m is not here and m.where[0] == here.where[0]
    ]
    near = [m for m in near if abs(m.sentence[1] - here.sentence[1]) <= 1 and m.made_by not in UNLIKE]
    near = [m for m in near if m.sentence != here.sentence or m.segment == here.segment]
    return [m for m in near if not m.only_base and not m.aside and m.modality == here.modality]


def _more(total: Mention, here: Mention) -> bool:
    one, two = interval_of(here), interval_of(total)
    return (
        one is not None
        and two is not None
        and one.top is not None
        and two.bottom is not None
        and one.top < two.bottom
    )


def _per(count: Mention, here: Mention) -> Fraction | None:
    """What makes a price one over `count`, in base units; `None` when it counts none."""
    unit = count.slot.unit
    if unit is None or count.slot.mark != mark.LEVEL or "/" in unit.name or _priced(count):
        return None
    if (interval := interval_of(count)) is None or not interval.bounded:
        return None
    if count.slot.figure is None or count.slot.figure.value == 1:
        return None
    if (per := divides(count, here)) is not None:
        return per
    if _of_one(count, here):
        return 1 / unit.scale
    timed = here.slot.unit is not None and here.slot.unit.dimension is Dimension.DURATION
    plain = unit.dimension in (Dimension.COUNT, Dimension.DURATION) and not hourly(here)
    plain = plain and not (timed and unit.dimension is Dimension.DURATION)
    return 1 / unit.scale if plain else None


def _often(here: Mention, total: Mention) -> Iterator[Fraction]:
    """每月100元, 一年要发19.68万元: twelve times."""
    for word, (times, stretch) in _STRETCH.items():
        if word in here.lead and stretch in total.lead:
            yield Fraction(times)


def _of_two(here: Mention, totals: Sequence[Mention], counts: Sequence[tuple[Mention, Fraction]]) -> bool:
    """每人每天60元，26人，5天，共7800元: the product of more than two comes out."""
    each = interval_of(here)
    for total in totals:
        amount = interval_of(total)
        for (one, per), (two, other) in combinations(counts, 2):
            first, second = interval_of(one), interval_of(two)
            if (
                each
                and amount
                and first
                and second
                and amount.meets(each.scaled(per * other) * first * second)
            ):
                return True
    return False
