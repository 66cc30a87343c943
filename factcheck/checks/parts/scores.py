"""Scores of a match (112比104, 25∶20, 11-8), and runs of them: four quarters, five sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from factcheck.checks.parts.last import Last
from factcheck.model import Figure, Reading, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_AGAINST = frozenset("比∶:：-—–")
_LARGEST = 250
_RESULTS = frozenset({"胜", "负", "平", "大"})  # 3比0大胜
_APART = compiled(
    r"(?:[（(]\d{1,2}[)）])?[、，,；;和及与 ]+(?:以及|后)?"
    r"(?:(?:第?[一二三四五六七首次末尾\d]|决胜|加时)[节局盘赛]*|[上下]半[场时])?(?:为|是|打成|战成)?[：: ]?"
)


@dataclass(frozen=True, slots=True)
class Score:
    """Points for and against."""

    span: Span
    points: tuple[int, int]

    @property
    def turned(self) -> tuple[int, int]:
        """The same score from the other side."""
        return self.points[1], self.points[0]


@cache
def _last() -> Last[Sequence[Score]]:
    return Last()


def scores(reading: Reading) -> Sequence[Score]:
    """The scores of an article, in reading order."""
    return _last().of(reading, find=lambda: tuple(_found(reading)))


def _found(reading: Reading) -> list[Score]:
    text, found = reading.article.text, list[Score]()
    for one, two in pairwise(reading.figures):
        first = text[one.span.end : one.span.end + 1]
        if first not in _AGAINST and not first.isspace():
            continue
        if found and one.span.start < found[-1].span.end:
            continue
        if text[one.span.end : two.span.start].strip() in _AGAINST and _points(one) and _points(two):
            points = int(one.value or 0), int(two.value or 0)
            end = two.number.end if two.number is not None and two.unit is not None else two.span.end
            found.append(Score(Span(one.span.start, end), points))
    return found


def runs(text: str, found: Sequence[Score]) -> Iterator[list[Score]]:
    """The scores that are listed one after another, two at least."""
    run: list[Score] = []
    for score in found:
        if run and not _APART.fullmatch(text, run[-1].span.end, score.span.start):
            if len(run) > 1:
                yield run
            run = []
        run.append(score)
    if len(run) > 1:
        yield run


def _points(figure: Figure) -> bool:
    value = figure.value
    whole = value is not None and value == int(value) and 0 <= value <= _LARGEST
    plain = figure.unit is None or figure.unit.name in _RESULTS  # 4∶2胜出
    return whole and plain  # a bound word before a score is the end of a name: 樊超4∶2
