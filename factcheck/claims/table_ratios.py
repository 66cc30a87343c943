"""Lines that are one number over another: shares of a total, completion of a plan, rates.

Which numbers they are of is believed only when at least half of a line bears it out; otherwise the
claim can be verified and never accuse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import permutations

from factcheck.claims.table_changes import level_line, positive
from factcheck.claims.table_labels import Head, Kind
from factcheck.claims.table_sheet import Entry, Sheet
from factcheck.claims.table_views import View
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Fact, Measure, Quantity

_BEFORE = frozenset(["year", "previous"])
_FEW, _MOST = 3, 8
Entries = Sequence[tuple[int, Entry]]
"""The numbers of a line, by item."""
Term = tuple[Entry, Entry, Entry]
"""A quotient with what it is of and against."""


def progress(view: View, line: int, entries: Entries) -> None:
    """Done over planned: the nearest line of each before."""
    before = [(n, other) for n, other in view.lines.items() if n < line and other.kind is Kind.LEVEL]
    done = [n for n, other in before if not other.plan and other.when not in _BEFORE]
    plans = [n for n, other in before if other.plan]
    if done and plans:
        terms = _terms(view, entries, done[-1], plans[-1])
        sure = 2 * _held(terms) >= len(terms)
        for entry, of, against in terms:
            quantity = Quantity(Measure.QUOTIENT, of.fact, against.fact, "progress")
            view.sheet.add(entry, quantity, alternative=0 if sure else 1)


def rates(view: View, head: Head, entries: Entries) -> None:
    """A rate that is one level line over another wherever it can be worked out, but for one at most."""
    if head.unit is None or head.unit.dimension is not Dimension.RATIO or len(entries) <= _FEW:
        return
    levels = [n for n, other in view.lines.items() if other.kind is Kind.LEVEL and not other.mean]
    for of, against in permutations(levels[:_MOST], 2):
        terms = _terms(view, entries, of, against)
        if _held(terms) >= max(_FEW, len(terms) - 1):
            for entry, one, two in terms:
                view.sheet.add(entry, Quantity(Measure.QUOTIENT, one.fact, two.fact, "rate"))
            return


def _terms(view: View, entries: Entries, of: int, against: int) -> list[Term]:
    """The quotients of a line with the numbers of two others."""
    found = [(entry, view.entry(item, of), view.entry(item, against)) for item, entry in entries]
    terms = [(entry, one, two) for entry, one, two in found if one is not None and two is not None]
    return [term for term in terms if term[1].base == term[2].base and positive(term[2].interval)]


def _held(terms: Sequence[Term]) -> int:
    """How many quotients come out."""
    return sum((one.interval / two.interval).meets(entry.interval) for entry, one, two in terms)


def shares(view: View, line: int, head: Head, entries: Entries) -> None:
    """Shares of the total on the level line they stand beside."""
    anchor = level_line(view, line, head)
    whole = _whole(view, anchor, entries) if anchor is not None else None
    sure = whole is not None and (whole[1] is None or _is_of(view, anchor, entries, whole[1]))
    for item, entry in entries:
        part = view.entry(item, anchor) if anchor is not None else None
        if part is None or whole is None or view.items[item].total == "all" or part.mean:
            against, of = Fact("", "", entry.fact.scope), entry.fact if part is None else part.fact
        else:
            against, of = whole[0], part.fact
        plain = sure and not view.items[item].within
        quantity = Quantity(Measure.QUOTIENT, of, against, "share")
        view.sheet.add(entry, quantity, alternative=0 if plain else 1)


def _is_of(view: View, anchor: int | None, entries: Entries, whole: Entry) -> bool:
    """Whether at least half of the shares are of this total."""
    parts = [(entry, view.entry(item, anchor)) for item, entry in entries if anchor is not None]
    terms = [
        (e, part, whole) for e, part in parts if part is not None and part is not whole and not part.mean
    ]
    return positive(whole.interval) and 2 * _held(terms) >= len(terms)


def _whole(view: View, anchor: int, entries: Entries) -> tuple[Fact, Entry | None] | None:
    """The total that the shares are of, and its cell; the sum of the parts where that is certain."""
    totals = [item for item, head in view.items.items() if head.total in ("all", "whole")]
    cells = [entry for item in totals if (entry := view.entry(item, anchor)) is not None]
    if cells:
        return (cells[0].fact, cells[0]) if len(cells) == 1 else None
    parts = [(share, view.entry(item, anchor)) for item, share in entries if not view.items[item].within]
    known = [(share, part) for share, part in parts if part is not None and not part.mean]
    fact = _summed(view.sheet, known) if len(known) == len(parts) > 2 else None
    return (fact, None) if fact is not None else None


def _summed(sheet: Sheet, parts: Sequence[tuple[Entry, Entry]]) -> Fact | None:
    """A whole that no cell shows: what all parts but one at most are the printed shares of."""
    if len({part.base for _, part in parts}) > 1 or not all(positive(share.interval) for share, _ in parts):
        return None
    total: Interval | None = _total(parts)
    if _bears(total, parts) < len(parts) - 1:
        total = next((one for one in _without_one(parts) if _bears(one, parts) >= len(parts) - 1), None)
    if total is None or _bears(total, parts) < 2:
        return None
    last = parts[-1][1]
    fact = Fact("", f"{last.column.words}合计", last.fact.scope, last.period)
    span = last.column.spans[-1] if last.column.spans else last.figure.span
    quantity = Quantity(Measure.LEVEL, fact)
    words = (("whole", span),)
    sheet.claims.append(Claim(quantity, total, (), sheet.article, words, last.unit, made_by="table"))
    return fact


def _total(parts: Sequence[tuple[Entry, Entry]]) -> Interval:
    return reduce(Interval.__add__, (part.interval for _, part in parts))


def _without_one(parts: Sequence[tuple[Entry, Entry]]) -> Iterator[Interval]:
    """The whole by all parts but one and their shares, when the shares make up a hundred per cent."""
    shared = reduce(Interval.__add__, (share.interval for share, _ in parts))
    for at in range(len(parts) if shared.meets(Interval.exactly(1)) else 0):
        others = [*parts[:at], *parts[at + 1 :]]
        yield _total(others) / reduce(Interval.__add__, (share.interval for share, _ in others))


def _bears(total: Interval | None, parts: Sequence[tuple[Entry, Entry]]) -> int:
    """How many parts have their printed share of `total`."""
    if total is None or not positive(total):
        return 0
    return sum((part.interval / total).meets(share.interval) for share, part in parts)
