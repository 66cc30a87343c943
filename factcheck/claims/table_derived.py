"""Lines worked out from other lines: growth, difference, share, completion.

A line of growths belongs to the level line it names, else to the nearest one before it; what it is
against is the line of the year, or the stretch, before. Where that is not certain, the claim is
another fair reading only: it can be verified and never accuse.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import permutations

from factcheck.claims.table_labels import Head, Kind
from factcheck.claims.table_sheet import Entry, Sheet, year_before
from factcheck.claims.table_views import View
from factcheck.claims.table_words import table_words
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Fact, Measure, Quantity
from factcheck.periods import month_count, shifted

_MEASURES = {Kind.GROWTH: Measure.GROWTH, Kind.DIFFERENCE: Measure.DIFFERENCE}
_BEFORE = frozenset(["year", "previous"])
_FEW, _MOST = 3, 8


@dataclass(frozen=True, slots=True)
class Base:
    """The line that a change is against; not `sure` when another may be meant, `years` for a yearly mean."""

    line: int
    sure: bool
    years: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """A change with the numbers it leads from and to."""

    measure: Measure
    now: Entry | None
    before: Entry | None
    sure: bool
    years: int | None


def derive(sheet: Sheet) -> None:
    """Add to `sheet` what its worked-out lines claim."""
    for view in (View(sheet), View(sheet, flipped=True)):
        for line, head in view.lines.items():
            entries = [
                (item, e) for item, e in view.on(line) if e.kind is head.kind and e.by_row is view.flipped
            ]
            if head.kind in _MEASURES:
                _changes(view, line, head, entries)
            elif head.kind is Kind.SHARE:
                _shares(view, line, head, entries)
            elif head.kind is Kind.PROGRESS:
                _progress(view, line, head, entries)
            elif head.mean and len(entries) > _FEW:
                _rates(view, line, head, entries)


def level_line(view: View, line: int, head: Head) -> int | None:
    """The level line that a worked-out line speaks of: the one it names, else the nearest before it."""
    levels = [n for n, other in view.lines.items() if other.kind is Kind.LEVEL and not other.plan]
    named = [n for n in levels if head.words and head.words == view.lines[n].words]
    named = named or [n for n in levels if _same(head.words, view.lines[n].words)]
    before = [n for n in (named or ([] if head.words and _names(view, head) else levels)) if n < line]
    now = [n for n in before if view.lines[n].when not in _BEFORE]
    if not now:
        return named[0] if named else None
    return _latest(view, now[-1], now)


def _same(one: str, two: str) -> bool:
    return bool(one) and bool(two) and (one.endswith(two) or two.startswith(one))


def _names(view: View, head: Head) -> bool:
    """Whether the words of a worked-out line are those of some other thing than its levels."""
    return not any(_same(head.words, other.words) for other in view.items.values())


def _latest(view: View, line: int, lines: Sequence[int]) -> int:
    """The line of the later year when `line` turns out to be the earlier of two."""
    head = view.lines[line]
    for other in lines:
        later = view.lines[other]
        if other != line and _group(head, later) and _is(year_before(later.period), head.period):
            return other
    return line


def _group(one: Head, two: Head) -> bool:
    """Two level lines of one thing."""
    units = one.unit is None or two.unit is None or one.unit.base == two.unit.base
    return one.words == two.words and units and one.plan == two.plan and two.kind is Kind.LEVEL


def _is(one: Hashable, two: Hashable) -> bool:
    return one is not None and one == two


def _changes(view: View, line: int, head: Head, entries: Sequence[tuple[int, Entry]]) -> None:
    anchor = level_line(view, line, head)
    base = base_line(view, head, anchor) if anchor is not None else None
    timed = _by_period(view)
    for item, entry in entries:
        now = view.entry(item, anchor) if anchor is not None else None
        before, sure = None, True
        if anchor is not None and base is not None:
            before, sure = view.entry(item, base.line), base.sure
        elif anchor is not None:
            other = timed.get(_wanted(head, view.items[item].period))
            before = view.entry(other, anchor) if other is not None else None
        if now is not None and before is not None and not _fits(entry, now, before):
            before = None
        _claim(
            view.sheet, entry, Change(_MEASURES[head.kind], now, before, sure, base.years if base else None)
        )


def _by_period(view: View) -> dict[Hashable, int | None]:
    """The items by their periods; `None` for a period that several have."""
    found: dict[Hashable, int | None] = {}
    for item, head in view.items.items():
        if head.period is not None:
            found[head.period] = None if head.period in found else item
    return found


def _wanted(head: Head, now: Hashable) -> Hashable:
    """The period that a change of `now` is against."""
    if head.based is not None:
        return head.based
    if head.base == "previous" and isinstance(now, tuple) and len(now) == 4:
        count = month_count(now)
        return shifted(now, months=-count) if count else None
    return year_before(now) if head.base in ("", "year") else None


def base_line(view: View, head: Head, anchor: int) -> Base | None:
    """The line that the changes of `head` are against."""
    here = view.lines[anchor]
    group = [n for n, other in view.lines.items() if n != anchor and _group(here, other)]
    if head.base == "average":
        return _first_year(view, anchor, group)
    wanted = _wanted(head, here.period)
    for line in group:
        if _is(view.lines[line].period, wanted):
            return Base(line, True)
    called = {"year": ("year",), "": ("year", "previous"), "start": ("previous",), "previous": ("previous",)}
    said = [n for n in group if view.lines[n].when in called.get(head.base, ())]
    if len(said) == 1:
        return Base(said[0], head.based is None)
    return Base(group[0], False) if len(group) == 1 and head.based is None else None


def _first_year(view: View, anchor: int, group: Sequence[int]) -> Base | None:
    """The only other year of a mean yearly growth."""
    if len(group) != 1:
        return None
    ends = [view.lines[line].period for line in (group[0], anchor)]
    if not all(isinstance(end, tuple) and end[2] is not None for end in ends):
        return None
    first, last = ends
    years = last[2][0] - first[2][0] if isinstance(first, tuple) and isinstance(last, tuple) else 0
    return Base(group[0], True, years) if years > 1 and _is(year_before(last, years), first) else None


def _fits(entry: Entry, now: Entry, before: Entry) -> bool:
    """Whether a change can be worked out: like units, and a base above nothing."""
    if now.base != before.base or now.unit is None is not before.unit:
        return False
    if entry.kind is Kind.DIFFERENCE:
        points = entry.unit is not None and entry.unit.dimension is Dimension.POINTS
        return points == (now.unit is not None and now.unit.dimension is Dimension.RATIO) and (
            points or entry.base == now.base
        )
    return _positive(before.interval) and now.interval.bottom is not None and now.interval.bottom >= 0


def _positive(interval: Interval) -> bool:
    return interval.bottom is not None and interval.bottom > 0


def _claim(sheet: Sheet, entry: Entry, change: Change) -> None:
    of = change.now.fact if change.now is not None else entry.fact
    against = change.before.fact if change.before is not None else _unknown(of)
    sort = "increment" if change.measure is Measure.DIFFERENCE else ""
    licence = "不变价" if _is_real(sheet, entry, change.now) else ""
    quantity = Quantity(change.measure, of, against, sort, change.years)
    sheet.add(entry, quantity, alternative=0 if change.sure else 1, licence=licence)


def _is_real(sheet: Sheet, entry: Entry, now: Entry | None) -> bool:
    """Whether a growth is at constant prices by what it is a growth of."""
    amount = now.unit if now is not None else None
    if entry.kind is not Kind.GROWTH or (amount is not None and amount.dimension is not Dimension.MONEY):
        return False
    said = entry.row.said + entry.column.said + (now.row.said + now.column.said if now is not None else "")
    said += "".join(span.of(sheet.article.text) for span in sheet.around.above)
    return any(word in said for word in table_words().real)


def _unknown(of: Fact) -> Fact:
    """The fact a change is against when the table does not show it: last year's, in no cell."""
    return Fact(of.subject, of.indicator, of.scope, year_before(of.period))


def _shares(view: View, line: int, head: Head, entries: Sequence[tuple[int, Entry]]) -> None:
    """Shares of the total on the level line they stand beside."""
    anchor = level_line(view, line, head)
    whole = _whole(view, line, anchor, entries) if anchor is not None else None
    for item, entry in entries:
        part = view.entry(item, anchor) if anchor is not None else None
        if part is None or whole is None or view.items[item].total == "all" or part.mean:
            against, of = Fact("", "", entry.fact.scope), entry.fact if part is None else part.fact
        else:
            against, of = whole, part.fact
        sure = not view.items[item].within
        quantity = Quantity(Measure.QUOTIENT, of, against, "share")
        view.sheet.add(entry, quantity, alternative=0 if sure else 1)


def _whole(view: View, line: int, anchor: int, shares: Sequence[tuple[int, Entry]]) -> Fact | None:
    """The total that the shares are of: the last one, or the sum of the parts where that is certain."""
    totals = [item for item, head in view.items.items() if head.total in ("all", "whole")]
    for item in reversed(totals):
        entry = view.entry(item, anchor)
        if entry is not None:
            return entry.fact if len(totals) == 1 else None
    parts = [(share, view.entry(item, anchor)) for item, share in shares if not view.items[item].within]
    known = [(share, part) for share, part in parts if part is not None and not part.mean]
    return _summed(view.sheet, line, known) if len(known) == len(parts) > 2 else None


def _summed(sheet: Sheet, line: int, parts: Sequence[tuple[Entry, Entry]]) -> Fact | None:
    """A whole that no cell shows: the sum of the parts, if all shares but one at most are of it."""
    total = reduce(Interval.__add__, (part.interval for _, part in parts))
    if not _positive(total) or len({part.base for _, part in parts}) > 1:
        return None
    held = sum((part.interval / total).meets(share.interval) for share, part in parts)
    if held < len(parts) - 1 or held < 2:
        return None
    last = parts[-1][1]
    fact = Fact("", f"{last.column.words}合计", last.fact.scope, last.period)
    span = last.column.spans[-1] if last.column.spans else last.figure.span
    words = (("whole", span),)
    quantity = Quantity(Measure.LEVEL, fact)
    sheet.claims.append(Claim(quantity, total, (), sheet.article, words, last.unit, made_by="table"))
    return fact


def _progress(view: View, line: int, head: Head, entries: Sequence[tuple[int, Entry]]) -> None:
    """Done over planned: the nearest line of each before."""
    before = [(n, other) for n, other in view.lines.items() if n < line and other.kind is Kind.LEVEL]
    done = [n for n, other in before if not other.plan and other.when not in _BEFORE]
    plans = [n for n, other in before if other.plan]
    for item, entry in entries:
        of = view.entry(item, done[-1]) if done else None
        plan = view.entry(item, plans[-1]) if plans else None
        if of is None or plan is None or of.base != plan.base or not _positive(plan.interval):
            continue
        quantity = Quantity(Measure.QUOTIENT, of.fact, plan.fact, "progress")
        view.sheet.add(entry, quantity)


def _rates(view: View, line: int, head: Head, entries: Sequence[tuple[int, Entry]]) -> None:
    """A rate that is one level line over another wherever it can be worked out, but for one at most."""
    if head.unit is None or head.unit.dimension is not Dimension.RATIO:
        return
    levels = [n for n, other in view.lines.items() if other.kind is Kind.LEVEL and not other.mean]
    for of, against in permutations(levels[:_MOST], 2):
        pairs = [(e, view.entry(item, of), view.entry(item, against)) for item, e in entries]
        terms = [(e, a, b) for e, a, b in pairs if a is not None and b is not None and a.base == b.base]
        held = sum(_positive(b.interval) and (a.interval / b.interval).meets(e.interval) for e, a, b in terms)
        if held >= _FEW and held >= len(terms) - 1:
            for e, a, b in terms:
                view.sheet.add(e, Quantity(Measure.QUOTIENT, a.fact, b.fact, "rate"))
            return
