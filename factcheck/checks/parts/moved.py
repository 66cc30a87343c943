"""Two levels of one thing of which one came from the other: 由5%降到4%; 9月13.2元，11月已跌到12.1元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks._across import level_of, stretch
from factcheck.model import Claim, Fact
from factcheck.model.period import Day
from factcheck.patterns import compiled
from factcheck.records import dataclass

_FAR, _NEAR = 12, 48
_NAMELESS = "#"
_STOP = compiled("[。！？!?；;\n]")
_CLAUSE = compiled("[，,：:。！？!?；;\n]")
_ARRIVED = compiled("[\u4e00-\u9fff](?:[到至成]了?|为)(?:每[\u4e00-\u9fff]{1,3})?(?:约|近|超|不足)?$")
_SINCE = compiled("如今|现在|眼下|目前|今[年天日]|当前")
_THEN = compiled(
    "^[，,]?(?:而|但|可)?在?(?:[去上前]年|此前|先前|之前|原来|原先|上[个一]?[月周季旬]|年初|前一?[天日周月]|昨[天日])"
    "[^，。；]{0,10}(?:是|为|仅|只有|才|达|有)?$"
)
# 息差收窄：三季度末…: what the figures behind the colon show.
_HEADED = compiled("(?P<said>[^，。；：:！？\n]{2,24})[：:][^：:]{0,24}$")


@dataclass(frozen=True, slots=True, eq=False)
class Moved:
    """A level before and the level it went to.

    Attributes:
        before: the level it had.
        now: the level it went to.
        words: those that tell which way it went.
        about: those before them, which tell what it is.
    """

    before: Claim
    now: Claim
    words: str
    about: str


def moved(levels: Sequence[Claim], text: str) -> Iterator[Moved]:
    """The levels among neighbours that the words say to have gone from one to the other."""
    for one, two in pairwise(levels):
        if one.unit != two.unit:
            continue
        between = text[one.span.end : two.span.start]
        about = text[max(0, one.span.start - _FAR) : one.span.end]
        if one.made_by == "from" and two.made_by == "to":
            if len(between) <= _FAR:
                yield Moved(one, two, between, about)
        elif len(between) <= _NEAR and _alike(one, two) and not _STOP.search(between):
            yield from _again(one, two, about, text)


def _again(one: Claim, two: Claim, about: str, text: str) -> Iterator[Moved]:
    """Those of the same thing told twice, of two times."""
    between = text[one.span.end : two.span.start]
    own = _CLAUSE.split(between)[-1]
    later, earlier = _is_later(two, one), _is_later(one, two)
    named = not _is_nameless(two)
    if named and _ARRIVED.search(own) and (later or _SINCE.search(own)) and not earlier:
        yield Moved(one, two, own, about)  # 9月13.2元，到11月已跌到12.1元
        return
    lead = _CLAUSE.split(text[max(0, one.span.start - _NEAR) : one.span.start])[-1]
    arrived = _ARRIVED.search(lead) if named and earlier else None
    if arrived is not None and _THEN.match(between):
        yield Moved(two, one, lead, lead[: arrived.start()])  # 降到37微克，去年同期是51微克
        return
    headed = _HEADED.search(text, max(0, one.span.start - _NEAR), one.span.start)
    if headed is not None and later is not earlier:
        ends = (one, two) if later else (two, one)
        yield Moved(*ends, headed["said"], about)


def _alike(one: Claim, two: Claim) -> bool:
    """Two levels that are called the same: 三季度末为1.46%，二季度末则为1.41%."""
    if two.made_by == "level-again":
        return True
    facts = level_of(one), level_of(two)
    if facts[0] is None or facts[1] is None:
        return False
    return facts[0].subject == facts[1].subject and _name(facts[0]) == _name(facts[1])


def _name(fact: Fact) -> str:
    """What a level is called; empty for one without a name."""
    return "" if fact.indicator.startswith(_NAMELESS) else fact.indicator


def _is_nameless(one: Claim) -> bool:
    fact = level_of(one)
    return one.made_by != "level-again" and fact is not None and not _name(fact)


def _is_later(one: Claim, two: Claim) -> bool:
    """Whether the first holds for a time that ends after that of the second."""
    ends = [_end(claim) for claim in (one, two)]
    return ends[0] is not None and ends[1] is not None and ends[0] > ends[1]


def _end(claim: Claim) -> Day | None:
    fact = level_of(claim)
    found = stretch(fact) if fact is not None else None
    return found.last if found is not None else None
