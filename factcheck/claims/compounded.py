"""Average yearly growth beside the levels it runs between, however the sentence words them.

2021年8000人，此后以年均15%的速度递增，2024年已有12167人: the rate speaks of the two levels of its
sentence (or of that and the one before) that are of one thing and of two years, when there are just two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from factcheck.claims.bases import years
from factcheck.claims.bind import Bound
from factcheck.claims.ends import bare, earlier, is_level, pairs
from factcheck.claims.facts import interval_of, root
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.skeleton import LEVEL, PERCENT, PERIOD
from factcheck.model import Claim, Measure, Quantity
from factcheck.patterns import compiled
from factcheck.periods import is_key
from factcheck.periods.numerals import number

_YEARLY_WORDS = "年均|年平均|平均每年|平均一年|每年平均|年复合|年化复合|复合|年递增|每年(?=递增|递减)"
_YEARLY = f"(?:{_YEARLY_WORDS})"
_AT_A_RATE = "每年(?:平均|都|大约)?(?=以)"
_EVERY_YEAR = compiled(f"{_YEARLY_WORDS}|{_AT_A_RATE}")
_RISES = "(?:增长|递增|增幅|增速|增长率|增加|提高|上升|上涨|扩大|涨幅)"
_FALLS = "(?:下降|递减|减少|降低|降幅|缩减|下滑)"
_SO_MUCH = "(?:约|为|达到?|是|高达|近|超过?|了)*$"
_LEADS, _SINKS = (
    compiled(f"{_YEARLY}(?:年均|平均|复合)?{moves}(?:率|速度|幅度)?{_SO_MUCH}") for moves in (_RISES, _FALLS)
)
_BY_RATE = compiled(f"(?:{_YEARLY}|{_AT_A_RATE})以?(?:约|近|超过?)?$")
_PACE = compiled(
    f"^(?:以上|左右)?的(?:复合|平均)?(?:速度|增速|增幅|幅度|增长率|速率)(?:{_RISES}|往上|向上|攀升|走高|上行|扩张|膨胀|上扬)|^的?(?:复合|平均)?(?:速度|增速|增长率|步子|步伐|节奏)"
)
_PLACES = compiled("[高低快慢]于|超过[全同]|比(?!20)|同期|其中|同行")
_OWN = compiled(
    f"[{PERIOD}]|这|其?间|[一二两三四五六七八九十\\d]+年[间来]?|年均|年平均|平均|每年|年?复合|此后|递|年|以|下来|算"
    f"|{_RISES}|率|速度|幅度|规模|数量|人数|总量|产量|产值"
)
_VERBS = compiled("[到达至了出刚才有只还]+$")
# 到2024年做到了, 这个数变成, 只要: no name of its own.
_NAMELESS = compiled(
    "(?:今[春夏秋冬年]|如今|现在|眼下|目前|当前)?(?:这个|这一|该)?(?:数字?|指标)?[账冲到已就则又也才只要能做变成涨升降增有为是耗用达来了个的约得]*"
)
# 三年间, 五年前, 按五年复利, 四年年均增长.
_OVER = compiled(
    "(?<![一二三四五六七八九十\\d第近])(十[一二三四五]|[二两三四五六七八九十]|\\d{1,2})年"
    f"(?:间|来|里|内|以来|时间|前|复利|[，,]?(?:来|间)?{_YEARLY})"
)
_OTHERS = compiled("全[国省市县区球镇]|行业|同行|同类|其中")
_AGO = compiled("[一二两三四五六七八九十几多\\d]年前")
_ENDS = ["from", "to"]
_TWO = 2


def compounded(mentions: Sequence[Mention], bound: Bound) -> Iterator[Claim]:
    """The average growths of an article, each over the years between the two levels told with it."""
    before: list[Mention] = []
    told = _EVERY_YEAR.search(bound.article.text) is not None
    for _, together in groupby(mentions if told else (), key=lambda m: m.sentence):
        sentence = [m for m in together if not m.aside]
        for first, rate, said in _with_levels(sentence):
            yield from _read(rate, said, before if first else [], bound)
        before = sentence


def _with_levels(sentence: list[Mention]) -> Iterator[tuple[bool, Mention, list[Mention]]]:
    """Each average rate, whether it is the first, and what is told since the last; all for a lone one."""
    rates = [at for at, m in enumerate(sentence) if m.slot.mark == PERCENT and _is_average(m)]
    start = 0
    for at in rates:
        yield start == 0, sentence[at], sentence[start:] if len(rates) == 1 else sentence[start:at]
        start = at + 1


def _is_average(mention: Mention) -> bool:
    """It tells by how much something grew, or fell, in a year, on average."""
    if mention.slot.figure is None or mention.role not in (Role.GROWTH, Role.LEVEL):
        return False
    if _PLACES.search(mention.lead):
        return False
    if mention.sign < 0:
        return _SINKS.search(mention.lead) is not None
    if _LEADS.search(mention.lead):
        return True
    return bool(_BY_RATE.search(mention.lead) and _PACE.search(mention.right))


def _read(rate: Mention, sentence: list[Mention], before: list[Mention], bound: Bound) -> Iterator[Claim]:
    if (ends := _ends(rate, sentence, before)) is None:
        return
    if not (count := _years(rate, *ends, _spoken(ends[0], rate, bound))):
        return
    start, end = (bound.levels.get(id(m)) for m in ends)
    if start is None or end is None or start.quantity.of == end.quantity.of:
        return
    claims = bound.of.get(id(rate)) or ()
    if any(_runs(c, start, end, count) for c in claims):
        return
    quantity = Quantity(Measure.GROWTH, end.quantity.of, start.quantity.of, over=count)
    figure = rate.slot.figure
    if start.modality is not end.modality:
        yield replace(start, modality=end.modality)  # 2025年预计达到124万人次
    if claims:
        yield replace(
            claims[0], quantity=quantity, made_by="compounded", alternative=0, modality=end.modality
        )
    elif figure is not None:  # over how many years was not known to the words
        yield Claim(
            quantity,
            interval_of(rate),
            (figure,),
            bound.article,
            tuple(rate.spans),
            rate.slot.unit,
            end.modality,
            rate.licences,
            "compounded",
        )


def _runs(claim: Claim, start: Claim, end: Claim, count: int) -> bool:
    """The words of the rate already tie it so."""
    said = claim.quantity
    return said.of == end.quantity.of and said.against == start.quantity.of and said.over == count


def _ends(rate: Mention, sentence: list[Mention], before: list[Mention]) -> tuple[Mention, Mention] | None:
    """The first level and the last, when there are just two of one unit and the rate may speak of them."""
    levels = [m for m in sentence if _is_level(m)]
    if len(levels) < _TWO and before and before[0].where[0] == rate.where[0]:
        units = {m.base_unit for m in levels}
        levels = [m for m in before if _is_level(m) and (not units or m.base_unit in units)] + levels
    found = [like for unit in dict.fromkeys(m.base_unit for m in levels) if (like := _two(levels, unit))]
    told = [like for like in found if like[0].where < rate.where] or found
    if len(told) != 1 or not _alike(rate, *told[0]):
        return None
    one, two = told[0]
    turned = _year(one) > _year(two) > 0 or _before(two, one)
    return (two, one) if turned else (one, two)


def _two(levels: Sequence[Mention], unit: str) -> list[Mention]:
    """The levels of a unit, when there are just two and they are of two years."""
    like = [m for m in levels if m.base_unit == unit]
    if len(like) > _TWO and _year_by_year(like):
        return [like[0], like[-1]]
    return like if len(like) == _TWO and _apart(*like) else []


def _year_by_year(like: Sequence[Mention]) -> bool:
    """2022年至2024年分别为4亿元、5亿元和6.25亿元: one of each year of a run."""
    listed = all(m.made_by == "respectively" for m in like) and years(like[0].stretch) == len(like) - 1
    dated = [_year(m) for m in like]
    return listed or (all(dated) and dated == list(range(dated[0], dated[0] + len(dated))))


def _is_level(mention: Mention) -> bool:
    return is_level(mention) and mention.slot.mark == LEVEL


def _apart(one: Mention, two: Mention) -> bool:
    """They are of two years, or the two ends of one statement."""
    if [one.made_by, two.made_by] == _ENDS:
        return True
    if _before(one, two) or _before(two, one):
        return True
    return bool(_year(one) and _year(two)) and _year(one) != _year(two)


def _before(one: Mention, two: Mention) -> bool:
    """The words tell that one is of an earlier time: 五年前2.4亿元，去年4.83亿元."""
    ago = [_AGO.search(m.lead) is not None for m in (one, two)]
    if ago[0] != ago[1]:
        return ago[0]
    return earlier(one, two) and not earlier(two, one)


def _year(mention: Mention) -> int:
    """The calendar year a level is of the whole, or the end, of; 0 when it is not known."""
    period = mention.period
    if not is_key(period) or period[2] is None:
        return 0
    return period[2][0] if period[2][1:] == (12, 31) else 0


def _alike(rate: Mention, one: Mention, two: Mention) -> bool:
    """They go by one name, and the rate by that or by none."""
    names = [_called(root(m).name.indicator) for m in (one, two)]
    if not (names[0].endswith(names[1]) or names[1].endswith(names[0])):
        return False
    others = _OTHERS.search(rate.left)
    if others is not None and any(names) and others.group() not in one.lead + two.lead:
        return False  # 全国年均增长3%
    own = _OWN.sub("", rate.name.indicator)
    about = "".join([*names, one.lead, two.lead, one.right, two.right])
    # 研发费用年均增长30%，2021年为3.2亿元，2024年达5.53亿元: the levels behind go by the name of the rate.
    behind = rate.sentence == one.sentence and rate.where < min(one.where, two.where)
    nameless = not any(names) and (behind or one.where[:3] == two.where[:3])
    return len(own) < _TWO or nameless or bool(pairs(own) & pairs(about))


def _called(name: str) -> str:
    named = _VERBS.sub("", bare(name))
    return "" if _NAMELESS.fullmatch(named) else named


def _spoken(start: Mention, rate: Mention, bound: Bound) -> set[int]:
    """How many years the words from the sentence of the first level up to the rate tell."""
    text, first = bound.article.text, min(start.slot.span.start, rate.slot.span.start)
    opened = max(text.rfind(stop, 0, first) for stop in "。！？；\n") + 1
    words = text[opened : rate.slot.span.start]
    return {number(found.group(1)) for found in _OVER.finditer(words)}


def _years(rate: Mention, one: Mention, two: Mention, told: set[int]) -> int:
    """How many years the growth runs over; 0 when that is not sure."""
    dated = abs(_year(two) - _year(one)) if _year(one) and _year(two) else 0
    counted = dated or years(rate.stretch)
    if counted and (told - {counted} or years(rate.stretch) not in (0, counted)):
        return 0
    return counted or (next(iter(told)) if len(told) == 1 else 0)
