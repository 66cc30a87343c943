"""Mentions into claims: names become facts, bases and wholes are found, readings are carried.

A level named without words of its own is the topic's at another time; a change or a share of the
topic speaks of the topic's fact. A whole that is named is looked up among the levels of the
article; a whole left out is tried among the levels just before, as other fair readings that can
verify and never accuse.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from factcheck.claims import skeleton as mark
from factcheck.claims.lexicons import is_real
from factcheck.claims.mentions import Against, Base, Mention, Role
from factcheck.claims.names import Name
from factcheck.interval import Interval
from factcheck.model import Article, Claim, Fact, Figure, GroupKind, Measure, Modality, Quantity
from factcheck.periods import month_count, shifted

_MODALITIES = {"plan": Modality.PLAN, "forecast": Modality.FORECAST}
_GENERIC = frozenset(
    "总数 总量 总额 总人数 全部 总体 总面积 总户数 全市 全县 全省 全国 全区 总 比重 总计 总值 总规模 总收入 总支出 总产量 总产值 数量 人数".split()
)
_AGAIN = frozenset(["from", "to", "versus", "restated", "echo", "headline", "whole-said"])
_EMPTY = frozenset("总数量额的全共")
_CANDIDATES = 6
_REACH = 3


@dataclass(slots=True, eq=False)
class Bound:
    """The claims of an article and the level claim of each level mention."""

    article: Article
    claims: list[Claim] = field(default_factory=list)
    levels: dict[int, Claim] = field(default_factory=dict)
    of: dict[int, list[Claim]] = field(default_factory=dict)


def bind(mentions: Sequence[Mention], article: Article) -> Bound:
    """The claims that `mentions` make."""
    bound = Bound(article)
    for mention in mentions:
        if mention.role is Role.LEVEL and not _of_a_rate(mention):
            claim = _claim(mention, Quantity(Measure.LEVEL, fact_of(mention)), bound)
            bound.levels[id(mention)] = claim
    index = _Index(list(mentions))
    for mention in mentions:
        for alternative, quantity in enumerate_quantities(mention, index):
            _claim(mention, quantity, bound, alternative)
    return bound


@dataclass(slots=True, eq=False)
class _Index:
    """Level mentions by name, and in order."""

    mentions: list[Mention]
    named: dict[str, list[Mention]] = field(default_factory=dict)
    position: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for at, mention in enumerate(self.mentions):
            self.position[id(mention)] = at
            if mention.role is Role.LEVEL and mention.name.indicator:
                self.named.setdefault(mention.name.indicator, []).append(mention)


def _claim(mention: Mention, quantity: Quantity, bound: Bound, alternative: int = 0) -> Claim:
    claim = Claim(
        quantity=quantity,
        interval=interval_of(mention),
        figures=_figures(mention),
        article=bound.article,
        words=tuple(mention.spans),
        unit=mention.slot.unit,
        modality=_MODALITIES.get(mention.modality, Modality.ACTUAL),
        licences=mention.licences | _constant_prices(mention, quantity),
        made_by=mention.made_by,
        sign=mention.sign,
        group=mention.slot.group,
        alternative=alternative,
        whose=root(mention).whose,
        told=root(mention).told,
    )
    bound.claims.append(claim)
    bound.of.setdefault(id(mention), []).append(claim)
    return claim


def _constant_prices(mention: Mention, quantity: Quantity) -> frozenset[str]:
    """The licence that the growth of some indicators carries unsaid, unless current prices are said."""
    of = quantity.of
    if quantity.measure is not Measure.GROWTH or not isinstance(of, Fact):
        return frozenset()
    if any(word in mention.lead for word in ("现价", "名义")):
        return frozenset()
    return frozenset({"不变价"}) if is_real(of.indicator.partition("|")[0]) else frozenset()


def _figures(mention: Mention) -> tuple[Figure, ...]:
    if mention.slot.figure is not None:
        return (mention.slot.figure,)
    return mention.slot.group.figures if mention.slot.group else ()


def interval_of(mention: Mention) -> Interval | None:
    """The values a mention can mean, signed, in base units; `None` for ranges and ratios."""
    figure = mention.slot.figure
    if figure is None:
        return _compound(mention)
    if figure.interval is None:
        return None
    unit = figure.unit
    interval = figure.interval if unit is None else figure.interval.scaled(unit.scale)
    if mention.slot.mark == mark.DOUBLING:
        return _doubled(figure)
    negative = interval.high is not None and interval.high <= 0 and interval.low is not None and interval.low < 0
    return -interval if mention.sign < 0 and not negative else interval


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
    return total


def _doubled(figure: Figure) -> Interval | None:
    """翻n番 as a multiple: 2ⁿ with a twentieth of leeway to either side of one doubling."""
    if figure.value is None or figure.value != int(figure.value) or not 0 < figure.value < 12:
        return None
    times = Fraction(2) ** int(figure.value)
    return Interval.between(times * Fraction(39, 40), times * Fraction(41, 40))


def root(mention: Mention) -> Mention:
    """The mention that spells the name `mention` goes by."""
    seen = mention
    for _ in range(8):
        if seen.name.indicator or seen.topic is None:
            return seen
        seen = seen.topic
    return seen


def fact_of(mention: Mention) -> Fact:
    """What a level, or the topic of a change, is a level of."""
    named = root(mention)
    indicator = named.name.indicator
    if not indicator or _unlike(mention, named):
        return Fact(named.subject, f"#{id(mention)}", period=mention.period)
    return Fact(named.subject, _sort(indicator, mention) + named.distinct, period=mention.period)


def _unlike(mention: Mention, named: Mention) -> bool:
    """A bare member of a list does not speak of the topic itself."""
    again = mention.period_said or mention.aside or mention.made_by in _AGAIN
    return mention is not named and mention.role is Role.LEVEL and not again


def _sort(indicator: str, mention: Mention) -> str:
    """Levels of one name in unlike units (吨 and 元) are different things."""
    return indicator if not mention.base_unit else f"{indicator}|{mention.base_unit}"


def enumerate_quantities(mention: Mention, index: _Index) -> Iterator[tuple[int, Quantity]]:
    """The readings of a mention that is no level, each with its rank (0 = what the words ask for)."""
    if mention.role is Role.LEVEL and _of_a_rate(mention) and mention.topic is not None:
        yield 0, _moved(_rate(mention.topic, index), mention.period)
    elif mention.role in (Role.GROWTH, Role.DIFFERENCE):
        yield from _changes(mention, index)
    elif mention.role is Role.SHARE:
        yield from _shares(mention, index)
    elif mention.role is Role.PROGRESS:
        yield from _quotients(mention, index, "progress")
    elif mention.role is Role.MULTIPLE:
        yield from _quotients(mention, index, "multiple")
    elif mention.role is Role.CONTRIBUTION:
        yield 0, Quantity(Measure.QUOTIENT, _topic_fact(mention), None, "contribution")


def _topic_fact(mention: Mention) -> Fact:
    """The fact that a change or a share speaks of."""
    topic = mention.topic
    if topic is None:
        named = mention.name.indicator
        return Fact(mention.subject, named + mention.distinct if named else f"#{id(mention)}", period=mention.period)
    fact = fact_of(topic) if topic.role is Role.LEVEL else _unmeasured(topic)
    if mention.period_said and not mention.last_year and mention.role is not Role.LEVEL:
        return _at(fact, mention.period)
    if topic.role is Role.LEVEL and not topic.last_year:
        return fact
    return Fact(fact.subject, fact.indicator, period=mention.period)


def _of_a_rate(mention: Mention) -> bool:
    """The level of a share or a growth at another time (比上年同期的68.4%)."""
    return mention.topic is not None and mention.topic.role in (Role.SHARE, Role.GROWTH) and mention.made_by == "versus"


def _rate(topic: Mention, index: _Index) -> Quantity | Fact:
    """What a share, a growth or a level says how much of, as a quantity."""
    if topic.role is Role.LEVEL:
        return fact_of(topic)
    return next((quantity for rank, quantity in enumerate_quantities(topic, index) if rank == 0), _topic_fact(topic))


def _moved(quantity: Quantity | Fact, period: Hashable) -> Quantity:
    """The same quantity at another time."""
    if isinstance(quantity, Fact):
        return Quantity(Measure.LEVEL, _at(quantity, period))
    return _rebased(quantity, lambda _: period)


def _rebased(quantity: Quantity, when: Callable[[Hashable], Hashable]) -> Quantity:
    """The quantity with the period of its fact, and of its base, moved alike."""
    of, against = quantity.of, quantity.against
    if not isinstance(of, Fact):
        return quantity
    then = when(of.period)
    if not isinstance(against, Fact):
        base = against
    elif quantity.measure is Measure.GROWTH:
        base = _at(against, _year_before(then))
    else:
        base = _at(against, then)
    return Quantity(quantity.measure, _at(of, then), base, quantity.sort, quantity.over)


def _change_of_rate(mention: Mention, index: _Index) -> Quantity | None:
    """提高2.3个百分点 said of a share or a growth."""
    topic = mention.topic
    if topic is None or topic.role not in (Role.SHARE, Role.GROWTH) or mention.slot.mark != mark.POINTS:
        return None
    now = _rate(topic, index)
    if not isinstance(now, Quantity) or not isinstance(now.of, Fact) or mention.base.kind is Against.PEER:
        return None
    then = _base_fact(now.of, mention, index) if mention.before is None else None
    when = mention.before.period if mention.before is not None else (then.period if then else None)
    return Quantity(Measure.DIFFERENCE, now, _rebased(now, lambda _: when), "increment")


def _unmeasured(topic: Mention) -> Fact:
    """What a change that names its own thing is a change of; it says no unit."""
    named = root(topic)
    if named.role is Role.LEVEL:
        return fact_of(topic)
    indicator = named.name.indicator
    return Fact(named.subject, indicator + named.distinct if indicator else f"#{id(named)}", period=topic.period)


def _changes(mention: Mention, index: _Index) -> Iterator[tuple[int, Quantity]]:
    if (rated := _change_of_rate(mention, index)) is not None:
        yield 0, rated
        return
    growth = mention.role is Role.GROWTH
    measure = Measure.GROWTH if growth else Measure.DIFFERENCE
    sort = "" if growth else ("gap" if mention.base.kind is Against.PEER else "increment")
    of = _topic_fact(mention)
    against = _base_fact(of, mention, index)
    if mention.noun:
        inner = _base_fact(of, mention, index, Base(Against.YEAR))
        now = Quantity(Measure.GROWTH, of, inner)
        then = against.period
        before = Fact(of.subject, of.indicator, period=then)
        yield 0, Quantity(measure, now, Quantity(Measure.GROWTH, before, _at(before, _year_before(then))), sort)
        return
    over = _over(mention, of, against)
    if over is None and mention.base.kind is Against.AVERAGE:
        return
    yield 0, Quantity(measure, of, against, sort, over)
    if mention.topic is not None and mention.topic.role is Role.DIFFERENCE and growth:
        yield 1, Quantity(measure, _topic_fact(mention.topic), _base_fact(of, mention.topic, index), sort, over)


def _over(mention: Mention, of: Fact, against: Fact) -> int | None:
    if mention.base.kind is Against.TWO_YEARS:
        return 2
    if mention.base.kind is not Against.AVERAGE:
        return None
    now, then = of.period, against.period
    if mention.stretch:
        return mention.stretch
    if isinstance(now, tuple) and isinstance(then, tuple) and len(now) == len(then) == 4 and now[2] and then[2]:
        return int(now[2][0] - then[2][0]) or None
    return None


def _base_fact(of: Fact, mention: Mention, index: _Index, base: Base | None = None) -> Fact:
    """The fact that a change is against."""
    if base is None and mention.before is not None:
        return fact_of(mention.before)
    base = base or mention.base
    if base.kind is Against.PEER:
        peer = base.peer
        return Fact(peer.subject or peer.indicator, peer.indicator if peer.subject and peer.indicator else of.indicator,
                    period=of.period)
    if base.kind is Against.PERIOD:
        return _at(of, base.period)
    if base.kind is Against.YEAR_START:
        return _at(of, _year_end_before(of.period))
    if base.kind is Against.PREVIOUS:
        return _at(of, _previous(of.period))
    if mention.topic is not None and mention.topic.last_year and base.kind is Against.DEFAULT:
        return fact_of(mention.topic)
    close = base.kind in (Against.DEFAULT, Against.YEAR, Against.AVERAGE)
    said = _said_before(mention, index) if close else None
    if said is not None:
        return fact_of(said)
    years = 2 if base.kind is Against.TWO_YEARS else 1
    return _at(of, _year_before(of.period, years))


def _said_before(mention: Mention, index: _Index) -> Mention | None:
    """A level of the same thing at another time, said close by: the base of a change."""
    topic = mention.topic
    if topic is None or topic.role is not Role.LEVEL:
        return None
    at = index.position[id(topic)]
    around = [*reversed(index.mentions[max(0, at - 6) : at]), *index.mentions[at + 1 : at + 6]]
    for other in around:
        same = other.role is Role.LEVEL and root(other) is root(topic) and other.base_unit == topic.base_unit
        timed = (other.period_said or topic.period_said) and other.period not in (None, topic.period)
        if same and timed and other.sentence == mention.sentence and not other.modality:
            return other
    return None


def _at(fact: Fact, period: Hashable) -> Fact:
    return Fact(fact.subject, fact.indicator, fact.scope, period)


def _year_before(period: Hashable, years: int = 1) -> Hashable:
    if isinstance(period, tuple) and len(period) == 4:
        return shifted(period, years=-years)
    return ("years before", years, period)


def _year_end_before(period: Hashable) -> Hashable:
    if isinstance(period, tuple) and len(period) == 4 and period[2] is not None:
        day = (period[2][0] - 1, 12, 31)
        return (period[0], day, day, True)
    return ("year end before", period)


def _previous(period: Hashable) -> Hashable:
    if isinstance(period, tuple) and len(period) == 4:
        if period[3]:
            return shifted(period, months=-1)
        count = month_count(period)
        return shifted(period, months=-count) if count else ("before", period)
    return ("before", period)


def _shares(mention: Mention, index: _Index) -> Iterator[tuple[int, Quantity]]:
    """Share of a named whole, or of one of the levels just before."""
    if mention.name.total:
        return
    of = _part(mention, index)
    if mention.before is not None:
        yield 0, Quantity(Measure.QUOTIENT, of, fact_of(mention.before), "share")
        return
    part = _shortened(mention, index) or _level_of(mention)
    exact, near = _wholes(mention, part, index)
    for whole in exact[:1]:
        yield 0, Quantity(Measure.QUOTIENT, of, fact_of(whole), "share")
    if exact:
        return
    if not near:
        named = mention.whole
        indicator = named.indicator or f"#{id(mention)}"
        yield 0, Quantity(Measure.QUOTIENT, of, Fact(named.subject or mention.subject, indicator, period=of.period), "share")
    unnamed = not mention.whole.indicator or mention.whole.indicator in _GENERIC
    sure = _divided(part, index) if unnamed else None
    if unnamed and sure is None and near and all(_agree(near[0], other) for other in near):
        sure = near[0]
    for whole in near[:_CANDIDATES]:
        yield (0 if whole is sure else 1), Quantity(Measure.QUOTIENT, of, fact_of(whole), "share")


def _part(mention: Mention, index: _Index) -> Fact:
    """The fact whose share is said: named by the words, or the topic."""
    named = mention.name.indicator
    if named:
        for other in reversed(index.named.get(named, [])):
            if other.sentence[0] == mention.sentence[0]:
                return fact_of(other)
        close = _shortened(mention, index)
        return fact_of(close) if close is not None else Fact(mention.subject, named, period=mention.period)
    return _topic_fact(mention)


def _shortened(mention: Mention, index: _Index) -> Mention | None:
    """The level just said that the words before a share name in short (税收 for 税收收入)."""
    at = index.position[id(mention)]
    for other in reversed(index.mentions[max(0, at - 4) : at]):
        named = other.role is Role.LEVEL and other.sentence == mention.sentence and other.name.indicator
        if named and named.startswith(mention.name.indicator):
            return other
    return None


def _level_of(mention: Mention) -> Mention | None:
    topic = mention.topic
    return topic if topic is not None and topic.role is Role.LEVEL else None


def _wholes(mention: Mention, part: Mention | None, index: _Index) -> tuple[list[Mention], list[Mention]]:
    """Levels that can be the whole: those that are called so, and those that merely stand before."""
    named = mention.whole
    called = index.named.get(named.indicator, []) if named.indicator else []
    exact = [w for w in called if _can_hold(w, part, mention) and _whose(w, named, mention)]
    exact.sort(key=lambda w: abs(index.position[id(w)] - index.position[id(mention)]))
    if exact or part is None:
        return exact, []
    before = index.mentions[: index.position[id(part)]]
    near = [w for w in reversed(before) if w.role is Role.LEVEL and not w.aside and _can_hold(w, part, mention)]
    tail = root(part).name.indicator
    same = [w for w in near if w.name.indicator and tail.endswith(w.name.indicator) and tail != w.name.indicator]
    close = [w for w in near if w.where[0] >= mention.where[0] - _REACH]
    if named.indicator and named.indicator not in _GENERIC:
        alike = [w for w in near if _alike(named.indicator, w.name)]
        if alike and all(_agree(alike[0], other) for other in alike):
            return alike, []
        close = alike or close
    return [], list(dict.fromkeys([*same[:2], *close]))


def _divided(part: Mention | None, index: _Index) -> Mention | None:
    """The whole of the list that `part` stands in: the level before the 其中 or the lens that opens it."""
    if part is None:
        return None
    opened = ""
    for other in reversed(index.mentions[: index.position[id(part)] + 1]):
        if other.role is not Role.LEVEL or other.base_unit != part.base_unit or other.aside:
            continue
        if other.where[0] != part.where[0] or other.sentence[1] < part.sentence[1] - 1:
            return None
        if opened == "within" or (opened and not other.lens):
            return other if _can_hold(other, part, part) else None
        if other.name.within:
            opened = "within"
        elif other.lens and other.sentence == part.sentence:
            opened = "lens"
    return None


def _agree(one: Mention, two: Mention) -> bool:
    left, right = interval_of(one), interval_of(two)
    return left is not None and right is not None and left.meets(right)


def _whose(whole: Mention, named: Name, mention: Mention) -> bool:
    """The whole is of the subject that was named, or of the one the sentence speaks of."""
    return not named.subject or not whole.subject or whole.subject in (named.subject, mention.subject)


def _alike(named: str, other: Name) -> bool:
    """The name of a whole, shortened or lengthened: 档期总票房 and 电影总票房."""
    one, two = set(named) - _EMPTY, set(other.indicator) - _EMPTY
    return len(one & two) > 1 and len(one & two) * 2 >= min(len(one), len(two))


def _can_hold(whole: Mention, part: Mention | None, mention: Mention) -> bool:
    if part is None:
        return True
    if whole is part or whole.base_unit != part.base_unit:
        return False
    large, small = interval_of(whole), interval_of(part)
    return large is not None and small is not None and (large.top is None or small.bottom is None or large.top >= small.bottom)


def _progress(mention: Mention, index: _Index) -> Iterator[tuple[int, Quantity]]:
    """What was done over what was planned: the levels before it, one of them said as a plan."""
    at = index.position[id(mention)]
    near = [m for m in reversed(index.mentions[max(0, at - 8) : at]) if m.role is Role.LEVEL and m.where[0] == mention.where[0]]
    plan = next((m for m in near if _planned(m)), None)
    done = next((m for m in near if plan is not None and m.base_unit == plan.base_unit and not _planned(m)), None)
    if plan is not None and done is not None:
        yield 0, Quantity(Measure.QUOTIENT, fact_of(done), fact_of(plan), "progress")


def _planned(mention: Mention) -> bool:
    return mention.modality == "plan" or any(word in root(mention).name.indicator for word in ("计划", "目标", "任务"))


def _quotients(mention: Mention, index: _Index, sort: str) -> Iterator[tuple[int, Quantity]]:
    of = _topic_fact(mention)
    if mention.before is not None:
        yield 0, Quantity(Measure.QUOTIENT, of, fact_of(mention.before), sort)
        return
    if sort == "progress":
        yield from _progress(mention, index)
        return
    yield 0, Quantity(Measure.QUOTIENT, of, _base_fact(of, mention, index), sort)
