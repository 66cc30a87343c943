"""The words around a span: its clause, sentence and paragraph, and what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from factcheck.model import Figure, Span
from factcheck.patterns import compiled
from factcheck.stops import closing, opening

_PATTERNS_KEPT = 2_000
_SENTENCE = compiled(r"[。！？!?\n]")
_STOPPED = compiled(r"(?s:.*)[。！？!?\n]")  # up to the last stop
_CLAUSE = compiled(r"[，,；;：:。！？!?\n]")
_NEVER = compiled(r"(?!)")


def sentence(text: str, at: int) -> Span:
    """The sentence that holds position `at`, its stop left out."""
    return _stretch(text, at, "。！？!?\n")


def next_sentence(text: str, at: int, last: Span) -> Span:
    """The sentence that holds position `at`, which stands behind the sentence `last`."""
    stopped, stop = _STOPPED.match(text, last.end, at), _SENTENCE.search(text, at)
    return Span(stopped.end() if stopped else last.start, stop.start() if stop else len(text))


def clause(text: str, at: int) -> Span:
    """The clause that holds position `at`, between commas."""
    return _stretch(text, at, "，,；;：:。！？!?\n")


def paragraph(text: str, at: int) -> Span:
    """The line that holds position `at`."""
    return _stretch(text, at, "\n")


def with_last(text: str, at: int) -> Span:
    """The sentence that holds position `at`, and the one before it in its line."""
    inside, line = sentence(text, at), paragraph(text, at)
    behind_stop = inside.start - 2
    if behind_stop > line.start:
        return Span(sentence(text, behind_stop).start, inside.end)
    return inside


def before(text: str, at: int, most: int) -> str:
    """Up to `most` characters before `at`, in its sentence."""
    words = text[max(0, at - most) : at]
    stopped = _STOPPED.match(words)
    return words[stopped.end() :] if stopped else words


def after(text: str, at: int, most: int) -> str:
    """Up to `most` characters from `at` on, in its sentence."""
    words = text[at : at + most]
    stop = _SENTENCE.search(words)
    return words[: stop.start()] if stop else words


def in_clause(words: str) -> str:
    """`words` up to their first comma or stop."""
    stop = _CLAUSE.search(words)
    return words[: stop.start()] if stop else words


def outer(text: str, figure: Figure) -> Span:
    """The figure with the bound words that stand right beside it."""
    if not figure.hedge:
        return figure.span
    start, end = figure.span.start, figure.span.end
    for word in figure.hedge.split("…"):
        if word and text.endswith(word, 0, start):
            start -= len(word)
        elif word and text.endswith(f"{word}了", 0, start):
            start -= len(word) + 1
        elif word and text.startswith(word, end):
            end += len(word)
    return Span(start, end)


def either(words: Iterable[str]) -> str:
    """A non-capturing alternation of plain words, longest first."""
    return _alternations()(tuple(words))


@cache
def _alternations() -> Callable[[tuple[str, ...]], str]:
    """What writes alternations; it remembers the last ones."""
    return lru_cache(_PATTERNS_KEPT)(_alternation)


def _alternation(words: tuple[str, ...]) -> str:
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, ordered)) + ")" if ordered else _NEVER.pattern


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of some plain words; nothing when there are none."""
    return _patterns()(tuple(words))


@cache
def _patterns() -> Callable[[tuple[str, ...]], re.Pattern[str]]:
    """What makes patterns of words; it remembers the last ones."""
    return lru_cache(_PATTERNS_KEPT)(lambda words: compiled(either(words)))


def _stretch(text: str, at: int, stops: str) -> Span:
    """The characters around `at` up to the nearest stops; never further, however long the text is."""
    return Span(opening(text, at, stops), closing(text, at, stops))
