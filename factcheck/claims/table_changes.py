"""Lines of changes: growth and difference, each with what it leads from and to.

A line of growths belongs to the level line it names, else to the nearest one before it; what it is
against is the line of the year, or the stretch, before. Where that is not certain, or most numbers
of the line say otherwise, the claim is another fair reading only: it can be verified and never
accuse.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.claims.table_labels import Head, Kind
from factcheck.claims.table_sheet import Entry, Sheet, year_before
from factcheck.claims.table_views import View
from factcheck.claims.table_words import table_words
from factcheck.interval import Interval
from factcheck.model import Dimension, Fact, Measure, Quantity
from factcheck.periods import is_key, month_count, shifted
from factcheck.records import dataclass

MEASURES = {Kind.GROWTH: Measure.GROWTH, Kind.DIFFERENCE: Measure.DIFFERENCE}
_BEFORE = frozenset(["year", "previous"])
_ROUND, _FEW = 2, 3


@dataclass(frozen=True, slots=True)
class Base:
    """The line that a change is against; not `sure` when another may be meant, `years` for a yearly mean."""

    line: int
    sure: bool
    years: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """A change with the numbers it leads to and from; not `sure` when it may be something else."""

    entry: Entry
    now: Entry | None
    before: Entry | None
    sure: bool
    years: int | None


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


def changes(view: View, line: int, head: Head, entries: Sequence[tuple[int, Entry]]) -> None:
    """Add what the numbers of a line of changes claim."""
    found = list(_found(view, line, head, entries))
    tried = [one for one in found if one.before is not None and not _is_real(view.sheet, one)]
    failed = [one for one in tried if not _holds(one)]
    misread = len(tried) > 1 and 2 * len(failed) > len(tried) and not _share_a_number(failed)
    if len(tried) >= _FEW and _FEW * len(failed) <= len(tried):
        found = [replace(one, sure=one.sure or _plain(one, head)) for one in found]
        failed = [one for one in found if any(one.entry is other.entry for other in failed)]
    for one in found:
        loose = misread or (one in failed and _holds(_to_zeros(view.sheet, one)))
        _claim(view.sheet, replace(one, sure=False) if loose else one)


def _plain(change: Change, head: Head) -> bool:
    """Whether a change that the others of its line bear out is one of amounts: 8月, 9月, 涨幅."""
    now = change.now
    return change.before is not None and now is not None and not (_is_rate(now) or _improves(head, now))


def _to_zeros(sheet: Sheet, change: Change) -> Change:
    """The change between numbers meant only to the zeros that a whole row, or column, ends in."""
    now, before = change.now, change.before
    if now is None or before is None:
        return change
    return replace(change, now=_widened(sheet, now), before=_widened(sheet, before))


def _widened(sheet: Sheet, entry: Entry) -> Entry:
    """The number with the width of the zeros that all amounts of its row, or of its column, end in."""
    zeros = max(_common_zeros(sheet, entry, axis) for axis in (0, 1))
    if zeros < _ROUND:
        return entry
    half = Fraction(10**zeros, 2) * (entry.unit.scale if entry.unit is not None else 1)
    return replace(entry, interval=entry.interval + Interval.between(-half, half))


def _common_zeros(sheet: Sheet, entry: Entry, axis: int) -> int:
    like = [e for e in sheet.entries.values() if e.spot[axis] == entry.spot[axis] and e.kind is Kind.LEVEL]
    values = [abs(Fraction(e.figure.value or 0)) for e in like]
    if len(values) < _FEW or any(value.denominator != 1 for value in values):
        return 0
    texts = [str(value.numerator) for value in values if value]
    return min((len(text) - len(text.rstrip("0")) for text in texts), default=0)


def _share_a_number(failed: Sequence[Change]) -> bool:
    """Whether one wrong number would explain all that fail."""
    spots = [{one.spot for one in (c.entry, c.now, c.before) if one is not None} for c in failed]
    return bool(set.intersection(*spots)) if spots else False


def _found(view: View, line: int, head: Head, entries: Sequence[tuple[int, Entry]]) -> Iterator[Change]:
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
        if now is None or before is None or not _fits(entry, now, before):
            before = None
        sure = sure and now is not None and not _is_rate(now) and not _improves(head, now)
        yield Change(entry, now, before, sure or entry.kind is Kind.DIFFERENCE, base.years if base else None)


def _improves(head: Head, now: Entry) -> bool:
    """Whether a change is told as a gain, which with times is a fall: 提升7%."""
    return "提升" in head.said and now.unit is not None and now.unit.dimension is Dimension.DURATION


def _is_rate(now: Entry) -> bool:
    """Whether a growth may as well be said in points: of a rate or an index."""
    ratio = now.unit is not None and now.unit.dimension is Dimension.RATIO
    return ratio or "指数" in now.row.said + now.column.said


def _holds(change: Change) -> bool:
    """Whether the change comes out, as far as it can be worked out."""
    now, before = change.now, change.before
    if now is None or before is None:
        return False
    if change.entry.kind is Kind.DIFFERENCE:
        return (now.interval - before.interval).meets(change.entry.interval)
    if change.years:
        return True
    return (now.interval / before.interval).shifted(-1).meets(change.entry.interval)


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
    if head.base == "previous" and is_key(now):
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
    return positive(before.interval) and now.interval.bottom is not None and now.interval.bottom >= 0


def positive(interval: Interval) -> bool:
    """Whether every value it can mean is above nothing, so that it can be divided by."""
    return interval.bottom is not None and interval.bottom > 0


def _claim(sheet: Sheet, change: Change) -> None:
    entry = change.entry
    of = change.now.fact if change.now is not None else entry.fact
    against = change.before.fact if change.before is not None else _unknown(of)
    sort = "increment" if entry.kind is Kind.DIFFERENCE else ""
    licence = "不变价" if _is_real(sheet, change) else ""
    quantity = Quantity(MEASURES[entry.kind], of, against, sort, change.years)
    sheet.add(entry, quantity, alternative=0 if change.sure else 1, licence=licence)


def _is_real(sheet: Sheet, change: Change) -> bool:
    """Whether a growth is at constant prices by what it is a growth of."""
    amount = change.now or change.entry
    return change.entry.kind is Kind.GROWTH and is_priced(sheet, amount, change.entry.row.said)


def is_priced(sheet: Sheet, entry: Entry, more: str = "") -> bool:
    """Whether the growth of an amount is published at constant prices, so that amounts say nothing of it."""
    if entry.kind is Kind.LEVEL and entry.unit is not None and entry.unit.dimension is not Dimension.MONEY:
        return False
    above = "".join(span.of(sheet.article.text) for span in sheet.around.above)
    said = entry.row.said + entry.column.said + more + above
    return any(word in said for word in table_words().real)


def _unknown(of: Fact) -> Fact:
    """The fact a change is against when the table does not show it: last year's, in no cell."""
    return Fact(of.subject, of.indicator, of.scope, year_before(of.period))
