"""Words that bound a number, found around it and named by class (约 is `approx`, 余 `more-after`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from factcheck import toml
from factcheck.figures.pieces import Piece
from factcheck.model import Dimension, FigureKind, Span, Token, TokenKind
from factcheck.patterns import compiled
from factcheck.records import dataclass

_STOPS = compiled("[，。；：、！？\n（）()“”《》,;:|0-9]")
_FILLERS = frozenset(
    ("", "有", "了", "到", "为", "达", "的", "仅", "在", "共", "计", "至", "是", " ", "出", "其", "近")
)
_COMPARED = frozenset({"高于", "低于", "少于", "多于", "大于", "小于"})
_LASTING = frozenset({"年", "个月", "周", "天", "周年"})
_SORTS = {"several": "数", "upward": "上", "grade": "级"}


@dataclass(frozen=True, slots=True)
class Hedges:
    """The bound words.

    Attributes:
        before: finds those in front of a number.
        classes: their classes.
        after: those behind a number by their first character, longest first, with their classes.
        guards: characters behind a word that make another word of it.
        only: what must follow a word for it to bound a number.
    """

    before: re.Pattern[str]
    classes: dict[str, str]
    after: dict[str, tuple[tuple[str, str], ...]]
    guards: dict[str, str]
    only: dict[str, re.Pattern[str]]


@cache
def hedges() -> Hedges:
    """The table of bound words, read once."""
    table = toml.table(files(__package__).joinpath("hedges.toml").read_text(encoding="utf-8"))
    guard = table["guard"]
    before = {word: label for label, words in table["before"].items() for word in words.split()}
    after: dict[str, list[tuple[str, str]]] = {}
    for label, words in table["after"].items():
        for word in words.split():
            after.setdefault(word[0], []).append((word, label))
    return Hedges(
        compiled("|".join(_guarded(word, guard.get(word)) for word in sorted(before, key=len, reverse=True))),
        before,
        {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in after.items()},
        {word: row.get("right", "") for word, row in guard.items()},
        {word: compiled(row["only"]) for word, row in guard.items() if "only" in row},
    )


def _guarded(word: str, guard: dict[str, str] | None) -> str:
    """The pattern of a word that is not part of another one."""
    if guard is None:
        return word
    left, right = guard.get("left", ""), guard.get("right", "")
    named = "".join(f"(?<!{noun}{word})" for noun in guard.get("nouns", "").split())
    return word + (f"(?<![{left}]{word})" if left else "") + named + (f"(?![{right}])" if right else "")


def words_before(table: Hedges, text: str, floor: int, start: int) -> list[Token]:
    """Hedges between `floor` and the number at `start`, no stop between them and it."""
    found: list[Token] = []
    match = table.before.search(text, floor, start)
    while match is not None:
        word, end = match.group(), match.end()
        only = table.only.get(word)
        if not _STOPS.search(text, end, start) and (only is None or only.match(text, end)):
            found.append(Token(TokenKind.HEDGE, Span(match.start(), end), table.classes[word]))
        match = table.before.search(text, end, start)
    return found


def word_after(table: Hedges, text: str, end: int) -> Token | None:
    """The hedge that starts right at `end`."""
    for word, label in table.after.get(text[end], ()):
        stop = end + len(word)
        only = table.only.get(word)
        if not text.startswith(word, end) or (only is not None and not only.match(text, stop)):
            continue
        if text[stop] not in table.guards.get(word, ""):
            return Token(TokenKind.HEDGE, Span(end, stop), label)
    return None


_SHARES = frozenset({FigureKind.PERCENT, FigureKind.POINTS, FigureKind.MULTIPLE, FigureKind.FRACTION})
# 比上届的四成还多: more than the figure, which is itself no more than it says.
_THAN = compiled("[比较](?![^，。；、]*[增涨升长降减跌少多高低翻快慢])[^，。；、]{0,24}$")
_REACH = 26


def word_behind(table: Hedges, text: str, piece: Piece) -> Token | None:
    """The hedge right behind `piece`; 还多 tells of it unless something else is compared: 比5万人还多."""
    after = word_after(table, text, piece.end)
    if after is None or text[after.span.start] != "还":
        return after
    front = text[max(piece.start - _REACH, 0) : piece.start]
    return after if piece.kind in _SHARES and not _THAN.search(front) else None


def bounding(text: str, piece: Piece, before: Sequence[Token], after: Token | None) -> tuple[list[str], str]:
    """The classes of the words that bound `piece`, and the words as printed, joined by …"""
    kept = _touching(text, before, piece)
    labels = [token.label for token in kept]
    front = "".join(text[token.span.start : token.span.end] for token in kept)
    back = piece.vague
    if after is not None:
        labels.append(after.label)
        back += text[after.span.start : after.span.end]
    if piece.sort in _SORTS and not front:
        front = _SORTS[piece.sort]
    return labels, "…".join(part for part in (front, back) if part)


def _touching(text: str, before: Sequence[Token], piece: Piece) -> list[Token]:
    """Hedges right in front of the number, 了 or 有 between; 约 reaches over a few words more."""
    kept: list[Token] = []
    edge = piece.start
    for token in reversed(before):
        near = text[token.span.end : edge] in _FILLERS
        if not near and token.label != "approx":
            break
        word = text[token.span.start : token.span.end]
        if _applies(word, piece):
            kept.insert(0, token)
        edge = token.span.start
    return kept


# 近5场 and 近3个交易日 are the last ones; 近300场 is nearly three hundred.
_PLAYED = frozenset([*"场轮战届期局", "个交易日", "交易日", "个工作日", "工作日", "个赛季", "赛季"])
_LATELY = 20


def _applies(word: str, piece: Piece) -> bool:
    """近三年 is not nearly three, and 高于…2个百分点 says how much higher."""
    if piece.kind is FigureKind.POINTS:
        return word not in _COMPARED
    if word == "近" and piece.unit is not None and piece.unit.dimension is Dimension.DURATION:
        return piece.unit.name not in _LASTING or piece.large
    if word == "近" and piece.unit is not None and piece.unit.name in _PLAYED:
        return piece.exponent > 0 or piece.mantissa > _LATELY
    return True
