"""Where words stand: documents as they were decoded, and the articles read out of them.

Two coordinate systems meet here and nowhere else. A `Document` is the decoded file; its text is
never edited. An `Article` has a *reading text*: pieces of the document in reading order, wrapped
lines joined. Figures, claims and blocks of an article are spans of its reading text;
`Article.place` turns such a span into a place in the file.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field
from itertools import accumulate

from factcheck.model.date import PartialDate
from factcheck.records import Enum, dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of one text, in code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The characters of `text` in this span."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file as a person or a program looks it up.

    Attributes:
        path: the file as it was named to the tool.
        start: first code point in the decoded text, 0-based.
        end: one past the last code point.
        line: 1-based line of `start`.
        column: 1-based column of `start`, in code points.
        text: the characters themselves, as printed in the file.
        page: 1-based page of `start`; 0 where the format has no pages.
    """

    path: str
    start: int
    end: int
    line: int
    column: int
    text: str
    page: int = 0


class BlockKind(Enum):
    """What a stretch of an article or a document is for."""

    __hash__ = object.__hash__  # by identity: Enum hashes names, in Python

    TITLE = "title"
    HEADING = "heading"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CAPTION = "caption"
    TABLE = "table"
    NOTE = "note"
    BANNER = "banner"
    IGNORED = "ignored"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text with one purpose; `reason` says why it was ignored or declined."""

    kind: BlockKind
    span: Span
    level: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: where it stands, and its place in the grid (0-based, header rows included)."""

    span: Span
    row: int
    column: int
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells with what is said about it: caption (with unit and period) and notes."""

    span: Span
    cells: tuple[Cell, ...]
    caption: Span | None = None
    notes: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A file as it was decoded.

    Attributes:
        path: the file as it was named to the tool.
        text: the decoded text; every offset of a `Place` counts its code points.
        format: the reader that read it (`txt`, `md`, `docx`, …).
        encoding: the encoding it was decoded with, empty for binary formats.
        blocks: structure the format itself states, spans of `text`; empty for plain text.
        tables: tables the format itself states, spans of `text`.
        meta: what the format states beside the text, such as `("date", "2025-05-17")`.
        warnings: what was odd about the file but did not keep it from being read.
        pages: where each page begins, for formats that have pages.
    """

    path: str
    text: str
    format: str = "txt"
    encoding: str = "utf-8"
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    lines: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        lengths = (len(line) + 1 for line in self.text.split("\n"))
        starts = tuple(accumulate(lengths, initial=0))
        object.__setattr__(self, "lines", starts[:-1])

    def place(self, span: Span) -> Place:
        """Line, column and words of a span of the decoded text."""
        line = bisect_right(self.lines, span.start)
        column = span.start - self.lines[line - 1] + 1
        page = bisect_right(self.pages, span.start)
        return Place(self.path, span.start, span.end, line, column, span.of(self.text), page)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an article's reading text, from `start`, copied from `source` in the document."""

    start: int
    source: Span


@dataclass(frozen=True, slots=True)
class Found:
    """Something learnt about an article (its title, date or place) and how it was learnt.

    `how` is a short Chinese phrase for people (“首行”, “电头”, “文件名”); `span` is where it
    stands in the reading text, `None` when it was not read from the text.
    """

    what: str
    value: str
    how: str
    span: Span | None = None


class Standing(Enum):
    """What an article is to the run: only a checked one can be accused; the others bear witness."""

    CHECKED = "checked"
    ARCHIVED = "archived"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """One article in reading order.

    Attributes:
        document: the file it was read from.
        text: the reading text: wrapped lines joined, blocks separated by a newline.
        pieces: where each run of `text` came from, by increasing `start`.
        blocks: the purposes of its stretches, spans of `text`, in reading order.
        tables: its tables, spans of `text`.
        title: the words of the headline, empty when there is none.
        published: the date it speaks from; may be partial or unknown.
        place: the full name of the place it speaks of (我市 = this), empty when unknown.
        found: how title, date and place were learnt.
        standing: whether it is checked, remembered from an archive, or a reference.
    """

    document: Document
    text: str
    pieces: tuple[Piece, ...]
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    title: str = ""
    published: PartialDate | None = None
    place_name: str = ""
    found: tuple[Found, ...] = ()
    standing: Standing = Standing.CHECKED
    starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", tuple(piece.start for piece in self.pieces))

    def source(self, offset: int) -> int:
        """The code point of the document that stands at `offset` of the reading text."""
        index = max(bisect_right(self.starts, offset) - 1, 0)
        piece = self.pieces[index]
        return min(piece.source.start + offset - piece.start, piece.source.end)

    def place(self, span: Span) -> Place:
        """Where a span of the reading text stands in the file."""
        start = self.source(span.start)
        end = self.source(span.end - 1) + 1 if span.end > span.start else start
        return self.document.place(Span(start, max(start, end)))
