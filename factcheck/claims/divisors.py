"""What an average divides by: the unit it is taken over, and how that is counted."""

from __future__ import annotations

from fractions import Fraction

from factcheck.claims import skeleton as mark
from factcheck.claims.lexicons import words
from factcheck.claims.mentions import Mention
from factcheck.model import Dimension, Unit
from factcheck.patterns import compiled

_SHORT = 2
# In kilograms, as masses are counted: 每斤1260元 over 38吨.
_MASSES = {
    "斤": Fraction(1, 2),
    "公斤": Fraction(1),
    "千克": Fraction(1),
    "吨": Fraction(1000),
    "克": Fraction(1, 1000),
}
_EACH = compiled(
    r"每(?P<times>(?!0+(?!\d))\d+|[一两十百千万]+(?![瓦米克升卡]))?个?(?P<unit>平方公里|平方千米|平方米|千瓦时|公里|人次|小时|分钟|公斤|公顷|户次|[\u4e00-\u9fff]{2}日|[\u4e00-\u9fff])"
)
_PEOPLE = ("人", "名", "位", "人次")
_PEOPLE_BEHIND = compiled(
    "的?(?:城区|全[市县区村])?(?:常住|户籍|城镇|城乡|农村|农业|参保)?(?:人口|居民|市民|村民|农民)"
)
_LIKE = {"天": ("天", "日"), "日": ("天", "日"), "人": _PEOPLE, "名": _PEOPLE, "位": _PEOPLE}
_WHO = compiled("每一?[位名](?P<noun>[\u4e00-\u9fff]{2})?")
_ROUND = {"一": 1, "两": 2, "十": 10, "百": 100, "千": 1000, "万": 10000, "十万": 100000, "百万": 1000000}
PER_AREA = ("亩产", "单产", "亩均")
EACH = ("门票", "票价", "售价", "定价")
PRICES = ("均价", "单价", "平均", "单票", "楼面价", *EACH)


_OPEN = ("开放", "开馆", "开门", "营业", "开园", "开业", "开店", "开张")


def on_such_days(count: Mention, mean: Mention) -> bool:
    """Whether a count can be of the days that a mean is over: 开门54天 are 每个开放日."""
    kind = days_of(mean)
    said = count.lead + count.slot.printed
    return any(word in said for word in (_OPEN if kind in _OPEN else (kind,)))


def of_such_people(count: Mention, mean: Mention) -> bool:
    """Whether a count can be of the people that a mean is over: 接待游客3万人次 for 每位游客."""
    found = _WHO.search(mean.left)
    if found is None or count.slot.unit is None or count.slot.unit.name in found.group():
        return True
    return (found.group("noun") or "") in count.lead + count.right and bool(found.group("noun"))


def days_of(mean: Mention) -> str:
    """What the days are of that a mean is over: 每个开台日 is over 开台182天; empty for any day."""
    found = _EACH.search(mean.left)
    noun = found.group("unit") if found is not None else ""
    return noun.removesuffix("日") if len(noun) > _SHORT and noun.endswith("日") else ""


def amount_base(mean: Mention) -> str:
    """The unit base of what is averaged: 元 of 元/平方米."""
    unit = mean.slot.unit
    if unit is not None and "/" in unit.name:
        return unit.base.partition("/")[0]
    return mean.base_unit


def hourly(mean: Mention) -> bool:
    """A speed: what is done in an hour, however long it lasts."""
    slot = mean.slot.unit
    if slot is None:
        return False
    told = mean.name.mean == "时速" or _per(mean) == ("小时",)
    return slot.dimension is Dimension.SPEED or (told and slot.dimension is Dimension.LENGTH)


# 最大的18.5公斤，最小的14.5公斤，每公斤按61.5元计价: not what was sold.
_EXTREME = compiled("最[大小高低长短重轻](?:的|者)?[^，、]{0,4}$")


def divides(count: Mention, mean: Mention) -> Fraction | None:
    """By what the average must be multiplied to be one over `count` in base units; `None`: no divisor."""
    unit = count.slot.unit
    if unit is None and count.slot.mark == mark.LEVEL and count.base_unit in _per(mean):
        return 1 / _times(mean)  # 观影人次1012万
    if unit is None and "人" in _per(mean) and _PEOPLE_BEHIND.match(count.right):
        return 1 / _times(mean)  # 按30万常住人口计算
    if unit is None or count.slot.mark != mark.LEVEL or _EXTREME.search(count.left):
        return None
    over = mean.slot.unit.base.partition("/")[2] if mean.slot.unit is not None else ""
    if over:
        return Fraction(1) if count.base_unit == over else None
    per = _per(mean)
    named = count.name.indicator
    counted = unit.name == "个" and any(
        named.endswith(noun) for noun in per if noun != "位"
    )  # 座位 are no 人
    if unit.name in per or counted or (unit.name == "人口" and "人" in per):
        return 1 / (unit.scale * _times(mean))
    return _converted(unit, mean, per)


def _converted(unit: Unit, mean: Mention, per: tuple[str, ...]) -> Fraction | None:
    """The same for a divisor in another unit: minutes of an hour, hectares of a 亩, pieces of a price."""
    if hourly(mean) and unit.dimension is Dimension.DURATION:
        return Fraction(1, 3600)
    if unit.dimension is Dimension.MASS and (
        mass := next((_MASSES[one] for one in per if one in _MASSES), None)
    ):
        return 1 / mass
    if "亩" in per and unit.dimension is Dimension.AREA:
        return Fraction(3, 2000)
    priced = mean.name.mean in PRICES and not per
    return Fraction(1) if priced and unit.dimension is Dimension.COUNT else None


def _per(mean: Mention) -> tuple[str, ...]:
    """The names of the unit an average is taken over."""
    unit, word = mean.slot.unit, mean.name.mean
    if unit is not None and "/" in unit.name:
        return (unit.name.partition("/")[2],)
    if word in PER_AREA:
        return ("亩",)
    if found := _EACH.search(mean.left if "每" in mean.left else mean.name.indicator):
        noun = found.group("unit")
        if len(noun) > _SHORT and noun.endswith("日"):
            return ("天", "日", noun, f"个{noun}")
        if listed := words().means.get(f"每{noun}"):
            return listed
        return _LIKE.get(noun, (noun, "个") if "个" in found.group() else (noun,))
    return words().means.get(word, ())


def _times(mean: Mention) -> Fraction:
    """Per how many of its unit an average is said (每10股: 10, 每万人: 10000)."""
    found = _EACH.search(mean.left if "每" in mean.left else mean.name.indicator)
    if found is None or not found.group("times"):
        return Fraction(1)
    written = found.group("times")
    return Fraction(written) if written.isascii() else Fraction(_ROUND.get(written, 1))
