"""Totals and their parts: 合计 rows and columns, subtotals, 其中 rows, and sets known to be complete.

Which rows a total sums is not printed, so the fair ways to read it are tried: all rows, subtotals
with what stands outside them, the rows of the topmost numbering. The way that comes out in most
columns is the table's own; a column where it does not come out is accused only if it is the
exception. Where no column comes out, only a plain list under one word for total (合计) is accused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

from factcheck.claims import slips
from factcheck.claims.lexicons import aliases, known
from factcheck.claims.table_heads import Head, Kind
from factcheck.claims.table_sheet import Entry, Sheet
from factcheck.claims.table_views import View
from factcheck.claims.table_words import table_words
from factcheck.interval import Interval
from factcheck.model import Partition
from factcheck.periods import adjacent

_ADDED = frozenset([Kind.LEVEL, Kind.SHARE])


@dataclass(frozen=True, slots=True)
class Way:
    """One fair way to read a total: the total's item and the items it sums."""

    whole: int
    parts: tuple[int, ...]


def divide(sheet: Sheet) -> list[Partition]:
    """The wholes with their parts that `sheet` shows."""
    found: list[Partition] = []
    for view in (View(sheet), View(sheet, flipped=True)):
        for readings, sure in _totals(view):
            found += _settled(view, readings, sure=sure)
        found += _known(view)
        found += _within(view)
    return found


def _totals(view: View) -> Iterator[tuple[list[Way], bool]]:
    """Every total with the fair ways to read it; `sure` when the word leaves no doubt."""
    items = [(item, head) for item, head in view.items.items() if _counts(view, item, head)]
    start = 0
    for at, (item, head) in enumerate(items):
        if head.total not in ("all", "sub", "whole") or head.within:
            continue
        above = items[start:at] if head.total != "sub" else _since(items[start:at], ("sub", "all"))
        below = [one for one in items[at + 1 :] if one[1].total != "all"]
        ways = [Way(item, parts) for parts in _ways(above or below) if len(parts) > 1]
        if ways:
            yield ways, head.total != "whole" and bool(above)
        if head.total == "all":
            start = at + 1
    yield from _spans_of_time(view, items)


def _counts(view: View, item: int, head: Head) -> bool:
    """Whether an item can be a total or a part: it holds amounts, not worked-out values."""
    if view.flipped and (head.kind is not Kind.LEVEL or head.plan):
        return False
    return any(view.entry(item, line) is not None for line in view.lines)


Listed = Sequence[tuple[int, Head]]


def _since(listed: Listed, stops: tuple[str, ...]) -> Listed:
    """The items after the last one that is a total of these kinds."""
    cuts = [at for at, (_, head) in enumerate(listed) if head.total in stops]
    return listed[cuts[-1] + 1 :] if cuts else listed


def _ways(listed: Listed) -> Iterator[tuple[int, ...]]:
    """The fair choices of parts, the plainest first, each once."""
    seen: set[tuple[int, ...]] = set()
    plain: Listed = [(item, head) for item, head in listed if _stands(head)]
    subs: Listed = [(item, head) for item, head in listed if head.total == "sub"]
    loose = [one for one in _since(listed, ("sub",)) if one in plain]
    choices: list[Listed] = [[*subs, *loose], plain] if subs else [plain]
    depths = sorted({head.depth for _, head in plain})
    choices += [[one for one in plain if one[1].depth == depth] for depth in depths if len(depths) > 1]
    choices.append(_outside_within(listed))
    for choice in choices:
        parts = tuple(item for item, _ in choice)
        if parts and parts not in seen:
            seen.add(parts)
            yield parts


def _stands(head: Head) -> bool:
    """Whether an item is a part like any other."""
    return not head.within and not head.total and head.words not in table_words().apart


def _outside_within(listed: Listed) -> Listed:
    """The items without those that may go on with a 其中: every plain one right after it."""
    kept: list[tuple[int, Head]] = []
    inside = False
    for item, head in listed:
        if head.within:
            inside = True
        elif not inside and _stands(head):
            kept.append((item, head))
    return kept


def _spans_of_time(view: View, items: Listed) -> Iterator[tuple[list[Way], bool]]:
    """A stretch that the stretches of other items fill without a gap: 上半年, 下半年, 全年."""
    timed = [
        (item, head.period) for item, head in items if isinstance(head.period, tuple) and not head.period[3]
    ]
    for whole, period in timed:
        parts = [(item, other) for item, other in timed if _inside(other, period)]
        parts.sort(key=lambda one: one[1][1] or (0, 0, 0))
        chained = all(adjacent(one[1], two[1]) for one, two in pairwise(parts))
        if len(parts) > 1 and chained and parts[0][1][1] == period[1] and parts[-1][1][2] == period[2]:
            yield [Way(whole, tuple(item for item, _ in parts))], False


def _inside(part: tuple, whole: tuple) -> bool:  # type: ignore[type-arg]
    ends = (part[1], part[2], whole[1], whole[2])
    return (
        part != whole
        and part[0] is whole[0]
        and None not in ends
        and whole[1] <= part[1]
        and part[2] <= whole[2]
    )


def _settled(view: View, ways: Sequence[Way], *, sure: bool) -> Iterator[Partition]:
    """The partitions of one total, by line, read the way that comes out most often."""
    way = max(ways, key=lambda one: sum(_holds(view, one, line) for line in view.lines))
    lines = [line for line in view.lines if _sum(view, way, line) is not None]
    failing = [line for line in lines if not _holds(view, way, line)]
    if len(failing) == 1 and len(lines) == 1 and len(ways) > 1:
        way = next((one for one in ways if _slip(view, one, lines[0])), way)
    for line in lines:
        entries = _entries(view, way, line)
        parts = [part for part in entries[1:] if part is not None]
        whole = all(entries) and (
            line not in failing or _accused(view, way, lines, failing, sure=sure and len(ways) == 1)
        )
        yield _partition(
            view.sheet,
            entries[0],
            parts,
            ("stated" if sure else "likely") if whole else "open",
            "table-total",
        )


def _accused(view: View, way: Way, lines: Sequence[int], failing: Sequence[int], *, sure: bool) -> bool:
    """Whether a total that does not come out is wrong, not misread: it is the exception, or plain."""
    if len(lines) > 1:
        return len(failing) < len(lines) and (
            len(failing) == 1 or 2 * len(failing) <= len(lines) - len(failing)
        )
    return sure or _slip(view, way, lines[0])


def _entries(view: View, one: Way, line: int) -> list[Entry | None]:
    return [view.entry(item, line) for item in (one.whole, *one.parts)]


def _sum(view: View, one: Way, line: int) -> Interval | None:
    """The sum of the parts on a line; `None` when they do not add up by their nature."""
    whole, *parts = _entries(view, one, line)
    present = [part for part in parts if part is not None]
    if whole is None or len(present) < 2 or not all(_adds(part, whole) for part in (whole, *present)):
        return None
    return reduce(Interval.__add__, (part.interval for part in present))


def _adds(part: Entry, whole: Entry) -> bool:
    return part.kind in _ADDED and part.kind is whole.kind and not part.mean and part.base == whole.base


def _holds(view: View, one: Way, line: int) -> bool:
    total, whole = _sum(view, one, line), view.entry(one.whole, line)
    return total is not None and whole is not None and total.meets(whole.interval)


def _slip(view: View, way: Way, line: int) -> bool:
    """Whether one changed digit would make it come out."""
    return slips.one_digit_repairs([entry.figure for entry in _entries(view, way, line) if entry is not None])


def _known(view: View) -> Iterator[Partition]:
    """Sets that are complete by definition: 进出口 is 出口 and 进口."""
    items = [(item, head) for item, head in view.items.items() if _counts(view, item, head) and not head.plan]
    for whole, parts in known().partitions:
        for at, (item, head) in enumerate(items):
            if _called(head, whole):
                found = _members(items[at + 1 :], head, whole, parts)
                if found:
                    yield from _definite(view, Way(item, found))


def _members(after: Listed, whole: Head, name: str, parts: Sequence[str]) -> tuple[int, ...]:
    """The items after a whole that are its parts, up to the next whole of that name; all or none."""
    stop = next((at for at, (_, head) in enumerate(after) if _called(head, name)), len(after))
    like = [(i, h) for i, h in after[:stop] if (h.period, h.when) == (whole.period, whole.when)]
    found = [[item for item, head in like if _called(head, part)] for part in parts]
    return tuple(items[0] for items in found) if all(len(items) == 1 for items in found) else ()


def _called(head: Head, name: str) -> bool:
    return bool(head.words) and name in (
        aliases().get(head.words, head.words),
        f"{head.words}增加值",
        f"{head.words}产值",
    )


def _definite(view: View, way: Way) -> Iterator[Partition]:
    for line in view.lines:
        entries = _entries(view, way, line)
        parts = [part for part in entries[1:] if part is not None]
        if _sum(view, way, line) is not None and len(parts) == len(way.parts):
            yield _partition(view.sheet, entries[0], parts, "known", "table-total")


def _within(view: View) -> Iterator[Partition]:
    """Each 其中 with the item it is part of."""
    parent: int | None = None
    for item, head in view.items.items():
        if not head.within:
            parent = item if _counts(view, item, head) else parent
            continue
        for line in view.lines if parent is not None else ():
            whole, part = view.entry(parent or 0, line), view.entry(item, line)
            if whole is not None and part is not None and _contained(part, whole):
                yield _partition(view.sheet, whole, [part], "open", "table-within")


def _contained(part: Entry, whole: Entry) -> bool:
    """Whether a part of this kind cannot exceed its whole."""
    said = part.row.said + part.column.said + whole.row.said + whole.column.said
    signed = any(word in said for word in table_words().signed)
    low = whole.interval.bottom
    return part.kind is Kind.LEVEL and _adds(part, whole) and not signed and low is not None and low >= 0


def _partition(
    sheet: Sheet, whole: Entry | None, parts: Sequence[Entry], complete: str, made_by: str
) -> Partition:
    claims = tuple(sheet.said[part.spot] for part in parts)
    sort = "share" if whole is not None and whole.kind is Kind.SHARE else "level"
    total = sheet.said[whole.spot] if whole is not None else None
    return Partition(total, claims, complete, sheet.article, "", sort, (), made_by)
