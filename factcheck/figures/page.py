"""The text being read, the tables, and what was seen so far: the lexer's only mutable state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.figures.hedges import Hedges, bounding, word_after, words_before
from factcheck.figures.making import figure
from factcheck.figures.pieces import Piece
from factcheck.figures.units import Units
from factcheck.figures.words import Words
from factcheck.model import Figure, FigureKind, Group, GroupKind, Period, Span, Token, TokenKind

_BREAK = re.compile("[，。；：、！？\n（）()；,;|“”]")
_LABELS = {
    "，": "comma", ",": "comma", "、": "pause", "。": "stop", "！": "stop", "？": "stop", "\n": "stop",
    "；": "semicolon", ";": "semicolon", "：": "colon", "|": "bar", "“": "quote", "”": "quote",
}  # fmt: skip
_NEAR = 12
_WINDOW = 8


@dataclass(slots=True)
class Page:
    """A mutable builder; `plain` is `text` in half-width characters with NULs at the end."""

    text: str
    plain: str
    units: Units
    hedges: Hedges
    words: Words
    tokens: list[Token] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    edge: int = 0  # where the last token ended

    def add(self, piece: Piece) -> None:
        """Add the figure of `piece` with the hedges around it."""
        start, end = piece.start, piece.end
        hedges = self.hedges
        floor = max(self.edge, start - _WINDOW)
        if (
            hedges.before.search(self.plain, floor, start) is None
            and self.plain[end] not in hedges.after
            and not piece.vague
            and not piece.sort
        ):
            self._figure(figure(self.text, piece))
            return
        before = words_before(hedges, self.plain, floor, start)
        after = word_after(hedges, self.plain, end)
        labels, hedge = bounding(self.plain, piece, before, after)
        for token in before:
            self.put(token)
        self._figure(figure(self.text, piece, labels, hedge))
        if after is not None:
            self.put(after)

    def add_group(self, kind: GroupKind, pieces: Sequence[Piece]) -> None:
        """Add the figures of one expression: those of a range share the bound words around it."""
        first, last = pieces[0], pieces[-1]
        floor = max(self.edge, first.start - _WINDOW)
        before = words_before(self.hedges, self.plain, floor, first.start)
        after = word_after(self.hedges, self.plain, last.end) if kind is GroupKind.RANGE else None
        for token in before:
            self.put(token)
        made = []
        for piece in pieces:
            labels, hedge = (
                bounding(
                    self.plain, piece._replace(start=first.start), before, after if piece is last else None
                )
                if kind is GroupKind.RANGE
                else ((), "")
            )
            made.append(figure(self.text, piece, labels, hedge))
            self._figure(made[-1])
        if after is not None:
            self.put(after)
        self.groups.append(Group(kind, tuple(made), Span(first.start, last.end)))

    def name(self, kind: FigureKind, start: int, end: int) -> int:
        """Add a code or a time, which has no value; returns where it ends."""
        span = Span(max(start, self.edge), end)
        text = self.text[span.start : end]
        self._figure(Figure(span, text, None, None, None, kind, number=span))
        return end

    def date(self, period: Period) -> None:
        """Put a period among the tokens, with the hedges around it."""
        span = period.span
        for token in words_before(self.hedges, self.plain, max(self.edge, span.start - _WINDOW), span.start):
            self.put(token)
        self.put(Token(TokenKind.PERIOD, span, "", period))
        after = word_after(self.hedges, self.plain, span.end)
        if after is not None:
            self.put(after)

    def put(self, token: Token) -> None:
        """Add a token, and before it the first break since the last token if that is near."""
        span = token.span
        edge = self.edge
        if edge < span.start <= edge + _NEAR and self.tokens:
            stop = _BREAK.search(self.plain, edge, span.start)
            if stop is not None:
                at = stop.start()
                label = _LABELS.get(self.plain[at], "bracket")
                self.tokens.append(Token(TokenKind.BREAK, Span(at, at + 1), label))
        self.tokens.append(token)
        self.edge = span.end

    def _figure(self, made: Figure) -> None:
        self.figures.append(made)
        self.put(Token(TokenKind.FIGURE, made.span, "", made))
