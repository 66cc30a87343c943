"""An item that a list names twice.

Items are compared as they are printed; the first and the last one, whose edges may hold other
words, only up to words that are known to lead to a list or to follow it.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.model import Enumeration, Reading, Span


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
    start, end = subject.items[0].start, subject.items[-1].end
    if any(word in text[max(0, start - 12) : end + 12] for word in leave):
        return
    seen: dict[str, Span] = {}
    cores = [_core(text, subject, place, leads, tails) for place in range(len(subject.items))]
    if len({core.of(text) for core in cores}) == 1:
        return
    for core in cores:
        words = core.of(text)
        if len(words) > 1 and words in seen:
            yield conflict(Spot("item", core), Spot("before", seen[words]))
            return
        seen[words] = core


def _core(
    text: str, subject: Enumeration, place: int, leads: tuple[str, ...], tails: tuple[str, ...]
) -> Span:
    """The item at `place`, without words that are known not to belong to it where it repeats another."""
    item = subject.items[place]
    words = item.of(text)
    others = [other.of(text) for other in subject.items if other is not item]
    if place == 0:
        for other in others:
            if any(words.endswith(lead + other) for lead in leads):
                return Span(item.end - len(other), item.end)
    if place == len(subject.items) - 1:
        for other in others:
            if any(words.startswith(other + tail) for tail in tails):
                return Span(item.start, item.start + len(other))
    return item
