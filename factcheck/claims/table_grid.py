"""A table as a grid: which rows are headers, which columns are labels, which cells hold a number.

Merged cells stand in every place they cover. Rows above the headers that say one thing all across
are captions, rows that start like a remark are notes; where a second header starts in the middle,
the grid ends, since what follows is another table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from factcheck.claims.table_words import table_words
from factcheck.interval import Interval
from factcheck.model import Article, Cell, Figure, FigureKind, Span, Table
from factcheck.patterns import compiled
from factcheck.records import dataclass

Spot = tuple[int, int]
"""Row and column."""

_BLANK = compiled(r"\s+|[*`~]+|<[^<>]{1,20}>|&nbsp;")
_HOLLOW = compiled(r"(?:[\s—–\-－…·.／/\\*＊〇×]|N/?A|n/?a|无|空)*")
# What may stand beside the number of a cell: a sign, an arrow, a hedge, a footnote mark.
_BESIDE = compiled(
    r"[\s*＊①-⑳\u00b9\u00b2\u00b3†‡★☆%％+＋]|↑|▲|↓|▼|\[\d\]|约|近|超|逾|余|多|以上|左右"
    r"|增长|上升|上涨|增加|提高|下降|减少|回落|下跌|降|升|增|减"
)
_FALLS = compiled(r"↓|▼|下降|减少|回落|下跌|降|减")
_YEAR = compiled(r"(?:19|20)\d\d年?")
_FOUR = compiled(r"(?:19|20)\d\d")
_MOST_HEADS = 3
_NUMBERED = 3
_DIGIT = compiled(r"\d")


@dataclass(frozen=True, slots=True)
class Value:
    """The number of a cell; `falls` when an arrow or a word beside it says a decrease."""

    figure: Figure
    falls: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """The cells of a table by where they stand; blank ones are left out."""

    text: str
    cells: dict[Spot, Cell]
    values: dict[Spot, Value]
    rows: dict[int, list[int]]

    def words(self, row: int, column: int) -> str:
        """What stands in a cell, blanks and marks of emphasis left out; empty when it is blank."""
        cell = self.cells.get((row, column))
        return "" if cell is None else _BLANK.sub("", cell.span.of(self.text))

    def hollow(self, row: int, column: int) -> bool:
        """Whether a cell holds nothing, or a stroke for nothing."""
        return _HOLLOW.fullmatch(self.words(row, column)) is not None

    def spans(self, row: int) -> list[Span]:
        """The cells of a row, merged ones once."""
        return sorted({self.cells[row, column].span for column in self.rows[row]})

    def data(self, row: int) -> list[int]:
        """The columns of a row that hold a number which is no year."""
        return [
            c for c in self.rows[row] if (row, c) in self.values and not _YEAR.fullmatch(self.words(row, c))
        ]


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A table laid out.

    Attributes:
        laid: its cells.
        heads: the rows of the header, in order.
        body: the rows of data, in order.
        labels: the columns that name the rows, in order.
        columns: the columns that can hold data, in order.
        captions: rows above the header that say one thing.
        notes: remarks among the rows.
    """

    laid: Laid
    heads: tuple[int, ...]
    body: tuple[int, ...]
    labels: tuple[int, ...]
    columns: tuple[int, ...]
    captions: tuple[Span, ...] = ()
    notes: tuple[Span, ...] = ()


def grid(article: Article, table: Table, figures: Sequence[Figure]) -> Grid | None:
    """The grid of `table`, whose numbers are among `figures`; `None` when it holds no data."""
    laid = _laid(article.text, table, figures)
    captions, notes, rows = _remarks(laid)
    heads = _heads(laid, rows)
    body = _body(laid, heads, rows[len(heads) :])
    if not body:
        return None
    labels = tuple(_labels(laid, heads, body))
    columns = tuple(c for c in range(len(labels), _width(laid)) if any((r, c) in laid.values for r in body))
    return Grid(laid, tuple(heads), tuple(body), labels, columns, captions, notes) if columns else None


def _laid(text: str, table: Table, figures: Sequence[Figure]) -> Laid:
    cells = {(cell.row, cell.column): cell for cell in table.cells if cell.span.of(text).strip()}
    inside: dict[Span, list[Figure]] = {cell.span: [] for cell in cells.values()}
    spans, at = sorted(inside), 0
    for figure in sorted(figures, key=lambda one: one.span):
        while at < len(spans) and spans[at].end <= figure.span.start:
            at += 1
        if at < len(spans) and spans[at].overlaps(figure.span):
            inside[spans[at]].append(figure)
    found = {spot: _value(text, cell, inside[cell.span]) for spot, cell in cells.items()}
    rows: dict[int, list[int]] = {}
    for row, column in sorted(cells):
        rows.setdefault(row, []).append(column)
    return Laid(text, cells, {spot: value for spot, value in found.items() if value is not None}, rows)


def _value(text: str, cell: Cell, figures: Sequence[Figure]) -> Value | None:
    """The one number a cell holds, when nothing but signs and hedges stands beside it."""
    figure = figures[0] if len(figures) == 1 else _yearlike(text, cell) if not figures else None
    if figure is None or figure.value is None or figure.interval is None or not figure.kind.countable:
        return None
    if figure.span.start < cell.span.start or figure.span.end > cell.span.end:
        return None
    beside = text[cell.span.start : figure.span.start] + text[figure.span.end : cell.span.end]
    return None if _BESIDE.sub("", beside) else Value(figure, _FALLS.search(beside) is not None)


def _yearlike(text: str, cell: Cell) -> Figure | None:
    """A number such as 1986, which running text takes for a year and a cell need not."""
    words = cell.span.of(text).strip()
    if not _FOUR.fullmatch(words):
        return None
    start = cell.span.start + cell.span.of(text).index(words)
    span, value = Span(start, start + len(words)), int(words)
    around = Interval.between(value - Fraction(1, 2), value + Fraction(1, 2))
    return Figure(span, words, Decimal(value), around, None, FigureKind.NUMBER, step=Fraction(1), number=span)


def _width(laid: Laid) -> int:
    return max((column for _, column in laid.cells), default=-1) + 1


def _remarks(laid: Laid) -> tuple[tuple[Span, ...], tuple[Span, ...], list[int]]:
    """Captions above the header, notes anywhere, and the rows that are left."""
    captions: list[Span] = []
    notes: list[Span] = []
    left: list[int] = []
    for row in laid.rows:
        spans = laid.spans(row)
        if table_words().notes.match(_BLANK.sub("", spans[0].of(laid.text))):
            notes += spans
        elif not left and len(spans) == 1 and _width(laid) > 1 and not laid.data(row):
            captions += spans
        else:
            left.append(row)
    return tuple(captions), tuple(notes), left


def _heads(laid: Laid, rows: list[int]) -> list[int]:
    """The leading rows without data."""
    heads: list[int] = []
    for row in rows[:_MOST_HEADS]:
        stated = all(laid.cells[row, column].header for column in laid.rows[row])
        numbers = any((row, column) in laid.values for column in laid.rows[row])
        if not stated and (laid.data(row) or (heads and (numbers or len(laid.spans(row)) < 2))):
            break
        heads.append(row)
    return heads


def _body(laid: Laid, heads: list[int], rows: list[int]) -> list[int]:
    """The rows below the header, up to one that is a header again."""
    kept: list[int] = []
    named = [_line(laid, row) for row in heads]
    for row in rows:
        line = _line(laid, row)
        if line in named:
            continue
        if kept and not laid.data(row) and sum(not _HOLLOW.fullmatch(words) for words in set(line)) > 2:
            break
        kept.append(row)
    return kept


def _line(laid: Laid, row: int) -> list[str]:
    return [laid.words(row, column) for column in laid.rows[row]]


def _is_numbering(words: list[str]) -> bool:
    """1, 2, 3, … or 一班, 三班 down a column: the rows are numbered, whatever its head says."""
    if words and not any(_DIGIT.search(word) for word in words):
        return True
    return len(words) >= _NUMBERED and words == [str(n) for n in range(1, len(words) + 1)]


def _labels(laid: Laid, heads: list[int], body: list[int]) -> Iterator[int]:
    """The columns on the left that name the rows."""
    words = table_words()
    for column in range(_width(laid)):
        called = {laid.words(row, column) for row in heads}
        filled = [row for row in body if not laid.hollow(row, column)]
        numbers = [row for row in filled if (row, column) in laid.values]
        years = bool(filled) and all(_YEAR.fullmatch(laid.words(row, column)) for row in filled)
        numbered = column == 0 and _is_numbering([laid.words(row, column) for row in numbers])
        if not (
            numbered
            or years
            or called & (words.ranks | words.codes)
            or 2 * len(numbers) < len(filled)
            or not numbers
        ):
            return
        yield column
