"""Claims that ought to agree: built from the index, judged elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.engine.index import Index, Mentions, fits
from factcheck.engine.path import Key, follow, open_ended
from factcheck.engine.rule import Role, Rule, Sums, Ties
from factcheck.engine.values import Box
from factcheck.interval import Interval
from factcheck.model import Article, Claim, Dimension, Fact, Partition
from factcheck.records import dataclass

# The parts of a sum, the first of which the whole is said to be a share of.
_OF_SUM = "share-of-sum"
_RATES = frozenset([Dimension.RATIO, Dimension.POINTS, Dimension.MULTIPLE, Dimension.TEMPERATURE])


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One member of a relation.

    Attributes:
        role: the role it plays; several terms may share one.
        claim: the mention that stands for it; `None` is the number 1 (a whole left unsaid).
        sign: what it counts for in a sum: −1 when it is subtracted (outflow), 3 for a win in points.
        rivals: mentions of the same quantity that contradict each other; such a relation only
            tells which of them the other numbers support.
    """

    role: str
    claim: Claim
    sign: int = 1
    rivals: tuple[Claim, ...] = ()

    @property
    def interval(self) -> Interval:
        """The values it can have."""
        interval = self.claim.interval or Interval(None, None)
        return interval if self.sign == 1 else interval.scaled(self.sign)


@dataclass(frozen=True, slots=True, eq=False)
class Relation:
    """Terms tied by a rule.

    Attributes:
        must: it can accuse; otherwise it can only be verified.
        suspended: licences of its claims under which the rule does not hold.
    """

    rule: Rule
    terms: tuple[Term, ...]
    must: bool = True
    suspended: frozenset[str] = frozenset()
    partition: Partition | None = None

    def box(self) -> Box:
        """The intervals by role, with the whole numbers an equation may ask for."""
        found: dict[str, list[Interval]] = {}
        for term in self.terms:
            found.setdefault(term.role, []).append(term.interval)
            if term.claim.quantity.over:
                found[f"{term.role}.over"] = [Interval.exactly(term.claim.quantity.over)]
        if isinstance(self.rule.form, Ties) and any("years(" in e.text for e in self.rule.form.equations):
            found.update(_years(self.terms))
        return found


def ties(rule: Rule, form: Ties, index: Index, mentions: Mentions, *, across: bool) -> Iterator[Relation]:
    """Every relation of `rule` whose first role is played by `mentions`."""
    first = form.roles[0]
    claims = [claim for claim in mentions.settled if fits(claim, first.asks)]
    if not claims:
        return
    starts = claims if across else [_sharpest(claims, claims[0])]
    for start in starts:
        term = Term(first.name, start, rivals=_rivals(mentions))
        for terms in _filled(form.roles[1:], index, (term,), {first.name: mentions.key}):
            if _apart(terms) and (not across or len({id(term.claim.article) for term in terms}) > 1):
                must = not any(term.claim.alternative for term in terms)
                yield Relation(rule, terms, must, _suspended(rule, terms))


def sums(rule: Rule, form: Sums, partition: Partition) -> Iterator[Relation]:
    """The relations of `rule` over `partition`, which it asks for: of all parts, or of each (`part`)."""
    if not _additive(partition) or (form.each and min(partition.signs, default=1) < 0):
        return  # what something is taken from may be more than what is left
    signs = partition.signs or (1,) * len(partition.parts)
    parts = [Term("part", part, sign) for part, sign in zip(partition.parts, signs, strict=True)]
    if partition.sort == _OF_SUM:
        parts[0] = Term("own", partition.parts[0])
    must = partition.complete in form.complete
    for some in [[part] for part in parts] if form.each else [parts]:
        terms = _with_whole(form, partition, some)
        if terms and _apart(terms) and all(term.claim.interval is not None for term in terms):
            plain = not any(term.claim.alternative for term in terms)
            yield Relation(rule, tuple(terms), must and plain, _suspended(rule, terms), partition)


def asks_for(form: Sums, partition: Partition) -> bool:
    """Whether a rule looks at partitions of this kind."""
    if (form.sort and partition.sort not in form.sort) or (form.by and partition.by not in form.by):
        return False
    return not form.made_by or partition.made_by in form.made_by


def _additive(partition: Partition) -> bool:
    """Amounts add up; rates of amounts do not."""
    unit = partition.parts[0].unit
    return partition.sort != "level" or unit is None or unit.dimension not in _RATES


def _with_whole(form: Sums, partition: Partition, parts: list[Term]) -> list[Term]:
    """The terms in the order the equation names them; none when the whole is wanted and unsaid."""
    if "whole" not in form.equations[0].names:
        return parts
    if partition.whole is None:
        return []
    whole = Term("whole", partition.whole)
    return [*parts, whole] if form.each else [whole, *parts]


def _filled(
    roles: Sequence[Role], index: Index, terms: tuple[Term, ...], found: dict[str, Key]
) -> Iterator[tuple[Term, ...]]:
    """The terms so far with every way to fill the remaining roles."""
    if not roles:
        yield terms
        return
    role, rest = roles[0], roles[1:]
    for mentions in _played(role, index, terms[0].claim, found):
        claims = [claim for claim in mentions.settled if fits(claim, role.asks)]
        if claims:
            near = [claim for claim in claims if claim.article is terms[0].claim.article]
            term = Term(role.name, _sharpest(near or claims, terms[0].claim), rivals=_rivals(mentions))
            yield from _filled(rest, index, (*terms, term), {**found, role.name: mentions.key})


def _played(role: Role, index: Index, first: Claim, found: dict[str, Key]) -> Iterator[Mentions]:
    if role.path is None:
        return
    wanted = follow(role.path, found)
    if wanted is None:
        return
    for modality in sorted(role.asks.modality, key=lambda one: one.value) or [first.modality]:
        if open_ended(role.path):
            yield from index.like(wanted, modality)
        elif (one := index.find(wanted, modality)) is not None:
            yield one


def _sharpest(claims: Sequence[Claim], near: Claim) -> Claim:
    """The mention that leaves the least room; among equals the nearest to `near`."""
    if len(claims) == 1:
        return claims[0]

    def room(claim: Claim) -> tuple[int, bool, object, int]:
        width = claim.interval.width if claim.interval else None
        return claim.alternative, width is None, width or 0, abs(claim.span.start - near.span.start)

    return min(claims, key=room)


def _rivals(mentions: Mentions) -> tuple[Claim, ...]:
    return () if mentions.agree else mentions.settled


def _apart(terms: Sequence[Term]) -> bool:
    """No figure plays two roles."""
    seen: set[tuple[int, int]] = set()
    for term in terms:
        for figure in term.claim.figures:
            place = (id(term.claim.article), figure.span.start)
            if place in seen:
                return False
            seen.add(place)
    return True


def _suspended(rule: Rule, terms: Sequence[Term]) -> frozenset[str]:
    if not rule.suspended_by:
        return frozenset()
    return rule.suspended_by.intersection(*[frozenset().union(*(term.claim.licences for term in terms))])


def _years(terms: Sequence[Term]) -> dict[str, list[Interval]]:
    """Whole years between the periods of every two roles, under the names the equations use."""
    ends = {term.role: _year(term.claim.quantity.of) for term in terms}
    return {
        f"years:{one}:{two}": [Interval.exactly(last - first)]
        for one, last in ends.items()
        for two, first in ends.items()
        if last is not None and first is not None
    }


def _year(of: object) -> int | None:
    """The year in which the period of a fact ends."""
    period = of.period if isinstance(of, Fact) else None
    if isinstance(period, tuple) and len(period) > 2 and isinstance(period[2], tuple):
        return int(period[2][0])
    return None


def articles(relation: Relation) -> tuple[Article, ...]:
    """The articles its claims stand in, each once."""
    return tuple({id(term.claim.article): term.claim.article for term in relation.terms}.values())
