"""What is left after shares and amounts were taken from a whole, told over some sentences.

    收到900本旧书。… 三分之一是童书… 包好了600个包子。… 卖掉了一半，后来又卖出180个。收摊时还剩120个.

A share with no amount of its own behind it counts for that part of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.bind import Bound
from factcheck.claims.facts import interval_of, middle_of
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.skeleton import LEVEL, PERCENT
from factcheck.claims.slips import by_luck, one_digit_repairs
from factcheck.claims.terms import UNLIKE
from factcheck.model import Claim, Fact, Measure, Partition, Quantity, Unit
from factcheck.patterns import compiled

_REST = compiled("(?:^|[，。；、“：])[^，。；、“：]{0,6}?(?:[还只便就仅]?剩(?:下|余)?|余下)(?:的|了|有|这)*$")
_ALL = compiled(
    "[总一]?共|[总合]计|全[部长程村市县]|计划|目标|要|攒够|[收募筹][到得集]|包好|定下|奖金|家底|手里|攒了|带了|进了"
)
_OTHER = compiled(
    "每|平均|均|比|较|去年|上年|上[个一]?月|上届|预计|至少|最多|不到|超过|约|左右|另|还有|增|减|多|少|定价|单价|售价|价"
)
_THAT_IS = compiled("[，、（(]?(?:也就是|即|就是|合|折合|共|有|一共|约合|相当于|是)*$")
_TAKEN = compiled("[卖花用捐送拿发给留种付交还存吃装运借售寄完通建拨投占]|其中|是|归|做|成")
_IN = compiled("运进|[购买采]进|进货|补充|补进|又进|新到|收到|[拨调转汇]入|增加|新增|添|捐来|赚")
_EXACT = ("", "正好", "整整", "恰好", "刚好", "恰")
_FAR, _SENTENCES, _MOST, _SHORT = 12, 4, 4, 3
_ENDS = 2  # the whole and what is left


def left_over(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """The wholes of an article with what was taken from them, one part a share at least, and what is left."""
    for at, rest in enumerate(mentions):
        if not _is_amount(rest) or _REST.search("，" + rest.left) is None:
            continue
        told = _told(mentions, at)
        if told is not None:
            whole, parts = told
            yield from _divided(whole, parts, rest, bound)


def told_in_amounts(found: Sequence[Partition], mentions: Sequence[Mention]) -> list[Partition]:
    """`found` without what is left of a whole from which a share was taken too (运走一半，又运走80吨)."""
    shares = [m.slot.span for m in mentions if m.slot.mark == PERCENT and m.role is Role.LEVEL]
    return [
        one
        for one in found
        if one.made_by != "remainder"
        or one.whole is None
        or not any(one.whole.span.end <= s.start and s.end <= one.parts[-1].span.start for s in shares)
    ]


def _is_amount(mention: Mention) -> bool:
    figure = mention.slot.figure
    plain = mention.role is Role.LEVEL and mention.slot.mark == LEVEL and mention.made_by not in UNLIKE
    return plain and figure is not None and not figure.hedge and not mention.aside and bool(mention.base_unit)


def _told(mentions: Sequence[Mention], at: int) -> tuple[Mention, list[Mention]] | None:
    """The whole and what was taken from it, told before what is left; `None` when others are told there."""
    rest = mentions[at]
    near = [m for m in mentions[max(0, at - _FAR) : at] if m.where[0] == rest.where[0]]
    near = [m for m in near if m.sentence[1] >= rest.sentence[1] - _SENTENCES]
    near = [m for m in near if m.base_unit == rest.base_unit or m.slot.mark == PERCENT]
    amounts = [m for m in near if m.slot.mark != PERCENT]
    if not amounts or not _ALL.search(amounts[0].lead):
        return None
    whole = amounts[0]
    parts = [m for m in near if m.where > whole.where]
    shares = [m for m in parts if m.slot.mark == PERCENT]
    parts = [m for m in parts if m.slot.mark != PERCENT or not _said_as_amount(m, parts)]
    if any(_IN.search(m.lead) for m in parts):
        return None
    sound = all(map(_is_part, parts)) and all(middle_of(m) < middle_of(whole) for m in (*parts, rest))
    return (whole, parts) if shares and sound and 0 < len(parts) <= _MOST else None


def _said_as_amount(share: Mention, parts: Sequence[Mention]) -> bool:
    """一半，也就是4320元; 5130米，占75%: the amount of a share stands right beside it."""
    ahead = next((m for m in reversed(parts) if m.where < share.where), None)
    if ahead is not None and ahead.where[3] + 1 == share.where[3] and share.role is Role.SHARE:
        return True
    behind = next((m for m in parts if m.where > share.where), None)
    return behind is not None and behind.slot.mark != PERCENT and _THAT_IS.fullmatch(behind.left) is not None


def _is_part(mention: Mention) -> bool:
    """Whether a figure can tell how much was taken."""
    figure = mention.slot.figure
    if figure is None or figure.hedge not in _EXACT or mention.aside or _OTHER.search(mention.lead):
        return False
    return mention.role in (Role.LEVEL, Role.SHARE)


def _divided(whole: Mention, parts: Sequence[Mention], rest: Mention, bound: Bound) -> Iterator[Partition]:
    claim, left = bound.levels.get(id(whole)), bound.levels.get(id(rest))
    taken = [_amount(part, claim, bound) for part in parts] if claim is not None else []
    if claim is None or left is None or not all(taken):
        return
    found = tuple([one for one in taken if one is not None])
    made = sum((middle_of(whole) * middle_of(p) if p.slot.mark == PERCENT else middle_of(p)) for p in parts)
    if made + middle_of(rest) != middle_of(whole) and not _is_sure(whole, parts, rest):
        return
    yield Partition(claim, (*found, left), "stated", bound.article, "", "level", (), "left-over")


def _is_sure(whole: Mention, parts: Sequence[Mention], rest: Mention) -> bool:
    """Whether the words tell of each part that it was taken, or one digit is all that can be wrong."""
    if all(_TAKEN.search(part.lead + part.right[:_SHORT]) for part in parts):
        return True
    figures = [m.slot.figure for m in (whole, *parts, rest) if m.slot.mark != PERCENT]
    plain = [figure for figure in figures if figure is not None]
    amounts = len(plain) == len(parts) + _ENDS
    return amounts and one_digit_repairs(plain) and not by_luck(plain)


def _amount(part: Mention, whole: Claim, bound: Bound) -> Claim | None:
    """How much a part is, in the unit of the whole."""
    claims = bound.of.get(id(part)) or []
    said, share = (claims[0] if claims else None), interval_of(part)
    if part.slot.mark != PERCENT or said is None:
        return said
    if share is None or whole.interval is None:
        return None
    level = Quantity(Measure.LEVEL, Fact("", part.nameless))
    return replace(
        said, quantity=level, interval=share * whole.interval, unit=_nameless(whole.unit), made_by="left-over"
    )


def _nameless(unit: Unit | None) -> Unit | None:
    """The unit that a share is counted in, which it is not printed with: 一半, not 一半个."""
    return replace(unit, name="") if unit is not None else None
