"""Names listed once for figures listed once: 日本、韩国进出口分别增长2.1%和4.7%."""

from __future__ import annotations

import re

from factcheck.claims.skeleton import PERIOD
from factcheck.text.words import cutter

RESPECTIVELY = re.compile(r"分别|依次|各自|分列")
_SPLIT = re.compile(r"、|和|与|及|以及")
_CUT = re.compile(r"(?:分别|依次|各自|分列|占|的比[例重]|比[例重]|为|达|同比|环比|增长|下降|上涨|上升|提高|减少|增加|回落|拉动|的).*$")
_SHORTEST = 2


def items(text: str) -> tuple[str, ...]:
    """The names listed in a clause, `()` when it lists none."""
    if "、" not in text and "和" not in text:
        return ()
    listed = tuple(part.strip() for part in _SPLIT.split(_CUT.sub("", text)) if part.strip())
    return listed if len(listed) >= _SHORTEST else ()


def respective(left: str, before: tuple[str, ...], count: int) -> list[str]:
    """The names for `count` figures: listed in the words `left` of the first, or in a clause before.

    What follows the last name (日本、韩国*进出口*) is shared by all. Gives `[]` when the numbers differ.
    """
    if not RESPECTIVELY.search(left):
        return []
    head = _CUT.sub("", left.replace(PERIOD, ""))
    listed = [part for part in _SPLIT.split(head) if part]
    if len(listed) == count:
        return _shared_tail(listed)
    if len(before) == count:
        return [f"{name}{head}" for name in before]
    return []


def _shared_tail(listed: list[str]) -> list[str]:
    """The names, each with the words that only the last one spells out."""
    last = [word for word, _ in cutter().cut(listed[-1])]
    longest = max(len(cutter().cut(name)) for name in listed[:-1])
    tail = "".join(last[longest:])
    return [name + tail for name in listed[:-1]] + [listed[-1]]
