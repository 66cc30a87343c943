"""Totals of several years with each of the years behind: 两年共改造94个，其中2023年38个、2024年56个.

Or with the years before it, told of the same thing: 2023年改造38个、2024年56个，两年共改造94个; or the days,
months or quarters: 周一借出312册，周二286册，周三305册，三天共借出903册.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise

from factcheck.calendar import days_between
from factcheck.claims.adding import total_of
from factcheck.claims.bases import years
from factcheck.claims.facts import interval_of, root
from factcheck.claims.mentions import Mention
from factcheck.claims.nouns import noun_after
from factcheck.claims.pack_lists import packs
from factcheck.claims.skeleton import PERIOD
from factcheck.model import Dimension
from factcheck.patterns import compiled
from factcheck.periods import adjacent, is_key, month_count
from factcheck.periods.numerals import number

_YEARS = compiled(
    "(?<![第近十百千前后])([两二三四五六七])(?P<unit>年|天|周|个月|个季度)(?:间|来|里|内)?[^，。；、]{0,8}?"
    "(?:共|累计|合计|总计|总共)"
)
_OPENED = compiled(
    f"[，,、（(：:]?(?:其中|分别[为是]|依次[为是])?[，,：:]?{PERIOD}(?:[为是有达共完成改造新建]*)"
)
_NEXT = compiled(f"[，,、；;]?(?:和|到)?{PERIOD}(?:[为是有达共完成改造新建]*)")
_SUM = compiled("共|累计|合计|总计|其中")
_CHANGED = compiled("[增减新净多少]")
_FEWEST, _TIMES = 2, 2
_YEAR, _MONTHS, _DAYS = "年", {"个月": 1, "个季度": 3}, {"天": 0, "周": 6}


def by_years(levels: Sequence[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    """Each total among `levels` with the years that make it, as many as were said."""
    for at, whole in enumerate(levels):
        many = _many(whole, first=not at or levels[at - 1].sentence != whole.sentence)
        if many < _FEWEST:
            continue
        if before := _years_before(levels, at, many):
            yield whole, before
            continue
        if _unit(whole) != _YEAR:
            behind = _times_behind(levels, at, many)
            yield from [(whole, behind)] if behind else []
            continue
        parts = levels[at + 1 : at + 1 + many]
        told = len(parts) == many and all(_is_year_of(part, whole) for part in parts)
        told = told and _OPENED.fullmatch(parts[0].left) is not None
        told = (
            told and _SUM.search(whole.lead + parts[0].left) is not None
        )  # 小学142所，2023年146所 are what there were
        if (
            told
            and len({part.period for part in parts}) == many
            and not _goes_on(levels, at + many + 1, whole)
        ):
            yield whole, list(parts)


def _years_before(levels: Sequence[Mention], at: int, many: int) -> list[Mention]:
    """2022年、2023年分别植树310株、320株，两年共植树630株: as many years of the same, one after another."""
    whole, parts = levels[at], [m for m in levels[max(0, at - many - 1) : at] if not _is_time(m)][-many:]
    unit = _unit(whole)
    if len(parts) < many or _SUM.search(whole.lead) is None or _YEARS.search(whole.lead) is None:
        return []
    keys = [part.period for part in parts if is_key(part.period)]
    apart = all(adjacent(one, two) for one, two in pairwise(keys)) and len(keys) == many
    alike = all(_is_one(part.period, unit) and _is_of(part, whole) for part in parts)
    return parts if apart and alike and _of_its_size(whole, parts) else []


def _times_behind(levels: Sequence[Mention], at: int, many: int) -> list[Mention]:
    """三个月共发运406.7万吨。7月发运126.3万吨，8月…，9月…: as many, in the sentence or the one behind."""
    whole, unit = levels[at], _unit(levels[at])
    behind = [m for m in levels[at + 1 : at + 2 + many] if not _is_time(m) and m.base_unit == whole.base_unit]
    parts, more = behind[:many], behind[many:]
    near = all(m.sentence[0] == whole.sentence[0] and _is_after(m, whole) for m in parts)
    if len(parts) < many or not near or _SUM.search(whole.lead) is None:
        return []
    keys = [part.period for part in parts if is_key(part.period)]
    apart = len(keys) == many and all(adjacent(one, two) for one, two in pairwise(keys))
    alike = all(_is_one(part.period, unit) and not (part.aside or part.modality) for part in parts)
    own, things = _SUM.sub("", whole.name.indicator), {root(part).name.indicator for part in parts}
    alike = alike and len(things) == 1 and (not own or own[-_FEWEST:] in next(iter(things)))
    goes_on = apart and any(is_key(m.period) and adjacent(keys[-1], m.period) for m in more)
    return parts if apart and alike and not goes_on and _of_its_size(whole, parts) else []


def _is_after(part: Mention, whole: Mention) -> bool:
    return part.sentence[1] <= whole.sentence[1] + 1


def _unit(whole: Mention) -> str:
    """What a total is told of several of: 年, 天, 个月."""
    found = _YEARS.search(whole.lead)
    return found["unit"] if found is not None else _YEAR


def _is_time(mention: Mention) -> bool:
    """三天共借出: the number of days itself."""
    unit = mention.slot.unit
    return unit is not None and unit.dimension is Dimension.DURATION


def _is_one(period: Hashable, unit: str) -> bool:
    """Whether a time is one year, day, week, month or quarter."""
    if unit == _YEAR:
        return _is_year(period)
    if not is_key(period) or period[1] is None or period[2] is None:
        return False
    if unit in _MONTHS:
        return month_count(period) == _MONTHS[unit]
    return days_between(period[1], period[2]) == _DAYS[unit]


def _is_of(part: Mention, whole: Mention) -> bool:
    """Whether the total is of what a year is of: 植树 for 全县植树, not 新增贷款 for 贷款."""
    if part.sentence != whole.sentence or part.base_unit != whole.base_unit or part.aside or part.modality:
        return False
    own, thing = _SUM.sub("", whole.name.indicator), root(part).name.indicator
    if any(word in thing for word in packs().stocks) or root(part).name.mean:
        return False
    if _CHANGED.search(own) and own != thing:
        return False
    return not own or own in thing or thing in own


def _of_its_size(whole: Mention, parts: Sequence[Mention]) -> bool:
    made, told = total_of(parts).middle, interval_of(whole)
    if not made or told is None or not told.middle:
        return False
    return made < _TIMES * told.middle and told.middle < _TIMES * made


def _many(whole: Mention, *, first: bool) -> int:
    """Over how many years a level is told to be the total; 0 where it is none."""
    if whole.aside or whole.name.mean or whole.modality or whole.name.within:
        return 0
    if found := _YEARS.search(whole.lead):
        return number(found.group(1))
    span = years(whole.stretch) if first and not _is_year(whole.period) else 0
    return span + 1 if span else 0


def _is_year_of(part: Mention, whole: Mention) -> bool:
    """Whether a level is told of one year, right behind the others, in the unit of the total."""
    if part.sentence != whole.sentence or part.base_unit != whole.base_unit or not part.period_said:
        return False
    plain = not (part.aside or part.modality or noun_after(part.right)) and _is_year(part.period)
    return plain and (_NEXT.fullmatch(part.left) or _OPENED.fullmatch(part.left)) is not None


def _is_year(period: Hashable) -> bool:
    if not is_key(period) or period[1] is None or period[2] is None:
        return False
    first, last = period[1], period[2]
    return first[0] == last[0] and first[1:] == (1, 1) and last[1:] == (12, 31)


def _goes_on(levels: Sequence[Mention], at: int, whole: Mention) -> bool:
    """Whether one more year follows."""
    return at < len(levels) and _is_year_of(levels[at], whole)
