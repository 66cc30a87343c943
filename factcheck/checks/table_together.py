"""What rows of a table are said to come to together: 东店、西店两家合计占总销量的61.5%, 前三名合计412万吨.

The rows are named in the same sentence, as many as it counts, or are the first so many by the column. Which
column is meant is read from the unit and the words; where several may be, one that comes out is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import any_of
from factcheck.checks.parts.compared import base
from factcheck.checks.parts.standings import Column, Standing, cell_claims, number, tabled_near
from factcheck.checks.parts.within import figures_within
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Figure, Reading, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_FAR, _FEWEST, _SHORTEST, _NOUN = 600, 2, 2, 6
_SUMMED = "(?:合计|共计|总计|一共|总共|加起来|合起来|加在一起|相加|之和)"
_FIND = compiled(_SUMMED)
_WHO = compiled(
    "(?:(?P<first>前)(?P<count>[二两三四五六七八九]|[2-9])(?:个|位|名|家|大|座|条|项|强)?"
    r"|(?P<many>[二两三四五六七八九]|[2-9])[个位名家大者座条项县市区镇店站厂])[^，。；、\d]{0,8}$"
)
_TOLD = compiled(r"[^，。；、\d]{0,20}?")
_THEN = compiled(r"[，,](?:约|共|合计)?占[^，。；、\d]{0,16}")
_SHARE = compiled("占|份额|比重")
_OF = compiled(r"占(?P<whole>[^，。；、\d]{0,16}?)(?:的|比重?为?)?(?:约|近|超|达)*$")
_ANOTHER = compiled(
    "[去上前]年|上[月季周期]|同期|预计|目标|计划|力争|如果|假如|若|将|曾|此前|累计|人均|户均"
    "|增(?!加值)|降|涨|跌|减|提高|上升|回落|(?<!占)比(?![重例])|较"
)
_PLAIN = compiled("全[市省县区国州镇行部网]|总[量数额]|总|[的了为是有约近超达到全各]|一半|比重|份额|市场")
_REST = compiled("^其[他它余]")


@dataclass(frozen=True, slots=True, eq=False)
class _Said:
    """A figure told of several rows together; `names` are theirs, or it is of the `first` so many.

    `words` lead from 合计 to it, and `noun` stands behind it.
    """

    figure: Figure
    names: Sequence[str]
    first: int
    words: str
    noun: str


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Judge what rows of the tables near by are said to come to together."""
    text = reading.article.text
    if not reading.article.tables or _FIND.search(text) is None:
        return
    cells = cell_claims(reading)
    for standing, inside in tabled_near(reading, _FAR):
        for said in _told(reading, inside, standing):
            yield from _judged(standing, said, cells)


def _told(reading: Reading, inside: Span, standing: Standing) -> Iterator[_Said]:
    """The sums of a sentence, each with the rows it is of: an amount, a share, or one behind the other."""
    text = reading.article.text
    for together in _FIND.finditer(text, inside.start, inside.end):
        start = max(text.rfind(mark, inside.start, together.start()) for mark in "；;") + 1 or inside.start
        lead = text[start : together.start()]
        who = _WHO.search(lead)
        first = number(who.group("count")) if who is not None and who.group("first") else 0
        names = () if first else _names(standing, lead, who)
        if not (names or first) or "除" in lead or _ANOTHER.search(lead[-_NOUN:]):
            continue
        at, told = together.start(), _TOLD
        for figure in figures_within(reading, Span(together.end(), inside.end))[:_FEWEST]:
            words = text[at : figure.span.start]
            if _another(words, told, together.end() if told is _TOLD else at, figure, text):
                break
            noun = text[figure.span.end : min(figure.span.end + _NOUN, inside.end)]
            yield _Said(figure, names, first, words, re.split("[，,；;、]", noun)[0])
            at, told = figure.span.end, _THEN


def _another(words: str, told: re.Pattern[str], at: int, figure: Figure, text: str) -> bool:
    """Whether a figure is none of the sum: bounded, too far off, or of another time or a change."""
    reached = told.fullmatch(text, at, figure.span.start) is not None
    return bool(figure.hedge) or not reached or _ANOTHER.search(words) is not None


def _names(standing: Standing, lead: str, who: re.Match[str] | None) -> Sequence[str]:
    """The rows that the words before a sum name, when they are as many as it counts."""
    if who is not None:
        clause = lead[lead.rfind("，") + 1 :]
        for words in (clause, lead):
            found = list(dict.fromkeys(one.group() for one in standing.any_name.finditer(words)))
            if len(found) == number(who.group("many")):
                return found
        return ()
    name = standing.any_name.pattern
    listed = re.search(rf"(?:{name}[、和与及]+)+{name}[^，。；、\d]{{0,6}}$", lead)
    close = [one.group() for one in standing.any_name.finditer(listed.group())] if listed is not None else []
    return close if len(close) >= _FEWEST and len(set(close)) == len(close) else ()


def _judged(standing: Standing, said: _Said, cells: Mapping[Span, Claim]) -> Iterator[Judgement]:
    columns = _columns(standing, said, cells)
    rows = [(column, _rows(column, said)) for column in columns]
    if not rows or any(not figures for _, figures in rows):
        return
    sums = [_sum([cells[figure.span] for figure in figures]) for _, figures in rows]
    told = base(said.figure)
    for total, (_, figures) in zip(sums, rows, strict=True):
        if told is None or total is None or total.meets(told):
            yield held(*_spots(said, figures), equation=f"{_added(figures)} = {said.figure.text}")
            return
    if len(rows) == 1 and said.figure.unit is not None and _speaks_of(standing, columns[0], said):
        figures = rows[0][1]
        unit = cells[figures[0].span].unit or said.figure.unit
        right = f"{sum(figure.value or 0 for figure in figures)}{unit.name}"
        equation = f"{_added(figures)} ≠ {said.figure.text}"
        yield conflict(*_spots(said, figures), equation=equation, expected=right)


def _columns(standing: Standing, said: _Said, cells: Mapping[Span, Claim]) -> Sequence[Column]:
    """The columns in the unit of the sum, those that the words name where they name any."""
    like = [one for one in standing.columns if _alike(one, said, cells)]
    named = [one for one in like if _named(_measured(standing, one), said)]
    return named or like


def _measured(standing: Standing, column: Column) -> str:
    """What a column is of: 占比 is of the column before it."""
    at = standing.columns.index(column)
    of_before = _SHARE.match(column.head) is not None and at > 0
    return standing.columns[at - 1].head if of_before else column.head


def _named(head: str, said: _Said) -> bool:
    return len(head) >= _SHORTEST and head in said.words + said.noun


def _alike(column: Column, said: _Said, cells: Mapping[Span, Claim]) -> bool:
    """Whether a column is in the unit of the sum; of per cents only shares can be added."""
    unit, known = said.figure.unit, [cells.get(figure.span) for figure in column.values.values()]
    if unit is None or None in known:
        return False
    claims = [cell for cell in known if cell is not None]
    shares = all(cell.quantity.sort == "share" for cell in claims) or _SHARE.search(column.head) is not None
    if all(cell.unit is None for cell in claims):
        return unit.dimension is Dimension.COUNT and unit.scale == 1 and _named(column.head, said)
    if any(cell.unit is None or cell.unit.base != unit.base for cell in claims):
        return False
    in_shares = unit.dimension is Dimension.RATIO
    return shares == in_shares and (not in_shares or _SHARE.search(said.words) is not None)


def _rows(column: Column, said: _Said) -> Sequence[Figure]:
    """The cells that the sum is of: those of the names, or the first by the column, ties left alone."""
    if said.names:
        return [column.values[name] for name in said.names]
    kept = [one for name, one in column.values.items() if not _REST.match(name) and one.value is not None]
    kept.sort(key=lambda one: one.value or 0, reverse=True)
    if len(kept) <= said.first or kept[said.first - 1].value == kept[said.first].value:
        return ()
    return kept[: said.first]


def _sum(cells: Sequence[Claim]) -> Interval | None:
    total = Interval.exactly(0)
    for cell in cells:
        if cell.interval is None:
            return None
        total = total + cell.interval
    return total


def _speaks_of(standing: Standing, column: Column, said: _Said) -> bool:
    """Whether the words name nothing but what the table tells."""
    if said.figure.unit is None or said.figure.unit.dimension is not Dimension.RATIO:
        return _named(column.head, said)
    of = _OF.search(said.words)
    heads = any_of([one.head for one in standing.columns if len(one.head) >= _SHORTEST])
    left = _PLAIN.sub("", heads.sub("", of.group("whole") if of is not None else ""))
    return not left or any(left in one.head for one in standing.columns)


def _spots(said: _Said, figures: Sequence[Figure]) -> Sequence[Spot]:
    return Spot("joint", said.figure.span), *(Spot("row", figure.span) for figure in figures)


def _added(figures: Sequence[Figure]) -> str:
    return " + ".join(figure.text for figure in figures)
