"""Figures that stand side by side and make one expression: lists, compounds and formulas."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Figure, FigureKind, Group, GroupKind, Span

_OPERATORS = frozenset("+-−－–×÷*/=＝")


def neighbours(text: str, figures: Sequence[Figure], known: Sequence[Group]) -> list[Group]:
    """Lists (17.6%、17.1%), compounds (3小时35分) and formulas (30+20=50) among `figures`, in order.

    Members of the groups `known` already (25∶21、23∶25) make no further ones.
    """
    taken = {id(figure) for group in known for figure in group.figures}
    groups: list[Group] = []
    run: list[Figure] = []
    kind: GroupKind | None = None
    for figure in figures:
        free = run and id(figure) not in taken and id(run[-1]) not in taken
        joint = _joint(text, run[-1], figure) if free else None
        if joint is None or (kind is not None and joint is not kind):
            _close(text, kind, run, groups)
            run, kind = [figure], None
        else:
            run.append(figure)
            kind = joint
    _close(text, kind, run, groups)
    return groups


def _joint(text: str, left: Figure, right: Figure) -> GroupKind | None:
    """What two neighbours make together."""
    end = left.span.end
    gap = right.span.start - end
    if gap > 1 or gap < 0:
        return None
    if gap == 0:
        if left.unit is None or right.unit is None:
            return None
        same = left.unit.base == right.unit.base and left.unit.scale > right.unit.scale
        return GroupKind.COMPOUND if same else None
    between = text[end]
    if between == "、" and left.kind is not FigureKind.CODE and right.kind is not FigureKind.CODE:
        return GroupKind.LIST
    return GroupKind.FORMULA if between in _OPERATORS else None


def _close(text: str, kind: GroupKind | None, run: Sequence[Figure], groups: list[Group]) -> None:
    if kind is None or len(run) < 2:
        return
    span = Span(run[0].span.start, run[-1].span.end)
    if kind is not GroupKind.FORMULA or any(sign in text[span.start : span.end] for sign in "=＝"):
        groups.append(Group(kind, tuple(run), span))
