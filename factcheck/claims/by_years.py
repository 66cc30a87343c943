"""Totals of several years with each of the years behind: 两年共改造94个，其中2023年38个、2024年56个."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from factcheck.claims.bases import years
from factcheck.claims.mentions import Mention
from factcheck.claims.nouns import noun_after
from factcheck.claims.skeleton import PERIOD
from factcheck.patterns import compiled
from factcheck.periods import is_key
from factcheck.periods.numerals import number

_YEARS = compiled(
    "(?<![第近十百千])([两二三四五六])年(?:间|来|里|内)?[^，。；、]{0,8}?(?:共|累计|合计|总计|总共)"
)
_OPENED = compiled(
    f"[，,、（(：:]?(?:其中|分别[为是]|依次[为是])?[，,：:]?{PERIOD}(?:[为是有达共完成改造新建]*)"
)
_NEXT = compiled(f"[，,、；;]?(?:和|到)?{PERIOD}(?:[为是有达共完成改造新建]*)")
_SUM = compiled("共|累计|合计|总计|其中")
_FEWEST = 2


def by_years(levels: Sequence[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    """Each total among `levels` with the years that make it, as many as were said."""
    for at, whole in enumerate(levels):
        many = _many(whole, first=not at or levels[at - 1].sentence != whole.sentence)
        if many < _FEWEST:
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
