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
from factcheck.engine.rule import Repeats, Ties
from factcheck.model import Claim, Span
from factcheck.patterns import compiled

_ACCOUNTS = ("flow", "balance", "period")  # wholes and parts that are found by what they are called
_STOP = compiled("[。！？!?\n]")
_TIGHT = Fraction(1, 20)
_NEAR = 120  # characters: the sentence, and the ones beside it


def fits_otherwise(failed: Outcome, claims: Sequence[Claim], held: Sequence[Outcome]) -> bool:
    """Whether another of `claims` in the place of one term, or as one more part, would make it hold.

    A term that plays its role in one of the relations that `held` by the same rule is not exchanged: the
    whole of three shares that come out is that of the fourth.
    """
    relation = failed.relation
    terms, partition = relation.terms, relation.partition
    if any(term.claim.drawn for term in terms[1:]) or not failed.equal:
        return False
    if isinstance(relation.rule.form, Repeats):
        return any(_told_again(term.claim, terms, claims) for term in terms)
    if terms[0].claim.drawn or (partition is not None and partition.sort not in _ACCOUNTS):
        return False
    account = partition is not None
    sure = () if account else (0, _right_before(terms, claims), *_proven(failed, held))
    return any(
        _holds(failed, each)
        for other in _nearby(failed, claims)
        for each in _with(terms, other, sure, account)
    )


def scattered(failed: Outcome, claims: Sequence[Claim]) -> bool:
    """Whether its figures are told in several sentences, with others between them."""
    own = [term.claim for term in failed.relation.terms]
    first = own[0]
    if not isinstance(failed.relation.rule.form, Ties):
        return False
    if any(claim.drawn or claim.article is not first.article for claim in own):
        return False
    span = Span(min(claim.span.start for claim in own), max(claim.span.end for claim in own))
    if _STOP.search(first.article.text, span.start, span.end) is None:
        return False
    starts = {figure.span.start for claim in own for figure in claim.figures}
    return not starts.issuperset(_told_between(span, first, claims))


def _told_again(title: Claim, terms: Sequence[Term], claims: Sequence[Claim]) -> bool:
    """Whether the number of a headline is told elsewhere, in a table for example, and was meant there."""
    if title.made_by != "headline" or title.interval is None:
        return False
    own = [term.claim for term in terms]
    others = (claim for claim in claims if claim not in own and claim.article is title.article)
    return any(
        claim.figures != title.figures and _alike(title, claim) and claim.interval.meets(title.interval)
        for claim in others
        if claim.interval is not None
    )


def _with(
    terms: tuple[Term, ...], other: Claim, sure: Sequence[int], account: bool
) -> Iterator[tuple[Term, ...]]:
    """`terms` with `other` in the place of one that it is like; in an account, also as one more part.

    What a quotient comes to may be told twice, or stand in the wrong order, and the figure right before it
    is its own: only the others are exchanged.
    """
    for at, term in enumerate(terms):
        if at not in sure and _alike(term.claim, other):
            yield *terms[:at], replace(term, claim=other), *terms[at + 1 :]
    if account and _alike(terms[-1].claim, other):
        yield *terms, replace(terms[-1], claim=other)


def _proven(failed: Outcome, held: Sequence[Outcome]) -> Iterator[int]:
    """The places of the terms that play their roles in relations that hold by the same rule."""
    rule = failed.relation.rule.name
    known = {
        (term.role, id(term.claim.figures[0]))
        for one in held
        if one.relation.rule.name == rule
        for term in one.relation.terms
        if term.claim.figures
    }
    for at, term in enumerate(failed.relation.terms):
        if term.claim.figures and (term.role, id(term.claim.figures[0])) in known:
            yield at


def _right_before(terms: Sequence[Term], claims: Sequence[Claim]) -> int:
    """The place of the term that stands right before the first one, no figure between them; else 0."""
    first = terms[0].claim
    ahead = [at for at, term in enumerate(terms) if term.claim.span.start < first.span.start]
    if not ahead:
        return 0
    last = max(ahead, key=lambda at: terms[at].claim.span.start)
    between = Span(terms[last].claim.span.start, first.span.start)
    return 0 if any(_told_between(between, first, claims)) else last


def _told_between(span: Span, one: Claim, claims: Sequence[Claim]) -> Iterator[int]:
    """Where figures of the article of `one` begin that stand inside `span`, its first character left out."""
    for claim in claims:
        if claim.article is one.article:
            yield from (f.span.start for f in claim.figures if span.start < f.span.start < span.end)


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
