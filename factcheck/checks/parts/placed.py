"""Places told of a row by its value or its column: 北山队…，场均90.7分排名第三，失分第四少.

The name may stand in a clause before; the value, or the head of a column, says what is ranked. Whether
the table holds all that are ranked is known from a column of places, or from their number in the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.checks.parts.standings import DIGITS, Column, Standing, number, spelled
from factcheck.checks.parts.within import figures_within
from factcheck.model import Figure, Reading, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_NTH = compiled(
    r"(?:排|列|居|[高稳暂仅位名]居|[暂仅位名只]列|[暂仅只]排|排名|排在|排到|为|是|也|第)*?第(?P<number>[一二三四五六七八九十]|\d{1,2})"
    r"(?:[名位](?!次)|(?P<way>[多高大快长少低小慢短])|(?=[，、；。]|$))"
)
_MOST_FIRST = frozenset("多高大快长")
_TEN = 10
_BARE = compiled("[也则却又仅只已就均都还仍在表中]{0,4}")
_AMONG = compiled(
    r"(?P<who>[^，。；]{1,10})(?:当中|之中|中|里|内)(?=，|[也则却又仅只已]?(?:排|列|居|位|名|第|为|是))"
)
_ALL = compiled("表|榜|所有|全部|各")
_SOME = compiled(
    "分区|[东西南北]部|赛区|小组|同组|本组|组内|国内|同类|同龄|女子|男子|本土|外援|新秀|沿海|内陆|山区|平原|国有|民营|其余|剩下"
)
_SHORTEST = 2
_LARGE = (1, 10**4, 10**8)


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A place told of a name in a column.

    Attributes:
        name: of the row.
        column: what is ranked.
        span: where the place stands.
        place: which.
        down: the greatest comes first; `None` when the words do not say which way.
        words: those of its clause before it, the name left out.
        scope: those of its part of the sentence before it.
    """

    name: str
    column: Column
    span: Span
    place: int
    down: bool | None
    words: str
    scope: str


def placed(reading: Reading, part: Span, standing: Standing) -> Iterator[Placed]:
    """The places told in one part of a sentence, with the row and column they speak of."""
    text = reading.article.text
    names = standing.any_name
    start, subject, before = part.start, "", part.start
    for clause in re.split("(?<=[，,])", part.of(text)):
        inside = Span(start, start + len(clause))
        start = inside.end
        found = [one.group() for one in names.finditer(clause)]
        subject = found[0] if len(set(found)) == 1 else "" if found else subject
        told = _NTH.search(text, inside.start, inside.end)
        if told is not None and subject and subject not in text[told.start() : inside.end]:
            bare = not found and _BARE.fullmatch(text, inside.start, told.start())
            value = Span(before if bare else inside.start, told.start())
            scope = text[part.start : told.start()]
            yield from (replace(one, scope=scope) for one in _placed(reading, standing, subject, value, told))
        before = inside.start


def _placed(
    reading: Reading, standing: Standing, name: str, before: Span, told: re.Match[str]
) -> Iterator[Placed]:
    """The place `told` of a name, when the words before it give a value or a column."""
    column = _column(reading, standing, name, before)
    if column is not None:
        way = told.group("way")
        words = reading.article.text[before.start : told.end()].replace(name, "")
        down = way in _MOST_FIRST if way else None
        yield Placed(name, column, Span(*told.span()), number(told.group("number")), down, words, words)


def _column(reading: Reading, standing: Standing, name: str, before: Span) -> Column | None:
    """The column that holds the value of a clause, or whose head stands in it."""
    words = before.of(reading.article.text)
    figures = figures_within(reading, before)
    headed = [one for one in standing.columns if len(one.head) >= _SHORTEST and one.head in words]
    headed = [
        one for one in headed if not any(one.head in other.head for other in headed if other is not one)
    ]
    if not figures:
        return headed[0] if len(headed) == 1 else None
    if len(figures) > 1:
        return None
    fits = [one for one in standing.columns if _tells(figures[0], one.values[name])]
    fits = [one for one in fits if one in headed] or fits
    return fits[0] if len(fits) == 1 else None


def _tells(said: Figure, cell: Figure) -> bool:
    """Whether a figure gives the number of a cell, whose 万 or 亿 may stand in the head: 47.8万册, 47.8."""
    if said.value is None or cell.value is None:
        return False
    return any(said.value == cell.value * power for power in _LARGE)


def among_some(one: Placed, standing: Standing) -> bool:
    """Whether the place is one among some of the rows only: 在东部球队中排第三, not 在6队中 of six."""
    found = _AMONG.search(one.scope)
    if found is None:
        return _SOME.search(one.scope) is not None
    count = len(standing.names)
    counted = re.search(
        rf"(?<!\d){count}(?!\d)|{DIGITS[count] if count <= _TEN else count}", found.group("who")
    )
    return counted is None and not _ALL.search(found.group("who"))


def whole(reading: Reading, standing: Standing) -> bool:
    """Whether the table is known to hold all that are ranked."""
    if standing.ranked:
        return True
    count = len(standing.names)
    words = compiled(
        rf"(?<![\d.{DIGITS}])(?:{spelled(count)})(?:个|支|名|家|座|所|条|只|位)?[队县市区镇乡村省州国家校站店组点厂班人]"
    )
    return words.search(reading.article.text) is not None
