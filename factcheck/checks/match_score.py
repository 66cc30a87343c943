"""The parts of a match against its result: quarters add up to it, sets won are counted by it.

四节比分依次为28比25、24比31、29比22、31比28 make 112比106; 25∶20、18∶25、25∶22、25∶19 are 3比1.
Which side stands first may change from one to the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import paragraph, sentence
from factcheck.checks.parts.scores import Score, runs, scores
from factcheck.model import Reading, Span
from factcheck.patterns import compiled

_QUARTERS = compiled(r"节比分|[四各每][小单]?节|节(?:得分|分别|依次)|单节")
_SETS = compiled(r"[局盘](?:的?比分|分|小分|分别|依次)|[三四五六七各每][局盘]|小分")
_PARTLY = compiled(r"前[一两二三四]|[后末头][一两二三四]?[节局盘]|其中|最后|关键")
_AFTER = compiled(r"等|[一之]?[类些]|…")
_HALF = compiled(r"(?<!下)半场(?!外)[^。；\d]{0,10}$")
_THREE = compiled(r"(?:(?<!第)三节(?:战罢|过后|结束|打完|比赛)|前三节)[^。；\d]{0,10}$")
_MATCH = compiled(r"[总大]比分[^，。；\d]{0,4}$")
_SPELL = compiled(
    "[波轮]|一度|高潮|攻击|连得|打出|回敬|曾|还剩|追|篮板|助攻|抢断|失误|犯规|命中|射门|射正|角球|控球|罚球|三分|替补|快攻"
)
# A match of a tie that has several: 第三盘双打, 次场.
_ONE_OF_SEVERAL = compiled("第[一二三四五][盘场]|[首次末][盘场]|[单双]打|(?:首|第[一二三])单|第[一二]双")
_WORDS, _NEAR = 16, 14
_MOST_SETS, _LEAST_GAME, _FOUR = 7, 40, 4
_LEAST_SET = 6


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Judge every run of scores, and what stood after two and three of four quarters."""
    found = scores(reading)
    text = reading.article.text
    every = list(runs(text, found))
    for run in every:
        words = _before(text, run[0].span.start, _WORDS)
        if _PARTLY.search(words) or _AFTER.match(text, run[-1].span.end):
            continue
        apart = {score.span for other in every if other is not run for score in _own(text, other, found)}
        others = [score for score in found if score not in run and score.span not in apart]
        bracketed = text[run[0].span.start - 1] in "（("
        if _QUARTERS.search(words) or (bracketed and len(run) >= _FOUR):
            yield from _quarters(text, run, others)
        played = all(max(one.points) >= _LEAST_SET for one in run)
        if _SETS.search(words) or (played and (bracketed or _whole_match(text, run, others))):
            yield from _sets(text, run, others)


def _own(text: str, run: Sequence[Score], found: Sequence[Score]) -> list[Score]:
    """The scores of the sentence of another match that tells its parts as well."""
    inside = sentence(text, run[0].span.start)
    return [one for one in found if inside.start <= one.span.start < inside.end]


def _quarters(text: str, run: Sequence[Score], others: Sequence[Score]) -> Iterator[Judgement]:
    if len(run) < _FOUR:
        return
    told = _result(text, run, [one for one in others if max(one.points) >= _LEAST_GAME], _added(run))
    if told is not None:
        yield _judged(text, run, told, _added(run))
    for pattern, count in ((_HALF, 2), (_THREE, 3)):
        for score in others:
            words = _before(text, score.span.start, _NEAR)
            if pattern.search(words) and not _SPELL.search(words) and _close(text, run[0].span, score.span):
                yield _judged(text, run[:count], score, _added(run[:count]))


def _sets(text: str, run: Sequence[Score], others: Sequence[Score]) -> Iterator[Judgement]:
    if any(one.points[0] == one.points[1] for one in run):
        return
    won = sum(one.points[0] > one.points[1] for one in run)
    total = won, len(run) - won
    told = _result(text, run, [one for one in others if 1 <= max(one.points) <= _MOST_SETS], total)
    if told is not None:
        yield _judged(text, run, told, total, turning=_ends_won(run, total))


def _whole_match(text: str, run: Sequence[Score], others: Sequence[Score]) -> bool:
    """Whether the sentence tells the score of the whole match as such: 总比分2比1."""
    inside = sentence(text, run[0].span.start)
    here = (one for one in others if inside.start <= one.span.start < inside.end)
    return any(_MATCH.search(text, inside.start, one.span.start) for one in here)


def _ends_won(run: Sequence[Score], total: tuple[int, int]) -> bool:
    """Whether who wins the match wins its last set: then the list may be told from either side."""
    last = run[-1].points
    return (total[0] > total[1]) == (last[0] > last[1])


def _result(text: str, run: Sequence[Score], others: Sequence[Score], made: tuple[int, int]) -> Score | None:
    """The score of the whole match: one that agrees, else the nearest in the words of the same sentence."""
    inside = sentence(text, run[0].span.start)
    before = [one for one in others if inside.start <= one.span.start < run[0].span.start]
    after = [one for one in others if run[-1].span.end < one.span.start < inside.end]
    nearest = before[-1] if before else after[0] if after else None
    if nearest is not None and text[run[0].span.start - 1] in "（(":
        return nearest
    fits = [one for one in others if made in (one.points, one.turned) and _close(text, run[0].span, one.span)]
    if fits or nearest is not None:
        return fits[0] if fits else nearest
    if _ONE_OF_SEVERAL.search(text, inside.start, run[0].span.start):
        return None
    return next(
        (one for one in reversed(others) if _half_right(one, made) and _close(text, run[0].span, one.span)),
        None,
    )


def _half_right(score: Score, made: tuple[int, int]) -> bool:
    """One side agrees: it is the same match."""
    return any(
        one == two for points in (score.points, score.turned) for one, two in zip(points, made, strict=True)
    )


def _close(text: str, one: Span, other: Span) -> bool:
    """Whether two scores stand in one paragraph, or in neighbouring ones."""
    first, last = sorted((one, other), key=lambda span: span.start)
    between = text[paragraph(text, first.start).end : paragraph(text, last.start).start].strip()
    return not between


def _added(run: Sequence[Score]) -> tuple[int, int]:
    return sum(one.points[0] for one in run), sum(one.points[1] for one in run)


def _judged(
    text: str, run: Sequence[Score], told: Score, made: tuple[int, int], *, turning: bool = True
) -> Judgement:
    spots = Spot("whole", told.span), *(Spot("part", one.span) for one in run)
    turned = made[::-1] if turning else made
    if told.points in (made, turned):
        return held(*spots, equation=f"{made[0]}比{made[1]}")
    right = turned if _misses(told, turned) < _misses(told, made) else made
    expected, parts = f"{right[0]}比{right[1]}", "、".join(one.span.of(text) for one in run)
    equation = f"{told.points[0]}比{told.points[1]} ≠ {expected}"
    return conflict(*spots, equation=equation, expected=expected, parts=parts)


def _misses(told: Score, made: tuple[int, int]) -> int:
    return sum(abs(one - two) for one, two in zip(told.points, made, strict=True))


def _before(text: str, at: int, most: int) -> str:
    return text[max(sentence(text, at).start, at - most) : at]
