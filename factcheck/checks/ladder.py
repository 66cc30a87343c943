"""Values told in the order of their places: 由高到低为…, 居首…其次…第三…垫底, 前三名…分别为….

Where the words do not say whether more or less comes first, three values that neither rise nor fall
throughout show the error all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.amounts import Amount, amounts
from factcheck.checks.parts.around import any_of
from factcheck.checks.parts.place_words import placed
from factcheck.checks.parts.ranked_runs import runs, sorted_in
from factcheck.checks.parts.rungs import Rung, ladders
from factcheck.checks.parts.within import figures_within, sentences
from factcheck.model import Reading
from factcheck.patterns import compiled

_BOARD = compiled("榜|排名|名次|排行|前[三四五六八十]|决赛|得分|得票|座次|位次")
_GRAIN = compiled("季度|月|周(?=[一二三四五六日])|(?<!周)[日号](?!线)|半年")
_TITLE = compiled("[\u4e00-\u9fff]{2}[大强][国省市县区镇乡村]")
# Who needs less time for these wins; who holds out longer wins at others.
_RACE = compiled("百米|[0-9]米|马拉松|[半全]马|接力|[泳滑跑]出|[自仰蛙蝶混]泳|速滑|赛跑|竞速|越野赛")
_ROUNDS = compiled("预赛|半决赛|复赛|初赛|小组赛|前一天|昨天")  # each has places of its own
_MANY, _LEAD = 3, 200

_Level = tuple[Amount, ...]


class _Large(NamedTuple):
    """Units, and words for what is ranked, of which more comes first."""

    units: tuple[str, ...]
    words: re.Pattern[str]


def check(
    subject: Reading,
    reading: Reading,
    *,
    measures: tuple[str, ...] = (),
    fewer: tuple[str, ...] = (),
    more: tuple[str, ...] = (),
    most: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Compare neighbours of every ranking.

    `measures` are words for what may be ranked: a list in which a new one turns up ranks more than one
    thing. `fewer` are words with which less comes first (用时, 杆数), `more` units of which more comes first,
    and `most` words for what is ranked so.
    """
    text = reading.article.text
    named, less = any_of(measures), any_of(fewer)
    large = _Large(more, any_of(most))
    for inside, figures in sentences(reading):
        several = len(figures) > 1 and sorted_in(text, inside)
        for run in runs(text, inside, amounts(figures, text)) if several else ():
            down = run.down if run.down is not None else _usual(run.held[0], run.words, less, large)
            yield from judged([(one,) for one in run.held], down)
    for line in placed(text):
        there = figures_within(reading, line)
        found = amounts(there, text) if len(there) > 1 else []
        for ladder in ladders(text, line, found) if len(found) > 1 else ():
            if len(ladder) > 1 and _one_thing(text, ladder, named, large):
                yield from _climbed(text, ladder, less, large)


def _one_thing(text: str, ladder: Sequence[Rung], measures: re.Pattern[str], large: _Large) -> bool:
    """Whether the places of a ladder are of one ranking."""
    start = _opening(text, ladder)
    told = set(measures.findall(text[start : ladder[0].span.start] + ladder[0].words))
    later = [
        set(measures.findall(_TITLE.sub("", rung.words.replace(rung.span.of(text), ""))))
        for rung in ladder[1:]
    ]
    grains = [set(_GRAIN.findall(rung.words)) for rung in ladder]
    if any(one - told for one in later) or any(one and not one & grains[0] for one in grains if grains[0]):
        return False
    end = ladder[-1].span.end
    board = _BOARD.search(text, start, end)
    larger = large.words.search(text, start, end) if ladder[0].kind == "first" else None
    sure = board is not None or larger is not None or any(rung.surely for rung in ladder[1:])
    next_told = _each_one(ladder) and ladder[1].kind not in ("most", "least")
    return sure or next_told or (len(ladder) >= _MANY and not all(later))


def _climbed(text: str, ladder: Sequence[Rung], fewer: re.Pattern[str], large: _Large) -> Iterator[Judgement]:
    """The judgement of a ladder in the unit all its places share."""
    told = ladder if _each_one(ladder) else ladder[:1]
    units = dict.fromkeys(one.unit for rung in told for one in rung.held)
    shared = [unit for unit in units if sum(_of(text, rung, unit, ladder[0]) != () for rung in ladder) > 1]
    if not shared:
        return
    levels = [level for rung in ladder if (level := _of(text, rung, shared[0], ladder[0]))]
    start = _opening(text, ladder)
    words = text[start : ladder[-1].span.end]
    if ladder[0].kind == "least":
        down: bool | None = False
    elif ladder[0].kind == "most" and not (levels[0][0].lasting and "快" in ladder[0].span.of(text)):
        down = True
    else:
        down = _usual(levels[0][0], words, fewer, large)
    if down is not None or len(shared) == 1:
        yield from judged(levels, down)


def _each_one(ladder: Sequence[Rung]) -> bool:
    """最多的是三轮车，1860辆；其次播种机，930台: one value each, and the words tell which comes first."""
    return ladder[0].kind in ("most", "least") and all(len(rung.held) == 1 for rung in ladder)


def _opening(text: str, ladder: Sequence[Rung]) -> int:
    """Where the words begin that lead to a ladder: those of its line, as far as they may belong to it."""
    first = ladder[0].span.start
    return text.rfind("\n", max(0, first - _LEAD), first) + 1 or max(0, first - _LEAD)


def _of(text: str, rung: Rung, unit: str, first: Rung) -> _Level:
    """The values of a place in a unit: one, or those joined as a range or list; of several the like one."""
    own = [one for one in rung.held if one.unit == unit]
    if len(own) < 2 or all(two.span.start - one.span.end <= 1 for one, two in pairwise(own)):
        return tuple(own)
    heads = [one for one in first.held if one.unit == unit]
    noun = text[heads[0].span.end : heads[0].span.end + 2]
    like = [one for one in own if text.startswith(noun, one.span.end)]
    return tuple(like) if len(like) == 1 else ()


def _usual(one: Amount, words: str, fewer: re.Pattern[str], large: _Large) -> bool | None:
    """Whether more of a unit comes first when nothing says so."""
    if one.lasting and _RACE.search(words) and not _ROUNDS.search(words):
        return False
    if fewer.search(words) or one.lasting:
        return None
    return True if one.unit in large.units or large.words.search(words) else None


def judged(levels: Sequence[_Level], down: bool | None) -> Iterator[Judgement]:
    """The neighbours that stand the wrong way round; of an unsaid way the one that fewer go against."""
    turned = {way: list(_turned(levels, down=way)) for way in (True, False)}
    if down is None:
        if len(levels) < _MANY:
            return
        down = len(turned[True]) + levels[0][0].lasting <= len(turned[False])
    wrong = turned[down]
    spots = [Spot("item", one.span) for level in levels for one in level]
    if not wrong:
        equation = (" ≥ " if down else " ≤ ").join(level[0].text for level in levels)
        yield held(*spots, equation=equation)
    elif len(wrong) == 1:
        one, two = wrong[0]
        sign = ">" if down else "<"
        yield conflict(
            Spot("item", two.span), Spot("before", one.span), equation=f"{two.text} {sign} {one.text}"
        )


def _turned(levels: Sequence[_Level], *, down: bool) -> Iterator[tuple[Amount, Amount]]:
    for first, second in pairwise(levels):
        ahead = min(first, key=_middle) if down else max(first, key=_middle)
        behind = max(second, key=_middle) if down else min(second, key=_middle)
        if ahead.below(behind) if down else behind.below(ahead):
            yield ahead, behind


def _middle(one: Amount) -> Fraction | int:
    return one.values.middle or 0
