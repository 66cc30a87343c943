"""What a mention measures: the name it goes by, the fact it is a level of, the values it can mean."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import field, replace
from fractions import Fraction

from factcheck.claims import skeleton as mark
from factcheck.claims.mentions import Mention, Role
from factcheck.interval import Interval
from factcheck.model import Fact, Figure, GroupKind
from factcheck.patterns import compiled
from factcheck.records import dataclass

_LESS, _MORE_THAN = compiled("[不未][足到及]"), compiled("超过?了?")
_MORE = ("多", "有余", "以上", "还多")
# A mean in whole numbers is rounded to them.
_HALF = Interval.between(Fraction(-1, 2), Fraction(1, 2))
_TOTALLED = compiled("(?<=[\u4e00-\u9fff]{3})总数$")
_FURTHEST = 8
_AGAIN = frozenset(["from", "to", "versus", "restated", "echo", "headline", "whole-said"])


def root(mention: Mention) -> Mention:
    """The mention that spells the name `mention` goes by."""
    return mention if mention.name.indicator else _back(mention, _spells)


def whose(mention: Mention) -> Mention:
    """The mention that tells whose `mention` is: its root, or a later owner (我省为6.9亩)."""
    return mention if mention.name.indicator else _back(mention, _owns)


def _back(mention: Mention, found: Callable[[Mention], bool]) -> Mention:
    """The first mention that `found` accepts, back from topic to topic; the last there is when none."""
    seen = mention
    for _ in range(_FURTHEST):
        if found(seen) or seen.topic is None:
            return seen
        seen = seen.topic
    return seen


def _spells(mention: Mention) -> bool:
    return bool(mention.name.indicator)


def _owns(mention: Mention) -> bool:
    return bool(mention.name.indicator) or (mention.told and mention.made_by == "level-again")


def fact_of(mention: Mention) -> Fact:
    """What a level, or the topic of a change, is a level of."""
    topic = mention.topic
    if topic is not None and (_restates(mention, topic) or _titled(mention, topic)):
        return fact_of(topic)
    named = root(mention)
    if topic is not None and mention.made_by == "echo" and _unlike(topic, named):
        return fact_of(topic)  # 218个行政村，203个有卫生室。…203个卫生室里
    indicator = named.name.indicator
    if mention.peer:
        return Fact(mention.peer, _sort(indicator, mention), period=mention.period)
    if not indicator or _unlike(mention, named):
        again = mention.made_by == "echo" or _is_converted(mention, named)
        own = named if again and not indicator else mention
        return Fact(whose(mention).subject, own.nameless, period=mention.period)
    return Fact(whose(mention).subject, _sort(indicator, mention) + named.distinct, period=mention.period)


def _is_converted(mention: Mention, said: Mention) -> bool:
    """18.5公斤，也就是37斤: an amount that has no name, told again in another unit."""
    one, two = mention.slot.unit, said.slot.unit
    units = one is not None and two is not None and one.name != two.name and one.base == two.base
    return mention.made_by == "restated" and mention.slot.mark == mark.LEVEL and units


def _restates(mention: Mention, topic: Mention) -> bool:
    """合计12.65万平方米（约190亩）: a total with no name of its own, said once more."""
    level = mention.made_by == "restated" and topic.role is Role.LEVEL and topic.name.total
    return level and mention.aside and topic.base_unit == mention.base_unit


def _titled(mention: Mention, topic: Mention) -> bool:
    """A figure of a headline is the very figure of the body that it stands for."""
    levels = mention.role is Role.LEVEL and topic.role is Role.LEVEL
    return levels and mention.made_by == "headline" and mention.base_unit == topic.base_unit


def _unlike(mention: Mention, named: Mention) -> bool:
    """A bare member of a list does not speak of the topic itself."""
    again = mention.period_said or mention.aside or mention.made_by in _AGAIN
    again = again and not mention.name.rest  # 其余1.2万吨 are not the whole
    return mention is not named and mention.role is Role.LEVEL and not again


def _sort(indicator: str, mention: Mention) -> str:
    """Levels of one name in unlike units (吨 and 元) are different things; 用户总数 are the 用户."""
    indicator = _TOTALLED.sub("", indicator) if indicator.endswith("总数") else indicator
    unit = mention.base_unit
    return f"{indicator}|{unit}" if unit else indicator


def topic_fact(mention: Mention) -> Fact:
    """The fact that a change or a share speaks of."""
    topic = mention.topic
    if topic is None:
        named = mention.name.indicator
        return Fact(
            mention.subject, named + mention.distinct if named else mention.nameless, period=mention.period
        )
    fact = _of_the_topic(mention, topic)
    return replace(fact, subject=mention.subject) if mention.told and not mention.name.indicator else fact


def _of_the_topic(mention: Mention, topic: Mention) -> Fact:
    """The fact of the topic at the time that a change or a share speaks of."""
    fact = fact_of(topic) if topic.role is Role.LEVEL else _unmeasured(topic)
    said = mention.period_said or _told_of_another_time(mention, topic)
    if said and not mention.last_year and mention.role is not Role.LEVEL:
        return at(fact, mention.period)
    base = mention.before if mention.before is not topic else None
    against = base is not None and base.made_by == "versus"
    if topic.role is Role.LEVEL and (not topic.last_year or against):  # 去年1161万元，比前年的860万元增长35%
        return fact
    return Fact(fact.subject, fact.indicator, period=mention.period)


def _told_of_another_time(mention: Mention, topic: Mention) -> bool:
    """平均每晚1.5万人次。周六最挤，比周五多了4800人次: a sentence that names a time of its own before it."""
    changed = mention.role in (Role.GROWTH, Role.DIFFERENCE) and mention.before is None
    changed = changed and topic.role is Role.LEVEL
    return changed and topic.sentence != mention.sentence and mention.period != topic.period


def _unmeasured(topic: Mention) -> Fact:
    """What a change that names its own thing is a change of; it says no unit."""
    named = root(topic)
    if named.role is Role.LEVEL:
        return fact_of(topic)
    indicator = named.name.indicator
    return Fact(
        named.subject, indicator + named.distinct if indicator else named.nameless, period=topic.period
    )


def interval_of(mention: Mention) -> Interval | None:
    """The values a mention can mean, signed, in base units; `None` for ranges and ratios."""
    try:
        return mention.values[mention.sign]
    except KeyError:
        said = mention.values[mention.sign] = _interval(mention)
        return said


def middle_of(mention: Mention) -> Fraction:
    """The value in the middle of those a mention can mean, in base units; 0 when it has none."""
    said = interval_of(mention)
    return (said.middle if said is not None else None) or Fraction(0)


def _interval(mention: Mention) -> Interval | None:
    figure = mention.slot.figure
    if figure is None:
        return _compound(mention)
    if figure.interval is None:
        return None
    unit = mention.slot.unit
    said = figure.interval + _HALF if figure.interval.exact and is_average(mention) else figure.interval
    if _whole_days(mention):
        said = Interval.exactly(figure.value or 0)
    interval = said if unit is None else said.scaled(unit.scale)
    if mention.made_by in ("multiple-of-figure", "multiple-of-then"):
        interval = _bounded(mention, interval)
    if mention.slot.mark == mark.DOUBLING:
        return _doubled(figure, more=mention.right.startswith(_MORE) or figure.hedge.endswith(_MORE))
    negative = (
        interval.high is not None and interval.high <= 0 and interval.low is not None and interval.low < 0
    )
    return -interval if mention.sign < 0 and not negative else interval


def _bounded(multiple: Mention, said: Interval) -> Interval:
    """不到去年212.3毫米的六成: the bound of a multiple stands before what it is a multiple of."""
    then = multiple.made_by == "multiple-of-then"
    words = multiple.left if then else multiple.before.left if multiple.before is not None else ""
    if _LESS.search(words):
        return Interval.between(0, said.middle, high_open=True)
    return Interval.between(said.middle, None) if _MORE_THAN.search(words) else said


def _whole_days(mention: Mention) -> bool:
    """三天, 54天: days are counted, and divided by as they were."""
    figure, unit = mention.slot.figure, mention.slot.unit
    counted = unit is not None and unit.name in ("天", "日") and not mention.name.mean
    return counted and figure is not None and not figure.hedge and figure.value == int(figure.value or 0)


def is_one(mention: Mention) -> bool:
    """一家, 一套, 一趟: one of those that are told of, in a word."""
    figure = mention.slot.figure
    return figure is not None and figure.value == 1 and figure.text[0] == "一"


def is_average(mention: Mention) -> bool:
    """Whether a number is by its words a mean, so that even a whole count is a rounded one.

    每班26人 alone is what there is, 平均每班26人 and 场均146人 are what a division gave.
    """
    mean = mention.name.mean
    figure = mention.slot.figure
    if not mean or figure is None or figure.value is None or figure.value != int(figure.value):
        return False
    if figure.value == 1:  # 平均一户4口
        return False
    return not mean.startswith("每") or "平均" in mention.left


def _compound(mention: Mention) -> Interval | None:
    """The sum of the parts of a compound figure (1小时48分), in base units; only the last is rounded."""
    group = mention.slot.group
    if group is None or group.kind is not GroupKind.COMPOUND:
        return None
    total = Interval.exactly(0)
    for figure in group.figures:
        if figure.interval is None or figure.unit is None or figure.value is None:
            return None
        said = figure.interval if figure is group.figures[-1] else Interval.exactly(figure.value)
        total = total + said.scaled(figure.unit.scale)
    return -total if mention.sign < 0 else total


def _doubled(figure: Figure, *, more: bool) -> Interval | None:
    """翻n番 as a multiple: 2ⁿ with a twentieth of leeway to either side of one doubling."""
    if figure.value is None or figure.value != int(figure.value) or not 0 < figure.value < 12:
        return None
    times = Fraction(2) ** int(figure.value)
    top = times * 2 if more else times * Fraction(41, 40)  # 翻了一番多
    return Interval.between(times * Fraction(39, 40), top)


def agree(one: Mention, two: Mention) -> bool:
    """Whether two figures can be the same number."""
    left, right = interval_of(one), interval_of(two)
    return left is not None and right is not None and left.meets(right)


def at(fact: Fact, period: Hashable) -> Fact:
    """The same fact at another time."""
    return Fact(fact.subject, fact.indicator, fact.scope, period)


@dataclass(slots=True, eq=False)
class Mentions:
    """The mentions of an article in reading order, found by place and levels by name.

    Attributes:
        mentions: all of them.
        named: the levels by their names.
        position: the place of each (by `id`).
        again: levels claimed once more in the unit of a part of theirs, with that part.
    """

    mentions: list[Mention]
    named: dict[str, list[Mention]] = field(default_factory=dict)
    position: dict[int, int] = field(default_factory=dict)
    again: dict[Fact, tuple[Mention, Mention]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place, mention in enumerate(self.mentions):
            self.position[id(mention)] = place
            if mention.role is Role.LEVEL and mention.name.indicator:
                self.named.setdefault(mention.name.indicator, []).append(mention)

    def before(self, mention: Mention, count: int | None = None) -> list[Mention]:
        """The mentions before one, the nearest first; `count` of them at most."""
        place = self.position[id(mention)]
        start = 0 if count is None else max(0, place - count)
        return self.mentions[start:place][::-1]
