"""The fair ways to read a total: which of the items around it it sums.

That is not printed in a table, so each way that a reader may take is tried: all items, subtotals with
what stands outside them, one depth of the numbering, the items that 其中 does not govern.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from factcheck.claims.table_labels import Head, Kind
from factcheck.claims.table_views import View
from factcheck.claims.table_words import table_words
from factcheck.periods import adjacent
from factcheck.records import dataclass

Listed = Sequence[tuple[int, Head]]
"""Items with their heads, in order."""

_NEAR = frozenset(["sub", "some"])
"""Totals of what stands right above them."""
_MOST_WITHIN = 9


@dataclass(frozen=True, slots=True)
class Way:
    """One fair way to read a total: the total's item and the items it sums."""

    whole: int
    parts: tuple[int, ...]


def ways(view: View) -> Iterator[tuple[list[Way], bool]]:
    """Every total with the fair ways to read it; `sure` when the word leaves no doubt."""
    items = [(item, head) for item, head in view.items.items() if counts(view, item, head)]
    start = 0
    for at, (item, head) in enumerate(items):
        if not head.total or head.within:
            continue
        above: Listed = items[start:at] or (
            [] if head.total in _NEAR else [o for o in items[at + 1 :] if o[1].total != "all"]
        )
        above = _like(view, item, above)
        choices = _near(view, above) if head.total in _NEAR else _choices(above)
        read = [Way(item, parts) for parts in _distinct(choices)]
        if read:
            yield read, head.total in ("all", "sub") and at > start
        if head.total == "all":
            start = at + 1
    yield from _spans_of_time(items)
    yield from _numbered(items)


def counts(view: View, item: int, head: Head) -> bool:
    """Whether an item can be a total or a part: it holds amounts, not worked-out values."""
    if view.flipped and (head.kind is not Kind.LEVEL or head.plan):
        return False
    return any(view.entry(item, line) is not None for line in view.lines)


def _like(view: View, item: int, above: Listed) -> Listed:
    """The columns in the unit of a total column: how many schools there are is no part of their places."""
    if not view.flipped:
        return above
    bases = [(line, entry.base) for line in view.lines if (entry := view.entry(item, line)) is not None]
    return [
        (other, head)
        for other, head in above
        if all((own := view.entry(other, line)) is None or own.base == base for line, base in bases)
    ]


def _distinct(choices: Iterable[Listed]) -> Iterator[tuple[int, ...]]:
    """Choices of at least two parts, each once."""
    seen: set[tuple[int, ...]] = set()
    for choice in choices:
        parts = tuple(item for item, _ in choice)
        if len(parts) > 1 and parts not in seen:
            seen.add(parts)
            yield parts


def _near(view: View, above: Listed) -> Iterator[Listed]:
    """What a subtotal may sum: the items since the last total or heading, or the subtotals so far."""
    since = _since(above, ("sub", "some", "all", "whole"))
    order = {known: at for at, known in enumerate(view.items)}
    gaps = [n for n, one in enumerate(since) if n and order[one[0]] != order[since[n - 1][0]] + 1]
    opened = since[gaps[-1] :] if gaps else since
    for listed in (opened, since):
        yield from _choices(listed)
    yield [one for one in above if one[1].total in _NEAR]
    yield [one for one in above if _stands(one[1])]


def _since(listed: Listed, stops: tuple[str, ...]) -> Listed:
    """The items after the last one that is a total of these kinds."""
    cuts = [at for at, (_, head) in enumerate(listed) if head.total in stops]
    return listed[cuts[-1] + 1 :] if cuts else listed


def _choices(listed: Listed) -> Iterator[Listed]:
    """The fair choices of parts, the plainest first."""
    plain: Listed = [(item, head) for item, head in listed if _stands(head)]
    subs: Listed = [(item, head) for item, head in listed if head.total in _NEAR]
    if subs:
        loose = [one for one in _since(listed, ("sub", "some")) if one in plain]
        yield [*subs, *loose]
    yield plain
    for depth in sorted({head.depth for _, head in plain}):
        yield [one for one in plain if one[1].depth == depth]
    if any(head.within for _, head in listed):
        for count in range(1, min(len(plain), _MOST_WITHIN)):
            yield _outside_within(listed, count)


def _outside_within(listed: Listed, count: int) -> Listed:
    """The items without the `count` that follow each 其中 and go on with it."""
    kept: list[tuple[int, Head]] = []
    left = 0
    for item, head in listed:
        if head.within:
            left = count
        elif left and _stands(head):
            left -= 1
        elif _stands(head):
            kept.append((item, head))
    return kept


def _stands(head: Head) -> bool:
    """Whether an item is a part like any other."""
    return not head.within and not head.total and head.words not in table_words().apart


def _numbered(items: Listed) -> Iterator[tuple[list[Way], bool]]:
    """An item with the items numbered below it: 一、 with its 1., 2. and 3."""
    for at, (whole, head) in enumerate(items):
        below: list[tuple[int, Head]] = []
        for one in items[at + 1 :] if head.depth else ():
            if one[1].depth <= head.depth:
                break
            below.append(one)
        top = min((one[1].depth for one in below), default=0)
        parts = tuple(item for item, other in below if other.depth == top and _stands(other))
        if len(parts) > 1:
            yield [Way(whole, parts)], False


def _spans_of_time(items: Listed) -> Iterator[tuple[list[Way], bool]]:
    """A stretch that the stretches of other items fill without a gap: 上半年, 下半年, 全年."""
    timed = [
        (item, head.period) for item, head in items if isinstance(head.period, tuple) and not head.period[3]
    ]
    for whole, period in timed:
        parts = [(item, other) for item, other in timed if _inside(other, period)]
        parts.sort(key=lambda one: one[1][1] or (0, 0, 0))
        chained = all(adjacent(one[1], two[1]) for one, two in pairwise(parts))
        if len(parts) > 1 and chained and parts[0][1][1] == period[1] and parts[-1][1][2] == period[2]:
            yield [Way(whole, tuple(item for item, _ in parts))], True


def _inside(part: tuple[Any, ...], whole: tuple[Any, ...]) -> bool:
    ends = (part[1], part[2], whole[1], whole[2])
    return (
        part != whole
        and part[0] is whole[0]
        and None not in ends
        and whole[1] <= part[1]
        and part[2] <= whole[2]
    )
