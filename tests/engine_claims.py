"""Readings written by hand, so that the engine is tested without any lexer.

`Story` is one article; each call adds a claim for words that stand in it:

    story = Story("今年产茶1200吨，去年1000吨，增长10%。")
    now, before = story.level("1200吨", "茶", 2024), story.level("1000吨", "茶", 2023)
    rate = story.growth("10%", now, before)
    story.reading()
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import (
    Anchor,
    Article,
    Block,
    BlockKind,
    Claim,
    Dimension,
    Document,
    Enumeration,
    Fact,
    Figure,
    FigureKind,
    Measure,
    Modality,
    Partition,
    Piece,
    Quantity,
    Reading,
    Span,
    Token,
    TokenKind,
    Unit,
)

_NUMBER = re.compile(r"([\d.]+)(万亿|亿|万)?(.*)")
_SIZES = {"万亿": 10**12, "亿": 10**8, "万": 10**4, None: 1}
_UNITS = {
    "%": Unit("%", Dimension.RATIO, Fraction(1, 100), "ratio"),
    "个百分点": Unit("个百分点", Dimension.POINTS, Fraction(1, 100), "points"),
    "倍": Unit("倍", Dimension.MULTIPLE, Fraction(1), "multiple"),
    "元": Unit("元", Dimension.MONEY, Fraction(1), "元"),
    "美元": Unit("美元", Dimension.MONEY, Fraction(1), "美元"),
    "吨": Unit("吨", Dimension.MASS, Fraction(1000), "千克"),
    "公斤": Unit("公斤", Dimension.MASS, Fraction(1), "千克"),
    "": None,
}


def unit(name: str) -> Unit | None:
    """The unit of that name; an unknown one counts things."""
    return _UNITS.get(name, Unit(name, Dimension.COUNT, Fraction(1), name))


def period(year: int) -> tuple[object, ...]:
    """The key of a calendar year."""
    return Anchor.ABSOLUTE, (year, 1, 1), (year, 12, 31), False


class Story:
    """One article and the claims it makes."""

    def __init__(self, text: str, *, path: str = "a.md", title: str = "", subject: str = "") -> None:
        body = f"{title}\n{text}" if title else text
        blocks = [Block(BlockKind.PARAGRAPH, Span(len(body) - len(text), len(body)))]
        if title:
            blocks.insert(0, Block(BlockKind.TITLE, Span(0, len(title))))
        document = Document(path, body)
        pieces = (Piece(0, Span(0, len(body))),)
        self.article = Article(document, body, pieces, tuple(blocks), title=title)
        self.subject = subject
        self.claims: list[Claim] = []
        self.partitions: list[Partition] = []
        self.enumerations: list[Enumeration] = []

    def figure(self, words: str, occurrence: int = 1, *, hedge: str = "") -> Figure:
        """The figure printed as `words`, at its nth occurrence."""
        start = -1
        for _ in range(occurrence):
            start = self.article.text.index(words, start + 1)
        found = _NUMBER.fullmatch(words)
        assert found
        number, size, name = Decimal(found[1]), _SIZES[found[2]], found[3]
        step = Fraction(size, 10 ** len(found[1].partition(".")[2]))
        value = number * size
        measured = unit(name)
        counted = measured is None or measured.dimension is Dimension.COUNT
        exact = counted and size == 1 and "." not in found[1]
        low, high = (value, value) if exact else (Fraction(value) - step / 2, Fraction(value) + step / 2)
        span = Span(start, start + len(words))
        bare = Span(start, start + len(words) - len(name))
        interval = Interval.between(low, high)
        kind = FigureKind.QUANTITY
        return Figure(span, words, value, interval, measured, kind, hedge, step, frozenset(), bare)

    def claim(self, words: str, quantity: Quantity, occurrence: int = 1, **more: object) -> Claim:
        """The claim that `quantity` is the figure printed as `words`."""
        figure = self.figure(words, occurrence)
        sign = int(str(more.pop("sign", 1)))
        scale = figure.unit.scale if figure.unit else 1
        interval = figure.interval.scaled(scale * sign) if figure.interval else None
        extra = {"unit": figure.unit, "sign": sign, **more}
        made = Claim(quantity, interval, (figure,), self.article, **extra)  # type: ignore[arg-type]
        self.claims.append(made)
        return made

    def level(
        self, words: str, indicator: str, year: int = 2024, occurrence: int = 1, **more: object
    ) -> Claim:
        """The level of an indicator in a year."""
        fact = Fact(self.subject, indicator, frozenset(), period(year))
        return self.claim(words, Quantity(Measure.LEVEL, fact), occurrence, **more)

    def growth(
        self, words: str, now: Claim, before: Claim, *, over: int | None = None, **more: object
    ) -> Claim:
        """The growth from one level to another."""
        return self._pair(words, Measure.GROWTH, now, before, "", over=over, **more)

    def difference(self, words: str, now: Claim, before: Claim, **more: object) -> Claim:
        """The difference of two claimed quantities."""
        return self._pair(words, Measure.DIFFERENCE, now, before, "increment", **more)

    def quotient(self, words: str, of: Claim, against: Claim, sort: str, **more: object) -> Claim:
        """The quotient of two claimed quantities."""
        return self._pair(words, Measure.QUOTIENT, of, against, sort, **more)

    def partition(self, whole: Claim | None, *parts: Claim, complete: str = "stated", **more: object) -> None:
        """A whole and its parts."""
        made = Partition(whole, parts, complete, self.article, **more)  # type: ignore[arg-type]
        self.partitions.append(made)

    def enumeration(self, count: str, *items: str, **more: object) -> None:
        """A count and its items."""
        spans = [self.article.text.index(item) for item in items]
        placed = tuple(Span(at, at + len(item)) for at, item in zip(spans, items, strict=True))
        figure = self.figure(count)
        self.enumerations.append(Enumeration(figure, "项", placed, self.article, **more))  # type: ignore[arg-type]

    def reading(self, *tokens: Token) -> Reading:
        """Everything said so far."""
        return Reading(
            self.article,
            tokens=tokens,
            figures=tuple(figure for claim in self.claims for figure in claim.figures),
            claims=tuple(self.claims),
            partitions=tuple(self.partitions),
            enumerations=tuple(self.enumerations),
        )

    def hedge(self, words: str, label: str) -> Token:
        """A hedge token."""
        start = self.article.text.index(words)
        return Token(TokenKind.HEDGE, Span(start, start + len(words)), label)

    def number(self, words: str) -> Token:
        """A figure token."""
        figure = self.figure(words)
        return Token(TokenKind.FIGURE, figure.span, "", figure)

    def _pair(
        self, words: str, measure: Measure, of: Claim, against: Claim, sort: str, **more: object
    ) -> Claim:
        over = more.pop("over", None)
        assert over is None or isinstance(over, int)
        sides = [_side(one.quantity) for one in (of, against)]
        occurrence = int(str(more.pop("occurrence", 1)))
        return self.claim(words, Quantity(measure, sides[0], sides[1], sort, over), occurrence, **more)


def _side(quantity: Quantity) -> Fact | Quantity:
    if quantity.measure is Measure.LEVEL:
        return quantity.of
    return quantity


PLAN = Modality.PLAN
