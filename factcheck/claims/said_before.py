"""The level that the words around a change give of the same thing at another time: its base."""

from __future__ import annotations

from factcheck.claims.context import is_later
from factcheck.claims.facts import Mentions, root
from factcheck.claims.lexicons import words
from factcheck.claims.mentions import Against, Base, Mention, Role
from factcheck.claims.onward import is_next
from factcheck.claims.shifts import year_before
from factcheck.claims.skeleton import LEVEL
from factcheck.patterns import compiled
from factcheck.periods import adjacent, is_key, month_count

_CHANGES = (Role.GROWTH, Role.DIFFERENCE)
_FIRST_TIME = compiled("(?:第一|首|头一)[次回趟轮]")


def said_before(mention: Mention, index: Mentions, base: Base) -> Mention | None:
    """A level of the same thing at another time, said close by: the base of a change."""
    topic = mention.topic
    if topic is None or topic.role is not Role.LEVEL:
        return None
    at = index.position[id(topic)]
    around = [*reversed(index.mentions[max(0, at - 6) : at]), *index.mentions[at + 1 : at + 6]]
    own = _WITHIN.match(mention.left) is not None  # 4个月里减少0.5万头，比2023年末的19.4万头少了一成多
    found = []
    for other in around:
        if other.role is not Role.LEVEL or other.sentence != mention.sentence or other.modality:
            continue
        same = _of_one_name(other, topic) and other.base_unit == topic.base_unit
        timed = (other.period_said or topic.period_said) and other.period not in (None, topic.period)
        timed = timed and not is_next(other.period)  # 首日1.5亿元，增长25%，次日1.1亿元
        timed = timed and (other.where < mention.where or not (own or _MEAN_OF_YEARS.search(other.left)))
        timed = timed and _of_one_length(other, topic)
        timed = timed and (not _of_one_year(other, topic) or _next_to(other, topic, mention, base))
        timed = timed and (base.kind is not Against.YEAR or _year_ago(other, topic))
        told = other is topic.topic and mention.role is Role.MULTIPLE and is_of_then(other)
        if same and (timed or told):
            found.append(other)
    if base.kind is Against.AVERAGE and all(isinstance(m.period, tuple) for m in found):
        found.sort(key=lambda m: str(m.period))  # 2022年88亿 and 2023年97亿: an average runs from the first
    return found[0] if found else None


def is_of_then(mention: Mention) -> bool:
    """十年前全村12辆: a level told of another time by words alone."""
    return any(word in mention.lead for word in (*words().first, *words().earlier))


def stood_years_ago(mention: Mention) -> bool:
    """A level of then that may be of some years ago, and no 第一次裁了120人."""
    return is_of_then(mention) and _FIRST_TIME.search(mention.lead) is None


def _year_ago(other: Mention, topic: Mention) -> bool:
    """同比 is against the same stretch of the year before, not against 上年末 or 昨日."""
    return other.last_year or other.period == year_before(topic.period)


def _of_one_year(one: Mention, two: Mention) -> bool:
    """5月为15.9亿 is not what 6月 grew from, year on year."""
    periods = [m.period for m in (one, two)]
    days = [is_key(p) and p[1] is not None and p[1] == p[2] for p in periods]
    if all(days) and one.slot.mark == LEVEL:
        return False  # 3日水位146.82米，5日涨至149.37米
    if isinstance(two.period, tuple) and two.period[:1] == ("said",) and not one.last_year:
        return True  # 当季 of no known date: what is told of 一季度 is not a year before it
    starts = [p[1] for p in periods if is_key(p) and p[1] is not None]
    return len(starts) == len(periods) and starts[0][0] == starts[1][0]


def _next_to(other: Mention, topic: Mention, change: Mention, base: Base) -> bool:
    """9月销售126辆，10月销售158辆，增加32辆: three in a row, of one month and the next."""
    if change.role not in _CHANGES or base.kind is not Against.DEFAULT:
        return False
    if not (is_key(other.period) and is_key(topic.period) and adjacent(other.period, topic.period)):
        return False
    if change.role is Role.GROWTH and month_count(topic.period):
        return False  # of months it is told year on year
    places = [m.where[3] for m in (other, topic, change)]
    return places == list(range(places[0], places[0] + len(places)))


_MEAN_OF_YEARS = compiled("平均|均值|[常历多]年")  # 增幅9.4%，但比近五年同期平均的5.52亿立方米少
_WITHIN = compiled("[里内间来]|以来|之间|之内")  # right behind the stretch in which it changed
_WHICH = "上本前这一个"  # 上个赛季, 本财年


def _of_one_length(one: Mention, two: Mention) -> bool:
    """Half a year is not held against a whole one, nor 本财年前三季度 against 上一财年."""
    names = [str(m.period[1]) for m in (one, two) if isinstance(m.period, tuple) and m.period[0] == "said"]
    named = {name.lstrip(_WHICH) for name in names if name.startswith(tuple(_WHICH))}
    if len(names) > 1 and len(named) > 1:
        return False
    months = {month_count(m.period) for m in (one, two) if is_key(m.period)}
    return len(months - {None, 0}) < 2


def _of_one_name(one: Mention, two: Mention) -> bool:
    """9月销售126辆，10月销售158辆: two levels of one name, of the same, each told of its time."""
    names = root(one), root(two)
    if names[0] is names[1]:
        return True
    called = {(m.name.indicator, m.subject) for m in names}
    dated = one.period_said and two.period_said and is_later(two.period, one.period)
    return dated and len(called) == 1 and bool(names[0].name.indicator)
