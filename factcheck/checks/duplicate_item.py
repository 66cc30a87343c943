"""An item that a list names twice.

Items are compared as they are printed; the first and the last one, whose edges may hold other
words, only up to words that are known to lead to a list or to follow it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.within import figures_within
from factcheck.model import Enumeration, Reading, Span
from factcheck.patterns import compiled

_SCORE = compiled(r"\d{1,3}\s?[比:：∶—-]\s?\d{1,3}")


def check(
    subject: Enumeration,
    reading: Reading,
    *,
    leads: tuple[str, ...] = (),
    tails: tuple[str, ...] = (),
    leave: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """A conflict for the first item that stands in the list before; `leave` names sentences to pass over."""
    if subject.marks or subject.style != "pause" or len(subject.items) < 3:
        return
    text = reading.article.text
    printed = [text[item.start : item.end] for item in subject.items]
    if not _alike(printed):
        return
    start, end = subject.items[0].start, subject.items[-1].end
    if any(word in text[max(0, start - 12) : end + 12] for word in leave):
        return
    if any(_amount(reading, item) for item in subject.items[1:]):
        return
    seen: dict[str, Span] = {}
    cores = list(subject.items)
    cores[0], cores[-1] = _first(cores[0], printed, leads), _last(cores[-1], printed, tails)
    if len({core.of(text) for core in cores}) == 1:
        return
    for core in cores:
        words = core.of(text)
        if len(words) > 1 and words in seen:
            yield conflict(Spot("item", core), Spot("before", seen[words]))
            return
        seen[words] = core


def _amount(reading: Reading, item: Span) -> bool:
    """Whether an item is an amount, which several may share (分别为3人、3人和2人), or a score (3比1)."""
    if _SCORE.fullmatch(item.of(reading.article.text)):
        return True
    return any(figure.span == item for figure in figures_within(reading, item))


def _alike(printed: Sequence[str]) -> bool:
    """Whether two items are printed alike, or could be without what stands before or behind the list."""
    if len(set(printed)) < len(printed):
        return True
    return printed[0].endswith(tuple(printed[1:])) or printed[-1].startswith(tuple(printed[:-1]))


def _first(item: Span, printed: Sequence[str], leads: tuple[str, ...]) -> Span:
    """The first item, without words that are known to lead to the list where it repeats another."""
    words, *others = printed
    for other in others:
        if words.endswith(other) and any(words.endswith(lead + other) for lead in leads):
            return Span(item.end - len(other), item.end)
    return item


def _last(item: Span, printed: Sequence[str], tails: tuple[str, ...]) -> Span:
    """The last item, without words that are known to follow the list where it repeats another."""
    *others, words = printed
    for other in others:
        if words.startswith(other) and any(words.startswith(other + tail) for tail in tails):
            return Span(item.start, item.start + len(other))
    return item
