"""Words that bound a number, found around it and named by class (约 is `approx`, 余 `more-after`)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factcheck.model import Span, Token, TokenKind

_WINDOW = 8
_STOPS = re.compile("[，。；：、！？\n（）()“”《》,;:|]")
_FILLERS = frozenset(
    (
        "",
        "有",
        "了",
        "到",
        "为",
        "达",
        "达到",
        "的",
        "仅",
        "在",
        "共",
        "计",
        "至",
        "是",
        " ",
        "个",
        "成",
        "出",
    )
)


@dataclass(frozen=True, slots=True)
class Hedges:
    """The bound words: a pattern for those in front, spellings by first character for those behind."""

    before: re.Pattern[str]
    before_class: dict[str, str]
    after: dict[str, tuple[tuple[str, str], ...]]
    guards: dict[str, str]


@cache
def hedges() -> Hedges:
    """The table of bound words, read once."""
    table = tomllib.loads(files(__package__).joinpath("hedges.toml").read_text(encoding="utf-8"))
    guard = table["guard"]
    before = {word: label for label, words in table["before"].items() for word in words.split()}
    after: dict[str, list[tuple[str, str]]] = {}
    for label, words in table["after"].items():
        for word in words.split():
            after.setdefault(word[0], []).append((word, label))
    return Hedges(
        re.compile(
            "|".join(_guarded(word, guard.get(word)) for word in sorted(before, key=len, reverse=True))
        ),
        before,
        {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in after.items()},
        {word: row["right"] for word, row in guard.items()},
    )


def _guarded(word: str, guard: dict[str, str] | None) -> str:
    if guard is None:
        return word
    left = f"(?<![{guard['left']}]{word})" if guard["left"] else ""
    right = f"(?![{guard['right']}])" if guard["right"] else ""
    return word + left + right


def words_before(table: Hedges, text: str, floor: int, start: int) -> list[Token]:
    """Hedges in the few characters before `start`, no stop between; the last may touch the number."""
    at = max(floor, start - _WINDOW)
    found: list[Token] = []
    match = table.before.search(text, at, start)
    while match is not None:
        word, end = match.group(), match.end()
        found.append(Token(TokenKind.HEDGE, Span(match.start(), end), table.before_class[word]))
        match = table.before.search(text, end, start)
    if found and _STOPS.search(text, found[0].span.end, start):
        return [token for token in found if not _STOPS.search(text, token.span.end, start)]
    return found


def touching(text: str, tokens: list[Token], start: int) -> list[Token]:
    """Those of `tokens` that bound the number at `start` itself, with no more than 了 or 有 between."""
    kept: list[Token] = []
    edge = start
    for token in reversed(tokens):
        if text[token.span.end : edge] not in _FILLERS:
            break
        kept.insert(0, token)
        edge = token.span.start
    return kept


def word_after(table: Hedges, text: str, end: int) -> Token | None:
    """The hedge that starts right at `end`."""
    for word, label in table.after.get(text[end], ()):
        if text.startswith(word, end) and text[end + len(word)] not in table.guards.get(word, ""):
            return Token(TokenKind.HEDGE, Span(end, end + len(word)), label)
    return None
