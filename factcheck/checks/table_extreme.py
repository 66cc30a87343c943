"""Who is said to be the most or the least, with a value that is in a table: 5号线客流最小，为43.9万人次.

The value must be the row's own in one column only. Where the words name something that neither the head
nor the headline has (国企营收最高), or speak of some of the rows, there is no verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import paragraph
from factcheck.checks.parts.standings import Column, Standing, spelled, tabled_near
from factcheck.checks.parts.within import figures_within
from factcheck.model import Figure, Reading, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_FAR, _NEAR = 600, 60
_NUMBER = compiled(r"\d[\d,]*(?:\.\d+)?")
_COUNTED = compiled(r"[两二三四五六七八九十\d][个家条种类支名座所项]")
_MOST = compiled(r"最(?:(?P<up>[高多大快长])|(?P<down>[低少小慢短]))")
_IS = compiled(r"的?(?:是|为|属|当属|数)?")
_LINK = compiled(
    r"[，,]?(?:约?[为达是]|达到|有|高达|仅[为有]?|只有|共|同比|环比|增长|增速|增幅|降幅|涨幅|跌幅|下降|下跌|上涨|上升|减少|增加|比上年|比去年|较上年|了)*[（(]?"
)
_SCOPE = compiled(
    r"之一|历史|以来|同期|全国|其余|剩下|除|不含|剔除|外[，,]|以上的|以下的|[中里内]|曾|预计|如果|[去上]年"
)
_FALLS = compiled(r"降|跌|减|回落")
_TIMED = compiled(r"用时|耗时|时间|成绩|时长|名次|排名|位次")
_PLAIN = compiled(
    r"其中|[当昨][天日月晚]|当年|今年|本[年月周季期日]|全年|目前|[上下]半年|[前\d一二三四]+个?季度|[前\d]+个?月|[从按就以]|看|来|方面|[的也则却又仍就还都只了其在，,、]|同比|环比|增长|增速|增幅|涨幅|降幅|跌幅|下降|下跌|上涨|回落|速度|幅度|占比"
    r"|水平|规模|数|量|额|值|率|分|各|个|总|单|项"
)


@dataclass(frozen=True, slots=True, eq=False)
class _Said:
    """Who is said to be extreme, with the value that is told of it."""

    name: str
    value: Figure
    most: re.Match[str]
    words: str


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Judge who is said to be the most or the least beside each table."""
    text = reading.article.text
    if not reading.article.tables or _MOST.search(text) is None:
        return
    for standing, inside in tabled_near(reading, _FAR):
        for said in _told(reading, inside, standing):
            column = _column(standing, said)
            if column is not None and not _beside(reading, column, said):
                yield from _judged(column, said)


def _told(reading: Reading, inside: Span, standing: Standing) -> Iterator[_Said]:
    """The names of a sentence with 最 and the value behind it."""
    text = reading.article.text
    names = standing.any_name
    for most in _MOST.finditer(text, inside.start, inside.end):
        start = max(text.rfind(mark, inside.start, most.start()) for mark in "，,；;：:") + 1 or inside.start
        words, end = text[start : most.start()], most.end()
        found = list(names.finditer(words))
        link = _IS.match(text, most.end())
        behind = names.match(text, link.end()) if link is not None and link.group() and not found else None
        if len(found) + (behind is not None) != 1 or _among_some(text, inside, start, most.start(), standing):
            continue
        name = behind or found[0]
        end = behind.end() if behind is not None else end
        value = next((one for one in figures_within(reading, inside) if one.span.start >= end), None)
        if value is not None and _LINK.fullmatch(text, end, value.span.start):
            yield _Said(name.group(), value, most, names.sub("", words))


def _among_some(text: str, inside: Span, start: int, end: int, standing: Standing) -> bool:
    """Whether the words speak of some of the rows; 其中 means all where no rows stand before."""
    names, count = standing.any_name, len(standing.names)
    every = re.compile(rf"(?:{spelled(count)})[\u4e00-\u9fff]{{1,6}}?(?=[中里内，。])(?:[中里内])?|表[中内]")
    if _SCOPE.search(every.sub("", names.sub("", text[inside.start : end]))):
        return True
    if not text.startswith("其中", start):
        return "其中" in text[inside.start : end]
    ahead = every.sub("", text[max(paragraph(text, start).start, start - _NEAR) : start])
    return names.search(ahead) is not None or _COUNTED.search(ahead) is not None


def _column(standing: Standing, said: _Said) -> Column | None:
    """The only column that has the value in the row."""
    told = _printed(said.value)
    fits = [one for one in standing.columns if told and _printed(one.values[said.name]) == told]
    if len(fits) != 1 or (len(told) == 1 and fits[0].head[:2] not in said.words):
        return None
    return fits[0]


def _printed(figure: Figure) -> str:
    """The digits of a figure as printed, sign and unit left out; the sentence may say the unit."""
    found = _NUMBER.search(figure.text)
    return found.group().replace(",", "") if found is not None else ""


def _beside(reading: Reading, column: Column, said: _Said) -> bool:
    """Whether something else may be meant than all the rows of the column."""
    if _TIMED.search(column.head + said.words) or any(one.value is None for one in column.values.values()):
        return True
    known = column.head + reading.article.title
    return any(char not in known for char in _PLAIN.sub("", said.words))


def _judged(column: Column, said: _Said) -> Iterator[Judgement]:
    values = {name: Fraction(one.value or 0) for name, one in column.values.items()}
    own, up = values[said.name], said.most.group("up") is not None
    ahead = [name for name, one in values.items() if _beyond(one, own, said.words, up=up)]
    spots = Spot("rank", Span(*said.most.span())), Spot("row", column.values[said.name].span)
    if not ahead:
        if not (own < 0 and up and not _FALLS.search(said.words)):
            yield held(*spots, equation=f"{said.name} {said.most.group()}")
        return
    best = max(ahead, key=lambda name: abs(values[name] - own))
    other = column.values[best]
    sign = ">" if values[best] > own else "<"
    equation = f"{other.text} {sign} {column.values[said.name].text}"
    yield conflict(*spots, Spot("other", other.span), equation=equation, leader=best)


def _beyond(other: Fraction, own: Fraction, words: str, *, up: bool) -> bool:
    """Whether another value is further on the way said; rises are compared with rises, falls with falls."""
    alike = (other < 0) == (own < 0)
    if _FALLS.search(words):
        return alike and other != 0 and (abs(other) > abs(own) if up else abs(other) < abs(own))
    if up:
        return own >= 0 and other > own
    return other < own and (alike or own < 0) and (other != 0 or own < 0)
