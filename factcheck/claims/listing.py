"""Names listed once for figures listed once: 日本、韩国进出口分别增长2.1%和4.7%."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.lexicons import known
from factcheck.claims.skeleton import PERIOD
from factcheck.patterns import compiled
from factcheck.text.words import cutter

RESPECTIVELY = compiled(r"分别|依次|各自|分列")
_SPLIT = compiled(r"、|和|与|及|以及")
_CUT = compiled(
    r"(?:分别|依次|各自|分列|占|的比[例重]|比[例重]|为|达|同比|环比|增长|下降|上涨|上升|提高|减少|增加(?!值)|回落|拉动|的).*$"
)
_SHORTEST = 2
_SECTORS = compiled(
    r"(?:第?一、第?二、第?三(?:次)?产业?|第?一产业?、第?二产业?和?、?第?三产业?|三次产业|三大产业)"
)
# 机电786亿元、服装141亿元: a name ends where its figure stands.
_FIGURE = compiled("[\ue000-\uf8ff].*")
_MEASURED = compiled(
    r"增加值|产值|总产值|投资额?|产量|面积|人数|收入|销量|零售额|销售额|进出口额?|出口额?|进口额?|用电量|发电量"
)


def listed(clauses: Sequence[str]) -> tuple[str, ...]:
    """The names listed in the last of `clauses` that lists any, `()` when none does."""
    return next((found for text in reversed(clauses) if (found := items(text))), ())


def items(text: str) -> tuple[str, ...]:
    """The names listed in a clause, `()` when it lists none."""
    if "、" not in text and "和" not in text:
        return ()
    named = (_FIGURE.sub("", part).strip() for part in _SPLIT.split(_CUT.sub("", text)))
    listed = tuple(part for part in named if part)
    return listed if len(listed) >= _SHORTEST else ()


def respective(left: str, before: tuple[str, ...], count: int) -> list[str]:
    """The names for `count` figures: listed in the words `left` of the first, or in a clause before.

    What follows the last name (日本、韩国*进出口*) is shared by all. Gives `[]` when the numbers differ.
    """
    said = RESPECTIVELY.search(left)
    if said is None:
        return []
    head = _CUT.sub("", left.replace(PERIOD, ""))
    listed = [part for part in _SPLIT.split(head) if part]
    after = left[said.end() :].replace(PERIOD, "")
    spelled = len(listed) == count and not _SECTORS.search(head)
    if not spelled and (members := _members(head, count)):
        return [member + _rest(head, after) for member in members]
    if len(listed) == count:
        return [name + _noun(after) for name in _shared_tail(listed)]
    if len(before) == count:
        return [f"{name}{head}" for name in before]
    return []


def _shared_tail(listed: list[str]) -> list[str]:
    """The names, each with the words that only the last one spells out."""
    last = [word for word, _ in cutter().cut(listed[-1])]
    longest = max(len(cutter().cut(name)) for name in listed[:-1])
    tail = "".join(last[longest:])
    return [name + tail for name in listed[:-1]] + [listed[-1]]


def _members(head: str, count: int) -> list[str]:
    """The members of a known set that a name stands for: 三次产业, 一、二、三产业."""
    if count == 3 and _SECTORS.search(head):
        return ["第一产业", "第二产业", "第三产业"]
    for name, members in known().sets:
        if len(members) == count and head.endswith(name):
            return list(members)
    return []


def _rest(head: str, after: str) -> str:
    """The words that follow the name of the set, before or after 分别."""
    found = _SECTORS.search(head)
    return (head[found.end() :] if found else "") + _noun(after)


def _noun(after: str) -> str:
    """The noun between 分别 and the first figure (分别完成*增加值*)."""
    found = _MEASURED.search(after)
    return found.group() if found else ""
