"""The verdict on one relation: holds, touches, holds only if cut off, or conflicts.

A stated number is taken as rounded to nearest. If that fails, two readings that writers do use are
tried: one of the numbers (of a sum, the whole) was cut off instead, and a round count such as 3000人
was meant to its zeros. What holds only so is worth a note, never an error.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.engine.box import Verdict, judge
from factcheck.engine.equation import Equation, Name
from factcheck.engine.index import titled
from factcheck.engine.relation import Relation, Term
from factcheck.engine.rule import Sums, Ties
from factcheck.engine.units import comparable
from factcheck.interval import Interval
from factcheck.model import Dimension, Measure, Modality
from factcheck.records import dataclass

_LOOSE, _TIGHT = Fraction(1, 2), Fraction(1, 50)
"""How wide both sides may be, against the value, for agreement to tell anything; `_TIGHT` for parts
that need not be all there are."""
_CHANGED = ("change", "now", "before")
_SMALL = Fraction(1, 50)


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """A relation with its verdict, the equation that decided it and the values of its sides."""

    relation: Relation
    verdict: Verdict
    equation: Equation
    left: Interval
    right: Interval

    @property
    def equal(self) -> bool:
        """Whether its equation says that two sides are equal, and none that one is more."""
        return all(part.operator == "==" for part in self.equation.comparisons)

    @property
    def tells(self) -> bool:
        """Agreement is more than chance: the sides leave little room."""
        if not self.equal:
            return False
        one, two = self.left.width, self.right.width
        middle, other = self.left.middle, self.right.middle
        if one is None or two is None or middle is None or other is None:
            return False
        size = max(abs(middle), abs(other), _SMALL)
        guessed = self.relation.partition is not None and not self.relation.must
        return one + two <= (_TIGHT if guessed else _LOOSE) * size


def outcome(relation: Relation) -> Outcome | None:
    """The kindest verdict over the equations of the rule; `None` when nothing can be said."""
    form = relation.rule.form
    if not isinstance(form, Ties | Sums):
        return None
    found = [compared(relation, equation) for equation in form.equations]
    kept = [one for one in found if one is not None]
    if len(kept) < len(found):
        return None
    return min(kept, key=lambda one: _ORDER.index(one.verdict))


def compared(relation: Relation, equation: Equation) -> Outcome | None:
    """The verdict of one equation; `None` for unlike units or a divisor near 0."""
    units = {term.role: term.claim.unit for term in relation.terms}
    if not _votes(relation) and not comparable(equation, units):
        return None
    sides = judge(equation, relation.box())
    if sides is None:
        return None
    found = Outcome(relation, sides.verdict, equation, sides.left, sides.right)
    return _altered(found) if found.verdict is Verdict.CONFLICT else found


def _votes(relation: Relation) -> bool:
    """Members of a known set are counted in their own words: 64人 and 55票, 26场 and 14胜."""
    if relation.partition is None or not relation.partition.by:
        return False
    units = [term.claim.unit for term in relation.terms]
    return all(unit is not None and unit.dimension is Dimension.COUNT for unit in units)


_ORDER = (Verdict.HOLDS, Verdict.BOUNDARY, Verdict.ALTERED, Verdict.CONFLICT)


def _altered(failed: Outcome) -> Outcome:
    """The same outcome, or `ALTERED` when a fair other reading of the digits reconciles it."""
    if not failed.equal:
        return failed
    relation, first = failed.relation, failed.equation.comparisons[0].left
    if _are_points(relation):
        return failed
    derived = first.name if isinstance(first, Name) else ""
    whole = isinstance(relation.rule.form, Sums)
    cut = [term for term in relation.terms if not whole or term.role == derived]
    for one in (None, *cut):
        sides = judge(failed.equation, {**relation.box(), **_reread(relation.terms, one)})
        if sides is not None and sides.verdict is not Verdict.CONFLICT:
            return Outcome(relation, Verdict.ALTERED, failed.equation, failed.left, failed.right)
    return failed


def _are_points(relation: Relation) -> bool:
    """由89.7%升至91.4%，提高1.7%: what is just the difference of two percentages is no growth cut off."""
    terms = relation.terms
    units = [term.claim.unit for term in terms]
    if len(terms) != len(_CHANGED) or any(u is None or u.dimension is not Dimension.RATIO for u in units):
        return False
    change, now, before = (term.interval for term in terms)
    return terms[0].claim.quantity.measure is Measure.GROWTH and change.meets(now - before)


def _reread(terms: tuple[Term, ...], cut: Term | None) -> dict[str, list[Interval]]:
    """Round counts meant to their zeros, and one number cut off."""
    found: dict[str, list[Interval]] = {}
    for term in terms:
        interval = _cut_off(term) if term is cut else _to_its_zeros(term)
        found.setdefault(term.role, []).append(interval)
    return found


def _cut_off(term: Term) -> Interval:
    """Every value that is cut off to the number as written, towards zero."""
    interval, figures = term.interval, term.claim.figures
    middle, step = interval.middle, interval.width
    if len(figures) != 1 or figures[0].hedge or not step or interval.exact or middle is None:
        return _to_its_zeros(term)
    if term.claim.made_by in ("multiple-of-figure", "multiple-of-then") and interval.bottom == 0:
        return interval  # 不到去年212.3毫米的六成
    if middle < 0:
        return Interval.between(middle - step, middle, low_open=True)
    return Interval.between(middle, middle + step, high_open=True)


def _to_its_zeros(term: Term) -> Interval:
    """A whole number of running text that ends in two zeros or more, meant only to those: 6000人, 6000万.

    What is planned is as round as it was set: 计划新建600个 are six hundred.
    """
    interval, figures = term.interval, term.claim.figures
    if term.claim.drawn or term.claim.modality is Modality.PLAN:
        return interval
    figure = figures[0] if len(figures) == 1 else None
    if figure is None or not figure.value or figure.hedge or "." in figure.text:
        return interval
    if not interval.exact and not titled(term.claim):
        return interval  # a headline alone cuts 6214万 to 6000万
    step = Fraction(1) if interval.exact else figure.step or Fraction(1)
    printed = Fraction(figure.value) / step
    if printed.denominator != 1 or printed.numerator % 100:
        return interval
    digits = str(abs(printed.numerator))
    half = step * 10 ** (len(digits) - len(digits.rstrip("0"))) / 2
    unit = term.claim.unit
    around = half * (unit.scale if unit else 1)
    return interval + Interval.between(-around, around)
