"""The places that sentences give to names against their values: 东店卖得最多, 西店第二, 南店垫底.

The values stand in a table or in a list. Which column is meant is read from the words, or from what most
of the places of a sentence fit: one that fits no column that all the others fit is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import either
from factcheck.checks.parts.placed import Placed, among_some, placed, whole
from factcheck.checks.parts.standings import (
    LOW_FIRST,
    POINT_HEADS,
    Column,
    Standing,
    number,
    standings,
    told_near,
)
from factcheck.model import Reading, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_FAR, _MOST = 400, 2
_NOT_A_PLACE = "次个季产书时批期届轮组号医中小人民代责阶步线梯张条类层道要手党天年月种回块、，."
_LAST = "垫底|末位|居末|殿后|倒数第一|排在最后|排名最后|最慢"
_FIRST = "居首|榜首|首位|居冠|夺冠|摘冠|冠军|领跑|最快|拔得头筹"
_SECOND = "亚军|紧随其后|次之"
_NUMBERED = (
    rf"第(?P<number>[一二三四五六七八九十]|\d{{1,2}})(?:[名位](?!次)|(?!分钟|[局节盘杆洞场圈公][^，]|[{_NOT_A_PLACE}\d十]))"
    rf"|第(?P<listed>[一二三四五六七八九十]|\d{{1,2}})(?=[，、；。]|$)"
)
_PLACE = compiled(
    rf"(?P<last>{_LAST})|{_NUMBERED}|(?P<first>{_FIRST})|(?P<second>{_SECOND})|(?P<third>季军)"
    r"|最(?P<most>[多高大长])|最(?P<least>[少低小短])(?!收购价|工资|生活|限价|保障|消费)"
)
# One of the two is in every place, and each is found quickly.
_WORD = compiled(f"{_LAST}|{_FIRST}|{_SECOND}|季军|最多|最高|最大|最长|最少|最低|最小|最短")
_NUMBER = compiled(_NUMBERED)
_OTHERWISE = compiled(
    "增|降|涨|跌|环比|同比|多[卖出]|少[卖出]|率|[人户亩均]均|日均|变化|差距|提[高升]|进步|上升|回落|占|贡献|全[国省]|历[年史]|[去上]年|上月|累计|较|比|如果|若|按|除|曾|往年|预计"
    "|目标|计划|力争|并列|以来|倒数第[二三四五]|最[^，。；]{0,4}之一|[^，。；]{0,2}连续|曾经|前[三五十]"
)
_PLAIN = compiled(
    r"[的也则却又仍就还都只以获夺排名位列居在为是得卖销产收量额分数票值业绩拿占据高达到，总暂且]*"
)
_OPENING = compiled(
    r"其中|[在这全]?[一二三四五六七八九十两\d]+[\u4e00-\u9fff]{1,4}[里中间]|从[上表中的]*看|[在从]?[这此上该本]?[张份个]?(?:榜单?|排行榜|表格?)[上中里]?[看可见来]*"
    r"|\d{4}年|[从按论]看?|.{0,1}方面"
)
_DECIDING = ("分", "用时", "成绩", "时间", "杆", "杆数")
_HELD = frozenset({"冠军", "亚军", "季军"})  # 女子组冠军由她获得 gives the group no place
_IS = compiled("的?(?:就|还|则|仍|却)?(?:是|为|属|当属|当数|归)?")


@dataclass(frozen=True, slots=True, eq=False)
class _Said:
    """A place that is given to a name; `words` lead from the head of its part of the sentence to it."""

    name: str
    span: Span
    match: re.Match[str]
    words: str
    clause: str


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Judge the places told around each table and each list of values."""
    text = reading.article.text
    if _WORD.search(text) is None and _NUMBER.search(text) is None:
        return
    seen: set[Span] = set()
    for standing in standings(reading):
        for inside in told_near(reading, standing, _FAR):
            if not _gives_a_place(text, inside):
                continue
            behind = standing.span.end if inside.overlaps(standing.span) else inside.start
            for part in _parts(text, Span(min(behind, inside.end), inside.end)):
                said = [one for one in _told(text, part, standing) if one.span not in seen]
                seen |= {one.span for one in said}
                for group in _by_head(standing, said):
                    yield from _judged(standing, group)
                more = [one for one in placed(reading, part, standing) if not _touches(one.span, seen)]
                seen |= {one.span for one in more}
                yield from (judged for one in more for judged in _by_value(reading, standing, one))


def _gives_a_place(text: str, inside: Span) -> bool:
    """Whether a sentence holds a word of place at all; few do."""
    numbered = text.find("第", inside.start, inside.end) >= 0
    return numbered or _WORD.search(text, inside.start, inside.end) is not None


def _touches(span: Span, seen: set[Span]) -> bool:
    return any(span.overlaps(other) for other in seen)


def _by_value(reading: Reading, standing: Standing, one: Placed) -> Iterator[Judgement]:
    """A place told with its value or its column; where it is too far back, only in a table of all."""
    head = one.column.head
    if any(found.group() not in head for found in _OTHERWISE.finditer(one.words)) or among_some(
        one, standing
    ):
        return
    ways = _ways(one)
    fair = [one.column.places(one.name, down=way) for way in ways]
    own = one.column.values[one.name]
    spots = Spot("rank", one.span), Spot("row", own.span)
    if any(one.place in places for places in fair):
        yield held(*spots, equation=f"{one.name} {one.span.of(reading.article.text)}")
        return
    places = fair[0]
    if len(ways) > 1 or one.place > len(one.column.values):
        return
    if one.place < places[0] or whole(reading, standing):
        others = [each for name, each in one.column.values.items() if name != one.name]
        others.sort(key=lambda each: each.value or 0, reverse=ways[0])
        ahead = (Spot("row", each.span) for each in others[: max(places[0] - 1, one.place - 1, 1)][:4])
        right = f"第{places[0]}位"
        told = one.span.of(reading.article.text)
        yield conflict(*spots, *ahead, equation=f"{told} ≠ {right}", expected=right)


def _ways(one: Placed) -> Sequence[bool]:
    """The orders that a place may be in, `True` for the greatest first.

    Where the places of the table go up with points or times, those go by it: 低分胜.
    """
    column = one.column
    if one.down is not None:
        return [one.down]
    if column.rising and (column.head in POINT_HEADS or column.head.endswith(_DECIDING)):
        return [False]
    return [True, False] if column.low_first or LOW_FIRST.search(one.words) else [True]


def _parts(text: str, inside: Span) -> Iterator[Span]:
    """The parts of a sentence between semicolons."""
    start = inside.start
    for mark in (*re.finditer("[；;]", text[inside.start : inside.end]), None):
        end = inside.end if mark is None else inside.start + mark.start()
        yield Span(start, end)
        start = end + 1


def _told(text: str, part: Span, standing: Standing) -> Iterator[_Said]:
    """The places of one part of a sentence, each with the only name of its clause."""
    names = standing.any_name
    start = part.start
    for clause in re.split("(?<=[，,])", text[part.start : part.end]):
        found = list(names.finditer(clause))
        place = _PLACE.search(text, start, start + len(clause))
        if place is not None and len(found) == 1 and _belong(clause, found[0], place, start):
            words, own = text[part.start : place.start()], text[start : place.start()]
            yield _Said(found[0].group(), Span(*place.span()), place, words, own)
        start += len(clause)


def _belong(clause: str, name: re.Match[str], place: re.Match[str], at: int) -> bool:
    """Whether a name of the clause that begins `at`, and a place in it, belong together."""
    start, end = place.start() - at, place.end() - at
    if name.end() > start:  # a row that is called 冠军 says no place of itself
        return end <= name.start() and _IS.fullmatch(clause[end : name.start()]) is not None
    return name.end() < start or place.group() not in _HELD or len(clause.rstrip("，,")) <= end


def _by_head(standing: Standing, said: Sequence[_Said]) -> Iterator[list[_Said]]:
    """The places by the column that their own clause names: 青山县单产最高，白石县总产最少."""
    heads = sorted(
        (column.head for column in standing.columns if len(column.head) > 1), key=len, reverse=True
    )
    groups: dict[str, list[_Said]] = {}
    for one in said:
        groups.setdefault(next((head for head in heads if head in one.clause), ""), []).append(one)
    if len(groups) < 2 or "" in groups:
        yield from [list(said)] if said else []
        return
    for group in groups.values():
        yield [replace(one, words=one.clause) for one in group]


def _judged(standing: Standing, said: Sequence[_Said]) -> Iterator[Judgement]:
    ways = [way for way in product(standing.columns, (True, False)) if _allowed(standing, *way, said)]
    fits = {way: [one for one in said if _holds(*way, one)] for way in ways}
    best = max(map(len, fits.values()), default=0)
    if best == len(said) and best:
        way = next(way for way in ways if len(fits[way]) == best)
        yield _agreed(way[0], said)
        return
    wrong = {tuple(one for one in said if one not in fits[way]) for way in ways if len(fits[way]) == best}
    if len(wrong) != 1:
        return
    column, down = next(way for way in ways if len(fits[way]) == best)
    (failing,) = wrong
    if (best >= _MOST and len(failing) == 1) or all(_sure(standing, column, ways, one) for one in failing):
        yield _wrong(column, failing[0], down=down)


def _allowed(standing: Standing, column: Column, down: bool, said: Sequence[_Said]) -> bool:
    """Whether the words may speak of this column in this order."""
    words = max((one.words for one in said), key=len)
    others = {found.group() for found in _OTHERWISE.finditer(words)}
    if any(other not in column.head for other in others):
        return False
    named = [one.head for one in standing.columns if one.head and one.head in words]
    if named and column.head not in named:
        return False
    return down or column.low_first or LOW_FIRST.search(column.head + words) is not None


def _sure(standing: Standing, column: Column, ways: Sequence[tuple[Column, bool]], one: _Said) -> bool:
    """Whether a single place is enough: one column only, and nothing that may be another measure is named."""
    if len(ways) != 1 or not (len(standing.columns) == 1 or column.head in one.words):
        return False
    known = re.compile(either((*standing.names, *([column.head] if column.head else []))))
    words = known.sub("", _PLACE.sub("", one.words))
    return all(_PLAIN.fullmatch(piece) or _OPENING.fullmatch(piece) for piece in re.split("[，,]", words))


def _holds(column: Column, down: bool, one: _Said) -> bool:
    if one.match.group("most") or one.match.group("least"):
        return 1 in column.places(one.name, down=one.match.group("most") is not None)
    return _place(column, one) in column.places(one.name, down=down)


def _place(column: Column, one: _Said) -> int:
    written = one.match.group("number") or one.match.group("listed")
    if written:
        return number(written)
    words = ("first", "second", "third")
    return next((n for n, word in enumerate(words, 1) if one.match.group(word)), len(column.values))


def _agreed(column: Column, said: Sequence[_Said]) -> Judgement:
    one = said[0]
    spots = Spot("rank", one.span), Spot("row", column.values[one.name].span)
    return held(*spots, equation=f"{one.name} {one.match.group()}")


def _wrong(column: Column, one: _Said, *, down: bool) -> Judgement:
    """The place with the name's own value, and those of the names before it."""
    least, most = one.match.group("least"), one.match.group("most")
    down = most is not None if most or least else down
    places = column.places(one.name, down=down)
    own = column.values[one.name]
    ahead = [
        figure
        for name, figure in column.values.items()
        if name != one.name and column.places(name, down=down)[0] < places[0]
    ]
    beyond = ahead or [figure for figure in column.values.values() if figure is not own]
    spots = (Spot("rank", one.span), Spot("row", own.span), *(Spot("row", each.span) for each in beyond[:4]))
    right = f"第{places[0]}位" if not least else f"第{len(column.values) + 1 - places[-1]}位"
    return conflict(*spots, equation=f"{one.match.group()} ≠ {right}", expected=right)
