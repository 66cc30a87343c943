"""Changes of the only two levels they can be of: 三年前只摆了40个摊位。… 现有摊位160个，是当初的4倍.

A change whose own words find no level, or none to be against, is of the two levels of its unit told last in
its paragraph, where there are no more than two, they are called alike, and their times are told apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.claims.bind import Bound
from factcheck.claims.context import is_later
from factcheck.claims.exchanged import misprinted
from factcheck.claims.facts import interval_of, middle_of
from factcheck.claims.holding import comes_out
from factcheck.claims.mentions import Against, Mention, Role
from factcheck.claims.shifts import year_before
from factcheck.claims.skeleton import LEVEL, PERCENT, POINTS
from factcheck.claims.terms import UNLIKE
from factcheck.claims.then_and_now import NOW, THEN
from factcheck.model import Claim, Fact, Measure, Quantity
from factcheck.patterns import compiled

_CHANGES = (Role.GROWTH, Role.DIFFERENCE, Role.MULTIPLE)
_ASKING = (*_CHANGES, Role.SHARE)
_MEASURES = {
    Role.GROWTH: Measure.GROWTH,
    Role.DIFFERENCE: Measure.DIFFERENCE,
    Role.MULTIPLE: Measure.QUOTIENT,
}
_SORTS = {Role.GROWTH: "", Role.DIFFERENCE: "increment", Role.MULTIPLE: "multiple"}
# What a change may be called that is of whatever was told: 开行数, 优良率, 价格.
_ANY = compiled("[数量额率价比度幅]$|^(?:现在|如今|规模|人气|成本|收入)")
_OTHER = compiled("其中|另|分别|每|计划|目标|预计|[同环]比|同类|行业|最[高低多少大小]")
_POINTS_BACK = compiled("[这该此][一个]?(?:比[重例]|占比|数字?|指标|数据|水平)")
_CLOSED_AT = compiled("(?:报?收[于报盘在]?|收盘[价于]?|报)$")  # 前一交易日收于18.60元，昨日报收19.46元
_FROM = ("，由", "，从", "由", "从")
_NOW_HAS = compiled("现[有已共]")
_ALL = compiled("[总一]?共|[总合]计|累计")
_LATELY, _FAR, _PAIR = 3, 14, 2


def sole_pairs(mentions: Sequence[Mention], bound: Bound) -> Iterator[Claim]:
    """The changes among `mentions` that are of no levels by their own words, of the two there are."""
    if not any(mention.role in _ASKING for mention in mentions):
        return
    told: set[Fact | Quantity] = {
        claim.quantity.of for claim in bound.claims if claim.quantity.measure is Measure.LEVEL
    }
    for at, change in enumerate(mentions):
        if change.role is Role.SHARE:
            yield from _shared(mentions, at, told, bound)
        if change.role not in _CHANGES or change.aside or change.modality or _OTHER.search(change.lead):
            continue
        if change.slot.figure is None or change.slot.figure.hedge:
            continue
        claims = [claim for claim in bound.of.get(id(change), ()) if not claim.alternative]
        if not claims or any(_is_answered(claim, told) for claim in claims):
            continue
        pair = _moved_behind(mentions, at) or _pair(mentions, at)
        if pair is not None:
            yield from _tied(claims[0], change, pair, bound)


def _shared(
    mentions: Sequence[Mention], at: int, told: set[Fact | Quantity], bound: Bound
) -> Iterator[Claim]:
    """审结案件24500件。…以调解方式结案的有10780件，占44%: a share of the only larger number of its unit.

    It comes out, or a digit of it is all that is wrong.
    """
    share, part = mentions[at], mentions[at - 1] if at else None
    claims = [claim for claim in bound.of.get(id(share), ()) if not claim.alternative]
    if part is None or part.sentence != share.sentence or any(_is_answered(claim, told) for claim in claims):
        return
    known, whole = bound.of.get(id(share)), _whole(mentions, at)
    hedged = share.slot.figure is None or share.slot.figure.hedge not in ("", "正好")
    if not known or whole is None or hedged or share.slot.mark != PERCENT or share.aside or part.aside:
        return
    slipped = misprinted(share, part, whole, digits=True) or comes_out(share, part, whole)
    of, against = bound.levels.get(id(part)), bound.levels.get(id(whole))
    if slipped and of is not None and against is not None and of.quantity != against.quantity:
        quantity = Quantity(Measure.QUOTIENT, of.quantity.of, against.quantity.of, "share")
        yield replace(known[0], quantity=quantity, made_by="sole-pair", alternative=0)


def _whole(mentions: Sequence[Mention], at: int) -> Mention | None:
    """The only level in the unit of a share's part that is larger, told for all there are."""
    share, part = mentions[at], mentions[at - 1]
    if part.role is not Role.LEVEL or part.made_by in UNLIKE or part.modality:
        return None
    if part.slot.mark != LEVEL or not part.base_unit:
        return None
    near = [m for m in mentions[max(0, at - _FAR) : at - 1] if m.where[0] == share.where[0] and _measures(m)]
    like = [m for m in near if m.base_unit == part.base_unit and m.slot.mark == LEVEL]
    larger = [m for m in like if middle_of(m) > middle_of(part)]
    if len(larger) != 1 or not _is_plain(larger[0]) or larger[0].sentence[1] < share.sentence[1] - _PAIR:
        return None
    whole, named = larger[0], share.whole.indicator
    if named:
        return whole if _pairs(named) & _pairs(whole.name.indicator) else None
    return whole if _ALL.search(whole.lead) and not share.name.indicator else None


def _is_answered(claim: Claim, told: set[Fact | Quantity]) -> bool:
    """Whether the levels that the words ask for are told."""
    quantity = claim.quantity
    return quantity.of in told and quantity.against in told


def _moved_behind(mentions: Sequence[Mention], at: int) -> tuple[Mention, Mention] | None:
    """毛利率提高2.2个百分点，由21.4%升至24.9%: the two levels right behind a change, in its sentence."""
    change, behind = mentions[at], mentions[at + 1 : at + 1 + _PAIR]
    if [m.made_by for m in behind] != ["from", "to"] or any(not _fits(m, change) for m in behind):
        return None
    near = all(m.sentence == change.sentence and m.where[2] == change.where[2] + 1 for m in behind)
    near = near and not change.left.endswith(("加", "减"))  # LPR减30个基点，由3.3%降到3.2%
    return (behind[1], behind[0]) if near and behind[0].left.startswith(_FROM) else None


def _pair(mentions: Sequence[Mention], at: int) -> tuple[Mention, Mention] | None:
    """The level that a change came to and the one it came from."""
    change = mentions[at]
    near = [m for m in mentions[max(0, at - _FAR) : at] if m.where[0] == change.where[0]]
    near = [m for m in near if m.sentence[1] >= change.sentence[1] - _LATELY and _measures(m)]
    own = [m for m in near if _fits(m, change)]
    like = [m for m in own if m.base_unit == own[-1].base_unit and m.slot.mark == own[-1].slot.mark]
    if len(like) != _PAIR or not all(map(_is_plain, like)):
        return None
    one, two = like
    if two.sentence[1] < change.sentence[1] - 1 or not _are_kin(one, two) or not _is_of(change, one, two):
        return None
    sides = _in_time(one, two)
    return sides if sides is not None and _is_since(change, *sides) else None


def _is_since(change: Mention, now: Mention, then: Mention) -> bool:
    """Whether a change is told of the time of the one level, and against that of the other."""
    kind = change.base.kind
    if change.period_said and change.period != now.period:
        return False  # 2022年为43.8%，当年提高了0.5个百分点
    if kind is Against.PERIOD:
        return change.base.period == then.period  # 去年6部，今年9部，比前年多5部
    if kind is Against.DEFAULT and change.role is Role.GROWTH:
        return then.last_year or _was_then(then)  # 9月120台，10月150台，增长42%
    if kind is Against.YEAR:
        return then.last_year or then.period == year_before(now.period)
    return kind in (Against.DEFAULT, Against.EARLIER)


def _measures(mention: Mention) -> bool:
    return mention.role in (Role.LEVEL, Role.SHARE) and interval_of(mention) is not None


def _fits(mention: Mention, change: Mention) -> bool:
    """Whether a change can be one of such a level, by their units."""
    if change.slot.mark == POINTS:
        return mention.slot.mark == PERCENT
    if change.role is Role.DIFFERENCE:
        return mention.slot.mark == LEVEL and mention.base_unit == change.base_unit != ""
    return mention.slot.mark == LEVEL and mention.base_unit not in ("", "秒", "月")


def _is_plain(mention: Mention) -> bool:
    """Told for itself, as a fact."""
    return mention.made_by not in UNLIKE and not (
        mention.aside or mention.modality or _OTHER.search(mention.lead)
    )


def _are_kin(one: Mention, two: Mention) -> bool:
    """Whether two levels are called alike, or the second is not called anything."""
    if two.made_by == "level-again" or _POINTS_BACK.search(two.lead):
        return True
    if all(_CLOSED_AT.search(m.lead) for m in (one, two)):
        return True
    shared = _pairs(one.name.indicator or one.lead) & _pairs(two.name.indicator or two.lead)
    return bool(shared) and not (one.subject and two.subject and one.subject != two.subject)


def _pairs(words: str) -> set[str]:
    return {a + b for a, b in pairwise(words) if min(a, b) >= "\u4e00"}


def _is_of(change: Mention, one: Mention, two: Mention) -> bool:
    """Whether the words of a change name nothing but what the two levels are of, at their times."""
    if change.base.kind in (Against.PEER, Against.AVERAGE, Against.TWO_YEARS):
        return False
    named = change.name.indicator
    called = _pairs(one.name.indicator + two.name.indicator + one.lead + two.lead)
    return not named or bool(_pairs(named) & called) or _ANY.search(named) is not None


def _in_time(one: Mention, two: Mention) -> tuple[Mention, Mention] | None:
    """The later level and the earlier one; `None` when the words do not tell."""
    if is_later(two.period, one.period):
        return two, one
    if is_later(one.period, two.period) or (two.last_year and not one.last_year):
        return one, two
    now, then = _NOW_HAS.search(two.lead) or NOW.search(two.lead), THEN.search(two.lead)
    if then is None and _was_then(one) and (now or two.period != one.period):
        return two, one
    return None


def _was_then(mention: Mention) -> bool:
    """三年前…只摆了40个: its clause says that it was so once, or the time it is told of."""
    said = (
        str(mention.period[1]) if isinstance(mention.period, tuple) and len(mention.period) == _PAIR else ""
    )
    return THEN.search(mention.lead) is not None or THEN.search(said) is not None


def _tied(claim: Claim, change: Mention, pair: tuple[Mention, Mention], bound: Bound) -> Iterator[Claim]:
    sides = [_side(m, bound) for m in pair]
    if None in sides or sides[0] == sides[1]:
        return
    of, against = sides
    assert of is not None
    quantity = Quantity(_MEASURES[change.role], of, against, _SORTS[change.role])
    yield replace(claim, quantity=quantity, made_by="sole-pair")


def _side(mention: Mention, bound: Bound) -> Fact | Quantity | None:
    """What a level, or a share, is a level of."""
    if mention.role is Role.LEVEL:
        level = bound.levels.get(id(mention))
        return level.quantity.of if level is not None else None
    return next((one.quantity for one in bound.of.get(id(mention), ()) if not one.alternative), None)
