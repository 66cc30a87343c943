"""The day a title gives for an event, against the day of the same event in the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import sentence
from factcheck.checks.parts.within import periods_within
from factcheck.model import BlockKind, Period, Reading, Span
from factcheck.patterns import compiled

_OTHERWISE = compiled(
    "原定|原计划|推迟|延期|延至|改期|提前|试|预|此前|曾|首次|上一|第[一二三四五]批|首批|去年|明年|截至|截止|左右"
    "|记者|获悉|宣布|表示|介绍|发布|消息|通知|通报|公布|讯|电[，）)]|在即|倒计时|前夕"  # when it was told of
)
_FAR, _BESIDE = 24, 6
_BLOCKS = 3


def check(subject: Reading, reading: Reading, *, events: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """Compare the one day of the title with that of the clause that names the same of the `events`."""
    article = reading.article
    titles = [block.span for block in article.blocks if block.kind is BlockKind.TITLE]
    bodies = [block.span for block in article.blocks if block.kind is BlockKind.PARAGRAPH][:_BLOCKS]
    if len(titles) != 1 or not bodies:
        return
    told = periods_within(reading, titles[0])
    words = titles[0].of(article.text)
    event = next((names for names in events if any(word in words for word in names.split("|"))), None)
    if len(told) != 1 or _named(told[0]) is None or event is None or _OTHERWISE.search(words):
        return
    said = [p for span in bodies for p in _days_of(event, span, reading)]
    yield from _judged(told[0], said)


def _named(period: Period) -> tuple[str, str] | None:
    """The month and the day that are written, of a single day."""
    month, day = period.part("month"), period.part("day")
    stretch = period.part("end-day") or period.part("end-month")
    return None if month is None or day is None or stretch else (month, day)


def _days_of(event: str, span: Span, reading: Reading) -> Iterator[Period]:
    """The days right before the event in its sentences, where they are the only ones."""
    text = reading.article.text
    for found in re.finditer(event, text[span.start : span.end]):
        at = span.start + found.start()
        inside = sentence(text, at)
        near = [p for p in periods_within(reading, inside) if _named(p) is not None]
        if len(near) != 1 or not 0 <= at - near[0].span.end <= _FAR:
            continue
        if not _OTHERWISE.search(text[max(inside.start, near[0].span.start - _BESIDE) : at]):
            yield near[0]


def _judged(title: Period, said: Sequence[Period]) -> Iterator[Judgement]:
    days = {_named(period) for period in said}
    spots = [Spot("title", title.span), *(Spot("body", period.span) for period in said[:1])]
    if _named(title) in days:
        yield held(*spots)
    elif len(days) == 1:
        yield conflict(*spots)
