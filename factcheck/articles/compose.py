"""Strips into an article: one reading text, its blocks, and where every run of it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace
from itertools import takewhile

from factcheck.articles.punctuation import widened
from factcheck.articles.strips import Strip
from factcheck.articles.tables import headed
from factcheck.articles.traditional import simplified
from factcheck.model import Article, Block, BlockKind, Cell, Document, Piece, Span, Table
from factcheck.records import dataclass


@dataclass(slots=True)
class _Sheet:
    """The reading text while it is being written."""

    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0

    def add(self, words: str, source: Span | None = None) -> Span:
        """Write `words`; without `source` they stand in no file."""
        start = self.length
        if source is not None:
            self.pieces.append(Piece(start, source))
        self.parts.append(words)
        self.length += len(words)
        return Span(start, self.length)


def composed(document: Document, strips: Sequence[Strip]) -> Article:
    """The article of these strips in this order, its title, date and place not yet read."""
    sheet = _Sheet()
    blocks: list[Block] = []
    tables: list[Table] = []
    for strip in strips:
        if blocks:
            sheet.add("\n")
        if strip.table is not None:
            table = headed(strip.table, document.text)
            tables.append(_table(document, table, sheet, _caption(blocks)))
            span = tables[-1].span
        else:
            span = _written(strip, sheet)
        if strip.kind is BlockKind.NOTE and tables and _beneath(blocks):
            tables[-1] = replace(tables[-1], notes=(*tables[-1].notes, span))
        blocks.append(Block(strip.kind, span, strip.level, strip.reason))
    return Article(document, "".join(sheet.parts), tuple(sheet.pieces), tuple(blocks), tuple(tables))


def _written(strip: Strip, sheet: _Sheet) -> Span:
    start = position = sheet.length
    words = widened(strip.words)
    for source in strip.spans:
        length = source.end - source.start
        sheet.add(words[position - start : position - start + length], source)
        position += length
    return Span(start, position)


def _caption(blocks: Sequence[Block]) -> Span | None:
    """The stretch of captions right above, from the first to the last."""
    above = list(takewhile(lambda block: block.kind is BlockKind.CAPTION, reversed(blocks)))
    return Span(above[-1].span.start, above[0].span.end) if above else None


def _beneath(blocks: Sequence[Block]) -> bool:
    """Whether only notes stand between here and the last table."""
    above = next((block for block in reversed(blocks) if block.kind is not BlockKind.NOTE), None)
    return above is not None and above.kind is BlockKind.TABLE


def _table(document: Document, table: Table, sheet: _Sheet, caption: Span | None) -> Table:
    """The table with its cells written one after another, rows parted by newlines."""
    cells: list[Cell] = []
    start = sheet.length
    row = 0
    known: dict[Span, Span] = {}
    for cell in table.cells:
        if cell.span not in known:
            if sheet.length > start or known:
                sheet.add("\n" if cell.row != row else "\t")
            row = cell.row
            known[cell.span] = sheet.add(simplified(cell.span.of(document.text)), cell.span)
        cells.append(Cell(known[cell.span], cell.row, cell.column, cell.header))
    return Table(Span(start, sheet.length), tuple(cells), caption)
