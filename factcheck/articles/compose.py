"""Strips into an article: one reading text, its blocks, and where every run of it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.articles.strips import Strip
from factcheck.model import Article, Block, Cell, Document, Piece, Span, Table


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
            tables.append(_table(document, strip.table, sheet))
            span = tables[-1].span
        else:
            span = _written(strip, sheet)
        blocks.append(Block(strip.kind, span, strip.level, strip.reason))
    return Article(document, "".join(sheet.parts), tuple(sheet.pieces), tuple(blocks), tuple(tables))


def _written(strip: Strip, sheet: _Sheet) -> Span:
    start = position = sheet.length
    for source in strip.spans:
        length = source.end - source.start
        sheet.add(strip.words[position - start : position - start + length], source)
        position += length
    return Span(start, position)


def _table(document: Document, table: Table, sheet: _Sheet) -> Table:
    """The table with its cells written one after another, rows parted by newlines."""
    cells: list[Cell] = []
    start = sheet.length
    known: dict[Span, Span] = {}
    for cell in table.cells:
        if cell.span not in known:
            if sheet.length > start:
                sheet.add("\n" if cell.column == 0 else "\t")
            known[cell.span] = sheet.add(cell.span.of(document.text), cell.span)
        cells.append(Cell(known[cell.span], cell.row, cell.column, cell.header))
    return Table(Span(start, sheet.length), tuple(cells))
