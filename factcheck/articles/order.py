"""The pieces of one article in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.articles.columns import Dealt, Unit
from factcheck.articles.joints import head_of, joint
from factcheck.model import BlockKind

_SURE = 0.5


def ordered(units: Sequence[Unit], deal: Dealt, breaks: frozenset[int]) -> list[list[Unit]]:
    """The units of each article as they are read; a doubtful joint is marked so that it is not made.

    `breaks` are the units after which something else stands on the page.
    """
    return [_one(_runs(members, breaks), units, deal.doubtful) for members in deal.articles]


def _one(runs: list[list[int]], units: Sequence[Unit], doubtful: frozenset[int]) -> list[Unit]:
    last = runs[-1]
    if len(runs) > 1 and units[last[-1]].strips[-1].open:
        place = _wanting(runs[:-1], units, last)
        if place is not None:
            runs = [*runs[:place], last, *runs[place:-1]]
    return _doubts_marked([units[index] for run in runs for index in run], doubtful)


def _runs(members: Sequence[int], breaks: frozenset[int]) -> list[list[int]]:
    """The units in stretches that follow one another in the file with nothing between them."""
    runs: list[list[int]] = []
    for index in members:
        if runs and runs[-1][-1] == index - 1 and index - 1 not in breaks:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _wanting(runs: Sequence[Sequence[int]], units: Sequence[Unit], last: Sequence[int]) -> int | None:
    """The run that goes on where the last one breaks off and has no other beginning."""
    tail = units[last[-1]].strips[-1]
    for place in range(1, len(runs)):
        head = head_of(units[runs[place][0]].strips[0])
        before = units[runs[place - 1][-1]].strips[-1]
        if not before.open and head.starts is not True and joint(tail, head) > _SURE:
            return place
    return None


def _doubts_marked(units: Sequence[Unit], doubtful: frozenset[int]) -> list[Unit]:
    """The units with those marked that must not be joined to the one before."""
    return [units[0], *(_marked(before, unit, doubtful) for before, unit in pairwise(units))]


def _marked(before: Unit, unit: Unit, doubtful: frozenset[int]) -> Unit:
    tail, head = before.strips[-1], unit.strips[0]
    if head.kind is not BlockKind.PARAGRAPH or not tail.open:
        return unit
    if unit.place not in doubtful and joint(tail, head_of(head)) > _SURE:
        return unit
    return replace(unit, strips=(replace(head, apart=True), *unit.strips[1:]))
