"""Several numbers that are one expression: ranges, approximate pairs, ratios and scores.

A range is two figures, never one interval. Its first end takes over what the second says: unit
and percent sign (5-20%), and the magnitude where that keeps the ends in order (10~15万元).
"""

from __future__ import annotations

import re

from factcheck.figures.measures import Measure, is_digit, measure_at
from factcheck.figures.numerals import DIGITS
from factcheck.figures.page import Page
from factcheck.figures.prefixes import Prefix
from factcheck.model import FigureKind, GroupKind

Ends = tuple[GroupKind, list[Measure]]

_LINK = re.compile(r" ?(?:[~～〜∼至到]|[-－–—]{1,2}) ?(?=[0-9.负一二两三四五六七八九十百千])")
_COLON = re.compile(r" ?[:：∶] ?(?=[0-9])")
_AGAINST = re.compile(r"比(?=[0-9一二三四五六七八九十零])")
_LINKS = frozenset("~～〜∼至到-－–— ")
_COLONS = frozenset(":：∶")
_CONTEST = re.compile(
    "比分|战胜|击败|负于|不敌|战平|逼平|大胜|险胜|力克|完胜|淘汰|告负|轻取|横扫|绝杀|主场|客场"
)


def joined(page: Page, measure: Measure, before: Prefix, limit: int) -> Ends | None:
    """The group that `measure` begins, `None` when it stands alone."""
    if measure.number.second is not None:
        return GroupKind.RANGE, _pair(measure)
    follows = page.plain[measure.end]
    if follows in _LINKS:
        return _range(page, measure, limit)
    if measure.entry is None:
        if follows in _COLONS:
            return _ratio(page, measure, limit)
        if follows == "比":
            return _score(page, measure, limit)
    if follows == "、" and measure.stop - measure.first == 1:
        return _paused(page, measure, limit)
    return None


def _pair(measure: Measure) -> list[Measure]:
    """两三个 and 三四十万: both ends share what follows; the first is printed up to the split."""
    number = measure.number
    assert number.second is not None
    form = number.form | {"approximate"}
    one = number._replace(second=None, form=form, end=number.split)
    two = number._replace(second=None, form=form, mantissa=number.second)
    left = measure._replace(number=one, stop=number.split, end=number.split)
    return [left, measure._replace(number=two, start=number.split, first=number.split)]


def _range(page: Page, measure: Measure, limit: int) -> Ends | None:
    link = _LINK.match(page.plain, measure.end)
    if link is None:
        return None
    other = measure_at(page.units, page.plain, link.end())
    if other is None or other.end > limit or other.kind is FigureKind.FRACTION:
        return None
    if "-" in link.group() and other.entry is None and measure.entry is None:
        rest = page.plain[other.end]
        if (
            rest in "-/"
            or (rest.isascii() and rest.isalpha())
            or other.number.mantissa <= measure.number.mantissa
        ):
            return None
    if measure.entry is None:
        left = _inherit(measure, other)
        return None if left is None else (GroupKind.RANGE, [left, other])
    if other.entry is None or other.entry[0].base != measure.entry[0].base:
        return None
    left, right = measure, other
    if measure.number.mantissa and _size(right) < _size(left) and measure.kind is other.kind:
        right = _flag(right, "range-reversed")
    return GroupKind.RANGE, [left, right]


def _inherit(left: Measure, right: Measure) -> Measure | None:
    """The first end with the unit of the second and, where that keeps the order, its magnitude."""
    one, two = left.number, right.number
    if two.large and not one.large:
        tens = 8 if two.exponent >= 8 else 4
        places = two.exponent
        written = two.mantissa
        while places > 0 and written % 10 == 0:
            written //= 10
        up = _magnitude(right)
        if (
            one.mantissa * 10 ** max(one.exponent, 0) < two.mantissa * 10**two.exponent // 10**up
            or one.exponent < 0
        ):
            one = one._replace(exponent=one.exponent + up, large=True)
        del tens
    made = left._replace(number=one, entry=right.entry, kind=right.kind)
    if right.kind is FigureKind.PERCENT and right.entry is not None and right.end > right.stop:
        if "cheng" in two.form or "zhe" in two.form:
            made = made._replace(number=one._replace(exponent=one.exponent + 1, form=one.form | two.form))
        else:
            made = _flag(made, "range-unit-dropped")
    if _size(right) < _size(made):
        made = _flag(made, "range-reversed")
    return made


def _magnitude(measure: Measure) -> int:
    """The power of ten that 万 or 亿 stands for in what was printed."""
    return measure.number.exponent if measure.number.exponent > 0 else 4


def _size(measure: Measure) -> tuple[int, int] | int:
    number = measure.number
    return number.mantissa * 10 ** (number.exponent + 20)


def _flag(measure: Measure, flag: str) -> Measure:
    return measure._replace(number=measure.number._replace(form=measure.number.form | {flag}))


def _ratio(page: Page, measure: Measure, limit: int) -> Ends | None:
    """21.5∶36.1∶42.4 is a ratio, 3∶2 a score."""
    measures = [measure]
    while len(measures) < 12:
        colon = _COLON.match(page.plain, measures[-1].end)
        if colon is None:
            break
        nxt = measure_at(page.units, page.plain, colon.end())
        if nxt is None or nxt.entry is not None or nxt.end > limit:
            break
        measures.append(nxt)
    if len(measures) == 1:
        return None
    if len(measures) == 2 and _is_contest(page, measures):
        return GroupKind.SCORE, measures
    return GroupKind.RATIO, measures


def _is_contest(page: Page, measures: list[Measure]) -> bool:
    if any(one.number.exponent or one.number.mantissa > 200 for one in measures):
        return False
    near = page.plain[max(measures[0].start - 16, 0) : measures[1].end + 16]
    return _CONTEST.search(near) is not None


def _score(page: Page, measure: Measure, limit: int) -> Ends | None:
    """3比2; 上年比2020 is none."""
    link = _AGAINST.match(page.plain, measure.end)
    if link is None:
        return None
    other = measure_at(page.units, page.plain, link.end())
    if other is None or other.entry is not None or other.end > limit or other.number.mantissa > 200:
        return None
    if page.plain[other.end] == "年" or measure.number.mantissa > 200:
        return None
    return (GroupKind.SCORE if _is_contest(page, [measure, other]) else GroupKind.RATIO), [measure, other]


def _paused(page: Page, measure: Measure, limit: int) -> Ends | None:
    """三、四个 for about three or four."""
    plain = page.plain
    if measure.entry is not None or plain[measure.end + 1] not in DIGITS or is_digit(plain[measure.first]):
        return None
    other = measure_at(page.units, plain, measure.end + 1)
    if other is None or other.entry is None or other.end > limit:
        return None
    if other.number.mantissa != measure.number.mantissa + 1 or other.stop - other.first != 1:
        return None
    left = _inherit(measure, other)
    if left is None:
        return None
    return GroupKind.RANGE, [_flag(left, "pause-in-approx"), _flag(other, "pause-in-approx")]
