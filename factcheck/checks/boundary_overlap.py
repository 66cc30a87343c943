"""Two grades that meet at one value which both include: 60岁以上……60岁以下."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.within import by_sentence
from factcheck.model import Figure, Reading, Span
from factcheck.patterns import compiled

_UP, _DOWN = compiled(r"及?以上"), compiled(r"及?以下|以内|之内")
_GRADE = compiled("及?以[上下内]|之内")
# Terms of imprisonment are graded so by law: 三年以下, 三年以上不满五年.
_SETTLED = compiled(r"[（(][^）)]{0,6}[含包]|不含|不包括|以上(?:不[满到足]|未满|至)|徒刑|刑期|判处|处罚款?")


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """A conflict for two figures of one sentence with the same value, one 以上 and one 以下."""
    text = reading.article.text
    graded = {id(figure): grade for figure in reading.figures if (grade := _grade(text, figure)) is not None}
    for inside, figures in by_sentence(reading, [one for one in reading.figures if id(one) in graded]):
        if _SETTLED.search(text, inside.start, inside.end):
            continue
        for first, second in combinations(figures, 2):
            if first.value == second.value and first.unit == second.unit:
                yield from _judged(text, first, graded[id(first)], graded[id(second)])


def _judged(text: str, figure: Figure, one: Span, other: Span) -> Iterator[Judgement]:
    up, down = (one, other) if _UP.search(one.of(text)) else (other, one)
    if not _UP.search(up.of(text)) or not _DOWN.search(down.of(text)):
        return
    if ("及" in up.of(text)) is not ("及" in down.of(text)):
        return  # 90平方米以下, 90平方米及以上: only the one with 及 includes its value
    late = Spot("low" if down is other else "high", other)
    early = Spot("high" if down is other else "low", one)
    yield conflict(late, early, equation=f"{down.of(text)} ∩ {up.of(text)} = {figure.text}")


def _grade(text: str, figure: Figure) -> Span | None:
    """The figure with its 以上 or 以下."""
    found = _GRADE.match(text, figure.span.end)
    return Span(figure.span.start, found.end()) if found and figure.value is not None else None
