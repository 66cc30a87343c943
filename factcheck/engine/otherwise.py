"""Whether a conflict goes away when one of its figures is another one that is told nearby.

A linter's reading of whose a figure is can be wrong. When another figure of the same unit, in the sentence
or the ones beside it, takes the place of one of the terms and all is well to the last digit, the words were
misread: it is not the writer who erred.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.engine.box import Verdict
from factcheck.engine.outcome import Outcome, compared
from factcheck.engine.relation import Term
from factcheck.engine.rule import Repeats
from factcheck.model import Claim

_ACCOUNTS = ("flow", "balance", "period")  # wholes and parts that are found by what they are called
_TIGHT = Fraction(1, 20)
_NEAR = 120  # characters: the sentence, and the ones beside it


def fits_otherwise(failed: Outcome, claims: Sequence[Claim]) -> bool:
    """Whether another of `claims` in the place of one term, or as one more part, would make it hold."""
    terms = failed.relation.terms
    if any(part.operator != "==" for part in failed.equation.comparisons):
        return False
    if any(term.claim.drawn for term in terms):
        return False
    partition = failed.relation.partition
    if partition is not None and partition.sort not in _ACCOUNTS:
        return False
    if isinstance(failed.relation.rule.form, Repeats):
        return False
    more = partition is not None
    return any(_holds(failed, each) for other in _nearby(failed, claims) for each in _with(terms, other, more))


def _with(terms: tuple[Term, ...], other: Claim, more: bool) -> Iterator[tuple[Term, ...]]:
    """`terms` with `other` in the place of one that it is like; in an account, also as one more part.

    What a quotient comes to may be told twice, or stand in the wrong order: only what it is made of is
    exchanged.
    """
    for at, term in enumerate(terms):
        if _alike(term.claim, other) and (at or more):
            yield *terms[:at], replace(term, claim=other), *terms[at + 1 :]
    if more and _alike(terms[-1].claim, other):
        yield *terms, replace(terms[-1], claim=other)


def _nearby(failed: Outcome, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of other figures that are told near the relation, each figure once."""
    own = [term.claim for term in failed.relation.terms]
    seen = {figure.span.start for claim in own for figure in claim.figures}
    start = min(claim.span.start for claim in own) - _NEAR
    end = max(claim.span.end for claim in own) + _NEAR
    for claim in claims:
        if len(claim.figures) != 1 or claim.article is not own[0].article or claim.drawn:
            continue
        place = claim.figures[0].span.start
        if start <= place <= end and place not in seen:
            seen.add(place)
            yield claim


def _alike(one: Claim, other: Claim) -> bool:
    """Whether both are so much of one thing."""
    if one.unit is None or other.unit is None or other.interval is None:
        return False
    return one.unit.base == other.unit.base and one.unit.dimension is other.unit.dimension


def _holds(failed: Outcome, terms: tuple[Term, ...]) -> bool:
    relation = replace(failed.relation, terms=terms)
    if failed.relation.box().keys() - relation.box().keys():
        return False  # the equation asks for what the other claim does not have: over how many years
    found = compared(relation, failed.equation)
    return found is not None and found.verdict is Verdict.HOLDS and _to_the_digit(found)


def _to_the_digit(found: Outcome) -> bool:
    """Whether both sides are told so exactly that they would hardly agree by chance."""
    one, two, middle = found.left.width, found.right.width, found.left.middle
    return one is not None and two is not None and middle is not None and one + two <= _TIGHT * abs(middle)
