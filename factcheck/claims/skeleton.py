"""A paragraph with its figures taken out: what the sentence patterns match on.

Every figure, range, ratio and period becomes one private-use character (a *slot*) that says what
kind it is; hedges beside a figure vanish (its interval already holds them); what stands in
brackets is taken out and kept apart, as it speaks about the figure or name before it. A pattern
over this string is a pattern over sentences, whatever the numbers are and however long.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import field

from factcheck.model import (
    BlockKind,
    Figure,
    Group,
    Period,
    Span,
    Unit,
)
from factcheck.records import dataclass

LEVEL, PERCENT, POINTS, MULTIPLE = "\ue000", "\ue001", "\ue002", "\ue003"
RATIO, RANGE, ORDINAL, PERIOD, CODE, DOUBLING = "\ue004", "\ue005", "\ue006", "\ue007", "\ue008", "\ue009"
PERCENT_RANGE, SCORE = "\ue00a", "\ue00b"
_MANY = 16


@dataclass(frozen=True, slots=True)
class Slot:
    """What one private-use character stands for.

    Attributes:
        unit: that of the figure, or of the last figure of a group.
    """

    mark: str
    span: Span
    figure: Figure | None = None
    group: Group | None = None
    period: Period | None = None
    unit: Unit | None = None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figure, or those it is made of (1分58秒, a range); none for a period."""
        if self.figure is not None:
            return (self.figure,)
        return self.group.figures if self.group is not None else ()

    @property
    def printed(self) -> str:
        """The figure as printed; for a group, its members joined."""
        if self.figure is not None:
            return self.figure.text
        if self.period is not None:
            return self.period.text
        return "—".join(figure.text for figure in self.group.figures) if self.group else ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A run of a paragraph between commas; `stop` is the mark that ends it."""

    start: int
    end: int
    stop: str


@dataclass(slots=True, eq=False)
class Sentence:
    """A run of `text` between full stops; its clauses, between `commas`, are cut when first asked for."""

    start: int
    end: int
    text: str
    commas: re.Pattern[str]
    _clauses: tuple[Clause, ...] | None = None

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses, in order."""
        if self._clauses is None:
            self._clauses = tuple(self._cut())
        return self._clauses

    @property
    def words(self) -> list[str]:
        """What its clauses say, in order; cheaper than the clauses."""
        return [words for words in self.commas.split(self.text[self.start : self.end]) if words]

    @property
    def semicolons(self) -> int:
        """How many semicolons stand in it."""
        text, start, end = self.text, self.start, self.end
        return text.count("；", start, end) + text.count(";", start, end)

    def _cut(self) -> Iterator[Clause]:
        at = self.start
        for comma in self.commas.finditer(self.text, self.start, self.end):
            first, last = comma.span()
            if first > at:
                yield Clause(at, first, self.text[first:last])
            at = last
        if at < self.end:
            yield Clause(at, self.end, "。")


@dataclass(slots=True, eq=False)
class Paragraph:
    """One block of an article as a string of words and slots.

    Attributes:
        kind: what the block is for.
        text: the words, with one private-use character for each slot.
        slots: the slots by their index in `text`, which `places` lists in order.
        asides: what stood in brackets, each with the index in `text` it stood before.
        sentences: the sentences that hold slots, in order.
    """

    kind: BlockKind
    text: str = ""
    slots: dict[int, Slot] = field(default_factory=dict)
    asides: list[tuple[int, Paragraph]] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    _at: list[int] = field(default_factory=list)
    _from: list[int] = field(default_factory=list)

    def between(self, start: int, end: int) -> list[int]:
        """The indexes of the slots in `text[start:end]`, in order."""
        places = self.places
        first = bisect_left(places, start)
        if first == len(places) or places[first] >= end:
            return []
        return places[first : bisect_left(places, end, first)]

    def until(self, start: int, end: int) -> int:
        """The index of the first slot in `text[start:end]`; `end` when it holds none."""
        place = bisect_left(self.places, start)
        return min(self.places[place], end) if place < len(self.places) else end

    def speaks(self, sentence: Sentence) -> bool:
        """Whether a sentence holds a slot, or a bracket that does."""
        if self.until(sentence.start, sentence.end) < sentence.end:
            return True
        return bool(self.asides) and bool(self.brackets(sentence.start, sentence.end + 1))

    def brackets(self, start: int, end: int) -> list[tuple[int, Paragraph]]:
        """What stood in brackets between two places, both included."""
        if len(self.asides) < _MANY:
            return [aside for aside in self.asides if start <= aside[0] <= end]
        first, last = bisect_left(self.asides, start, key=_place), bisect_right(self.asides, end, key=_place)
        return self.asides[first:last]

    def add(self, index: int, at: int) -> None:
        """Note that what begins at `index` was copied from `at` of the reading text."""
        self._at.append(index)
        self._from.append(at)

    def source(self, index: int) -> int:
        """Where the character at `index` stands in the reading text."""
        piece = max(bisect_right(self._at, index) - 1, 0)
        return self._from[piece] + index - self._at[piece] if self._at else 0

    def span(self, start: int, end: int) -> Span:
        """Where `text[start:end]` stands in the reading text."""
        piece = bisect_right(self._at, start)
        if not piece:
            return Span(self.source(start), self.source(max(end, start)))
        first = self._from[piece - 1] + start - self._at[piece - 1]
        if end <= start:
            return Span(first, first)
        together = piece == len(self._at) or self._at[piece] >= end  # what stands so was copied in one go
        return Span(first, first + end - start if together else self.source(end - 1) + 1)


def _place(aside: tuple[int, Paragraph]) -> int:
    return aside[0]
