"""What the words between two figures make of a percentage of the second one: 完成年度预算12亿元的85%."""

from __future__ import annotations

import re

from factcheck.claims.mentions import Role
from factcheck.patterns import compiled

_INLINE_PROGRESS = compiled(
    r"^(?P<np>.*?)(?:(?:完成|占|为|达到|达|相当于|实现|是)(?P<named>[^，]*?(?:计划|目标|任务|(?:年初|年度|全年|调整|\ue007)预算|预算数|预期)[^，]*)"
    r"|完成(?P<budget>(?:调整|变动)?(?:后的?)?预算))$",
    re.S,
)
_INLINE_SHARE = compiled(r"^(?P<np>.*?)(?<![抢侵])占(?P<named>[^，占]*)$", re.S)
_INLINE_MULTIPLE = compiled(
    r"^(?P<np>.*?)(?:是|为|相当于|达到?|[不未][足到及]|超过?了?|只有|仅有|接近)(?P<named>[^，]*)$", re.S
)


def of_figure(left: str) -> tuple[Role, str, str] | None:
    """What the words before a figure make of a percentage or multiple *of that figure*.

    Gives the role, the words that name what is measured, and the words that name the figure.
    """
    if found := _INLINE_PROGRESS.search(left):
        return Role.PROGRESS, found.group("np"), found.group("named") or found.group("budget")
    if found := _INLINE_SHARE.search(left):
        return Role.SHARE, found.group("np"), found.group("named")
    if found := _INLINE_MULTIPLE.search(left):
        return Role.MULTIPLE, found.group("np"), found.group("named")
    return None
