"""Sums that no word announces: an item that is the sum of its neighbours on line after line.

场次 is 胜, 平 and 负; 人口 is 男 and 女. What comes out three times and more with numbers long enough is
no chance, and the one line where it does not is worth a look.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from factcheck.claims.table_labels import Kind
from factcheck.claims.table_sums import entries, holds, slip, summed
from factcheck.claims.table_views import View
from factcheck.claims.table_ways import Listed, Way, counts

_LONGEST, _MOST_ITEMS = 6, 40
_LINES, _TRIED, _DIGITS = 3, 6, 7


def found_sums(view: View, told: Collection[int]) -> Iterator[Way]:
    """The sums of `view` that hold but for one line at most; items in `told` have a word for it."""
    items = [(item, head) for item, head in view.items.items() if counts(view, item, head)]
    if len(items) > _MOST_ITEMS or len(view.lines) < _LINES:
        return
    for at, (item, head) in enumerate(items):
        if item in told or head.kind is not Kind.LEVEL or head.mean:
            continue
        best = max(_runs(items, at), key=lambda way: _evidence(view, way), default=None)
        if best is not None and _evidence(view, best) >= _DIGITS and _but_one(view, best):
            yield best


def _runs(items: Listed, at: int) -> Iterator[Way]:
    """The neighbours of an item, two and more, after it and before it."""
    for length in range(2, _LONGEST + 1):
        for run in (items[at + 1 : at + 1 + length], items[max(0, at - length) : at]):
            if len(run) == length:
                yield Way(items[at][0], tuple(item for item, _ in run))


def _evidence(view: View, way: Way) -> int:
    """How many digits the sum has to its credit; nothing once it fails more than one of a few lines."""
    tried = [line for line, _ in zip(view.lines, range(_TRIED), strict=False)]
    if sum(not holds(view, way, line) and summed(view, way, line) is not None for line in tried) > 1:
        return 0
    held = [line for line in view.lines if holds(view, way, line) and _tells(view, way, line)]
    return sum(_length(view, way, line) for line in held) if len(held) >= _LINES else 0


def _tells(view: View, way: Way, line: int) -> bool:
    """Whether at least two parts are more than nothing."""
    parts = [entry for entry in entries(view, way, line)[1:] if entry is not None and entry.figure.value]
    return len(parts) > 1


def _length(view: View, way: Way, line: int) -> int:
    whole = view.entry(way.whole, line)
    return sum(char.isdigit() for char in whole.figure.text) if whole is not None else 0


def _but_one(view: View, way: Way) -> bool:
    """Whether it holds wherever it can be worked out, but for one slip of the pen.

    得分 is 失分 and 净胜分, which may be below nothing: that is a difference, whose terms are no parts.
    """
    if any(_below(view, way, line) for line in view.lines):
        return False
    failing = [n for n in view.lines if summed(view, way, n) is not None and not holds(view, way, n)]
    return not failing or (len(failing) == 1 and slip(view, way, failing[0]))


def _below(view: View, way: Way, line: int) -> bool:
    """Whether a part is less than nothing."""
    parts = (one.figure.value for one in entries(view, way, line)[1:] if one is not None)
    return any(value is not None and value < 0 for value in parts)
