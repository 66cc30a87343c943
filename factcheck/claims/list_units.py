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
    """Give bare 万 and 亿 in a list of parts the unit of the whole, and a bare whole that of its part."""
    whole: Mention | None = None
    opened, bare = False, list[Mention]()
    for mention in mentions:
        if whole is not None and whole.sentence != mention.sentence:
            whole, opened, bare = None, False, []
        if mention.role is not Role.LEVEL or mention.slot.mark != LEVEL or mention.aside:
            continue
        if mention.slot.unit is None:
            bare.append(mention)
        elif mention.name.total:
            for part in bare:
                _share(mention, part)  # 4.6万、5.2万和3.9万，合计13.7万人
        opened = opened or (mention.name.within and whole is not None)
        if whole is not None and opened:
            _share(whole, mention)
        else:
            whole = mention


def _share(whole: Mention, part: Mention) -> None:
    """Let the one of the two that says no unit have that of the other, when the part fits in the whole."""
    bare, said = (part, whole) if part.slot.unit is None else (whole, part)
    figure, unit = bare.slot.figure, said.slot.unit
    if bare.slot.unit is not None or figure is None or unit is None or not figure.text.endswith(_LARGE):
        return
    if unit.dimension not in _COUNTED or "/" in unit.name:
        return
    slot = bare.slot
    bare.slot = replace(slot, figure=replace(figure, unit=unit), unit=unit)
    bare.values.clear()
    large = interval_of(whole)
    if large is None or greater(interval_of(part), large):
        bare.slot = slot
        bare.values.clear()
