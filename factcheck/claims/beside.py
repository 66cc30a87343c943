"""The shares and levels around a share: what they tell of its whole."""

from __future__ import annotations

from factcheck.claims.facts import Mentions, interval_of
from factcheck.claims.holding import comes_out
from factcheck.claims.mentions import Mention, Role
from factcheck.patterns import compiled

_ALL = compiled("占(全[国省市区县州旗镇乡村校院行港线网])(?:总[数量额])?的?[约近]?$")
_FEWEST = 2
_LIST = 16
_ENOUGH = 2
_CANDIDATES = 6


def level_of(mention: Mention) -> Mention | None:
    """The level a share speaks of, when its words name none of their own."""
    topic = mention.topic
    return topic if topic is not None and topic.role is Role.LEVEL else None


def beside(share: Mention, index: Mentions) -> set[int]:
    """税收61亿元，占71%；非税25亿元，占29%: what has a share of its own beside this one is no whole of it."""
    at, part = index.position[id(share)], level_of(share)
    around = index.mentions[max(0, at - _LIST) : at + _LIST]
    others = [
        (m, level)
        for m in around
        if m.role is Role.SHARE and m is not share and m.whole.indicator == share.whole.indicator
        if (level := level_of(m)) is not None
    ]
    return {id(level) for m, level in others if m.sentence == share.sentence or _alike_named(level, part)}


def _alike_named(one: Mention, other: Mention | None) -> bool:
    """线上收入 and 线下收入: of one length and ending, they stand beside each other."""
    if other is None or other.name.within:
        return False
    names = one.name.indicator, other.name.indicator
    return len(names[0]) == len(names[1]) > _FEWEST and names[0][-_FEWEST:] == names[1][-_FEWEST:]


def elsewhere(share: Mention, part: Mention | None, whole: Mention, index: Mentions) -> bool:
    """代理人386亿元，占47.6%；银保297亿元，占36.6%: shares that agree on a whole, and it is not this one."""
    if part is None or comes_out(share, part, whole):
        return False
    rate, own = interval_of(share), interval_of(part)
    at = index.position[id(share)]
    around = index.mentions[max(0, at - _LIST) : at + _LIST]
    for other in around:
        level = level_of(other) if other.role is Role.SHARE and other is not share else None
        if level is None or other.sentence != share.sentence or other.whole.indicator or level is part:
            continue
        theirs, amount = interval_of(other), interval_of(level)
        if (
            rate
            and own
            and theirs
            and amount
            and rate.low
            and theirs.low
            and (own / rate).meets(amount / theirs)
        ):
            return True
    return False


def of_all(share: Mention, whole: Mention) -> bool:
    """占全市28.5%: of what the paragraph before said of 全市."""
    found = _ALL.search(share.left)
    return found is not None and found.group(1) in whole.left and share.where[0] - whole.where[0] <= 1


def shared(mention: Mention, near: list[Mention], index: Mentions) -> Mention | None:
    """The whole that the other shares of the list come out of (甲40，占40%；乙25，占28%；丙35，占35%)."""
    at = index.position[id(mention)]
    around = index.mentions[max(0, at - _LIST) : at + _LIST]
    others = [
        (m, part)
        for m in around
        if m is not mention
        and m.role is Role.SHARE
        and m.sentence == mention.sentence
        and not m.whole.indicator
        if (part := level_of(m)) is not None and part.sentence == m.sentence
    ]
    if len(others) < _ENOUGH:
        return None
    return next((w for w in near if all(comes_out(m, part, w) for m, part in others)), None)


def only_fit(share: Mention, part: Mention | None, near: list[Mention]) -> Mention | None:
    """The one level near of which the part is that share."""
    fit = [w for w in near[:_CANDIDATES] if part is not None and comes_out(share, part, w)]
    return fit[0] if len(fit) == 1 else None
