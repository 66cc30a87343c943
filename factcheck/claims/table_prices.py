"""Columns of so much for each: 单价 by 数量 is 金额, 亩产 by 面积 is 总产.

Which columns they are is not printed: two level lines make such a quotient when it comes out on all
lines but one at most, and the numbers that come out are long enough to be no chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import permutations

from factcheck.claims.table_labels import Head, Kind
from factcheck.claims.table_sheet import Entry
from factcheck.claims.table_views import View
from factcheck.interval import Interval
from factcheck.model import Dimension, Measure, Quantity, Unit
from factcheck.patterns import compiled
from factcheck.records import dataclass

_MOST, _LEAST, _DIGITS = 8, 2, 6
_PRICE = compiled("(?<!均)(?:单价|定价|售价|票价)")
_MU = Fraction(2000, 3)
_FACTORS = (Fraction(1), 1 / _MU, _MU, *(Fraction(10) ** power for power in (-4, 4, -3, 3, -8, 8)))
"""What the head of so much for each may leave unsaid: for each 亩, 公顷, 千人, for a whole in 万."""


@dataclass(frozen=True, slots=True, eq=False)
class _Term:
    """So much for each, with the whole and the count that make it."""

    each: Entry
    whole: Entry
    count: Entry

    def holds(self, factor: Fraction) -> bool:
        """Whether each, `factor` times as much, by the count can be the whole."""
        made = self.each.interval.scaled(factor) * self.count.interval
        return made.meets(self.whole.interval)

    @property
    def digits(self) -> int:
        """How many digits bear it out: those of the whole, no more than a rounded factor has."""
        terms = (
            self.whole,
            *(one for one in (self.each, self.count) if one.interval.top != one.interval.bottom),
        )
        return min(sum(map(str.isdigit, one.figure.text.lstrip("0."))) for one in terms)

    @property
    def tells(self) -> bool:
        """Whether the product is more than nothing, and more than a copy of a factor."""
        values = [one.figure.value for one in (self.each, self.count)]
        return all(value is not None and value not in (0, 1) for value in values)


def prices(view: View, head: Head, entries: Sequence[tuple[int, Entry]]) -> None:
    """Let a line of means claim to be one level line over another, where it is."""
    if head.kind is not Kind.LEVEL or (head.unit is not None and head.unit.dimension is Dimension.RATIO):
        return
    levels = [n for n, other in view.lines.items() if other.kind is Kind.LEVEL and not other.mean]
    if _PRICE.search(head.words):
        entries = [(item, _exact(one)) for item, one in entries]
    for factor in _FACTORS:
        for whole, count in permutations(levels[:_MOST], 2):
            terms = list(_terms(view, entries, whole, count))
            if _believed(terms, factor):
                _told(view, terms, factor)
                return


def _exact(each: Entry) -> Entry:
    """A price, which is no rounded number: it is what was paid."""
    middle = each.interval.middle
    return each if middle is None else replace(each, interval=Interval.exactly(middle))


def _terms(view: View, entries: Sequence[tuple[int, Entry]], whole: int, count: int) -> Iterator[_Term]:
    for item, each in entries:
        total, number = view.entry(item, whole), view.entry(item, count)
        if total is not None and number is not None and not view.items[item].total:
            yield _Term(each, total, number)


def _believed(terms: Sequence[_Term], factor: Fraction) -> bool:
    """Whether it comes out but for one line at most, with digits enough to its credit."""
    held = [term for term in terms if term.holds(factor)]
    digits = sum(term.digits for term in held if term.tells)
    return len(held) >= max(_LEAST, len(terms) - 1) and digits >= _DIGITS


def _told(view: View, terms: Sequence[_Term], factor: Fraction) -> None:
    for term in terms:
        each = replace(term.each, interval=term.each.interval.scaled(factor), unit=_unit(term, factor))
        view.sheet.add(each, Quantity(Measure.QUOTIENT, term.whole.fact, term.count.fact, "per"))


def _unit(term: _Term, factor: Fraction) -> Unit | None:
    """The unit of each as one of the whole over one of the count; `None` when one of them is unknown."""
    own, whole, count = term.each.unit, term.whole.unit, term.count.unit
    if own is None or whole is None or count is None:
        return None
    return replace(own, scale=own.scale * factor, base=f"{whole.base}/{count.base}")
