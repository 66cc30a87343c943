"""Lines worked out from other lines: growth, difference, share, completion, rate."""

from __future__ import annotations

from factcheck.claims.table_changes import MEASURES, changes
from factcheck.claims.table_labels import Kind
from factcheck.claims.table_ratios import progress, rates, shares
from factcheck.claims.table_sheet import Sheet
from factcheck.claims.table_views import View


def derive(sheet: Sheet) -> None:
    """Add to `sheet` what its worked-out lines claim."""
    for view in (View(sheet), View(sheet, flipped=True)):
        for line, head in view.lines.items():
            entries = [
                (item, e) for item, e in view.on(line) if e.kind is head.kind and e.by_row is view.flipped
            ]
            if head.kind in MEASURES:
                changes(view, line, head, entries)
            elif head.kind is Kind.SHARE:
                shares(view, line, head, entries)
            elif head.kind is Kind.PROGRESS:
                progress(view, line, head, entries)
            elif head.mean:
                rates(view, line, head, entries)
