"""Years that go by from one age to another (从23岁到55岁，她在讲台上站了32年)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import before, sentence
from factcheck.checks.parts.births import told_ages
from factcheck.checks.parts.durations import Duration, durations
from factcheck.checks.parts.within import figures_within, periods_within
from factcheck.model import Figure, Reading, Span
from factcheck.patterns import compiled

_FROM = compiled("(?:从|自)[^，,。；;]{0,4}$")
_TO = compiled("[^。；;]{0,12}?(?:到|至|直到|干到|做到|教到|守到|—|－|-)[^，,。；;]{0,4}")
_OTHERS = compiled(
    r"其中|最|不等|都有|成立|期间|其间|第|前[一二三四五六七八九十\d]|后[一二三四五六七八九十\d]|平均|又|再|先|之后|儿子|女儿|妻子|丈夫|^(?:的|都|均|各|之间)"
)
_TOLD = compiled("(?:了|整整|就是|长达|前后|共|历时|坚持|坚守|跨越|横跨|走过|陪伴|[，,]|这|用)$")
_BEHIND = compiled("(?:的?(?:时间|光阴|时光|青春|岁月|书|班|船|车|地|戏|门|路|人生|坚守)|[，,。；;！]|$)")
_FAR, _TWO = 40, 2


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare the only length in years behind two ages of one sentence with their difference."""
    text = reading.article.text
    ages = told_ages(reading.figures)
    if len(ages) < _TWO:
        return
    lengths = [one for one in durations(reading.figures, text) if one.unit == "year"]
    for first, last in pairwise(ages):
        if not _FROM.search(before(text, first.span.start, 8)):
            continue
        if not _TO.fullmatch(text, first.span.end, last.span.start):
            continue
        told = _told(first, last, lengths, reading)
        if told is not None:
            yield from _judged(first, last, told)


def _told(first: Figure, last: Figure, lengths: Sequence[Duration], reading: Reading) -> Duration | None:
    """The one length behind two ages in their sentence; `None` where other ages or dates are told too."""
    text = reading.article.text
    inside = sentence(text, first.span.start)
    behind = Span(last.span.end, inside.end)
    told = [one for one in lengths if behind.start <= one.span.start < behind.end]
    if len(told) != 1 or told[0].span.start - last.span.end > _FAR:
        return None
    own = told[0].span
    between = Span(last.span.end, own.start)
    if (
        told_ages(figures_within(reading, between))
        or periods_within(reading, between)
        or _OTHERS.search(between.of(text))
    ):
        return None
    shut = _TOLD.search(before(text, own.start, 4)) and _BEHIND.match(text, own.end)
    return told[0] if shut else None


def _judged(first: Figure, last: Figure, told: Duration) -> Iterator[Judgement]:
    if first.value is None or last.value is None or first.hedge or last.hedge:
        return
    years = int(Fraction(last.value) - Fraction(first.value))
    if years <= 0:
        return
    spots = Spot("years", told.span), Spot("first", first.span), Spot("last", last.span)
    if told.about(years):
        yield held(*spots, equation=f"{last.text} − {first.text} = {told.text}")
    else:
        yield conflict(*spots, equation=f"{last.text} − {first.text} ≠ {told.text}", expected=f"{years}年")
