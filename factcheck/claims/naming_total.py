"""Totals that name their own parts: 三季度、四季度和一季度…，其中四季度和一季度合计3.95亿."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.lexicons import ADDED_UP
from factcheck.claims.mentions import Mention
from factcheck.patterns import compiled

_SUMMED = compiled(
    r"(?:^|[即是指，,：:；;]|其中)(?P<names>(?:(?!其中)[^，,：:；;即是指])+?)(?:[两二三四五]\w{1,2}|)"
    rf"(?:合计|总计|共计|一共|总共|相加|{ADDED_UP}|之和|共)[有为是达约近超用投完成]*$"
)
_JOINT = compiled("以及|加上|[、和与及加]")
_FEWEST = 2
_LONGEST = 8
_ABOVE = 10


def spelled(total: Mention, run: Sequence[Mention]) -> list[Mention] | None:
    """The members of `run` that the words of `total` name; `None` when its words name none.

    Gives `[]` when they name others, or other ones than can be found.
    """
    names = _names(total.lead)
    if len(names) < _FEWEST:
        return None
    found = [[m for m in run if name in m.lead] for name in names]
    if all(len(said) == 1 for said in found) and len({id(said[0]) for said in found}) == len(names):
        return [said[0] for said in found]
    return None if len(names) == len(run) or not any(found) else []


def above(total: Mention, levels: Sequence[Mention]) -> list[Mention]:
    """The levels of the paragraphs above that the words of `total` name, when each is there just once.

    After a list of five: 前两项助医、助学合计3961万元.
    """
    names = _names(total.lead)
    if len(names) < _FEWEST:
        return []
    unit, last = total.base_unit, total.where[0]
    near = [m for m in levels if last - _ABOVE <= m.where[0] < last and m.base_unit == unit and not m.aside]
    found = [[m for m in near if m.name.indicator.startswith(name)] for name in names]
    return [said[0] for said in found] if all(len(said) == 1 for said in found) else []


def _names(lead: str) -> list[str]:
    """The names that words before a total join: 四季度, 一季度."""
    found = _SUMMED.search(lead)
    names = _JOINT.split(found.group("names")) if found is not None else []
    return names if all(0 < len(name) <= _LONGEST for name in names) else []
