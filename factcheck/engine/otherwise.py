"""Whether a conflict goes away when one of its figures is another one that is told nearby.

A linter's reading of whose a figure is can be wrong. When another figure of the same unit, in the sentence
or the ones beside it, takes the place of one of the terms and all is well to the last digit, the words were
misread: it is not the writer who erred.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.engine.box import Verdict
from factcheck.engine.outcome import Outcome, compared
from factcheck.engine.relation import Term
from factcheck.engine.rule import Repeats, Ties
from factcheck.model import Article, Claim, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_ACCOUNTS = ("flow", "balance", "period")  # wholes and parts that are found by what they are called
_STOP = compiled("[。！？!?\n]")
_TIGHT = Fraction(1, 16)
_THREE = 3
_NEAR = 120  # characters: the sentence, and the ones beside it


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """Everything that is said of numbers where relations were found; made once by `told`.

    Attributes:
        claims: all of it.
        places: by article (its `id`), where the figures of its claims begin, in order, and the claims.
        proven: rule, role and figure (its `id`) of each term of a relation that holds.
    """

    claims: Sequence[Claim]
    places: Mapping[int, tuple[list[int], list[Claim]]]
    proven: frozenset[tuple[str, str, int]]

    def inside(self, article: Article, start: int, end: int) -> Iterator[tuple[int, Claim]]:
        """The claims of `article` with a figure that begins from `start` on and before `end`, with where."""
        starts, claims = self.places.get(id(article), ([], []))
        for at in range(bisect_left(starts, start), bisect_left(starts, end)):
            yield starts[at], claims[at]


def told(claims: Sequence[Claim], held: Sequence[Outcome]) -> Told:
    """`claims`, and the terms of the relations that `held`, ready to be looked up."""
    found: dict[int, list[tuple[int, int]]] = {}
    for at, claim in enumerate(claims):
        found.setdefault(id(claim.article), []).extend((figure.span.start, at) for figure in claim.figures)
    places = {article: sorted(pairs) for article, pairs in found.items()}
    return Told(
        claims,
        {
            key: ([start for start, _ in pairs], [claims[at] for _, at in pairs])
            for key, pairs in places.items()
        },
        frozenset(
            (one.relation.rule.name, term.role, id(figure))
            for one in held
            for term in one.relation.terms
            for figure in term.claim.figures[:1]
        ),
    )


def fits_otherwise(failed: Outcome, said: Told) -> bool:
    """Whether another of the claims in the place of one term, or as one more part, would make it hold.

    A term that plays its role in a relation that holds by the same rule is not exchanged: the whole of
    three shares that come out is that of the fourth.
    """
    relation = failed.relation
    terms, partition = relation.terms, relation.partition
    if any(term.claim.drawn for term in terms[1:]) or not failed.equal:
        return False
    if isinstance(relation.rule.form, Repeats):
        return any(_told_again(term.claim, terms, said) for term in terms)
    if terms[0].claim.drawn or (partition is not None and partition.sort not in _ACCOUNTS):
        return False
    if any(_is_price(terms, other) for other in _nearby(failed, said)):
        return True
    account = partition is not None
    sure = () if account else (0, _right_before(terms, said), *_proven(failed, said))
    return any(
        _holds(failed, each) for other in _nearby(failed, said) for each in _with(terms, other, sure, account)
    )


def scattered(failed: Outcome, said: Told) -> bool:
    """Whether its figures are told in several sentences, with others between them.

    A ratio with a name (竞争比例) says itself what it is of.
    """
    own = [term.claim for term in failed.relation.terms]
    first = own[0]
    if not isinstance(failed.relation.rule.form, Ties) or first.made_by == "named-ratio":
        return False
    if any(claim.drawn or claim.article is not first.article for claim in own):
        return False
    span = Span(min(claim.span.start for claim in own), max(claim.span.end for claim in own))
    if _STOP.search(first.article.text, span.start, span.end) is None:
        return False
    starts = {figure.span.start for claim in own for figure in claim.figures}
    between = said.inside(first.article, span.start + 1, span.end)
    return any(at not in starts and any(_alike(claim, one) for one in own[1:]) for at, claim in between)


def _told_again(title: Claim, terms: Sequence[Term], said: Told) -> bool:
    """Whether the number of a headline is told elsewhere, in a table for example, and was meant there."""
    if title.made_by != "headline" or title.interval is None:
        return False
    own = [term.claim for term in terms]
    others = (claim for claim in said.claims if claim not in own and claim.article is title.article)
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


def _is_price(terms: tuple[Term, ...], other: Claim) -> bool:
    """起拍价每公斤4000元，以6800元落槌，总价4.08万元: what was read as the amount is the price."""
    if len(terms) != _THREE:
        return False
    each, said, many = (term.claim for term in terms)
    if not _alike(said, other) or not each.span.end < said.span.start < other.span.start:
        return False
    if each.unit is None or said.unit is None or None in (said.interval, many.interval, other.interval):
        return False
    scale = each.unit.scale / said.unit.scale
    price, number, amount = (one.interval.middle for one in (said, many, other) if one.interval is not None)
    return price is not None and number is not None and price * scale * number == amount


def _proven(failed: Outcome, said: Told) -> Iterator[int]:
    """The places of the terms that play their roles in relations that hold by the same rule."""
    rule = failed.relation.rule.name
    for at, term in enumerate(failed.relation.terms):
        if any((rule, term.role, id(figure)) in said.proven for figure in term.claim.figures[:1]):
            yield at


def _right_before(terms: Sequence[Term], said: Told) -> int:
    """The place of the term that stands right before the first one, no figure between them; else 0."""
    first = terms[0].claim
    ahead = [at for at, term in enumerate(terms) if term.claim.span.start < first.span.start]
    if not ahead:
        return 0
    last = max(ahead, key=lambda at: terms[at].claim.span.start)
    between = said.inside(first.article, terms[last].claim.span.start + 1, first.span.start)
    return last if next(between, None) is None else 0


def _nearby(failed: Outcome, said: Told) -> Iterator[Claim]:
    """The claims of other figures that are told near the relation, each figure once."""
    own = [term.claim for term in failed.relation.terms]
    seen = {figure.span.start for claim in own for figure in claim.figures}
    start = min(claim.span.start for claim in own) - _NEAR
    end = max(claim.span.end for claim in own) + _NEAR
    for place, claim in said.inside(own[0].article, start, end + 1):
        if len(claim.figures) == 1 and not claim.drawn and place not in seen:
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
    if found is None or found.verdict is not Verdict.HOLDS:
        return False
    return _to_the_digit(found) or (_roughly(failed) and found.left.middle == found.right.middle)


def _roughly(failed: Outcome) -> bool:
    """一吨2块3，一个月十来块钱，比2.6元低3角: whether one of its figures is no more than an estimate."""
    return any(figure.hedge for term in failed.relation.terms for figure in term.claim.figures)


def _to_the_digit(found: Outcome) -> bool:
    """Whether both sides are told so exactly that they would hardly agree by chance."""
    one, two, middle = found.left.width, found.right.width, found.left.middle
    return one is not None and two is not None and middle is not None and one + two <= _TIGHT * abs(middle)
