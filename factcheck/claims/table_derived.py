"""Lines worked out from other lines: growth, difference, share, completion, rate."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.lexicons import known
from factcheck.claims.table_changes import MEASURES, changes
from factcheck.claims.table_labels import Kind
from factcheck.claims.table_prices import prices
from factcheck.claims.table_ratios import progress, rates, shares
from factcheck.claims.table_sheet import Sheet
from factcheck.claims.table_views import View
from factcheck.model import Measure, Quantity

_FEW = 2


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
                progress(view, line, entries)
            elif head.mean:
                rates(view, head, entries)
                prices(view, head, entries)
        _differences(view)


def _differences(view: View) -> None:
    """What is a difference by definition on all lines but one at most: 结余 is 收入 less 支出."""
    for listed in known().differences:
        terms = [
            [item for item, head in view.items.items() if head.words in names and not head.plan]
            for names in (listed.names, listed.of, listed.against)
        ]
        if all(len(found) == 1 for found in terms):
            _stated(view, [found[0] for found in terms])


def _stated(view: View, terms: Sequence[int]) -> None:
    rows = [[view.entry(item, line) for item in terms] for line in view.lines]
    full = [[one for one in row if one is not None and one.kind is Kind.LEVEL] for row in rows]
    like = [row for row in full if len(row) == len(terms) and len({one.base for one in row}) == 1]
    failing = sum(not (of.interval - against.interval).meets(left.interval) for left, of, against in like)
    if len(like) > _FEW and failing <= 1:
        for left, of, against in like:
            view.sheet.add(left, Quantity(Measure.DIFFERENCE, of.fact, against.fact, "identity"))
