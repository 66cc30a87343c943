"""A range with a word of approximation behind it: 8~10米左右."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.quotes import spoken
from factcheck.model import Group, GroupKind, Reading, Span


def check(subject: Group, reading: Reading, *, words: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """A conflict when the second end of a range carries one of `words`, right behind it."""
    if subject.kind is not GroupKind.RANGE or spoken(reading.article.text, subject.span):
        return
    text, last = reading.article.text, subject.figures[-1]
    end = max(subject.span.end, last.span.end)
    for word in words:
        start = text.find(word, end, end + len(word))
        if start == end and word in last.hedge:
            whole = Span(subject.span.start, end + len(word))
            found = conflict(Spot("text", whole), hedge=word)
            yield found.edited(text[whole.start : end], f"删去“{word}”")
            return
