"""Headers such as 增减 that name no unit: what the numbers themselves show they are.

If the numbers of the line are the growths of the lines before it, in percent, they are growths; if
they are the differences, they are differences; if they are neither, nothing is said of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.claims.table_changes import base_line, level_line
from factcheck.claims.table_labels import Head, Kind
from factcheck.claims.table_sheet import PERCENT, Entry, Sheet
from factcheck.claims.table_views import View
from factcheck.interval import Interval

_HUNDRED = Fraction(100)


def settle_bare(sheet: Sheet) -> None:
    """Give the bare lines of `sheet` the kind their numbers show."""
    for view in (View(sheet), View(sheet, flipped=True)):
        for line, head in list(view.lines.items()):
            if head.bare and (shown := _shown(view, line, head)) is not None:
                sheet.rename(line, shown, by_row=view.flipped)


def _shown(view: View, line: int, head: Head) -> Head | None:
    """The head with the kind that all numbers of the line but one at most bear out."""
    anchor = level_line(view, line, head)
    base = base_line(view, head, anchor) if anchor is not None else None
    if anchor is None or base is None:
        return None
    rows = list(_rows(view, line, anchor, base.line))
    growths = sum(_growth(now, before).meets(change) for change, now, before in rows)
    amounts = sum((now - before).meets(change) for change, now, before in rows)
    most = max(growths, amounts)
    if most < 2 or most < len(rows) - 1 or growths == amounts:
        return None
    if growths > amounts:
        return replace(head, kind=Kind.GROWTH, bare=False, unit=PERCENT)
    return replace(head, kind=Kind.DIFFERENCE, bare=False, unit=view.lines[anchor].unit)


def _rows(view: View, line: int, now: int, before: int) -> Iterator[tuple[Interval, Interval, Interval]]:
    """The change, and the numbers it leads to and from, as printed."""
    for item, entry in view.on(line):
        ends = view.entry(item, now), view.entry(item, before)
        if ends[0] is not None and ends[1] is not None and ends[0].base == ends[1].base:
            one, two = _printed(ends[0]), _printed(ends[1])
            if two.bottom is not None and two.bottom > 0:
                yield _printed(entry), one, two


def _printed(entry: Entry) -> Interval:
    """The values a number can mean, in the unit it is printed in."""
    own = entry.figure.unit is None and entry.unit is not None
    return entry.interval.scaled(1 / entry.unit.scale) if own and entry.unit is not None else entry.interval


def _growth(now: Interval, before: Interval) -> Interval:
    return (now / before).shifted(-1).scaled(_HUNDRED)
