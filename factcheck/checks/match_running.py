"""What stood during a match against its result: no side loses points, and periods add up to the end.

上半场52∶48 and 下半场50∶47 make 102∶95; after a half of 52∶48 no match ends 50∶45. A score told of the second
half, or of a third quarter, is of that period alone where it is less than what stood before it.
Which side stands first may change from one score to the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, product

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import paragraph
from factcheck.checks.parts.scores import Score, scores
from factcheck.model import Reading
from factcheck.patterns import compiled
from factcheck.records import dataclass

_STAGED = compiled(r"节(?:(?<=[一三首]节)|战罢)|半[场时]")
_OTHERWISE = compiled(r"加时|点球|[局盘]|回合|总比分|大比分|上[轮场次届]|此前|另一场|另外|\d人[一单]方")
_PASSING = compiled(
    r"一度|曾|最多|还剩|剩[下余]|分钟|[追扳缩逼迫][至到近平]|波|打出|领先优势|开局|开场|攻击|高潮|反超[为成]|连[得下追]|单节|时间|扩大|拉[大开]|改写"
)
_HALF = compiled(
    r"(?<!下)半场(?!外)|上半[场时]|两节(?:战罢|过后|结束|打完)|[第次]二?节(?:战罢|过后|结束|打完)"
)
_THREE = compiled(r"三节(?:战罢|过后|结束|打完)|前三节")
_QUARTER = compiled(r"(?:第[一二三四]|[首次末]|最后一)节")
_SECOND = compiled(r"下半[场时]")
_END = compiled(
    r"全场|终场|最终|最后以|完场|总分|完赛|取胜|获胜|胜出|击败|战胜|力克|[险完大小惜]胜|告负|不敌|收官|逆转"
)
# Back to the comma, or to the one before where the words between only tell when: 半场战罢，临江队52∶48领先.
_WORDS = compiled(r"(?:[^，,；;。]*(?:时|束|罢|后|完)，)?[^，,；;。]*$")
_BACK, _ON = 30, 6
_HALF_DONE, _THREE_DONE, _ALL_DONE = 2, 3, 4
_NUMBERS = {"一": 1, "首": 1, "二": 2, "次": 2, "三": 3, "四": 4, "末": 4, "最": 4}


@dataclass(frozen=True, slots=True)
class _Stage:
    """A score with what it is of: the quarters up to `done`, or the `part`th quarter (0: the second half)."""

    score: Score
    done: int = 0
    part: int = -1


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Judge the result of each match that is told in one paragraph with what stood before it."""
    text = reading.article.text
    if _STAGED.search(text) is None:
        return
    for line, group in groupby(scores(reading), key=lambda one: paragraph(text, one.span.start)):
        told = list(group)
        if len(told) > 1 and not _OTHERWISE.search(text, line.start, line.end):
            yield from _match(_stages(text, told, line.start))


def _stages(text: str, told: Sequence[Score], start: int) -> list[_Stage]:
    """What each score of a paragraph is of; those that only stood in passing left out."""
    found, last = [], start
    for score in told:
        words = _WORDS.search(text[max(last, score.span.start - _BACK) : score.span.start])
        stage = _stage(score, words.group() if words is not None else "", text[score.span.end :][:_ON])
        last = score.span.end
        if stage is not None:
            found.append(stage)
    return found


def _stage(score: Score, words: str, after: str) -> _Stage | None:
    if _PASSING.search(words):
        return None
    if _SECOND.search(words) and not _HALF.search(words):
        return _Stage(score, part=0)
    for pattern, done in ((_THREE, _THREE_DONE), (_HALF, _HALF_DONE)):
        if pattern.search(words):
            return _Stage(score, done=done)
    if quarter := _QUARTER.search(words):
        return _Stage(score, part=_NUMBERS[quarter.group().lstrip("第")[0]])
    ended = _END.search(words) or _END.search(after.partition("，")[0])
    return _Stage(score, done=_ALL_DONE) if ended else None


def _match(stages: Sequence[_Stage]) -> Iterator[Judgement]:
    """Judge what stood at the end and after two or three quarters with what was played up to then."""
    kinds = [(one.done, one.part) for one in stages]
    if len(set(kinds)) < len(kinds):
        return  # more than one match
    stood = sorted((one for one in stages if one.done), key=lambda one: one.done)
    parts = {one.part: one for one in stages if not one.done}
    if stood and sum(stood[-1].score.points) * 2 < sum(stood[0].score.points):
        return  # another sport
    for early, late in pairwise(stood):
        if _below(late.score, early.score):
            yield _fallen(late, early)
            return
    for at, late in enumerate(stood):
        if chain := _chain(stood[:at], parts, late.done):
            yield _summed(late, chain)


def _below(late: Score, early: Score) -> bool:
    """Whether a side has fewer points than before, whichever of the two stands first."""
    return any(one < two for one, two in zip(sorted(late.points), sorted(early.points), strict=True))


def _chain(stood: Sequence[_Stage], parts: dict[int, _Stage], done: int) -> list[_Stage]:
    """The scores that make up the first quarters one after another; none where one of them is not told."""
    last = stood[-1:]
    if done == _ALL_DONE and 0 in parts:
        half = [one for one in stood if one.done == _HALF_DONE]
        chain = [*half, parts[0]]
        return chain if half and _below(parts[0].score, half[0].score) else []
    begun = last[0].done if last else 0
    rest = [parts[number] for number in range(begun + 1, done + 1) if number in parts]
    chain = [*last, *rest]
    alone = any(_below(two.score, one.score) for one, two in pairwise(chain))  # each of its quarter alone
    return chain if len(rest) == done - begun and alone else []


def _fallen(late: _Stage, early: _Stage) -> Judgement:
    least, shown = _shown(early.score.points), _shown(late.score.points)
    spots = Spot("whole", late.score.span), Spot("part", early.score.span)
    return conflict(*spots, equation=f"{shown} < {least}", expected=f"不低于{least}", parts=least)


def _summed(late: _Stage, chain: Sequence[_Stage]) -> Judgement:
    """The scores of a chain added up, each from whichever side makes what stood then."""
    first, *others = (one.score for one in chain)
    ways = product(*((one.points, one.turned) for one in others))
    made = [tuple(map(sum, zip(first.points, *way, strict=True))) for way in ways]
    spots = Spot("whole", late.score.span), *(Spot("part", one.score.span) for one in chain)
    if any(sorted(late.score.points) == sorted(way) for way in made):
        return held(*spots, equation=_shown(made[0]))
    told, parts = _shown(late.score.points), "、".join(_shown(one.score.points) for one in chain)
    return conflict(
        *spots, equation=f"{told} ≠ {_shown(made[0])}", expected=f"为{_shown(made[0])}", parts=parts
    )


def _shown(points: tuple[int, ...]) -> str:
    return "比".join(map(str, points))
