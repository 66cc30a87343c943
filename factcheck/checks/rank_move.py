"""Places gained or lost against the two places: 第9位升至第6位，前移3位. A smaller number is higher."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import before
from factcheck.checks.parts.within import by_sentence
from factcheck.model import Figure, FigureKind, Reading, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_UNITS = frozenset({"位", "名", "个位次", "位次", "个名次"})
_COUNTED = compiled("个?(?:名次|位次)")
_HELD = compiled(
    "(?:列|居|排|名|位|次|至|到|入|进|为|是|的|从|由|[全本][国省市县区州校厂行队区]|[年届月季初末期站轮赛]|榜|世界|亚洲|行业)$"
)
_UP = r"(?:前移|上升|升|提升|前进|进步|跃升|跃居|晋级|上移|赶超|进位|跃|攀升|蹿升|窜升|爬升|提高|前跃|上扬)"
_DOWN = r"(?:后移|下降|降|后退|退步|下滑|滑落|跌|退|滑|下移|倒退|退居|掉|下跌|下坠)"
_BARE = compiled(rf"(?=[，,、。；;）)！？!?\n]|$|来到|{_UP}|{_DOWN})")
_MOVE = compiled(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?$")
_TO = compiled(
    rf"(?:[^，。；]{{0,4}}?(?:{_UP}|{_DOWN})了?[\d一二三四五六七八九十两]{{1,3}}个?(?:位次|名次|[位名])[，,])?"
    rf"[^，。；]{{0,6}}?(?P<word>(?:(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:到|至|为|居|入|进)|来到|变[成为])了?)[^，。；]{{0,4}}"
)
_OLD = compiled(
    r"(?:从|由|自|上年|去年|上届|上[一个]*[月站轮周季期]|上赛季|前一年|年初|此前|原来|原|之前|第[一二三四\d]+[站轮]|[比较])[^，。；、]{0,10}$"
)


@dataclass(frozen=True, slots=True)
class _Places:
    """The place before, the place now, and the word of the way between when there is one."""

    old: Figure
    new: Figure
    word: Span | None = None
    up: bool | None = None


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare direction and number of places in every sentence that tells two places."""
    text = reading.article.text
    known = [figure for figure in reading.figures if figure.value is not None and _of_place(text, figure)]
    for inside, sentence in by_sentence(reading, known):
        for figures in _parts(text, inside.start, sentence):
            ranks = [one for one in figures if one.kind is FigureKind.ORDINAL]
            moves = [one for one in figures if one.kind is not FigureKind.ORDINAL and _move(text, one)]
            places = _places(text, ranks)
            if places is not None:
                yield from _judged(text, places, [one for one in moves if _is_of(one, places, ranks)][:1])


def _is_of(move: Figure, places: _Places, ranks: Sequence[Figure]) -> bool:
    """Whether a move is not that of another place before it: 列第318位，前移57位，全省从第24位升至第17位."""
    if move.span.start > places.old.span.start:
        return True
    others = (one for one in ranks if one is not places.old and one is not places.new)
    return not any(one.span.end <= move.span.start for one in others)


def _of_place(text: str, figure: Figure) -> bool:
    """Whether a figure may be a place or a number of places: 第九位, 列第九, 两位, 两个名次."""
    if figure.unit is not None and figure.unit.name in _UNITS:
        return True
    if figure.kind is not FigureKind.ORDINAL:
        return _COUNTED.match(text, figure.span.end - figure.text.endswith("个")) is not None
    bare = figure.unit is None and _BARE.match(text, figure.span.end) is not None
    return bare and _HELD.search(before(text, figure.span.start, 4)) is not None


def _parts(text: str, start: int, figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The figures of a sentence, those of each part between semicolons by themselves."""
    for _, part in groupby(figures, key=lambda one: text.count("；", start, one.span.start)):
        yield list(part)


def _move(text: str, figure: Figure) -> re.Match[str] | None:
    return _MOVE.search(before(text, figure.span.start, 4))


def _places(text: str, ranks: Sequence[Figure]) -> _Places | None:
    """Old and new place: joined by 升至, or marked as the old one."""
    for first, second in pairwise(ranks):
        found = _TO.fullmatch(text, first.span.end, second.span.start)
        if found is not None:
            way = found.group("up") is not None if found.group("up") or found.group("down") else None
            return _Places(first, second, Span(found.start("word"), second.span.end), way)
    if len(ranks) != 2:
        return None
    olds = [one for one in ranks if _OLD.search(before(text, one.span.start, 14))]
    if len(olds) != 1:
        return None
    return _Places(olds[0], ranks[1] if ranks[0] is olds[0] else ranks[0])


def _judged(text: str, places: _Places, moves: Sequence[Figure]) -> Iterator[Judgement]:
    old, new = int(places.old.value or 0), int(places.new.value or 0)
    ends = Spot("old", places.old.span), Spot("new", places.new.span)
    if places.word is not None and places.up is not None and old != new and places.up != (new < old):
        yield conflict(
            Spot("move", places.word), *ends, equation=f"第{old}位 → 第{new}位", problem="方向写反"
        )
        return
    for move in moves:
        found = _move(text, move)
        up = found is not None and found.group("up") is not None
        spots = Spot("move", move.span), *ends
        if move.value == (old - new if up else new - old):
            yield held(*spots, equation=f"{max(old, new)} − {min(old, new)} = {move.text}")
        else:
            right = f"{abs(old - new)}位"
            problem = f"应为{right}" if up == (new < old) else "方向写反"
            equation = f"{max(old, new)} − {min(old, new)} ≠ {move.text}"
            yield conflict(*spots, equation=equation, expected=right, problem=problem)
