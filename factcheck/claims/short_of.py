"""How far a level is from a mark: 达到88.1%，离95%的门槛还差6.9个百分点; 超出80%的标准2.6个百分点."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.claims.bind import Bound
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.skeleton import LEVEL, PERCENT, PERIOD, POINTS
from factcheck.claims.terms import UNLIKE
from factcheck.model import Claim, Measure, Modality, Quantity
from factcheck.patterns import compiled

_FROM = compiled("(?:距离?|离)[^，离]{0,12}$")
_LACKS = compiled("^的?[^，]{0,12}?(?:还|尚|仅|只|仍|相|就)(?:相)?差(?:了|不到|约|近)?$")
_BEYOND = compiled("(?P<way>超出|超过|高出|高于|低于|超)[^，]{0,8}$")
_MARK = compiled(
    "^的?[^，]{0,6}?(?:标准|目标|要求|上限|下限|限值|限额|指标|门槛|水平|平均值|均值|及格线|录取线|警戒线|线)了?$"
)
_SAID = compiled(
    "(?:距离?|离|超出|超过|高出|高于|低于|超)[^，]*$|但|仍|还|也|目前|已|只|这|却|虽然?|不过|眼下|均|都"
)
_NEAR, _PAIR = 6, 2


def short_of(mentions: Sequence[Mention], bound: Bound) -> Iterator[Claim]:
    """The distances from a mark, as differences of the mark and the level told before."""
    for at, (mark, gap) in enumerate(pairwise(mentions)):
        if mark.where[:3] != gap.where[:3] or gap.role is not Role.LEVEL or mark.role is not Role.LEVEL:
            continue
        if (way := _way(mark, gap)) and (level := _level(mentions, at)) is not None:
            yield from _told(
                gap, (mark, level) if way > 0 else (level, mark), bound, sign=-1 if way < -1 else 1
            )


def _way(mark: Mention, gap: Mention) -> int:
    """1 when the level is short of the mark, −1 when beyond it, −2 when below it; 0 when neither."""
    if not _units(mark, gap):
        return 0
    if _FROM.search(mark.left) and _LACKS.match(gap.left):
        return 1
    beyond = _BEYOND.search(mark.left)
    if beyond is None or not _MARK.match(gap.left):
        return 0
    return -2 if beyond["way"] == "低于" else -1


def _units(mark: Mention, gap: Mention) -> bool:
    if mark.slot.mark == PERCENT:
        return gap.slot.mark == POINTS
    return mark.slot.mark == gap.slot.mark == LEVEL and mark.base_unit == gap.base_unit


def _level(mentions: Sequence[Mention], at: int) -> Mention | None:
    """The nearest level of the unit of the mark `at` a place, told in its sentence or the one before."""
    mark = mentions[at]
    owner = _owner(mark)
    for other in reversed(mentions[max(0, at - _NEAR) : at]):
        if other.where[0] != mark.where[0] or other.sentence[1] < mark.sentence[1] - 1:
            return None
        like = other.slot.mark == mark.slot.mark and other.base_unit == mark.base_unit
        if like and other.role is Role.LEVEL and other.made_by not in UNLIKE and owner in other.lead:
            return None if other.modality or other.name.within else other
    return None


def _owner(mark: Mention) -> str:
    """Whose distance it is, when its clause tells that before 离; else empty."""
    said = _SAID.sub("", mark.left.replace(PERIOD, "").strip("，,、；;"))
    return said[:_PAIR] if len(said) >= _PAIR else said


def _told(gap: Mention, ends: tuple[Mention, Mention], bound: Bound, *, sign: int) -> Iterator[Claim]:
    of, against = (bound.levels.get(id(m)) for m in ends)
    claim = bound.levels.get(id(gap))
    if of is None or against is None or claim is None or claim.interval is None:
        return
    interval = claim.interval if sign > 0 else -claim.interval
    quantity = Quantity(Measure.DIFFERENCE, of.quantity.of, against.quantity.of, "increment")
    said = replace(claim, quantity=quantity, interval=interval, sign=sign, made_by="short-of", alternative=0)
    yield replace(said, modality=Modality.ACTUAL)
