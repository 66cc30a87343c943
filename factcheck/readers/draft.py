"""A document being written out of a format that has no plain text of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace

from factcheck.model import Block, BlockKind, Cell, Document, Span, Table
from factcheck.records import dataclass

_WIDEST = 64
_HIGHEST = 1000
_MOST_CELLS = 200_000


@dataclass(frozen=True, slots=True)
class Slot:
    """A table cell as the format states it.

    Attributes:
        words: what stands in it.
        across: how many columns it takes.
        down: how many rows it takes.
        above: it is no cell of its own but goes on with the one above.
        header: the format says that it is a header.
    """

    words: str
    across: int = 1
    down: int = 1
    above: bool = False
    header: bool = False


@dataclass(slots=True)
class Draft:
    """The text written so far, and what is known of its stretches."""

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    length: int = 0

    def write(self, words: str) -> Span:
        """Add `words` as they are."""
        start = self.length
        self.parts.append(words)
        self.length += len(words)
        return Span(start, self.length)

    def line(self, words: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> None:
        """Add a line, and say what it is for when it is no common paragraph."""
        bare = words.strip()
        if not bare or (kind is BlockKind.BANNER and bare in self.parts):
            return  # the same head on every page is told once
        span = self.write(bare)
        if kind is not BlockKind.PARAGRAPH:
            self.blocks.append(Block(kind, span, level))
        self.write("\n")

    def ignored(self, words: str, reason: str) -> None:
        """Add a line that is no part of any article."""
        self.blocks.append(Block(BlockKind.IGNORED, self.write(words), reason=reason))
        self.write("\n")

    def append(self, other: Draft) -> None:
        """Add everything another draft holds."""
        moved = self.length
        self.write("".join(other.parts))
        self.blocks += [replace(block, span=_moved(block.span, moved)) for block in other.blocks]
        self.tables += [_table_moved(table, moved) for table in other.tables]

    def gap(self) -> None:
        """Add a blank line."""
        if self.parts and self.parts[-1:] != ["\n\n"]:
            self.write("\n")

    def table(self, rows: Sequence[Sequence[Slot]]) -> None:
        """Add a table: cells parted by tabs, rows by line ends; a merged cell has one stretch of text."""
        start = self.length
        grid: dict[tuple[int, int], Cell] = {}
        for row, slots in enumerate(rows):
            self._row(row, slots, grid)
        cells = tuple(grid[place] for place in sorted(grid))
        if cells:
            span = Span(start, self.length - 1)
            self.tables.append(Table(span, cells))
            self.blocks.append(Block(BlockKind.TABLE, span))

    def document(
        self, path: str, format: str, encoding: str = "", meta: tuple[tuple[str, str], ...] = ()
    ) -> Document:
        """The document of what was written; `meta` is what the format states beside the text."""
        text = "".join(self.parts)
        return Document(path, text, format, encoding, tuple(self.blocks), tuple(self.tables), meta)

    def _row(self, row: int, slots: Sequence[Slot], grid: dict[tuple[int, int], Cell]) -> None:
        column = 0
        first = True
        for slot in slots:
            while (row, column) in grid:
                column += 1
            across = max(1, min(slot.across, _WIDEST))
            over = grid.get((row - 1, column)) if slot.above else None
            if not over:
                if not first:
                    self.write("\t")
                first = False
            span = over.span if over else self.write(_flat(slot.words))
            down = max(1, min(slot.down, _HIGHEST))
            if len(grid) + across * down > _MOST_CELLS:
                break
            for place in ((row + r, column + c) for r in range(down) for c in range(across)):
                grid.setdefault(place, Cell(span, *place, slot.header))
            column += across
        self.write("\n")


def _flat(words: str) -> str:
    """The words of a cell on one line."""
    return " ".join(words.split())


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _table_moved(table: Table, by: int) -> Table:
    cells = tuple(replace(cell, span=_moved(cell.span, by)) for cell in table.cells)
    return replace(table, span=_moved(table.span, by), cells=cells)
