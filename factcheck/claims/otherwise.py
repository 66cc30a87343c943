"""Quotients that come out otherwise: 接送5580人，平均每辆车45人, where 7350人 told before makes 59.

What a mean or a rate divides is told by where it stands. Where that does not come out while another
amount of the paragraph does, or another whole of a rate, the words were misread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from factcheck.claims import skeleton as mark
from factcheck.claims.facts import interval_of
from factcheck.claims.mean_telling import comes_out
from factcheck.claims.mentions import Mention
from factcheck.claims.terms import Term, below
from factcheck.interval import Interval

_ABOVE, _BEFORE, _TELLING = 2, 24, 40


def unless_otherwise(levels: Sequence[Mention], at: int, terms: Iterable[Term]) -> list[Term]:
    """The `terms` of the quotient at a place of `levels`, none of them sure where it comes out otherwise."""
    found, here = list(terms), levels[at]
    sure = [term for term in found if not term[0]]
    if not sure or not _is_telling(here) or any(comes_out(here, *term[1:]) for term in sure):
        return found
    near = levels[max(0, at - _BEFORE) : at]
    start = near[-1] if near and here.made_by == "to" else None  # 日均由9.90万增至10.80万
    misread = start is not None and any(comes_out(start, *term[1:]) for term in sure)
    if misread or any(comes_out(here, *other) for term in sure for other in _others(here, term, near)):
        return [(rank or 1, of, against, factor) for rank, of, against, factor in found]
    return found


def is_of_another(mean: Mention, amount: Mention, number: Interval, levels: Sequence[Mention]) -> bool:
    """Whether a mean over a `number` that nobody counted (days of a year) is of another amount before it."""
    each = interval_of(mean)
    if each is None or _makes(amount, each * number):
        return False
    like = [m for m in levels if m.base_unit == amount.base_unit and m.where[0] == mean.where[0]]
    return any(m.where < mean.where and _makes(m, each * number) for m in like)


def _is_telling(mention: Mention) -> bool:
    """Whether few amounts make it by chance: 45.0%, not 1.7%."""
    said = interval_of(mention)
    if said is None or said.width is None or not said.middle:
        return False
    return said.width * _TELLING <= abs(said.middle)


def _makes(amount: Mention, made: Interval) -> bool:
    said = interval_of(amount)
    return said is not None and said.meets(made)


def _others(
    here: Mention, term: Term, near: Sequence[Mention]
) -> Iterator[tuple[Mention, Mention, Fraction]]:
    """What else could be divided by the same, or, of a rate, what else could divide."""
    _, of, against, factor = term
    for other in near:
        above = here.where[0] - other.where[0]
        if other is of or other is against or above > _ABOVE:
            continue
        if here.slot.mark == mark.PERCENT:
            if other.base_unit == against.base_unit and below(interval_of(of), interval_of(other)):
                yield of, other, factor
        elif not above and other.base_unit == of.base_unit:
            yield other, against, factor
