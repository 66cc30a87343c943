"""What a change is against, as a fact: another time, another place, or the level said beside it."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from factcheck.claims.bases import SAME_STRETCH, years
from factcheck.claims.context import is_later
from factcheck.claims.ends import to_date
from factcheck.claims.facts import Mentions, agree, at, fact_of, root
from factcheck.claims.holding import alike
from factcheck.claims.levels import NOW
from factcheck.claims.mentions import Against, Base, Mention, Role
from factcheck.claims.planned import is_planned
from factcheck.claims.said_before import is_of_then, said_before, stood_years_ago
from factcheck.claims.shifts import previous, year_before, year_end_before
from factcheck.model import Fact
from factcheck.patterns import compiled
from factcheck.periods import is_key
from factcheck.periods.numerals import number


def base_fact(of: Fact, mention: Mention, index: Mentions, base: Base | None = None) -> Fact:
    """The fact that a change of `of` is against; `base` stands in for what the words say."""
    if base is None and mention.before is not None:
        return fact_of(mention.before)
    base = base or mention.base
    if base.kind is Against.PEER:
        return _of_a_plan(mention, index, base) or _named_level(mention, index, base) or _peer(of, base)
    if base.kind is Against.PERIOD and (level := _named_level(mention, index, base)) is not None:
        return level
    if base.kind is Against.EARLIER:
        stood = _stood(mention, index, base)
        return fact_of(stood) if stood is not None else at(of, ("earlier", of.period))
    if base.kind is Against.TWO_YEARS and (beside := _two_years(mention, index)) is not None:
        return at(of, beside)
    return _then(of, mention, index, base)


def _years_said(mention: Mention) -> int:
    """2012年1045头，六年少了四成: over how many years, said right before the change."""
    found = _OVER.match(mention.left) if mention.role is Role.GROWTH else None
    said = found.group(1) if found is not None else ""
    return number(said) if said else 0


_OVER = compiled(
    r"[，,]?(?:这|短短)?([二两三四五六七八九十]|\d{1,2})年(?:间|来|里|内|时间)?(?!均|平均|复合|以上)"
)


def _then(of: Fact, mention: Mention, index: Mentions, base: Base) -> Fact:
    """The same thing at the time that the words or the levels around tell."""
    if base.kind in _ELSEWHEN:
        return _shortly(at(of, _ELSEWHEN[base.kind](of.period, base)), mention, index)
    topic = mention.topic
    if topic is not None and topic.last_year and base.kind is Against.DEFAULT:
        return fact_of(topic)
    if base.kind is Against.DEFAULT and (count := _years_said(mention)):
        return at(of, year_before(of.period, count))
    if base.period == SAME_STRETCH and to_date(topic):
        return at(of, ("to date", year_before(of.period)))
    said = said_before(mention, index, base) if base.kind is not Against.TWO_YEARS else None
    if said is not None:
        return fact_of(said)
    return _shortly(at(of, year_before(of.period, _years(base))), mention, index)


def _shortly(then: Fact, multiple: Mention, index: Mentions) -> Fact:
    """去年卖蜂蜜86吨，今年卖出258吨，是去年的3倍: what the sentence tells of that time in that unit."""
    topic = multiple.topic
    if multiple.role is not Role.MULTIPLE or topic is None or topic.role is not Role.LEVEL:
        return then
    said = [m for m in index.before(multiple, _NEAR) if m.sentence == multiple.sentence and m is not topic]
    like = [m for m in said if m.role is Role.LEVEL and m.base_unit == topic.base_unit and not m.aside]
    alone = len(like) == 1 and like[0].period == then.period and not like[0].modality
    return fact_of(like[0]) if alone and topic.sentence == multiple.sentence else then


_NEAR = 6


def _years(base: Base) -> int:
    return 2 if base.kind is Against.TWO_YEARS else 1


def _two_years(mention: Mention, index: Mentions) -> Hashable:
    """The base that the growth beside a two-year average names (比2019年增长44%，两年平均增长20%)."""
    for other in index.before(mention, 3):
        if (
            other.sentence == mention.sentence
            and other.role is Role.GROWTH
            and other.base.kind is Against.PERIOD
        ):
            return other.base.period
    return None


def _stood(mention: Mention, index: Mentions, base: Base) -> Mention | None:
    """The level at the time before (开张时, 五年前): the one in that unit before, or said to be of then."""
    now = mention.topic
    if now is None or now.role is not Role.LEVEL:
        return None
    later = index.mentions[index.position[id(now)] + 1 : index.position[id(mention)]]
    like = [
        m
        for m in (*index.before(now, _NEAR), *(m for m in later if is_of_then(m)))
        if m.role is Role.LEVEL and m.base_unit == now.base_unit and m.where[0] == now.where[0]
        if not (_summed_up(m, now) or is_later(m.period, now.period))
    ]
    told = [m for m in like if is_of_then(m)]
    if isinstance(base.period, tuple) and base.period[0] == "years ago":
        then = year_before(now.period, base.period[1])
        apart = [m for m in told if stood_years_ago(m) and not (is_key(m.period) and is_key(now.period))]
        return next((m for m in like if then and m.period == then), next(iter(apart), None))
    same = [m for m in like if m.sentence == now.sentence]
    dated = [m for m in like if is_key(m.period) and _is_since(now, m)]
    return next((few[0] for few in (told[:1], same, dated) if len(few) == 1), None)


def _is_since(now: Mention, then: Mention) -> bool:
    """2021年每人310元 … 如今1240元: whether a level is a dated one of the like, at a later time."""
    later = is_later(now.period, then.period) or (now.period is None and NOW.search(now.lead) is not None)
    named = root(now).name.indicator
    like = root(now) is root(then) or alike(named, root(then)) or not named
    return later and like and not agree(now, then)


def _summed_up(one: Mention, total: Mention) -> bool:
    """每周开放6天，每天8小时，合计48小时: what the hours are the total of, not what they once were."""
    units = [m.slot.unit.name if m.slot.unit is not None else "" for m in (one, total)]
    days = units[0] in _DAYS and units[1].endswith(_HOURS)
    return total.name.total and (days or _EACH.search(one.lead) is not None)


_DAYS, _HOURS = ("天", "日", "周", "个星期", "个月"), ("小时", "分钟")
_EACH = compiled("每个?[天日晚周月年场次趟班人户家节件]|[日月人户]均")


def _named_level(mention: Mention, index: Mentions, base: Base) -> Fact | None:
    """是同期归母净利润的1.36倍: another thing that the article gives a level of, in the same unit."""
    topic, peer = mention.topic, base.peer
    if topic is None or mention.role is not Role.MULTIPLE or peer.subject or not peer.indicator:
        return None
    called = [
        m
        for m in index.named.get(peer.indicator, [])
        if m.base_unit == topic.base_unit and not m.last_year and not m.aside and m is not topic
        if m.where[0] <= mention.where[0] and not _of_other_days(m, base)
    ]
    if called and not any(m.where < mention.where or m.sentence == mention.sentence for m in called):
        called = _begun_so(mention, index, base) or called
    if not called and is_key(base.period):  # 比今年前10个月的日均386万件高; …是前10个月日均的2倍
        close = index.before(mention, _LOOKED)
        told = (m for m in close if m.period == base.period and m.base_unit == topic.base_unit)
        called = [m for m in told if m.role is Role.LEVEL and m.name.mean == peer.indicator][:1]
    called.sort(key=lambda m: abs(index.position[id(m)] - index.position[id(topic)]))
    called.sort(key=lambda m: (base.period is None or m.period != base.period, m.period != topic.period))
    return fact_of(called[0]) if called else None


def _begun_so(mention: Mention, index: Mentions, base: Base) -> list[Mention]:
    """二等座全价票138元；一等座221元，约为二等座的1.6倍: the one before whose name begins so."""
    peer, topic = base.peer.indicator, mention.topic
    before = [m for m in index.before(mention, _LOOKED) if m.where[0] == mention.where[0] and m is not topic]
    like = [m for m in before if topic is not None and m.base_unit == topic.base_unit]
    like = [m for m in like if m.role is Role.LEVEL and not m.aside and m.name.indicator.startswith(peer)]
    return like if len(like) == 1 else []


_LOOKED = 12


def _of_a_plan(mention: Mention, index: Mentions, base: Base) -> Fact | None:
    """计划招生240名，报名1752人，是计划数的7.3倍: the one number of the sentence that was planned."""
    topic = mention.topic
    if mention.role is not Role.MULTIPLE or topic is None or _A_PLAN.fullmatch(base.peer.indicator) is None:
        return None
    said = [m for m in index.before(mention, _NEAR) if m.sentence == mention.sentence and m is not topic]
    plans = [m for m in said if m.base_unit == topic.base_unit and is_planned(m)]
    return fact_of(plans[0]) if len(plans) == 1 else None


_A_PLAN = compiled(
    "(?:招[生聘录]|录[取用])?(?:计划|目标|任务|拟招)(?:招[生聘录]|录[取用])?(?:数|名额|人数|总[数量]|数?量)?"
)


def _of_other_days(level: Mention, base: Base) -> bool:
    """日均 of these days is not 前10个月日均."""
    one, two = level.period, base.period
    dated = is_key(one) and is_key(two) and one[0] is two[0]
    return dated and one != two and bool(base.peer.mean)


def _peer(of: Fact, base: Base) -> Fact:
    """The same thing of another: 高于全国, 比邻县多."""
    peer = base.peer
    own = peer.subject and peer.indicator
    return Fact(peer.subject or peer.indicator, peer.indicator if own else of.indicator, period=of.period)


def ends(mention: Mention, of: Fact, index: Mentions) -> tuple[Fact, Fact] | None:
    """The levels at both ends of 2020年至2024年年均增长9%, when the article gives both years."""
    said = mention.stretch
    if mention.base.kind is not Against.AVERAGE or mention.before is not None or not isinstance(said, tuple):
        return None
    topic = root(mention.topic) if mention.topic is not None else None
    like = index.named.get(topic.name.indicator, []) if topic is not None else []
    known = {m.period for m in like if m.base_unit == like[0].base_unit}
    sides = [(said[0], (day[0], 1, 1), (day[0], 12, 31), False) for day in said[1:3] if day]
    if len(sides) < 2 or not known.issuperset(sides):
        return None
    return at(of, sides[1]), at(of, sides[0])


def over(mention: Mention, of: Fact, against: Fact) -> int | None:
    """The number of periods an average growth runs over; `None` when it is no average, or unknown."""
    if mention.base.kind is Against.TWO_YEARS:
        return 2
    if mention.base.kind is not Against.AVERAGE:
        return None
    now, then = of.period, against.period
    dated, whole = 0, False
    if is_key(now) and is_key(then) and now[2] and then[2]:
        dated, whole = now[2][0] - then[2][0], now[2][1:] == then[2][1:]
    if dated > 1 and whole:  # “十三五”时期从2015年末到2020年末
        return dated
    return years(mention.stretch) or dated or None


_ELSEWHEN: dict[Against, Callable[[Hashable, Base], Hashable]] = {
    Against.PERIOD: lambda period, base: base.period,
    Against.YEAR_START: lambda period, base: year_end_before(period),
    Against.PREVIOUS: lambda period, base: previous(period),
}
