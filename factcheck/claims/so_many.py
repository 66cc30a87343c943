"""Rates said per so many of something else: deaths per million tons of coal, per ten thousand vehicles."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from factcheck.claims import skeleton as mark
from factcheck.claims.facts import agree, root
from factcheck.claims.lexicons import NamedRate, named_rates
from factcheck.claims.mentions import Mention
from factcheck.claims.terms import UNLIKE, Terms, of_one_year
from factcheck.patterns import compiled

# 医院床位 are not all 床位.
_SOME = compiled("医院|公立|民营|城市|农村|规模以上|规上")
_LOOKED = 24
_ABOVE = 2  # paragraphs


def named_rate(mention: Mention) -> NamedRate | None:
    """The rate of the lexicon that a level is by the end of its name."""
    name = mention.name.indicator
    if not name.endswith(_all_names()):
        return None
    return next((rate for rate in named_rates() if name.endswith(rate.names)), None)


@cache
def _all_names() -> tuple[str, ...]:
    return tuple(name for rate in named_rates() for name in rate.names)


def so_many_terms(levels: Sequence[Mention], at: int, rate: NamedRate) -> Terms:
    """What a rate is of and per, where the paragraph or the two above give one of each, of its time."""
    here = levels[at]
    near = [m for m in levels[max(0, at - _LOOKED) : at + 3] if _goes_with(m, here)]
    of = [m for m in near if m.base_unit == rate.units[0] and _called(m, rate.of)]
    against = [m for m in near if m.base_unit == rate.units[1] and _called(m, rate.against)]
    if not of or not against:
        return
    one = all(agree(of[0], m) for m in of) and all(agree(against[0], m) for m in against)
    yield (0 if one else 1), of[-1], against[-1], Fraction(1, rate.per)


def _goes_with(level: Mention, here: Mention) -> bool:
    """A level of the same subject and time, said close before the rate."""
    close = 0 <= here.where[0] - level.where[0] <= _ABOVE and level.slot.mark == mark.LEVEL
    plain = level.made_by not in UNLIKE and level.last_year is here.last_year and not level.name.within
    same = level.subject == here.subject and level.modality == here.modality
    some = _SOME.search(level.left)
    same = same and (some is None or some.group() in here.left)
    return close and plain and same and of_one_year(level, here)


def _called(level: Mention, names: tuple[str, ...]) -> bool:
    name = root(level).name.indicator
    return name in names or name.removesuffix("人数") in names
