"""Wholes with their parts in tables: totals, sets known to be complete, 其中, and sums nobody names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.lexicons import aliases, known
from factcheck.claims.table_found import found_sums
from factcheck.claims.table_labels import Head, Kind
from factcheck.claims.table_shares import divided
from factcheck.claims.table_sheet import Entry, Sheet
from factcheck.claims.table_sums import adds, entries, partition, settled, summed
from factcheck.claims.table_views import View
from factcheck.claims.table_ways import Listed, Way, counts, ways
from factcheck.claims.table_words import table_words
from factcheck.model import Partition


def divide(sheet: Sheet) -> list[Partition]:
    """The wholes with their parts that `sheet` shows."""
    made: list[Partition] = []
    for view in (View(sheet), View(sheet, flipped=True)):
        told: set[int] = set()
        for read, sure in ways(view):
            made += settled(view, read, sure=sure)
            told.add(read[0].whole)
        made += _known(view)
        made += _within(view)
        made += divided(view)
        for way in found_sums(view, told):
            made += settled(view, [way], sure=False)
    return made


def _known(view: View) -> Iterator[Partition]:
    """Sets that are complete by definition: 进出口 is 出口 and 进口."""
    items = [(item, head) for item, head in view.items.items() if counts(view, item, head) and not head.plan]
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
        whole, *rest = entries(view, way, line)
        parts = [part for part in rest if part is not None]
        if summed(view, way, line) is not None and len(parts) == len(way.parts):
            yield partition(view.sheet, whole, parts, "known", "table-total")


def _within(view: View) -> Iterator[Partition]:
    """Each 其中 with the item it is part of."""
    parent: int | None = None
    for item, head in view.items.items():
        if not head.within:
            parent = item if counts(view, item, head) else parent
            continue
        for line in view.lines if parent is not None else ():
            whole, part = view.entry(parent or 0, line), view.entry(item, line)
            if whole is not None and part is not None and _contained(part, whole):
                yield partition(view.sheet, whole, [part], "open", "table-within")


def _contained(part: Entry, whole: Entry) -> bool:
    """Whether a part of this kind cannot exceed its whole."""
    said = part.row.said + part.column.said + whole.row.said + whole.column.said
    signed = any(word in said for word in table_words().signed)
    low = whole.interval.bottom
    return part.kind is Kind.LEVEL and adds(part, whole) and not signed and low is not None and low >= 0
