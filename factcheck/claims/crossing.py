"""A part counted otherwise than its whole: 收回问卷1600份，976人坐公交，占61%; 接诊2860人次，外伤715例.

The units that can stand for each other so are in `lexicon/units.toml`. Since an equation must not mix
units, the whole is claimed once more in the unit of the part, under a name of its own.
"""

from __future__ import annotations

from functools import cache

from factcheck.claims.facts import Mentions, interval_of, whose
from factcheck.claims.holding import can_hold_otherwise, rate_comes_out
from factcheck.claims.lexicons import lexicon, words
from factcheck.claims.mentions import Mention, Role
from factcheck.model import Dimension, Fact

_FAR = 12


def counted_otherwise(share: Mention, part: Mention | None, index: Mentions) -> Fact | None:
    """The one level before `part` that is its whole, counted in another unit; `None` if unsure."""
    if part is None or not _is_count(part) or share.whole.indicator not in ("", *words().wholes):
        return None
    before = [m for m in index.before(part, _FAR) if m.where[0] == part.where[0] and _is_level(m)]
    units = _stand_for().get(part.base_unit, ())
    wholes = [m for m in before if m.base_unit in units and can_hold_otherwise(m, part)]
    if len(wholes) != 1 or wholes[0].sentence[1] < part.sentence[1] - 1:
        return None
    others = (m for m in index.mentions if _is_level(m) and m not in (part, wholes[0]))
    if not rate_comes_out(share, part, wholes[0]) and any(rate_comes_out(share, part, m) for m in others):
        return None
    fact = Fact(whose(wholes[0]).subject, f"{wholes[0].nameless}|{part.base_unit}", period=wholes[0].period)
    index.again[fact] = wholes[0], part
    return fact


@cache
def _stand_for() -> dict[str, tuple[str, ...]]:
    """The units that a whole may be counted in, by the unit of its part."""
    return {unit: tuple(wholes) for unit, wholes in lexicon("units").items()}


def _is_level(mention: Mention) -> bool:
    told = mention.role is Role.LEVEL and not mention.aside and not mention.only_base
    return told and mention.slot.figure is not None and interval_of(mention) is not None


def _is_count(mention: Mention) -> bool:
    unit = mention.slot.unit
    return unit is not None and unit.dimension is Dimension.COUNT and interval_of(mention) is not None
