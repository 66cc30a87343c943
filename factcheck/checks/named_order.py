"""Names that are said to stand in an order, against the values told of them elsewhere.

    由高到低依次为东仓、北仓、西仓       前三名分别是东仓、北仓、西仓       东仓、北仓、西仓分列前三位

The values stand in a table, in lines, in a sentence. What is ranked must be what the values are of: the
words before the order speak of nothing that is not named with the values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.compared import base
from factcheck.checks.parts.line_values import listed_values
from factcheck.checks.parts.standings import DIGITS, LOW_FIRST, Column, Standing, number, standings, told_near
from factcheck.model import Figure, Reading, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_NAME = r"(?:《[^》]{1,12}》|[\u4e00-\u9fffA-Za-z“”]{2,10}?)"
_NAMES = rf"(?P<names>{_NAME}(?:(?:、|以及|[和与及]|(?<=》)(?=《)){_NAME})+)"
_TH = "第?[一二三四五六七八九十]"
_PLACES = rf"(?:{_TH}、)+{_TH}|{_TH}[至到]{_TH}"
_ASKS = compiled("依次|顺次|分[列居获]|包揽|前[两二三四五六七八九十\\d]{1,2}[名位强]|分别[位排列居获名]")
_SORTED = compiled(
    r"(?:[由从按](?:(?P<down>高[到至]低|大[到至]小|多[到至]少|长[到至]短|强[到至]弱)|(?P<up>低[到至]高|小[到至]大|少[到至]多|短[到至]长))"
    r"(?:的?(?:次序|顺序))?(?:排列|排序|排名|排)?|(?<!倒数)(?:排名?|位居|居|列)?(?:在|全[市省县区])?(?P<top>前[两二三四五六七八九十]|前\d{1,2})[位名强](?:的|分)?[\u4e00-\u9fff]{0,4}?)"
    rf"[，,]?(?:依次|分别|顺次)(?:是|为|：|:|排列为)*{_NAMES}(?=[，,。；;（(]|$)"
)
_PLACED = compiled(
    rf"{_NAMES}(?:则|又|还)?(?:分列|分居|分获|分别(?:位列|位居|排在|排名?|列|居|获得?|名列)|依次(?:位列|位居|排在|排名?|列|居|名列)|位列|包揽|位居|排在)"
    rf"(?:全[市省县区校国]|全公司)?(?:(?P<top>前[两二三四五六七八九十]|前\d)|(?P<places>{_PLACES}))(?:[名位]|等奖)?(?=[，,。；;（(]|$)"
)
_AND = compiled("、|以及|[和与及]|(?<=》)(?=《)")
_OTHERWISE = compiled(
    "累计|增|降|涨|跌|同比|环比|率|人均|户均|亩均|日均|变化|提[高升]|进步|上升|回落|占|贡献|历[年史]|[去上]年|曾|往年|预计|如果|若|除|倒数|笔画|拼音|先后|时间|行政区划|音序|并列"
)
_WHEN = compiled(r"[今明前去上][年月]|本[年月周季]|\d{4}年|\d+月|[一二三四]季度|半年|[当单昨前]日|[当昨]天")
_IDLE = compiled(
    "[在这全]?[一二三四五六七八九十两\\d]+[个家座条支部款名位项只辆台所组]?[\u4e00-\u9fff]{0,3}[中里内间]|最终|最后|结果|比赛|因此|于是|随后|据此|其中|从|[在按]|看|来看|方面|各[\u4e00-\u9fff]{1,2}|排名|名次|数量|规模|总量|总数|情况|目前|当[天日月]|今年|本[月年季]|[的中里上，,、]|以|依|得分|数|量|额|值|排|列|则|也|都|还|又|是|为|由|大小|多少|高低|全[市省县区]"
    "|[这三四五六七八九十个家座条支]"
)
_FAR, _GRAM, _NAMED_BY = 500, 2, 2


@dataclass(frozen=True, slots=True, eq=False)
class _Order:
    """Names with the places they are given, 0 when only their order is; `up` the smallest comes first."""

    names: Sequence[Span]
    places: Sequence[int]
    words: str
    up: bool = False
    loose: bool = False


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Judge the orders told around each set of values; the first set that holds all names settles one."""
    text = reading.article.text
    if _ASKS.search(text) is None:
        return
    seen: set[int] = set()
    for standing in (*standings(reading), *listed_values(reading)):
        for inside in told_near(reading, standing, _FAR):
            if _ASKS.search(text, inside.start, inside.end) is None:
                continue
            for order in _orders(text, inside):
                found = _rows(standing, order, text)
                if found is not None and order.names[0].start not in seen:
                    seen.add(order.names[0].start)
                    yield from _judged(*found, order)


def _orders(text: str, inside: Span) -> Iterator[_Order]:
    for found in _SORTED.finditer(text, inside.start, inside.end):
        names = _split(text, Span(*found.span("names")))
        top = _count(found.group("top"))
        if top in (0, len(names)):
            places = range(1, top + 1) if top else [0] * len(names)
            words = text[inside.start : found.start()]
            yield _Order(names, list(places), words, found.group("up") is not None)
    for found in _PLACED.finditer(text, inside.start, inside.end):
        names = _split(text, Span(*found.span("names")))
        places = _places(found)
        if len(places) == len(names):
            words = text[inside.start : found.start()]
            loose = "分" not in found.group() and "依次" not in found.group()
            yield _Order(names, places, words, loose=loose and not found.group("places"))


def _split(text: str, span: Span) -> list[Span]:
    """The names of a list, each by itself."""
    names, start = [], span.start
    for mark in (*_AND.finditer(text, span.start, span.end), None):
        end = mark.start() if mark is not None else span.end
        names.append(Span(start, end))
        start = mark.end() if mark is not None else end
    return names


def _count(top: str | None) -> int:
    """前三 is 3; 0 for none."""
    return number(top[1:]) if top else 0


def _places(found: re.Match[str]) -> list[int]:
    if found.group("top"):
        return list(range(1, _count(found.group("top")) + 1))
    said = [number(char) for char in found.group("places") if char in DIGITS]
    if "、" in found.group("places") or len(said) != _NAMED_BY:
        return said
    return list(range(said[0], said[1] + 1))


def _rows(standing: Standing, order: _Order, text: str) -> tuple[Column, Sequence[str]] | None:
    """The only column that may be meant, and the names as it has them; nothing when one is missing."""
    columns = [one for one in standing.columns if one.head and one.head in order.words] or standing.columns
    if len(columns) != 1 or not _of_column(columns[0], order):
        return None
    column = columns[0]
    named = [_known(name.of(text), column) for name in order.names]
    return None if "" in named or len(set(named)) < len(named) else (column, named)


def _known(name: str, column: Column) -> str:
    """The row that a name, perhaps shortened or followed by what is measured, speaks of; empty if none."""
    rows = column.values
    fits = [one for one in rows if one.startswith(name)] or [
        one for one in rows if name.endswith(one) and not _IDLE.sub("", name[: -len(one)])
    ]
    return fits[0] if len(fits) == 1 else ""


def _of_column(column: Column, order: _Order) -> bool:
    """Whether the words before an order may speak of the values of a column."""
    if any(found.group() not in column.head for found in _OTHERWISE.finditer(order.words)):
        return False
    times = [set(_WHEN.findall(words)) for words in (column.head, order.words)]
    if all(times) and not times[0] & times[1]:
        return False
    own = order.words[order.words.rfind("；") + 1 :]
    for name in column.values:
        own = own.replace(name, "")
    left = _IDLE.sub("", own)
    unit = next(iter(column.values.values())).unit
    if unit is not None and left and unit.name in left:
        return True
    grams = [left[at : at + _GRAM] for at in range(len(left) - _GRAM + 1)]
    return not grams or any(gram in column.head for gram in grams)


def _judged(column: Column, named: Sequence[str], order: _Order) -> Iterator[Judgement]:
    low = column.low_first or LOW_FIRST.search(column.head + order.words)
    if low and order.places[-1] != 0:
        return
    figures = [column.values[name] for name in named]
    wrong = list(_turned(figures, order)) or list(_left_out(column, named, order))
    spots = [Spot("name", name) for name in order.names]
    if not wrong:
        values = " ≥ ".join(figure.text for figure in figures)
        yield held(*spots, *(Spot("row", figure.span) for figure in figures), equation=values)
    elif len(wrong) == 1:
        at, own, other = wrong[0]
        sign = "<" if order.up else ">"
        marks = spots[at], Spot("own", own.span), Spot("other", other.span)
        yield conflict(*marks, equation=f"{own.text} {sign} {other.text}" if at else "")


def _turned(figures: Sequence[Figure], order: _Order) -> Iterator[tuple[int, Figure, Figure]]:
    """Each name that should stand before the one ahead of it."""
    if order.loose:
        return
    for at, (one, two) in enumerate(pairwise(figures), 1):
        if _less(two, one) if order.up else _less(one, two):
            yield at, two, one


def _left_out(column: Column, named: Sequence[str], order: _Order) -> Iterator[tuple[int, Figure, Figure]]:
    """A name that holds a place which a greater value, not in the list, should have."""
    if not all(order.places) or order.places[0] != 1:
        return
    at = min(range(len(named)), key=lambda place: column.values[named[place]].value or 0)
    least = column.values[named[at]]
    for name, figure in column.values.items():
        if name not in named and _less(least, figure):
            yield at, figure, least


def _less(one: Figure, two: Figure) -> bool:
    """Whether one is surely less than the other: printed to the same place, or ranges apart."""
    mine, theirs = base(one), base(two)
    if mine is None or theirs is None or mine.middle is None or theirs.middle is None:
        return False
    apart = one.unit == two.unit and one.step == two.step
    return mine.middle < theirs.middle and (apart or not mine.meets(theirs))
