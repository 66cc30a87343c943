"""Figures that stand side by side and make one expression: lists, compounds and formulas."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.model import Figure, FigureKind, Group, GroupKind, Span

_OPERATORS = frozenset("+-−－–×÷*/=＝")


def neighbours(text: str, figures: Sequence[Figure], known: Sequence[Group]) -> list[Group]:
    """Lists (17.6%、17.1%), compounds (3小时35分) and formulas (30+20=50) among `figures`, in order.

    Members of the groups `known` already (25∶21、23∶25) make no further ones.
    """
    taken = {id(figure) for group in known for figure in group.figures}
    beside = [(left, right) for left, right in pairwise(figures) if right.span.start - left.span.end <= 1]
    groups: list[Group] = []
    run: list[Figure] = []
    kind: GroupKind | None = None
    for left, right in beside:
        joint = None if id(left) in taken or id(right) in taken else _joint(text, left, right)
        if joint is None:
            continue
        if run and run[-1] is left and joint is kind:
            run.append(right)
            continue
        _close(text, kind, run, groups)
        run, kind = [left, right], joint
    _close(text, kind, run, groups)
    return groups


def _joint(text: str, left: Figure, right: Figure) -> GroupKind | None:
    """What two neighbours make together."""
    end = left.span.end
    if right.span.start == end:
        if left.unit is None or right.unit is None:
            return None
        same = left.unit.base == right.unit.base and left.unit.scale > right.unit.scale
        return GroupKind.COMPOUND if same else None
    between = text[end]
    if between == "、" and left.kind is not FigureKind.CODE and right.kind is not FigureKind.CODE:
        return GroupKind.LIST
    return GroupKind.FORMULA if between in _OPERATORS else None


def _close(text: str, kind: GroupKind | None, run: Sequence[Figure], groups: list[Group]) -> None:
    if kind is None:
        return
    span = Span(run[0].span.start, run[-1].span.end)
    if kind is not GroupKind.FORMULA or any(sign in text[span.start : span.end] for sign in "=＝"):
        groups.append(Group(kind, tuple(run), span))
