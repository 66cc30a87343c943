"""Whether the parts of a total come out, line by line, and what to make of a line where they do not.

The way that comes out on most lines is the table's own. A line where it does not come out is accused
only if it is the exception; where no line comes out, only a plain list under 合计 is, or one that a
single changed digit would mend.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import reduce
from itertools import pairwise

from factcheck.claims.table_labels import Kind
from factcheck.claims.table_sheet import Entry, Sheet
from factcheck.claims.table_views import View
from factcheck.claims.table_ways import Way
from factcheck.interval import Interval
from factcheck.model import Claim, Partition

_MOST_RUNS = 40
_ADDED = frozenset([Kind.LEVEL, Kind.SHARE])


def settled(view: View, ways: Sequence[Way], *, sure: bool) -> Iterator[Partition]:
    """The partitions of one total, by line, read the way that comes out most often.

    `sure` says that the total's word (合计) leaves no doubt that it is one.
    """
    way = max(ways, key=lambda one: sum(holds(view, one, line) for line in view.lines))
    lines = [line for line in view.lines if summed(view, way, line) is not None]
    failing = [line for line in lines if not holds(view, way, line)]
    if len(failing) == 1 and len(lines) == 1 and len(ways) > 1:
        way = next((one for one in ways if slip(view, one, lines[0])), way)
    plain = sure and (len(lines) > 1 or len(ways) == 1)
    exception = len(lines) == 1 or len(failing) == 1 < len(lines) or 3 * len(failing) <= len(lines)
    for line in lines:
        whole, *rest = entries(view, way, line)
        parts = [part for part in rest if part is not None]
        wrong = line in failing and not (exception and _accused(view, way, line, plain=plain))
        if whole is not None and len(parts) == len(rest) and not wrong:
            yield partition(view.sheet, whole, parts, "stated" if sure else "likely", "table-total")


def _accused(view: View, way: Way, line: int, *, plain: bool) -> bool:
    """Whether a total that does not come out is wrong: one digit mends it, or it is no mean of its parts.

    A total that some run of its parts makes up, or one part alone, is a total of these.
    """
    if _made_up(view, way, line):
        return False
    return slip(view, way, line) or (plain and not _between(view, way, line))


def _made_up(view: View, way: Way, line: int) -> bool:
    """Whether a run of the parts, not all of them, is the total: men and women, then party members."""
    whole, *rest = entries(view, way, line)
    parts = [part.interval for part in rest if part is not None][:_MOST_RUNS]
    if whole is None or len(parts) < 3:
        return False
    for start in range(len(parts)):
        total = Interval.exactly(0)
        for end in range(start, len(parts)):
            total = total + parts[end]
            if end - start + 1 < len(parts) and total.meets(whole.interval):
                return True
    return False


def _between(view: View, way: Way, line: int) -> bool:
    """Whether the total lies among its parts, as a mean does."""
    whole, *parts = [entry.interval.middle for entry in entries(view, way, line) if entry is not None]
    known = [part for part in parts if part is not None]
    return whole is not None and bool(known) and min(known) <= whole <= max(known)


def entries(view: View, one: Way, line: int) -> list[Entry | None]:
    """The numbers of the total (first) and its parts on a line; `None` where there is none."""
    return [view.entry(item, line) for item in (one.whole, *one.parts)]


def summed(view: View, one: Way, line: int) -> Interval | None:
    """The sum of the parts on a line; `None` when they do not add up by their nature."""
    whole, *parts = entries(view, one, line)
    present = [part for part in parts if part is not None]
    if whole is None or len(present) < 2 or not all(adds(part, whole) for part in (whole, *present)):
        return None
    return reduce(Interval.__add__, (part.interval for part in present))


def adds(part: Entry, whole: Entry) -> bool:
    """Whether two numbers are of one kind and unit, and can be part and whole."""
    return part.kind in _ADDED and part.kind is whole.kind and not part.mean and part.base == whole.base


def holds(view: View, one: Way, line: int) -> bool:
    """Whether the parts that are there can add up to the total."""
    total, whole = summed(view, one, line), view.entry(one.whole, line)
    return total is not None and whole is not None and total.meets(whole.interval)


def slip(view: View, way: Way, line: int) -> bool:
    """Whether one digit changed, or two neighbours swapped, would make it come out."""
    total, whole = summed(view, way, line), view.entry(way.whole, line)
    if total is None or whole is None:
        return False
    needed = total - whole.interval
    if any(change in needed for change in changes(whole)):
        return True
    parts = [entry for entry in entries(view, way, line)[1:] if entry is not None]
    return any(-change in needed for part in parts for change in changes(part))


def changes(entry: Entry) -> Iterator[Fraction]:
    """By how much each slip of the pen changes a number, in base units."""
    figure = entry.figure
    digits = [int(char) for char in figure.text if char.isascii() and char.isdigit()]
    scale = entry.unit.scale if entry.unit is not None else Fraction(1)
    place = (figure.step or Fraction(1)) * scale * (-1 if (figure.value or 0) < 0 else 1)
    for power, digit in enumerate(reversed(digits)):
        yield from ((other - digit) * place * 10**power for other in range(10) if other != digit)
    for power, (high, low) in enumerate(reversed(list(pairwise(digits)))):
        yield (low - high) * 9 * place * 10**power


def partition(
    sheet: Sheet, whole: Entry | None, parts: Sequence[Entry], complete: str, made_by: str
) -> Partition:
    """The partition of these numbers; shares when the whole is one."""
    shared = parts[0].kind is Kind.SHARE
    claims = tuple(_told(sheet.said[part.spot], shared=shared) for part in parts)
    total = _told(sheet.said[whole.spot], shared=shared) if whole is not None else None
    sort = ("share" if whole is None else "share-row") if shared else "level"
    return Partition(total, claims, complete, sheet.article, "", sort, (), made_by)


def _told(claim: Claim, *, shared: bool) -> Claim:
    """A share as it is printed, whatever it may be a share of."""
    return replace(claim, alternative=0) if shared and claim.alternative else claim
