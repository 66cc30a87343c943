"""A table of short cells for the terminal, columns lined up although Chinese takes two."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.cli.parts.width import cells, padded
from factcheck.reports.parts.safe import visible


def aligned(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """One line a row, cells two blanks apart; nothing for no rows."""
    if not rows:
        return ""
    shown = [list(head), *([visible(cell) for cell in row] for row in rows)]
    widths = [max(cells(row[at]) for row in shown) for at in range(len(head))]
    lines = ["  ".join(padded(cell, width) for cell, width in zip(row, widths, strict=True)) for row in shown]
    return "".join(line.rstrip() + "\n" for line in lines)
