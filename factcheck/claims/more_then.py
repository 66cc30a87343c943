"""How much more, told between the two levels: 周六卖出380盆，周日比前一天多卖120盆，一口气走了500盆.

The level before the change is what it is against, and the one right behind it, which names nothing else, is
what it came to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.bind import Bound
from factcheck.claims.mentions import Against, Mention, Role
from factcheck.claims.skeleton import LEVEL, PERIOD, POINTS
from factcheck.claims.terms import UNLIKE
from factcheck.model import Claim, Measure, Quantity
from factcheck.patterns import compiled

_KINDS = (Against.PREVIOUS, Against.PERIOD, Against.EARLIER, Against.PEER, Against.YEAR)
_THAN = compiled("[比较][^，。；]*$")
# 达到2.4万人次, 一口气走了500盆, 共500盆: nothing is named that was not told before.
_CAME_TO = compiled(
    "[，,]?(?:(?:总|一)?共|合计|累计|全天|当[天日晚]|全[年月周季]|最终|最后|最高|实际|一口气|一下子?|于是|这才|这样|总数|总量|数量|人数|一举|[达升增涨降减跌落扩缩][到至为]"
    "|达到?|已经?|[只仅]?有|只|仅|就|便|也|又|是|为|了|来|走|卖出?|售出?|销出?|接待|迎来|完成|实现|收|进账|入账|拿下|冲到|逼近|飙到|蹿到|回到|攀到|攀上|跳到|跌到|掉到|滑到|涨到|突破|，)*"
)
_FAR, _WORDS = 4, 2


def more_then(mentions: Sequence[Mention], bound: Bound) -> Iterator[Claim]:
    """The changes among `mentions` that stand between the levels they lie between, as differences."""
    for at, change in enumerate(mentions):
        if change.role is not Role.DIFFERENCE or change.aside or change.slot.mark == POINTS:
            continue
        after, before = _after(mentions, at), _before(mentions, at)
        if after is not None and before is not None and not _told(change, after, before):
            yield from _tied(change, after, before, bound)


def _after(mentions: Sequence[Mention], at: int) -> Mention | None:
    """The level right behind a change, in its sentence, that the change came to."""
    change = mentions[at]
    behind = mentions[at + 1] if at + 1 < len(mentions) else None
    if behind is None or behind.sentence != change.sentence or not _is_level(behind, change):
        return None
    if behind.where[2] - change.where[2] > 1 or behind.segment != change.segment:
        return None
    return behind if _CAME_TO.fullmatch(behind.left.replace(PERIOD, "")) is not None else None


def _before(mentions: Sequence[Mention], at: int) -> Mention | None:
    """The only level of the unit told before a change, in its sentence or the one before."""
    change = mentions[at]
    if not (change.base.kind in _KINDS or change.period_said or _THAN.search(change.lead)):
        return None
    near = [m for m in mentions[max(0, at - _FAR) : at] if m.where[0] == change.where[0]]
    near = [m for m in near if m.sentence[1] >= change.sentence[1] - 1 and m.slot.mark == LEVEL]
    like = [m for m in near if m.base_unit == change.base_unit]
    if len(like) != 1 or not _is_level(like[0], change):
        return None
    return like[0] if _is_meant(change, like[0]) else None


def _is_meant(change: Mention, before: Mention) -> bool:
    """Whether what a change is against, as far as it is named, is the level told before it."""
    kind, peer = change.base.kind, change.base.peer.subject or change.base.peer.indicator
    if kind is Against.PEER:
        return bool(peer) and peer[:_WORDS] in before.lead
    return kind is not Against.YEAR or before.last_year


def _is_level(mention: Mention, change: Mention) -> bool:
    plain = mention.role is Role.LEVEL and mention.made_by not in UNLIKE and not mention.aside
    return plain and not mention.modality and mention.base_unit == change.base_unit != ""


def _told(change: Mention, after: Mention, before: Mention) -> bool:
    """Whether its words give it a base of their own, or levels and change cannot be one story."""
    return change.before is not None or after.period_said or bool(after.name.mean)


def _tied(change: Mention, after: Mention, before: Mention, bound: Bound) -> Iterator[Claim]:
    of, against = bound.levels.get(id(after)), bound.levels.get(id(before))
    claims = bound.of.get(id(change))
    if of is None or against is None or not claims or of.quantity == against.quantity:
        return
    quantity = Quantity(Measure.DIFFERENCE, of.quantity.of, against.quantity.of, "increment")
    yield replace(claims[0], quantity=quantity, made_by="more-then", alternative=0)
