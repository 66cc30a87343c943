"""What a change is against, as a fact: another time, another place, or the level said beside it."""

from __future__ import annotations

from collections.abc import Hashable

from factcheck.claims.facts import Mentions, at, fact_of, root
from factcheck.claims.mentions import Against, Base, Mention, Role
from factcheck.model import Fact
from factcheck.periods import month_count, shifted


def base_fact(of: Fact, mention: Mention, index: Mentions, base: Base | None = None) -> Fact:
    """The fact that a change is against."""
    if base is None and mention.before is not None:
        return fact_of(mention.before)
    base = base or mention.base
    if base.kind is Against.PEER:
        peer = base.peer
        return Fact(
            peer.subject or peer.indicator,
            peer.indicator if peer.subject and peer.indicator else of.indicator,
            period=of.period,
        )
    if base.kind is Against.PERIOD:
        return at(of, base.period)
    if base.kind is Against.YEAR_START:
        return at(of, _year_end_before(of.period))
    if base.kind is Against.PREVIOUS:
        return at(of, _previous(of.period))
    if mention.topic is not None and mention.topic.last_year and base.kind is Against.DEFAULT:
        return fact_of(mention.topic)
    close = base.kind in (Against.DEFAULT, Against.YEAR, Against.AVERAGE)
    said = _said_before(mention, index) if close else None
    if said is not None:
        return fact_of(said)
    years = 2 if base.kind is Against.TWO_YEARS else 1
    return at(of, year_before(of.period, years))


def over(mention: Mention, of: Fact, against: Fact) -> int | None:
    if mention.base.kind is Against.TWO_YEARS:
        return 2
    if mention.base.kind is not Against.AVERAGE:
        return None
    now, then = of.period, against.period
    if mention.stretch:
        return mention.stretch
    if (
        isinstance(now, tuple)
        and isinstance(then, tuple)
        and len(now) == len(then) == 4
        and now[2]
        and then[2]
    ):
        return int(now[2][0] - then[2][0]) or None
    return None


def _said_before(mention: Mention, index: Mentions) -> Mention | None:
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


def year_before(period: Hashable, years: int = 1) -> Hashable:
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
