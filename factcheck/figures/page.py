"""The text being read, the tables, and what was seen so far: the lexer's only mutable state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.figures.hedges import Hedges, bounding, word_after, words_before
from factcheck.figures.making import figure
from factcheck.figures.odd import said_twice, widths
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
    wide: bool  # `text` has characters that `plain` has narrowed
    tokens: list[Token] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    edge: int = 0  # where the last token ended

    def add(self, piece: Piece) -> None:
        """Add the figure of `piece` with the hedges around it."""
        start, end = piece.start, piece.end
        hedges = self.hedges
        plain = self.plain
        if plain[end] == plain[end - 1] or self.wide:
            piece = self._printed(piece)
            end = piece.end
        floor = max(self.edge, start - _WINDOW)
        if (
            hedges.before.search(plain, floor, start) is None
            and plain[end] not in hedges.after
            and not piece.vague
            and not piece.sort
        ):
            self._figure(figure(self.text, piece))
            return
        before = words_before(hedges, plain, floor, start)
        after = word_after(hedges, plain, end)
        labels, hedge = bounding(plain, piece, before, after)
        for token in before:
            self.put(token)
        self._figure(figure(self.text, piece, labels, hedge), piece)
        if after is not None:
            self.put(after)

    def add_group(self, kind: GroupKind, pieces: Sequence[Piece]) -> None:
        """Add the figures of one expression: those of a range share the bound words around it."""
        first, last = pieces[0].start, pieces[-1].end
        plain = self.plain
        before = words_before(self.hedges, plain, max(self.edge, first - _WINDOW), first)
        after = word_after(self.hedges, plain, last) if kind is GroupKind.RANGE else None
        for token in before:
            self.put(token)
        made = []
        for number, piece in enumerate(pieces, 1):
            bounds: tuple[Sequence[str], str] = ((), "")
            if kind is GroupKind.RANGE:
                closing = after if number == len(pieces) else None
                bounds = bounding(plain, piece._replace(start=first), before, closing)
            made.append(figure(self.text, self._printed(piece), *bounds))
            self._figure(made[-1])
        if after is not None:
            self.put(after)
        self.groups.append(Group(kind, tuple(made), Span(first, last)))

    def name(self, kind: FigureKind, start: int, end: int, *flags: str) -> int:
        """Add a code, a time or a misspelt date, which has no value; returns where it ends."""
        span = Span(max(start, self.edge), end)
        text = self.text[span.start : end]
        self._figure(Figure(span, text, None, None, None, kind, form=frozenset(flags), number=span))
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

    def _printed(self, piece: Piece) -> Piece:
        """`piece` with what is odd about its print."""
        piece = said_twice(self.plain, piece)
        return widths(self.text, piece) if self.wide else piece

    def _figure(self, made: Figure, piece: Piece | None = None) -> None:
        """Add a figure; the 余 or 多 within its number stands among the tokens too."""
        self.figures.append(made)
        self.put(Token(TokenKind.FIGURE, made.span, "", made))
        if piece is not None and piece.vague:
            at = self.plain.find(piece.vague, piece.first, piece.end)
            label = "about-after" if piece.vague == "来" else "more-after"
            if at >= 0:
                self.tokens.append(Token(TokenKind.HEDGE, Span(at, at + 1), label))
