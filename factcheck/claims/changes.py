"""Growths and differences, of levels and of rates: 增长6%, 提高2个百分点, 涨幅扩大0.3个百分点."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from factcheck.claims import skeleton as mark
from factcheck.claims.against import base_fact, ends, over
from factcheck.claims.context import earlier_share
from factcheck.claims.facts import Mentions, at, fact_of, topic_fact
from factcheck.claims.mentions import Against, Base, Mention, Role
from factcheck.claims.shifts import previous, year_before
from factcheck.claims.wholes import shares
from factcheck.model import Dimension, Fact, Measure, Quantity
from factcheck.patterns import compiled
from factcheck.periods import is_key
from factcheck.periods.numerals import number

_YEARLY = compiled("平均每[年月天日周季](?:新增|增加|减少)$")
_YEARS = compiled(
    "(?:这|短短)?(?P<years>[两二三四五六七八九十]|[2-9])年(?:[间里来内]|下来|时间)?(?:累计|一共|总共|共|就)?[^，。；均]{0,4}$"
)
_TAKEN = compiled("[把将][^，。；]{0,14}$")
_RECORD = compiled("的[^，。；]{0,8}(?:纪录|记录|成绩|价格?|门槛|标准)")
_FAR, _LEVELS = 8, 2
_OF_RATES = (mark.POINTS, mark.PERCENT)


def changes(mention: Mention, index: Mentions) -> Iterator[tuple[int, Quantity]]:
    """The readings of a growth or a difference, each with its rank (0 = what the words ask for)."""
    if mention.role is Role.DIFFERENCE and (_YEARLY.search(mention.left) or _one_way(mention, index)):
        return  # 十年间增加600种，平均每年新增60种
    if mention.noun and (two := _two_growths(mention, index)) is not None:
        now, then = (Quantity(Measure.GROWTH, of, base_fact(of, m, index)) for m, of in two)
        yield 0, Quantity(Measure.DIFFERENCE, now, then, "increment")
        return
    if (apart := _two_rates(mention, index)) is not None:
        yield 0, apart
        return
    if (rated := _change_of_rate(mention, index)) is not None:
        yield 0, rated
        return
    growth = mention.role is Role.GROWTH
    measure = Measure.GROWTH if growth else Measure.DIFFERENCE
    sort = "" if growth else ("gap" if mention.base.kind is Against.PEER else "increment")
    of = topic_fact(mention)
    against = base_fact(of, mention, index)
    if mention.noun:
        now = Quantity(Measure.GROWTH, of, base_fact(of, mention, index, Base(Against.YEAR)))
        yield 0, Quantity(measure, now, _at_time(now, against.period), sort)
        return
    told = ends(mention, of, index) or _since(mention, of, index) or _from_a_record(mention, index)
    of, against = told or (of, against)
    count = over(mention, of, against)
    if count is None and mention.base.kind is Against.AVERAGE:
        return
    yield 0, Quantity(measure, of, against, sort, count)
    if mention.topic is not None and mention.topic.role is Role.DIFFERENCE and growth:
        yield (
            1,
            Quantity(measure, topic_fact(mention.topic), base_fact(of, mention.topic, index), sort, count),
        )


def _one_way(mention: Mention, index: Mentions) -> bool:
    """由628个调到634个，新增11个，减少5个: what came and what went, neither of them the difference."""
    at = index.position[id(mention)]
    beside = (m for m in index.mentions[max(0, at - 1) : at + 2] if m.sentence == mention.sentence)
    like = (m for m in beside if m.role is Role.DIFFERENCE and m.base_unit == mention.base_unit)
    other = next((m for m in like if m.sign == -mention.sign), None)
    return other is not None and any(_of_two_levels(m) for m in (mention, other))


def _of_two_levels(change: Mention) -> bool:
    return change.topic is not None and change.topic.made_by == "to"


def _since(mention: Mention, of: Fact, index: Mentions) -> tuple[Fact, Fact] | None:
    """前年9.8万元，去年8.5万元，今年7.4万元，两年便宜了2.4万元: from as many years ago as the words say."""
    found, topic = _YEARS.match(mention.left), mention.topic
    if found is None or topic is None or not is_key(topic.period) or mention.before is not None:
        return None
    then: Hashable = topic.period
    for _ in range(number(found["years"]) or 0):
        then = year_before(then)
    said = (m for m in index.before(mention, _FAR) if m.where[0] == mention.where[0])
    level = next((m for m in said if m.period == then and m.base_unit == topic.base_unit), None)
    return (of, fact_of(level)) if level is not None and level.role is Role.LEVEL else None


def _from_a_record(mention: Mention, index: Mentions) -> tuple[Fact, Fact] | None:
    """掷出64.83米，把61.47米的纪录提高了3.36米: from what was to what was told before it."""
    if mention.role is not Role.DIFFERENCE or mention.before is not None:
        return None
    said = index.before(mention, _LEVELS)
    if len(said) < _LEVELS or any(m.sentence != mention.sentence or m.role is not Role.LEVEL for m in said):
        return None
    record, now = said
    alike = record.base_unit == now.base_unit == mention.base_unit
    lasting = mention.slot.unit is not None and mention.slot.unit.dimension is Dimension.DURATION
    if not alike or lasting or not _TAKEN.search(record.lead) or _RECORD.match(record.right) is None:
        return None
    return fact_of(now), fact_of(record)


def _two_rates(mention: Mention, index: Mentions) -> Quantity | None:
    """甲增长8.2%，乙增长5.1%，前者比后者高3.1个百分点: how far two rates are apart."""
    of, against = mention.topic, mention.before
    if mention.made_by != "outdone" or mention.slot.mark != mark.POINTS or of is None or against is None:
        return None
    return Quantity(Measure.DIFFERENCE, _rate(of, index), _rate(against, index), "gap")


def _two_growths(mention: Mention, index: Mentions) -> list[tuple[Mention, Fact]] | None:
    """2月上涨5.2%，3月上涨4.6%，涨幅回落0.6个百分点: the two that differ, the later first."""
    if mention.base.kind is not Against.DEFAULT or mention.slot.mark != mark.POINTS or mention.name.indicator:
        return None
    said = [m for m in index.before(mention, 3) if m.sentence == mention.sentence and m.role is Role.GROWTH]
    if len(said) != 2 or any(m.slot.mark != mark.PERCENT or m.noun for m in said):
        return None
    facts = [(m, topic_fact(m)) for m in said]
    one, two = (fact for _, fact in facts)
    ends = [end for fact in (one, two) if is_key(fact.period) and (end := fact.period[2]) is not None]
    same = (one.subject, one.indicator) == (two.subject, two.indicator)
    if not same or len(ends) < 2 or ends[0] == ends[1]:
        return None
    return facts if ends[0] > ends[1] else facts[::-1]


def of_a_rate(mention: Mention) -> bool:
    """The level of a share or a growth at another time (比上年同期的68.4%)."""
    return (
        mention.topic is not None
        and mention.topic.role in (Role.SHARE, Role.GROWTH)
        and (mention.made_by == "versus" or earlier_share(mention))
    )


def _rate(topic: Mention, index: Mentions) -> Quantity | Fact:
    """What a share, a growth or a level says how much of, as a quantity."""
    if topic.role is Role.LEVEL:
        return fact_of(topic)
    read = shares if topic.role is Role.SHARE else changes
    readings = sorted(read(topic, index), key=lambda reading: reading[0])
    return readings[0][1] if readings else topic_fact(topic)


def rate_at(mention: Mention, index: Mentions) -> Quantity:
    """The share or growth that `mention` compares with, at the time it was said to hold."""
    rate = fact_of(mention) if mention.topic is None else _rate(mention.topic, index)
    return _at_time(rate, _when(mention))


def _when(mention: Mention) -> Hashable:
    """When a rate held that another is compared with; 上届 has no dates, but is another time."""
    topic = mention.topic
    same = topic is not None and topic.period == mention.period
    return ("before", mention.period) if same else mention.period


def _at_time(quantity: Quantity | Fact, then: Hashable) -> Quantity:
    """The same quantity at another time; the base of a growth moves with it."""
    if isinstance(quantity, Fact):
        return Quantity(Measure.LEVEL, at(quantity, then))
    of, base = quantity.of, quantity.against
    if not isinstance(of, Fact):
        return quantity
    if isinstance(base, Fact):
        base = at(base, _base_at(of, base, then) if quantity.measure is Measure.GROWTH else then)
    return Quantity(quantity.measure, at(of, then), base, quantity.sort, quantity.over)


def _base_at(of: Fact, base: Fact, then: Hashable) -> Hashable:
    """What a growth at another time is against: what went right before it (环比), or a year before."""
    return previous(then) if base.period == previous(of.period) else year_before(then)


def _change_of_rate(mention: Mention, index: Mentions) -> Quantity | None:
    """提高2.3个百分点 said of a share or a growth."""
    topic = mention.topic
    if topic is None or topic.role not in (Role.SHARE, Role.GROWTH) or mention.slot.mark not in _OF_RATES:
        return None
    relative = mention.slot.mark == mark.PERCENT
    if relative and (topic.role is Role.GROWTH or mention.role is not Role.GROWTH):
        return None
    now = _rate(topic, index)
    if not isinstance(now, Quantity) or not isinstance(now.of, Fact) or mention.base.kind is Against.PEER:
        return None
    then = base_fact(now.of, mention, index) if mention.before is None else None
    when = _when(mention.before) if mention.before is not None else (then.period if then else None)
    then_rate = _at_time(now, when)
    if relative:
        return Quantity(Measure.GROWTH, now, then_rate)
    return Quantity(Measure.DIFFERENCE, now, then_rate, "increment")
