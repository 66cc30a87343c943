"""A sheet seen along one axis: lines (columns, or rows when the table lies on its side) and items.

What a column of growths is to its columns of levels, a row of growths is to its rows of levels; a
view lets one piece of code serve both.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.claims.table_labels import Head
from factcheck.claims.table_sheet import Entry, Sheet
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """Lines and items of a sheet; `flipped` makes its rows the lines."""

    sheet: Sheet
    flipped: bool = False

    @property
    def lines(self) -> Mapping[int, Head]:
        """The heads of the lines, in order."""
        return self.sheet.rows if self.flipped else self.sheet.columns

    @property
    def items(self) -> Mapping[int, Head]:
        """The heads of the items, in order."""
        return self.sheet.columns if self.flipped else self.sheet.rows

    def entry(self, item: int, line: int) -> Entry | None:
        """The number of an item on a line."""
        return self.sheet.entries.get((line, item) if self.flipped else (item, line))

    def on(self, line: int) -> list[tuple[int, Entry]]:
        """The numbers of a line, by item."""
        found = ((item, self.entry(item, line)) for item in self.items)
        return [(item, entry) for item, entry in found if entry is not None]

    def hollow(self, item: int, line: int) -> bool:
        """Whether a cell holds nothing."""
        row, column = (line, item) if self.flipped else (item, line)
        return self.sheet.grid.laid.hollow(row, column)
