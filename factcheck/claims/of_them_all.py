"""Totals of all that was told right before them: …瓷器46件，玉器26件，青铜器9件。三类合计81件.

Also what keeps figures from being the parts of a total: gaps in time, one that is larger than the total,
another order of size.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.claims.adding import greater, total_of
from factcheck.claims.facts import interval_of
from factcheck.claims.lexicons import ADDED_UP
from factcheck.claims.mentions import Mention
from factcheck.patterns import compiled
from factcheck.periods import adjacent, is_key
from factcheck.periods.numerals import number

_FAR = 50
_CLOSE = Fraction(1, 100)
_LISTED = 3
# 三类合计, 几样加起来，一共, 三者相加为: a total of those told before, and of nothing else.
_ALL_OF_THEM = compiled(
    "(?:(?:这|以上|上述|前述)?(?:(?:(?P<many>[两二三四五六七八九十])|[几各])(?:个|大)?[\u4e00-\u9fff]{0,4}?))?"
    f"(?:合计|总计|共计|一共|总共|共|相加|{ADDED_UP})[，,]?(?:一共|总共|共计|共|合计|正好|刚好|恰好)?(?:[有是为达]|达到)?(?:全部|所有)?"
)


def of_them_all(total: Mention, parts: Sequence[Mention] = ()) -> bool:
    """Whether its words before it say no more than that it is a total of those told before it, `parts`."""
    said = _opening(total)
    return said is not None and (not (parts and said["many"]) or number(said["many"]) == len(parts))


def _opening(total: Mention) -> re.Match[str] | None:
    """The words of a total that opens its sentence, or stands right behind a clause that does."""
    behind = total.where[2] == 0 or (total.where[2] == 1 and not total.left)
    return _ALL_OF_THEM.fullmatch(total.lead) if behind else None


def told_of(total: Mention, run: list[Mention], last: list[Mention]) -> bool:
    """…瓷器46件，玉器26件，青铜器9件。三类合计91件: the words before the total say that it is of them all."""
    if (
        run != [m for m in last if m.base_unit == total.base_unit]
        or is_far(total, run)
        or of_others(total, run)
    ):
        return False
    said = _opening(total)
    if said is None or not tiles(run):
        return False
    return number(said["many"]) == len(run) if said["many"] else len(run) >= _LISTED


def tiles(parts: list[Mention]) -> bool:
    """Parts said of periods of their own make the total only if those follow each other."""
    periods = [part.period for part in parts]
    if None in periods or len(set(periods)) < len(parts):
        return True
    keys = [p for p in periods if is_key(p) and p[1] is not None]
    return all(adjacent(one, two) for one, two in pairwise(keys))


def of_others(total: Mention, parts: list[Mention]) -> bool:
    """甲512套、乙347套、丙218套，主城三区合计209套: a total below a part is one of something else."""
    whole = interval_of(total)
    return whole is not None and any(greater(interval_of(part), whole) for part in parts)


def is_far(total: Mention, parts: list[Mention]) -> bool:
    """每座每年小（1）型5万元、小（2）型2万元，合计1.55亿元: too far for a sum, and not by 万 or 亿 alone."""
    whole, made = interval_of(total), total_of(parts).middle
    if whole is None or not whole.middle or not made:
        return False
    times = max(whole.middle / made, made / whole.middle)
    return times > _FAR and not any(abs(times / slip - 1) < _CLOSE for slip in (10**4, 10**8))
