"""Changes said for one of what a price is over: 9.60元/公斤，每公斤下降0.90元 is a fall by 0.90元/公斤."""

from __future__ import annotations

from dataclasses import replace

from factcheck.claims.context import Context
from factcheck.claims.mentions import Mention, Role
from factcheck.model import Unit
from factcheck.patterns import compiled

_EACH = compiled("^平均?每(?P<unit>[\u4e00-\u9fff]{1,3})$|^每(?P<one>[\u4e00-\u9fff]{1,3})$")


def as_priced(context: Context, mention: Mention) -> None:
    """Let a change that only names the unit of the price before it speak of that price."""
    topic = context.topic
    found = _EACH.match(mention.name.indicator) if mention.role is Role.DIFFERENCE else None
    if found is None or topic is None or topic.sentence != mention.sentence or topic.role is not Role.LEVEL:
        return
    below = found.group("unit") or found.group("one")
    if f"每{below}" in topic.lead and topic.base_unit == mention.base_unit:
        mention.name = replace(mention.name, indicator="", mean="")
    elif (unit := _over(mention.slot.unit, topic.slot.unit, below)) is not None:
        mention.slot = replace(mention.slot, unit=unit)
        mention.name = replace(mention.name, indicator="", mean="")


def _over(unit: Unit | None, price: Unit | None, below: str) -> Unit | None:
    """The unit of a change in that of a price over `below`; `None` when the price is over something else."""
    if unit is None or price is None:
        return None
    top, _, over = price.name.partition("/")
    if over != below or top not in (unit.name, "元") or not price.base.startswith(f"{unit.base}/"):
        return None
    scale = price.scale if top == unit.name else price.scale * unit.scale
    return Unit(f"{unit.name}/{below}", price.dimension, scale, price.base)
