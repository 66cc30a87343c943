"""Parts that leave out the unit of their whole: 外借8.9万册次：成人4.2万，少儿3.8万，流动车0.9万册次."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims.adding import greater
from factcheck.claims.facts import interval_of
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.skeleton import LEVEL
from factcheck.model import Dimension

_COUNTED = (Dimension.COUNT, Dimension.MONEY, Dimension.MASS, Dimension.AREA)
_LARGE = ("万", "亿")


def share_units(mentions: Sequence[Mention]) -> None:
    """Give bare 万 and 亿 that stand in a list of parts the unit of what the list divides."""
    whole: Mention | None = None
    opened = False
    for mention in mentions:
        if whole is not None and whole.sentence != mention.sentence:
            whole, opened = None, False
        if mention.role is not Role.LEVEL or mention.slot.mark != LEVEL or mention.aside:
            continue
        unit = mention.slot.unit
        if unit is None:
            opened = opened or mention.name.within
            if whole is not None and opened:
                _adopt(mention, whole)
        elif not opened:
            whole = mention if unit.dimension in _COUNTED and "/" not in unit.name else None


def _adopt(part: Mention, whole: Mention) -> None:
    figure, unit = part.slot.figure, whole.slot.unit
    if figure is None or unit is None or not figure.text.endswith(_LARGE):
        return
    part.slot = replace(part.slot, figure=replace(figure, unit=unit), unit=unit)
    part.values.clear()
    large = interval_of(whole)
    if large is None or greater(interval_of(part), large):
        part.slot = replace(part.slot, figure=figure, unit=None)
        part.values.clear()
