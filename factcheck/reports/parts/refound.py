"""A stretch of one text found again in another that has the same words but other blanks."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Span
from factcheck.reports.parts.safe import visible

_CONTEXTS = ((24, 24), (12, 12), (6, 6), (12, 0), (0, 12), (6, 0), (0, 6))
"""How many characters before and after must be the same, tried in this order."""
_LEAST = 4  # fewer than this tell nothing apart


def refound(span: Span, text: str, other: str) -> Span | None:
    """Where the words of `span` in `text` stand in `other`, told apart from their like by what is around.

    `None` when they are not there, or when they are there more than once with nothing to tell them apart.
    """
    mine, theirs = _dense(text), _dense(other)
    start = _index(mine, span.start)
    end = _index(mine, span.end)
    words, places = "".join(char for _, char in mine), "".join(char for _, char in theirs)
    if start == end:
        return None
    for room, rest in _CONTEXTS:
        before, after = words[max(start - room, 0) : start], words[end : end + rest]
        if len(before) + len(after) < _LEAST:
            continue
        found = [at + len(before) for at in _all(before + words[start:end] + after, places)]
        if found:
            best = min(found, key=lambda at: abs(at * len(words) - start * len(places)))
            return _span(theirs, best, best + end - start)
    alone = list(_all(words[start:end], places))
    return _span(theirs, alone[0], alone[0] + end - start) if len(alone) == 1 else None


def _dense(text: str) -> list[tuple[int, str]]:
    """The characters that are not blank, control characters as they are shown, with their positions."""
    shown = visible(text)
    return [(at, shown[at]) for at, char in enumerate(text) if not char.isspace()]


def _index(dense: list[tuple[int, str]], at: int) -> int:
    low, high = 0, len(dense)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if dense[middle][0] < at else (low, middle)
    return low


def _all(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _span(dense: list[tuple[int, str]], start: int, end: int) -> Span:
    return Span(dense[start][0], dense[end - 1][0] + 1)
