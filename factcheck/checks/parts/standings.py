"""Names with a value each (rows of a table, 红队28分、蓝队31分、绿队25分), and the places they take by it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from factcheck.checks.parts.around import either, sentence
from factcheck.checks.parts.compared import base
from factcheck.checks.parts.last import Last
from factcheck.checks.parts.within import figures_within, sentences
from factcheck.model import Cell, Claim, Figure, FigureKind, Reading, Span, Table, Unit
from factcheck.patterns import compiled
from factcheck.records import dataclass

LEAST, _NEAR = 3, 16
_TOTAL = compiled("计|平均|总[数量体]|^全[国省市县区州网线校院厂镇村乡系部体年]")
_PLACE_HEAD = compiled("名次|排名|序号|位次|排序|年份|时间|日期|编号")
_RANK_HEAD = compiled("^(?:名次|排名|位次)$")
_UNIT = compiled(r"[（(][^（）()]*[）)]|\s")
_ENTRY = compiled(
    r"(?:^|[：:、，；和及]|其中|(?:分别|依次)[为是])(?P<name>(?!分别|依次|其中)[\u4e00-\u9fff]{2,6}?|《[^》]{1,12}》)(?:为|是|得|获|积|增长|同比增长|[（(]|(?<=》)[\u4e00-\u9fff]{1,4})?$"
)
# 临川市生产总值2310亿元，东河市1985亿元: the first one says what is told of each.
_FIRST = compiled(
    "(?:^|[：:，；]|其中)(?P<name>(?!其中)[\u4e00-\u9fff]{1,4}[市县区省州镇乡村队站店馆厂校院行港])"
    "(?:的|收到|募集到?|实现|完成|以)?[\u4e00-\u9fff]{1,6}(?:为|是|达到?|得|获)?$"
)
LOW_FIRST = compiled(
    "用时|耗时|时间|成绩|能耗|浓度|投诉|事故|失误|杆|失[球分]|价|费|成本|PM|分钟|秒|污染|综合指数|跌|降"
)
"""What may be ranked with the smallest first."""
_LOW_WINS = compiled("[低少]分?(?:者|的)?(?:列|排)?(?:在前|为[胜优先]|获?胜|靠前|优先)|罚分制|[低少]分制")

POINT_HEADS = ("积分", "总积分", "总分", "得分", "分数", "总得分", "总成绩", "分")
"""What the column of the points is called that decide a standing, most often."""

DIGITS = "〇一二三四五六七八九十"
MEASURED = frozenset({FigureKind.QUANTITY, FigureKind.PERCENT, FigureKind.NUMBER, FigureKind.POINTS})


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """What one head says of every name.

    Attributes:
        head: its words.
        values: the figure of each name.
        rising: the places of the table go up with the values: the least is the first.
        low_first: the least may be the first.
    """

    head: str
    values: Mapping[str, Figure]
    rising: bool = False
    low_first: bool = False

    def places(self, name: str, *, down: bool) -> range:
        """The places `name` may take, the greatest value first when `down`; equal values may share."""
        own, ahead, level = base(self.values[name]), 0, 0
        for other, figure in self.values.items():
            theirs = base(figure)
            if other == name or own is None or theirs is None:
                continue
            if own.meets(theirs) and not _apart(self.values[name], figure):
                level += 1
            elif own.middle is not None and theirs.middle is not None:
                ahead += (theirs.middle > own.middle) == down
        return range(ahead + 1, ahead + level + 2)


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """Names in columns, and where they stand; `ranked` when a column of places numbers them all."""

    span: Span
    columns: tuple[Column, ...]
    ranked: bool = False

    @property
    def names(self) -> Sequence[str]:
        """The names, in their order."""
        return tuple(self.columns[0].values)

    @property
    def any_name(self) -> re.Pattern[str]:
        """What finds any of the names; made by `re` itself, so that nothing of an article is kept."""
        return re.compile(either(self.names))


def _apart(one: Figure, other: Figure) -> bool:
    """Printed to one place and not the same: 26 and 27 touch where rounding ends, and are no tie."""
    return one.unit == other.unit and one.step == other.step and one.value != other.value and not one.hedge


@cache
def _last() -> Last[Sequence[Standing]]:
    return Last()


def standings(reading: Reading) -> Sequence[Standing]:
    """Those of the tables, then those of sentences that give three names and more a value each."""
    return _last().of(reading, find=lambda: tuple(_found(reading)))


def _found(reading: Reading) -> Iterator[Standing]:
    yield from tabled(reading)
    for inside, figures in sentences(reading):
        if sum(figure.kind in MEASURED and not figure.hedge for figure in figures) >= LEAST:
            yield from _of_sentence(reading.article.text, inside, figures)


def tabled(reading: Reading) -> Iterator[Standing]:
    """Those of the tables."""
    for table in reading.article.tables:
        found = _of_table(reading, table)
        if found is not None:
            yield found


def cell_claims(reading: Reading) -> Mapping[Span, Claim]:
    """What single figures of tables claim, by where they stand."""
    return {one.span: one for one in reading.claims if one.made_by == "table" and len(one.figures) == 1}


def _of_table(reading: Reading, table: Table) -> Standing | None:
    text = reading.article.text
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    heads, *body = [sorted(cells, key=lambda cell: cell.column) for _, cells in sorted(rows.items())]
    at = _naming(heads, body, text)
    named = {
        _words(row[at], text): row
        for row in body
        if at < len(row) and not _TOTAL.search(_words(row[at], text))
    }
    if len(named) < LEAST or any(len(name) < 2 for name in named) or len(body) - len(named) > 1:
        return None
    places, low = _places(heads, named, text), _LOW_WINS.search(text) is not None
    columns = [_column(reading, _words(head, text), head.column, named) for head in heads[at + 1 :]]
    kept = tuple(_ordered(column, places, low=low) for column in columns if column is not None)
    return Standing(table.span, kept, bool(places)) if kept else None


def _naming(heads: Sequence[Cell], body: Sequence[Sequence[Cell]], text: str) -> int:
    """The place in a row of the cell that names it: the second when the first only numbers the rows."""
    numbered = all(_words(row[0], text).isdecimal() for row in body)
    return 1 if numbered and len(heads) > 2 and _PLACE_HEAD.search(_words(heads[0], text)) else 0


def _places(heads: Sequence[Cell], rows: Mapping[str, Sequence[Cell]], text: str) -> Mapping[str, int]:
    """The places of the names, when a column gives those from 1 to the last, each once or shared."""
    for head in heads:
        if _RANK_HEAD.search(_words(head, text)):
            told = {
                name: _words(cell, text)
                for name, row in rows.items()
                for cell in row
                if cell.column == head.column
            }
            known = {name: int(place) for name, place in told.items() if place.isdecimal()}
            right = len(known) == len(rows) and all(1 <= place <= len(rows) for place in known.values())
            return known if right else {}
    return {}


def _ordered(column: Column, places: Mapping[str, int], *, low: bool) -> Column:
    """The column, with the way in which the places follow its values; `low` when the least may win."""
    values = [column.values[name].value for name in sorted(places, key=lambda name: places[name])]
    told = [value for value in values if value is not None]
    rising = len(told) == len(column.values) and told == sorted(told) and told[0] != told[-1]
    low = low or rising or LOW_FIRST.search(column.head) is not None
    return replace(column, rising=rising, low_first=low)


def _words(cell: Cell, text: str) -> str:
    return cell.span.of(text).strip(" *　")


def _column(reading: Reading, head: str, at: int, rows: Mapping[str, Sequence[Cell]]) -> Column | None:
    """The values under a head; nothing when a row has none or several."""
    values = dict[str, Figure]()
    for name, cells in rows.items():
        found = [one for cell in cells if cell.column == at for one in figures_within(reading, cell.span)]
        if len(found) != 1 or found[0].kind not in MEASURED:
            return None
        values[name] = found[0]
    return None if _PLACE_HEAD.search(head) else Column(_UNIT.sub("", head), values)


def _of_sentence(text: str, inside: Span, figures: Sequence[Figure]) -> Iterator[Standing]:
    groups: dict[Unit | None, dict[str, Figure]] = {}
    nameless: list[Figure] = []
    parts = max(
        0, text.find("其中", inside.start, inside.end)
    )  # 文物194处，其中甲31处: the whole is no member
    for figure in figures:
        if figure.kind not in MEASURED or figure.hedge or figure.span.start < parts:
            continue
        start = max(inside.start, figure.span.start - _NEAR)
        words = text[start : figure.span.start]
        found = _ENTRY.search(words) or (_FIRST.search(words) if not groups.get(figure.unit) else None)
        if found is None and text.startswith("、", figure.span.end):
            return  # a member without a name: the places of the others are not known
        if found is None:
            nameless.append(figure)
        else:
            named = groups.setdefault(figure.unit, {})
            if found.group("name") in named:
                return
            named[found.group("name")] = figure
    for named in groups.values():
        values = list(named.values())
        if len(named) >= LEAST and not any(
            one.unit == values[0].unit and _may_stand_with(one, values) for one in nameless
        ):
            head = text[inside.start : values[0].span.start]
            yield Standing(Span(inside.start, values[-1].span.end), (Column(head, named),))


def _may_stand_with(figure: Figure, values: Sequence[Figure]) -> bool:
    """东门站收到善款8.2万元，北门站6.9万元: a member told in other words, and no total ahead of them all."""
    own, others = base(figure), [base(value) for value in values]
    if own is None or own.middle is None or figure.span.start > values[-1].span.end:
        return False
    return own.middle < sum(other.middle for other in others if other and other.middle is not None)


def tabled_near(reading: Reading, most: int) -> Iterator[tuple[Standing, Span]]:
    """Each of those of the tables with each sentence around it, up to `most` characters away."""
    for standing in tabled(reading):
        for inside in told_near(reading, standing, most):
            yield standing, inside


def told_near(reading: Reading, standing: Standing, most: int) -> Iterator[Span]:
    """The sentences around a standing, up to `most` characters away, those of tables left out."""
    text, tables = reading.article.text, reading.article.tables
    at = max(0, standing.span.start - most)
    while at < min(len(text), standing.span.end + most):
        inside = sentence(text, at)
        at = inside.end + 1
        if inside.end > inside.start and not any(inside.overlaps(table.span) for table in tables):
            yield inside


def number(word: str) -> int:
    """The number of a place or of names, as it is written behind 第 or 前: 3, 三, 两."""
    return int(word) if word.isdecimal() else 2 if word == "两" else DIGITS.index(word)


def spelled(count: int) -> str:
    """A pattern of a number of rows, in digits or, up to ten, in Chinese: 6|六."""
    return f"{count}|{DIGITS[count]}" if count < len(DIGITS) else str(count)
