"""Growth beside two levels that the words tell apart: 从前420公斤，如今525公斤，单产提高25%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from factcheck.claims.bases import SAME_STRETCH
from factcheck.claims.bind import Bound
from factcheck.claims.ends import bare, earlier, is_level, now, of_one, then, to_date
from factcheck.claims.facts import root
from factcheck.claims.mentions import Against, Mention, Role
from factcheck.claims.said_before import stood_years_ago
from factcheck.claims.shifts import previous, year_before
from factcheck.claims.skeleton import LEVEL, PERCENT
from factcheck.model import Claim, Measure
from factcheck.patterns import compiled
from factcheck.periods import is_key

_PAIR, _DOUBLED = 2, "doubling"
_OTHERS = (Against.PEER, Against.AVERAGE, Against.TWO_YEARS)
_MEASURES = (
    "",
    "等于",
    "相当于",
    "单产",
    "产量",
    "总量",
    "数量",
    "价格",
    "售价",
    "效率",
    "工效",
    "规模",
    "人数",
)
_VERBS = compiled("[到达至了出]+$")
# 今年10月便攀上1.14亿件, 如今做到12亿元: where it stands now, and no name.
_ARRIVED = compiled(
    "(?:便|就|已经?|又|更|再|一举|迅速|也|则|却)*(?:猛|骤|激|暴|锐)?[攀冲爬涨升跳跃蹿窜做降跌落滑缩减增站达变](?:[上到至成为了高低]|升|涨|减)*"
)
_LAST_YEAR = compiled("(?:去年|上年)(?![上下]半年|前|[一二三四]季|[一二三四五六七八九十\\d]+[个月])")
_THIS_YEAR = compiled("今年[^，]{0,4}$")
_ALL_YEARS = compiled("[常历多]年")  # 历年平均2.1万元，去年达到3.2万元，增长8%
_SOLD = compiled("卖(?!.*[每单均])|流水|销售额|营业额|营收|进账")
_NEARLY = 5
_AGO, _YEAR = "years ago", 360


def risen(mentions: Sequence[Mention], bound: Bound) -> Iterator[Claim]:
    """The growths of sentences that tell just two levels of one unit, tied to these levels."""
    before: list[Mention] = []
    for _, together in groupby(mentions, key=lambda m: m.sentence):
        sentence = [m for m in together if not m.aside]
        rates = [m for m in sentence if m.role is Role.GROWTH or m.made_by == _DOUBLED]
        if len(rates) == 1 and _may_be_tied(rates[0]):
            ends = _ends(rates[0], sentence, before)
            if ends is not None:
                yield from _tied(rates[0], ends, bound)
        before = sentence


def _may_be_tied(rate: Mention) -> bool:
    marked = rate.slot.mark == PERCENT or rate.made_by == _DOUBLED
    figure = marked and rate.slot.figure is not None and not rate.noun
    return figure and rate.base.kind not in _OTHERS and not rate.modality and not rate.name.within


def _ends(rate: Mention, sentence: list[Mention], before: list[Mention]) -> tuple[Mention, Mention] | None:
    """The level before and the level now; `None` when other levels of the unit stand there."""
    levels = [m for m in sentence if m.role in (Role.LEVEL, Role.DIFFERENCE) and m.slot.mark == LEVEL]
    if len(levels) == 1 and before and before[0].where[0] == rate.where[0]:
        levels = [m for m in before if m.role is Role.LEVEL and m.base_unit == levels[0].base_unit] + levels
    found = [like for unit in {m.base_unit for m in levels} if (like := _two(levels, unit))]
    if len(found) != 1 or not _speaks_of(rate, found[0]):
        return None
    like = found[0]
    start, end = like if _before(like[0], like[1]) else like[::-1]
    if not _before(start, end) or _before(end, start) or not _alike(start, end):
        return None
    return (start, end) if _is_base(rate, start, end) else None


def _before(one: Mention, other: Mention) -> bool:
    """They are told apart by words, or are of one stretch of two years, the later told by a verb alone."""
    if earlier(one, other):
        return True
    arrived = one.where < other.where and _ARRIVED.fullmatch(root(other).name.indicator) is not None
    return arrived and is_key(one.period) and one.period == year_before(other.period)


def _two(levels: Sequence[Mention], unit: str) -> list[Mention]:
    """The levels of a unit, when there are just two and neither is a part or a time."""
    like = [m for m in levels if m.base_unit == unit]
    return like if len(like) == _PAIR and all(map(_is_level, like)) else []


def _alike(start: Mention, end: Mention) -> bool:
    """They go by one name, or one of them by none or by the end of the other's."""
    if then().search(start.lead) and now().search(end.lead):
        return of_one(start, end)
    if _ARRIVED.fullmatch(root(end).name.indicator):
        return True
    one, two = (bare(root(m).name.indicator) for m in (start, end))
    if then().search(start.lead) and start.last_year and one[-_PAIR:] == two[-_PAIR:]:
        return True  # 带来1.92万个岗位，去年同场招聘会提供的岗位1.6万个
    if _SOLD.search(one) and _SOLD.search(two):
        return True  # 2023年卖了1850万元，去年流水做到2700万元
    return one.endswith(two) or two.endswith(one) or _VERBS.sub("", one) == _VERBS.sub("", two)


def _is_base(rate: Mention, start: Mention, end: Mention) -> bool:
    """What the growth is against by its words, and by the length of the times, is the level before."""
    kind, against = rate.base.kind, rate.base.period
    if against == SAME_STRETCH and to_date(end):
        return False  # 今年已销售400万件，较去年同期增长30%，去年共销售350万件
    if isinstance(against, tuple) and against[0] == _AGO:
        return _stood_then(start, end, against[1])
    if kind is Against.PERIOD and is_key(against) and is_key(start.period):
        return against == start.period
    if kind is Against.YEAR and start.period != year_before(end.period):
        return start.period is None and start.last_year
    return not (kind is Against.PREVIOUS and start.period != previous(end.period)) and _as_long(start, end)


def _stood_then(start: Mention, end: Mention, years: int) -> bool:
    """昨天卖掉16头，还有210头，比两年前多了三成: whether a level is of so many years before another."""
    if not is_key(start.period):
        return stood_years_ago(start)
    if start.period == end.period or not is_key(end.period):
        return _days(start) >= _YEAR
    return start.period == year_before(end.period, years)


def _as_long(start: Mention, end: Mention) -> bool:
    """Whether two levels are of stretches of one length, as far as their lengths are told."""
    if _LAST_YEAR.search(start.left + start.lead) and _THIS_YEAR.search(
        end.lead
    ):  # 去年中秋卖出12.5万盒，今年降到10.8万盒
        return True
    mine, before = (_days(m) for m in (end, start))
    return not mine or not before or abs(mine - before) <= _NEARLY


def _days(mention: Mention) -> int:
    """How long the time of a level lasts, in days; 0 when it is not known."""
    period = mention.period
    if not is_key(period) or period[1] is None or period[2] is None:
        return 0
    (year, month, day), (last_year, last_month, last_day) = period[1], period[2]
    return (last_year - year) * 365 + (last_month - month) * 30 + last_day - day + 1


def _is_level(mention: Mention) -> bool:
    return is_level(mention) and not mention.modality and not _ALL_YEARS.search(mention.lead)


def _speaks_of(rate: Mention, levels: Sequence[Mention]) -> bool:
    """It names nothing of its own but what a level is called, or only what is measured."""
    own = rate.name.indicator
    after = min(abs(rate.where[3] - m.where[3]) for m in levels) == 1
    return after and (own in _MEASURES or any(own in root(m).name.indicator + m.left for m in levels))


def _tied(rate: Mention, ends: tuple[Mention, Mention], bound: Bound) -> Iterator[Claim]:
    """The growth from the one level to the other, when its words do not tie it so already."""
    start, end = (bound.levels.get(id(m)) for m in ends)
    told = Measure.QUOTIENT if rate.made_by == _DOUBLED else Measure.GROWTH
    claims = [c for c in bound.of.get(id(rate), ()) if c.quantity.measure is told]
    if start is None or end is None or not claims or start.quantity.of == end.quantity.of:
        return
    known = {claim.quantity.of for claim in bound.levels.values()}
    if any({c.quantity.of, c.quantity.against} <= known for c in claims):
        return
    quantity = replace(claims[0].quantity, of=end.quantity.of, against=start.quantity.of)
    yield replace(claims[0], quantity=quantity, made_by="risen", alternative=0)
