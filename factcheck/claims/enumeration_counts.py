"""Figures that can say how many items a list has (五项措施, 8个县), and counts without a measure (五省)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache

from factcheck.claims.enumeration_words import enumeration_words
from factcheck.claims.lexicons import either
from factcheck.figures.numerals import whole
from factcheck.interval import Interval
from factcheck.model import Dimension, Figure, FigureKind, Group, GroupKind, Span, Unit
from factcheck.patterns import compiled
from factcheck.records import dataclass

MOST = 60
_DISTANCES = ("米", "公里", "千米", "公斤", "千克")
_RACE = compiled(
    "(?:自由|蝶|仰|蛙|混合)泳|[跨]?栏|(?:短|长|障碍|赛)跑|接力|级|竞走|速滑|个人|团体|单人|双人|[气手步]?枪|[×x][0-9]"
)
_RACING = compiled("(?:男子|女子|男女|混合(?:团体)?|团体|个人|接力)(?:[0-9]+[×x])?$|[0-9]+[×x]$")
_FEWER = compiled("比[^，。；]{1,12}[少多]$")  # 比上季的67场少5场：…
_NEAR = 16
_POINT = "点"
_ONLY = compiled(r"(?P<number>[二三四五六七八九十])(?<=有.)(?=[：:，,。]\s*(?:其?一|第一|首先|（一）))")
_NUMERALS = frozenset("一二三四五六七八九十百千万半两")
_NOUN = compiled(r"(?!以及|[和及与的，])[\u4e00-\u9fff]")
_AMOUNTS = frozenset(
    {
        FigureKind.QUANTITY,
        FigureKind.NUMBER,
        FigureKind.PERCENT,
        FigureKind.POINTS,
        FigureKind.MULTIPLE,
        FigureKind.FRACTION,
    }
)


@dataclass(frozen=True, slots=True)
class Count:
    """A figure that counts something.

    Attributes:
        figure: the figure.
        value: how many.
        unit: the measure word, or the noun itself (五省).
        bare: a numeral before a noun, without a measure word (五省).
        followed: a noun follows the measure (4座渔港), so that the figure closes no amount (渔港4座).
    """

    figure: Figure
    value: int
    unit: str
    bare: bool = False
    followed: bool = False

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.figure.span.start

    @property
    def end(self) -> int:
        """Where its measure word ends."""
        return self.figure.span.end


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of an article, by position, and where a count or an amount of anything begins."""

    all: tuple[Count, ...]
    starts: tuple[int, ...]
    amounts: tuple[int, ...]

    def within(self, span: Span) -> tuple[Count, ...]:
        """The counts that begin in `span`."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return self.all[first:last]

    def amount(self, span: Span) -> bool:
        """Whether a count or an amount of anything begins in `span`."""
        return self.any_in(span.start, span.end)

    def any_in(self, start: int, end: int) -> bool:
        """Whether a count or an amount of anything begins from `start` on and before `end`."""
        at = bisect_left(self.amounts, start)
        return at < len(self.amounts) and self.amounts[at] < end

    def named(self, text: str, stretches: Sequence[Span]) -> bool:
        """Whether the amounts in `stretches`, fewer than half, begin names (八宝饭、春卷、汤圆)."""
        counted = [one for one in stretches if self.amount(one)]
        alike = all(
            text[one.start] in _NUMERALS and not self.amount(Span(one.start + 1, one.end)) for one in counted
        )
        return bool(counted) and alike and len(stretches) > 2 * len(counted)


def counts(text: str, figures: Sequence[Figure], groups: Sequence[Group]) -> Counts:
    """Every count of `text`, those without a measure word included."""
    grouped = {id(figure) for group in groups for figure in group.figures if group.kind is not GroupKind.LIST}
    found = [
        _count(text, figure) for figure in figures if id(figure) not in grouped and _counts(text, figure)
    ]
    found += [*_bare(text, figures), *_only(text)]
    found.sort(key=lambda count: count.start)
    starts = [count.start for count in found]
    told = (one for one in figures if one.kind in _AMOUNTS and one.value != 1)
    amounts = [one.span.start for one in told if not names_an_event(text, one)]
    return Counts(tuple(found), tuple(starts), tuple(sorted({*starts, *amounts})))


def names_an_event(text: str, figure: Figure) -> bool:
    """女子500米, 100米蝶泳, 4×100米接力: a distance or a weight that a race goes by."""
    if figure.unit is None or (
        figure.unit.name not in _DISTANCES and not text.startswith("×", figure.span.end)
    ):
        return False
    start = max(0, figure.span.start - _NEAR)
    return (
        _RACE.match(text, figure.span.end) is not None
        or _RACING.search(text, start, figure.span.start) is not None
    )


def _counts(text: str, figure: Figure) -> bool:
    unit, value = figure.unit, figure.value
    if unit is None or unit.dimension is not Dimension.COUNT or figure.kind is not FigureKind.QUANTITY:
        return False
    hedged = figure.hedge and text[figure.span.start - 1] != "的"  # 卖得最多的六道菜 are six
    if value is None or value != int(value) or not 2 <= value <= MOST or hedged:
        return False
    start = figure.span.start
    if text[start - 1] in "表图件" and unit.name in ("部分", "条", "项", "处"):
        return False  # 附表3部分数据
    if text[start - 1] == "差":
        return False  # 相邻等级差2分
    if text[start - 1] in "少多" and _FEWER.search(text, max(0, start - _NEAR), start):
        return False
    return not _after().match(text, figure.span.end)


def _count(text: str, figure: Figure) -> Count:
    assert figure.value is not None and figure.unit is not None
    followed = _NOUN.match(text, figure.span.end) is not None
    return Count(figure, int(figure.value), figure.unit.name, followed=followed)


def _bare(text: str, figures: Sequence[Figure]) -> list[Count]:
    edges = [figure.span.start for figure in figures]
    found = []
    for match in _bare_pattern().finditer(text):
        at = bisect_left(edges, match.end()) - 1
        if at >= 0 and figures[at].span.end > match.start():
            continue
        value = whole(match.group("number"))
        if value is not None and 2 <= value <= MOST:
            found.append(Count(_figure(match, value), value, match.group("noun"), bare=True))
    return found


def _only(text: str) -> Iterator[Count]:
    """原因有三：一是…: a number that counts what it announces without any measure."""
    for match in _ONLY.finditer(text):
        value = whole(match.group("number"))
        if value is not None:
            yield Count(_figure(match, value), value, _POINT, bare=True)


def _figure(match: re.Match[str], value: int) -> Figure:
    noun = match.groupdict().get("noun") or _POINT
    return Figure(
        Span(*match.span()),
        match.group(),
        Decimal(value),
        Interval.exactly(value),
        Unit(noun, Dimension.COUNT, Fraction(1), noun),
        FigureKind.QUANTITY,
        number=Span(*match.span("number")),
    )


@cache
def _bare_pattern() -> re.Pattern[str]:
    nouns = either(enumeration_words().bare)
    # its first character first, as all but few characters are none: 两, 十二, 二十, 三十二
    first = r"[两二三四五六七八九十](?<![第一二三四五六七八九十百千万几\d].)"
    rest = "(?<!二)|(?<=十)[一二三四五六七八九]|(?<=[二三])十[一二三四五六七八九]?"
    return compiled(rf"(?P<number>{first}(?:{rest}))(?P<noun>{nouns})")


@cache
def _after() -> re.Pattern[str]:
    return compiled(either(enumeration_words().not_counts))
