"""Leads and deficits between two rows of a table: 甲队领先乙队4分, 东店比西店多卖12台, 比第二名多4枚金牌.

Which column is meant is read from the unit and from the words around the figure; where several may be
meant, one that comes out is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import either
from factcheck.checks.parts.standings import (
    POINT_HEADS,
    Column,
    Standing,
    cell_claims,
    number,
    tabled_near,
)
from factcheck.checks.parts.within import figures_within
from factcheck.model import Claim, Dimension, Figure, Reading, Span, Unit
from factcheck.patterns import compiled
from factcheck.records import dataclass

_FAR = 500
_LEADS = compiled("领先|落后|优势|差距|[比较](?![例重率值])|[高低多少]于|超[出过]|高出|少于")
_ANY = compiled(r"[比较与和跟同]|领先于?|落后于?|超[出过]|高出|力压|高于|低于|多于|少于")
_PLACE = r"第(?P<place>[二三四五六])[名位](?:的?[\u4e00-\u9fff]{0,4})?|(?P<next>次席|亚军)"
_HONOUR = "(?:(?:第[二三四五六][名位]|次席|[冠亚季]军|榜首|(?:老|直接)?对手)的?)?"
_WAY = (
    r"(?:[队县区市镇店站组班厂]|车间|门店)?(?:的)?"
    r"(?:[\u4e00-\u9fff]{0,6}?(?:[多少高低快慢]出?|领先|落后|超出|相差)[\u4e00-\u9fff]{0,3}?)?(?:了|约)?(?:多达|整整)?$"
)
_PEER = compiled("(?:[比较与和跟同于过、]|领先|落后)$")
_AHEAD = "的?(?:微弱|较大|明显)?的?优势(?:力压|压过|领先于?|胜过|超过|险胜)"
_IF = compiled("如果|假如|若|即[便使]|只要|一旦|将|有望|可望|力争")
_PLAIN = compiled(
    r"[队县区市镇店站组班厂的比了较多少高低领先落后出在于还共卖产收]|第[二三][名位]|目前|眼下|本月|今年|以|优势|现在"
)
_OF_IT = compiled("的|后|之?后|以后|一役|一战")
_LOOSE = 2
_ELSEWHEN = compiled(
    "[上去前]年|上[轮届赛月季周场期]|[本此]轮前|赛前|曾|此前|一度|半场|首节|如果|假如|若|即[便使]|预计|当时|同期|月前|原本|历史|目标|计划|人均|户均|一旦"
    "|还|再|只要|需要|合计|之和|总和|增长|增加|下降|减少|环比|同比|最多时|缩小|扩大|平均|均值"
)
# Points that may decide in place of the sum: 净分 without the worst race, 折算分.
_NET_HEAD = compiled("(?:净|罚|有效|最[后终]|终|折[算合]?|综合|加权|标准)(?:[积得总]?分|成绩)$")


@dataclass(frozen=True, slots=True, eq=False)
class _Said:
    """Two names, the figure said to lie between them, the words around it and those behind it.

    `told` are the figures before it in its part of the sentence.
    """

    one: str
    other: str
    gap: Figure
    words: str
    noun: str
    told: Sequence[Figure]


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Judge every gap told between two rows of a table near by."""
    text = reading.article.text
    if not reading.article.tables or _LEADS.search(text) is None:
        return
    units = cell_claims(reading)
    for standing, inside in tabled_near(reading, _FAR):
        for said in _told(reading, inside, standing):
            yield from _judged(standing, said, units)


def _told(reading: Reading, inside: Span, standing: Standing) -> Iterator[_Said]:
    """The gaps of a sentence between two rows."""
    text = reading.article.text
    names = standing.any_name
    for gap in figures_within(reading, inside):
        if gap.unit is None or gap.hedge or gap.value is None:
            continue
        start = max(text.rfind(mark, inside.start, gap.span.start) for mark in "；;。") + 1 or inside.start
        lead, rest = text[start : gap.span.start], text[gap.span.end : inside.end]
        other = _other(standing, names, lead) or _behind(names, lead, rest)
        if other is None:
            continue
        (name, at), noun = other, re.split("[，,；;、。]", rest)[0]
        one = _leader(names, lead[:at]) or _first(standing, name, lead)
        words = lead[max(lead.rfind("，", 0, at), lead.rfind(",", 0, at)) + 1 :]
        told = not _ELSEWHEN.search(words + noun[:6]) and not _IF.search(lead)
        if told and one is not None and one != name:
            yield _Said(one, name, gap, words, noun, figures_within(reading, Span(start, gap.span.start)))


def _other(standing: Standing, names: re.Pattern[str], lead: str) -> tuple[str, int] | None:
    """The row that is compared with, and where the comparison with it begins in `lead`."""
    pattern = re.compile(rf"(?:{_ANY.pattern})(?:{_HONOUR}(?P<name>{names.pattern})|{_PLACE}){_WAY}")
    found = pattern.search(lead)
    if (
        found is None
        or lead.endswith("的")
        or not re.search("[多少高低快慢]|领先|落后|超|优势|差", lead[found.start() :])
    ):
        return None
    if found.group("name"):
        return found.group("name"), found.start()
    place = 2 if found.group("next") else number(found.group("place"))
    known = list(standing.names)
    return (known[place - 1], found.start()) if standing.ranked and place <= len(known) else None


def _behind(names: re.Pattern[str], lead: str, rest: str) -> tuple[str, int] | None:
    """The row told behind the figure: 以4分的优势力压乙队."""
    found = re.match(f"{_AHEAD}(?P<name>{names.pattern})", rest) if lead.endswith("以") else None
    return (found.group("name"), len(lead)) if found is not None else None


def _leader(names: re.Pattern[str], lead: str) -> str | None:
    """Who is ahead: the name right before the comparison, else the first of the last clause that has one.

    海东2比1力克江州，领先云岭2分: 江州 was beaten.
    """
    told = [one for one in names.finditer(lead) if not _PEER.search(lead, 0, one.start())]
    if not told or told[-1].end() == len(lead):
        return told[-1].group() if told else None
    start = max(lead.rfind(mark, 0, told[-1].start()) for mark in "，,：:")
    here = [one for one in told if one.start() > start]
    return (told[-1] if _OF_IT.match(lead, here[0].end()) else here[0]).group()


def _first(standing: Standing, other: str, lead: str) -> str | None:
    """The first of the table, when the second is compared with and nobody else is named."""
    told = standing.ranked and other == standing.names[1] and re.search("榜首|第一|首位|领跑|领先|居首", lead)
    return standing.names[0] if told else None


def _judged(standing: Standing, said: _Said, units: Mapping[Span, Claim]) -> Iterator[Judgement]:
    columns = _columns(standing, said, units)
    for column in columns:
        if _apart(column, said) is None:
            return  # a cell without a value shows nothing
        if _holds(column, said, units):
            yield held(*_spots(column, said), equation=f"{_difference(column, said)} = {said.gap.text}")
            return
    if len(columns) == 1:
        (column,) = columns
        right, cell = _apart(column, said), _unit(column, said.one, units)
        assert right is not None and said.gap.unit is not None  # else it holds
        name = cell.name if cell is not None and cell.dimension is not Dimension.RATIO else said.gap.unit.name
        equation = f"{_difference(column, said)} ≠ {said.gap.text}"
        yield conflict(*_spots(column, said), equation=equation, expected=f"{_printed(right)}{name}")


def _columns(standing: Standing, said: _Said, units: Mapping[Span, Claim]) -> Sequence[Column]:
    """The columns that the gap may be of: those that the words name, else those in its unit."""
    like = [one for one in standing.columns if _alike(one, said, units)]
    valued = [one for one in like if _valued(one, said)]
    if len(valued) == 1 and not any(_named(one.head, said) for one in like):
        return valued
    if len(like) == 1 and (like[0].head in POINT_HEADS or _sole(standing, like[0], said)):
        return like
    named = [one for one in like if _named(one.head, said)]
    return named or ([] if len(like) == 1 else like)


def _valued(column: Column, said: _Said) -> bool:
    """Whether the sentence told the column's value of one of the two before: 净分9分，领先乙3分."""
    cells = [column.values[name].value for name in (said.one, said.other)]
    return any(one.value in cells and one.unit == said.gap.unit for one in said.told if one.value is not None)


def _sole(standing: Standing, column: Column, said: _Said) -> bool:
    """Whether the words hold nothing that would be the measure of another column."""
    plain = re.sub(either((*standing.names, column.head)), "", said.words + said.noun)
    return len(_PLAIN.sub("", plain)) <= _LOOSE


def _named(head: str, said: _Said) -> bool:
    words = said.words + said.noun
    return bool(head) and (head in words or (len(head) == 1 and said.noun.startswith((head, head + "牌"))))


def _alike(column: Column, said: _Said, units: Mapping[Span, Claim]) -> bool:
    """Whether the column is in the unit of the gap, or is a bare column of what the gap counts."""
    gap, cell = said.gap.unit, _unit(column, said.one, units)
    assert gap is not None
    if gap.name == "分":
        return column.head in POINT_HEADS or _NET_HEAD.search(column.head) is not None
    if cell is None:
        return gap.dimension is Dimension.COUNT and (_named(column.head, said) or _valued(column, said))
    if gap.dimension is Dimension.POINTS:
        return cell.dimension is Dimension.RATIO
    return cell.base == gap.base and gap.dimension is not Dimension.RATIO


def _unit(column: Column, name: str, units: Mapping[Span, Claim]) -> Unit | None:
    figure = column.values[name]
    told = units.get(figure.span)
    return figure.unit or (told.unit if told is not None else None)


def _apart(column: Column, said: _Said) -> Fraction | None:
    one, other = column.values[said.one].value, column.values[said.other].value
    return abs(Fraction(one) - Fraction(other)) if one is not None and other is not None else None


def _holds(column: Column, said: _Said, units: Mapping[Span, Claim]) -> bool:
    """Whether the rows are apart by the gap, to the last place that is printed."""
    apart, cell, gap = _apart(column, said), _unit(column, said.one, units), said.gap
    if apart is None or gap.value is None or gap.unit is None:
        return True
    of_shares = gap.unit.dimension is Dimension.POINTS
    scale = Fraction(1) if cell is None or of_shares else gap.unit.scale / cell.scale
    step = max(Fraction(column.values[name].step or 0) for name in (said.one, said.other))
    mine = Fraction(gap.step or 0) * scale
    counted = gap.unit.dimension is Dimension.COUNT or gap.unit.name == "分"
    slack = Fraction(0) if counted and step <= 1 and mine <= 1 else max(step, mine)
    return abs(apart - Fraction(gap.value) * scale) <= slack


def _spots(column: Column, said: _Said) -> Sequence[Spot]:
    rows = (Spot("row", column.values[name].span) for name in (said.one, said.other))
    return Spot("gap", said.gap.span), *rows


def _difference(column: Column, said: _Said) -> str:
    return " − ".join(column.values[name].text for name in (said.one, said.other))


def _printed(value: Fraction) -> str:
    return f"{Decimal(value.numerator) / Decimal(value.denominator):f}"
