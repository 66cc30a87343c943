"""Numbers that point back to the one just told: 7辆轿车…。这9辆车; 开了两个半小时。180分钟里.

What 这 and 该 point to is what was counted before, whatever number they give it, where nothing else could
be meant; and how long something took is the time that a sentence opens with in another unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.claims.mentions import Mention, Role
from factcheck.claims.misprints import digits, mistyped, value
from factcheck.model import Dimension
from factcheck.patterns import compiled

_THESE = compiled("(?:这|这次|上述|(?<!应)该|(?:^|[，。；])以上)$")
_KIND = compiled("的?(?P<noun>[\u4e00-\u9fff]{1,2})")
_IDLE = frozenset("的了都也将已均全中里上")
_WITHIN = compiled("(?:的?[\u4e00-\u9fff]{0,4})?(?:[里中内间]|下来|过后)[，,]?")
_TOOK = compiled(
    "(?:连续[\u4e00-\u9fff]{1,3}|[了持历耗]|用时|进行|耗时|长达|只有|达|时长)(?:[续时])?(?:约|近|整整|足足|长达|了)*$"
)
_OPENS = compiled("(?:[，,。“]?|[^，。；]{2,8}(?=在))(?:在|就在)?(?:这|整整|短短|足足|长达|漫长的)*")
# 馆长说：“五百二十一万人次，头一回。”: the number a quotation opens with.
_QUOTED = compiled(
    "“(?:[\u4e00-\u9fff]{0,4}[，,])?(?:整整|足足|就是|真是|一共|共|没错|有了?这(?:每[年天])?(?:能[\u4e00-\u9fff]{2})?)*$"
)
_OTHERS = compiled("又|还|另|再|加上|连同|其中|此后|随后|其余|剩")
_HAN = compiled("[\u4e00-\u9fff]+")
_FAR, _ONE_DIGIT, _PAIR, _SPELT = 4, 1, 2, 5


def pointed(mention: Mention, near: Sequence[Mention]) -> Mention | None:
    """The level that a count or a time points back to with another number; `near` is told before it."""
    if mention.role is not Role.LEVEL:
        return None
    if mention.slot.unit is None:
        return _spelt_again(mention, near) if is_spelt(mention) else None
    if takes_up(mention):
        return _as_long(mention, near)
    if is_quoted(mention) and (said := _requoted(mention, near)) is not None:
        return said
    return _counted(mention, near) if _THESE.search(mention.left) else None


def is_spelt(mention: Mention) -> bool:
    """Whether a figure is a large number in characters, without what it counts: 一亿六千二百万."""
    figure = mention.slot.figure
    if figure is None or mention.slot.unit is not None or mention.role is not Role.LEVEL:
        return False
    return (
        len(figure.text) >= _SPELT
        and not {"万", "亿"}.isdisjoint(figure.text)
        and _HAN.fullmatch(figure.text) is not None
    )


def _spelt_again(mention: Mention, near: Sequence[Mention]) -> Mention | None:
    """1.26亿元…。“净赚一亿六千二百万”: the one number told before of these digits, in any order."""
    said, own = sorted(digits(mention).replace("0", "")), value(mention)
    like = [m for m in _close(mention, near, _PAIR) if m.role is Role.LEVEL and m.slot.unit is not None]
    like = [m for m in like if value(m) and Fraction(1, _PAIR) < own / value(m) < _PAIR]
    same = [m for m in like if sorted(digits(m).replace("0", "")) == said]
    if len(same) != 1 or len(said) < _PAIR:
        return None
    mention.slot = replace(mention.slot, unit=same[0].slot.unit)
    return same[0]


def takes_up(mention: Mention) -> bool:
    """180分钟里，…: whether a sentence opens with how long what was told took."""
    unit = mention.slot.unit
    timed = unit is not None and unit.dimension is Dimension.DURATION and mention.role is Role.LEVEL
    return timed and _OPENS.fullmatch(mention.left) is not None and _WITHIN.match(mention.right) is not None


def is_quoted(mention: Mention) -> bool:
    """Whether a quotation opens with a number."""
    return mention.role is Role.LEVEL and _QUOTED.search(mention.left) is not None


def _close(mention: Mention, near: Sequence[Mention], back: int) -> list[Mention]:
    """What is told in the paragraph of a mention, in its sentence or at most so many sentences `back`."""
    first = mention.sentence[1] - back
    return [m for m in near if m.where[0] == mention.where[0] and m.sentence[1] >= first]


def _requoted(mention: Mention, near: Sequence[Mention]) -> Mention | None:
    """The one number of its unit told right before, when the quotation has its digits in another order."""
    like = [m for m in _close(mention, near, 1) if m.base_unit == mention.base_unit and m.role is Role.LEVEL]
    if len(like) != 1 or (like[0].sentence == mention.sentence and "“" not in mention.left):
        return None
    one, two = digits(mention), digits(like[0])
    return like[0] if one != two and len(one) > _ONE_DIGIT and sorted(one) == sorted(two) else None


def _counted(mention: Mention, near: Sequence[Mention]) -> Mention | None:
    """36箱假酒…这38箱: the one count of its kind before, when no sum or difference makes the number."""
    close = _close(mention, near, _FAR)
    counts = [m for m in close if m.role is Role.LEVEL and m.slot.unit is not None and value(m)]
    like = [m for m in counts if _of_one_unit(m, mention) and m.sentence != mention.sentence]
    if len(like) != 1 or any(_OTHERS.search(m.lead) for m in close):
        return None
    money = mention.base_unit == "元" and mistyped(mention, like[0])
    if not money and not _of_one_kind(mention, like[0]):
        return None
    said, other = value(mention), value(like[0])
    if said == other or _made_of(said, [value(m) for m in counts if _is_count(m)]):
        return None
    long = len(digits(mention)) > _ONE_DIGIT and len(digits(mention)) == len(digits(like[0]))
    return like[0] if long or said > other else None


def _of_one_unit(one: Mention, two: Mention) -> bool:
    """Whether two are counted alike; people are 名 and 人."""
    return one.slot.unit == two.slot.unit or one.base_unit == two.base_unit == "人"


def _is_count(mention: Mention) -> bool:
    return mention.slot.unit is not None and mention.slot.unit.dimension is Dimension.COUNT


def _of_one_kind(one: Mention, two: Mention) -> bool:
    """Whether two counts are of one thing: 9辆车 and 7辆轿车."""
    found = _KIND.match(one.right)
    kind = set(found["noun"]) - _IDLE if found is not None else set()
    if one.base_unit == "人" and not kind:
        return True  # 这19人均已被采取强制措施
    return not kind.isdisjoint(two.right[:8] + two.name.indicator)


def _made_of(said: Fraction, told: Sequence[Fraction]) -> bool:
    """Whether a number is one told before, or what two or all of them come to, or how far two are apart."""
    pairs = ((one, two) for at, one in enumerate(told) for two in told[at + 1 :])
    return said in told or said == sum(told) or any(said in (a + b, abs(a - b)) for a, b in pairs)


def _as_long(mention: Mention, near: Sequence[Mention]) -> Mention | None:
    """庭审开了两个半小时。180分钟里: the time that the sentence before tells, in another unit."""
    close = [m for m in _close(mention, near, 1) if m.sentence != mention.sentence]
    times = [m for m in close if m.base_unit == mention.base_unit and m.role is Role.LEVEL]
    if len(times) != 1 or _TOOK.search(times[0].left) is None:
        return None
    put_otherwise = times[0].slot.figure is None or times[0].slot.unit != mention.slot.unit
    return times[0] if put_otherwise or mention.left.endswith("这") else None
