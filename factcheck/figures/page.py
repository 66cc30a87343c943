"""The text being read, the tables, and what was seen so far: the lexer's only mutable state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from factcheck.figures.hedges import Hedges, bounding, word_after, word_behind, words_before
from factcheck.figures.making import figure
from factcheck.figures.odd import said_twice, truly_vast, widths
from factcheck.figures.pieces import Piece
from factcheck.figures.units import Units
from factcheck.figures.words import Words
from factcheck.model import Figure, FigureKind, Group, GroupKind, Period, Span, Token, TokenKind
from factcheck.records import dataclass

_WINDOW = 8
_FIGURE = TokenKind.FIGURE
_BOUNDED = frozenset({GroupKind.RANGE, GroupKind.LIST})


@dataclass(slots=True)
class Page:
    """A mutable builder; `plain` is `text` in half-width characters with NULs at the end."""

    text: str
    plain: str
    units: Units
    hedges: Hedges
    words: Words
    wide: bool  # `text` has full-width digits
    tokens: list[Token] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    edge: int = 0  # where the last token ended

    def is_plain(self, start: int, end: int) -> bool:
        """Nothing around the figure between `start` and `end` bounds it, nothing about its print is odd."""
        text = self.plain
        edge = self.edge
        floor = edge if edge > start - _WINDOW else start - _WINDOW
        return (
            self.hedges.before.search(text, floor if floor > 0 else 0, start) is None
            and text[end] not in self.hedges.after
            and text[end] != text[end - 1]
            and not self.wide
        )

    def keep(self, figure: Figure) -> None:
        """Add a finished figure."""
        self.figures.append(figure)
        span = figure.span
        self.tokens.append(Token(_FIGURE, span, "", figure))
        self.edge = span.end

    def add(self, piece: Piece) -> None:
        """Add the figure of `piece` with the hedges around it."""
        if not (piece.vague or piece.sort or piece.form) and self.is_plain(piece.start, piece.end):
            self.keep(figure(self.text, piece))
            return
        piece = self._printed(piece)
        before = self._before(piece.start)
        after = word_behind(self.hedges, self.plain, piece)
        labels, hedge = bounding(self.plain, piece, before, after)
        self.tokens.extend(before)
        self.keep(figure(self.text, piece, labels, hedge))
        if piece.vague:
            self._within(piece)
        if after is not None:
            self._put(after)

    def in_row(self, piece: Piece) -> Piece:
        """第一、二轮 and 第5、6位: what is listed with an ordinal is one too."""
        if piece.sort or not self.figures or self.plain[piece.start - 1] != "、":
            return piece
        last = self.figures[-1]
        row = last.kind is FigureKind.ORDINAL and last.unit is None and last.span.end == piece.start - 1
        return piece._replace(sort="ordinal") if row else piece

    def add_group(self, kind: GroupKind, pieces: Sequence[Piece]) -> None:
        """Add the figures of one expression; those of a range or list share the bound words around it."""
        first, last = pieces[0].start, pieces[-1].end
        before = self._before(first)
        bounded = kind in _BOUNDED
        after = word_behind(self.hedges, self.plain, pieces[-1]) if bounded else None
        self.tokens.extend(before)
        made = []
        for number, piece in enumerate(pieces, 1):
            bounds: tuple[Sequence[str], str] = ((), "")
            if bounded:
                closing = after if number == len(pieces) else None
                bounds = bounding(self.plain, piece._replace(start=first), before, closing)
            made.append(figure(self.text, self._printed(piece), *bounds))
            self.keep(made[-1])
        if after is not None:
            self._put(after)
        self.groups.append(Group(kind, tuple(made), Span(first, max(last, made[-1].span.end))))

    def name(self, kind: FigureKind, start: int, end: int, *flags: str) -> int:
        """Add a code, a time or a misspelt date, which has no value; returns where it ends."""
        span = Span(max(start, self.edge), end)
        text = self.text[span.start : end]
        self.keep(Figure(span, text, None, None, None, kind, form=frozenset(flags), number=span))
        return end

    def date(self, period: Period) -> None:
        """Put a period among the tokens, with the hedges around it."""
        span = period.span
        self.tokens.extend(self._before(span.start))
        self._put(Token(TokenKind.PERIOD, span, "", period))
        after = word_after(self.hedges, self.plain, span.end)
        if after is not None:
            self._put(after)

    def _before(self, start: int) -> list[Token]:
        """The hedges in the few characters before `start`."""
        return words_before(self.hedges, self.plain, max(self.edge, start - _WINDOW, 0), start)

    def _put(self, token: Token) -> None:
        self.tokens.append(token)
        self.edge = token.span.end

    def _printed(self, piece: Piece) -> Piece:
        """`piece` with what is odd about its print."""
        piece = said_twice(self.plain, truly_vast(self.plain, piece))
        return widths(self.text, piece) if self.wide else piece

    def _within(self, piece: Piece) -> None:
        """The 余 or 多 within a number stands among the tokens too."""
        at = self.plain.find(piece.vague, piece.first, piece.end)
        if at >= 0:
            label = "about-after" if piece.vague == "来" else "more-after"
            self.tokens.append(Token(TokenKind.HEDGE, Span(at, at + 1), label))
