"""How far a number is from one that its clause tells first: 比4.5公斤的老款轻1.3公斤, 比爷爷小54岁."""

from __future__ import annotations

from factcheck.model import Dimension, Unit
from factcheck.patterns import compiled
from factcheck.records import dataclass

_AGES = frozenset({"岁", "周岁"})
_APART = compiled(
    r"(?:[比较和与跟同](?P<peer>[^，比较和与跟同]{1,12}?)(?:还|要|又|更|整整|足足)?[大小差]"
    r"|相差|相隔|年龄差距?|年长|年轻)(?:了|出|近|将近|约|整整|足足|有|达|为|上)*$"
)
_THAN = compiled(
    r"(?P<who>^[，,]?|^[^，]*?)比\d[\d.]*[万亿]?[^，的\d]{1,8}的(?P<peer>[^，\d]{0,8}?)(?:还|又|更|要|整整|足足)*"
    r"(?P<way>[高贵长宽重快晚大厚深低短窄轻慢早小薄浅]|年[长轻]|便宜)(?:了|出|出了)?(?:整整|足足|近|约)?$"
)
_LESS = frozenset(["低", "短", "窄", "轻", "慢", "早", "小", "薄", "浅", "便宜", "年轻"])
_TURNED = ("快", "慢")  # who is slower takes more time


@dataclass(frozen=True, slots=True)
class Gap:
    """By how much something is more (sign 1) or less (−1) than `peer`, empty for a number told before it."""

    peer: str
    sign: int = 1


def gap(left: str, lead: str, unit: Unit | None) -> Gap | None:
    """What the words before an amount make of it; `lead` are all of its clause, figures spelled out."""
    if unit is None:
        return None
    than = _THAN.search(lead) if left.startswith("的") and "比" in lead else None
    if than is not None:
        timed = unit.dimension is Dimension.DURATION and than["way"] in _TURNED
        return Gap(than["peer"] if than["who"].strip("，,") else "", 1 - 2 * ((than["way"] in _LESS) ^ timed))
    found = _APART.search(left) if unit.name in _AGES else None
    return Gap(found["peer"] or left) if found is not None else None
