"""The shares and levels around a share: what they tell of its whole."""

from __future__ import annotations

from factcheck.claims.facts import Mentions, agree, interval_of
from factcheck.claims.holding import can_hold, comes_out
from factcheck.claims.lexicons import words
from factcheck.claims.mentions import Mention, Role
from factcheck.interval import Interval
from factcheck.patterns import compiled

_ALL = compiled("占(全[国省市区县州旗镇乡村校院行港线网])(?:总[数量额])?的?[约近]?$")
# 占了三成，共2240件.
_AMOUNT = compiled("[，,]?(?:一共|总共|合计|共计?有?|即|计|约|大约|约有|有|达|达到|数量为?|总数为?)")
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
    part = level_of(share)
    others = [one for one in _others(share, index) if _whole(one[0]) == _whole(share)]
    return {id(level) for m, level in others if m.sentence == share.sentence or alike_named(level, part)}


def _whole(share: Mention) -> str:
    """What a share is said to be of; 占总数的 names nothing."""
    named = share.whole.indicator
    return "" if named in words().wholes else named


def _others(share: Mention, index: Mentions) -> list[tuple[Mention, Mention]]:
    """The other shares around one, each with the level it speaks of."""
    at = index.position[id(share)]
    around = index.mentions[max(0, at - _LIST) : at + _LIST]
    shares = (m for m in around if m.role is Role.SHARE and m is not share)
    return [(m, level) for m in shares if (level := told_after(m, index) or level_of(m)) is not None]


def alike_named(one: Mention, other: Mention | None) -> bool:
    """线上收入 and 线下收入: of one length and ending, they stand beside each other."""
    if other is None or other.name.within:
        return False
    names = one.name.indicator, other.name.indicator
    return len(names[0]) == len(names[1]) > _FEWEST and names[0][-_FEWEST:] == names[1][-_FEWEST:]


def elsewhere(share: Mention, part: Mention | None, whole: Mention, index: Mentions) -> bool:
    """代理人386亿元，占47.6%；银保297亿元，占36.6%: shares that agree on a whole, and it is not this one."""
    if part is None or comes_out(share, part, whole):
        return False
    own = implied(share, part)
    listed = [one for one in _listed(share, index) if one[1] is not part]
    if any(comes_out(*one, whole) for one in listed):
        return False
    listed += [one for one in _others(share, index) if one[1] is whole]  # 300万股，占15%；… 3%，即60万股
    return own is not None and any(
        theirs is not None and own.meets(theirs) for theirs in (implied(*one) for one in listed)
    )


def _listed(share: Mention, index: Mentions) -> list[tuple[Mention, Mention]]:
    """The other shares of its sentence whose words name no whole, each with the level it speaks of."""
    others = _others(share, index)
    return [(m, part) for m, part in others if m.sentence == share.sentence and not m.whole.indicator]


def implied(share: Mention, part: Mention) -> Interval | None:
    """The whole of which the part is that share; `None` when they tell none."""
    rate, amount = interval_of(share), interval_of(part)
    if rate is None or amount is None or rate.low is None or rate.low <= 0:  # 占0.0%
        return None
    return amount / rate


def of_all(share: Mention, whole: Mention) -> bool:
    """占全市28.5%: of what the paragraph before said of 全市."""
    found = _ALL.search(share.left)
    return found is not None and found.group(1) in whole.left and share.where[0] - whole.where[0] <= 1


def shared(mention: Mention, near: list[Mention], index: Mentions) -> Mention | None:
    """The whole that the other shares of the list come out of (甲40，占40%；乙25，占28%；丙35，占35%)."""
    others = [(m, part) for m, part in _listed(mention, index) if part.sentence == m.sentence]
    others = others if len(others) >= _ENOUGH else items(mention, index)
    if len(others) < _ENOUGH:
        return None
    return next((w for w in near if all(comes_out(m, part, w) for m, part in others)), None)


def items(share: Mention, index: Mentions) -> list[tuple[Mention, Mention]]:
    """The shares of the other items of a list in which each item is a paragraph (甲，40万台，份额40%；)."""
    part = level_of(share)
    if part is None or share.whole.indicator or part.sentence != share.sentence:
        return []
    like: dict[int, tuple[Mention, Mention]] = {}
    for other, level in _others(share, index):
        alike = other.made_by == share.made_by and level.base_unit == part.base_unit
        if alike and not other.whole.indicator and level.where[0] == other.where[0]:
            like[other.where[0]] = (other, level)
    found = []
    for step in (-1, 1):
        at = share.where[0] + step
        while at in like:
            found.append(like[at])
            at += step
    return found


def only_fit(share: Mention, part: Mention | None, near: list[Mention]) -> Mention | None:
    """The one level near of which the part is that share."""
    fit = [w for w in near[:_CANDIDATES] if part is not None and comes_out(share, part, w)]
    return fit[0] if len(fit) == 1 else None


def opened(share: Mention, part: Mention | None, index: Mentions) -> list[Mention]:
    """珍贵文物里，一级的有206件，占6.25%: the level that goes by the name the words open with."""
    if part is not None and not _whole(share) and (last := _right_before(share, index)) is not None:
        return [last] if last is not part and can_hold(last, part) else []
    if part is None or not part.among or _whole(share):
        return []
    said = index.named.get(part.among, [])
    told = [w for w in said if w.where < part.where and can_hold(w, part) and w.sentence != part.sentence]
    return [told[-1]] if told and all(agree(w, told[-1]) for w in told) else []


def _right_before(share: Mention, index: Mentions) -> Mention | None:
    """参加统考的26109人中，物理类占60.8%: the level right before a share that 中 opens."""
    last = next(iter(index.before(share, 1)), None)
    if last is None or not share.name.within or last.role is not Role.LEVEL:
        return None
    near = last.sentence == share.sentence and last.where[2] + 1 == share.where[2]
    return last if near and _AMONG.match(last.right) else None


_AMONG = compiled("[\u4e00-\u9fff]{0,6}?(?:之中|当中|里面?|中)$")


def told_after(share: Mention, index: Mentions) -> Mention | None:
    """学生作品占了三成，共2240件: the amount of a named part, told right after its share."""
    at = index.position[id(share)] + 1
    following = index.mentions[at] if at < len(index.mentions) else None
    if following is None or not share.name.indicator or following.role is not Role.LEVEL:
        return None
    near = following.sentence == share.sentence and following.where[2] - share.where[2] == 1
    plain = near and not following.aside and not share.name.total and not following.period_said
    return following if plain and _AMOUNT.fullmatch(following.left) else None
