"""Figures listed in turn for times: 2023年、2024年招生分别为310人和320人; 一、二、三季度分别为….

The times are listed one by one before the figures, or told as one stretch of as many years, quarters
or months as there are figures.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from factcheck.claims.bases import key_of
from factcheck.claims.listing import RESPECTIVELY
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.skeleton import Slot
from factcheck.model import Period
from factcheck.patterns import compiled
from factcheck.periods import is_key
from factcheck.periods.arithmetic import month_count, shifted

# 三家企业分别, 两地分别: so many of something else; 前三季度 is one stretch.
_COUNTED = compiled("[两二三四五六七八九十](?!月|季|年|至|、)[\u4e00-\u9fff]")
_ALL = ("前", "头")
_JOINT, _YEAR = 2, 12
_SIZES = {"quarter": 3, "month": 1}
_ROLES = (Role.LEVEL, Role.GROWTH, Role.SHARE)


def times_of(members: Sequence[Mention], slots: Sequence[Slot]) -> list[Hashable]:
    """The time of each of some figures, given the times told before them; empty when not so told."""
    head = members[0]
    if head.role not in _ROLES or len({m.base_unit for m in members}) > 1:
        return []
    run = _listed(slots)
    if len(run) == len(members):
        keys = [key_of(slot) for slot in run]
        return keys if len(set(keys)) == len(keys) and None not in keys else []
    period = run[0].period if len(run) == 1 else None
    if period is None or not RESPECTIVELY.search(head.left) or _COUNTED.search(head.lead):
        return []
    return _divided(period, len(members)) if not period.text.startswith(_ALL) else []


def _listed(slots: Sequence[Slot]) -> list[Slot]:
    """The last of some times with those listed right before it."""
    run: list[Slot] = []
    for slot in reversed(slots):
        if run and run[0].span.start - slot.span.end > _JOINT:
            break
        run.insert(0, slot)
    return run


def _divided(period: Period, count: int) -> list[Hashable]:
    """The years, quarters or months of a stretch, when there are as many."""
    key, months = period.key, month_count(period)
    if not months or not is_key(key) or key[1] is None:
        return []
    size = next((size for part, size in _SIZES.items() if period.part(part)), _YEAR)
    if months != size * count or (size == _YEAR and key[1][1:] != (1, 1)):
        return []
    first = shifted(key, months=size - months)
    one = key[0], key[1], first[2], False
    return [shifted(one, months=size * at) for at in range(count)]
