"""The rules over the readings: relations built and judged, errors named, the rest verified."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.engine.blame import Placed, blames, cells, most_specific
from factcheck.engine.box import Verdict
from factcheck.engine.distinct import findings, verified
from factcheck.engine.findings import from_blame, from_outcome
from factcheck.engine.fixes import fixes
from factcheck.engine.index import Index, index, joinable
from factcheck.engine.look import looked, looked_across, looks
from factcheck.engine.otherwise import fits_otherwise, told
from factcheck.engine.outcome import Outcome, outcome
from factcheck.engine.plausible import plausible
from factcheck.engine.relation import Relation, Term, asks_for, sums, ties
from factcheck.engine.repeats import repeats
from factcheck.engine.rule import Repeats, Rule, Sums, Ties
from factcheck.model import Claim, Finding, Measure, Partition, Reading, Verified
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules say of some readings."""

    findings: tuple[Finding, ...]
    verified: tuple[Verified, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """Rules by what sets them off, so that no rule looks at claims that are not its own."""

    ties: dict[Measure, list[tuple[Rule, Ties]]]
    sums: list[tuple[Rule, Sums]]
    repeats: list[tuple[Rule, Repeats]]


def judge(
    readings: Sequence[Reading],
    rules: Sequence[Rule],
    *,
    cross: bool = False,
    across: Sequence[Reading] = (),
    verify: bool = True,
) -> Judged:
    """Every conflict and every relation that held; `cross` ties claims of different articles too.

    `across` are readings whose claims were made to mean the same everywhere (whose, what and when in
    full): they are tied with each other and take the place of what `cross` would tie. Only articles
    that are checked are accused; archived ones and references bear witness. Without `verify` what agrees
    between articles is not listed.

    Raises:
        RuleError: a rule sets a constant its check does not have.
    """
    inside = [rule for rule in rules if rule.within != "files"]
    entries: list[Finding | Verified] = []
    plan, wanted = _plan(inside), looks(inside)
    for reading in readings:
        entries += _arithmetic(reading.claims, reading.partitions, plan, apart=False)
        entries += looked(wanted, reading)
    between = [rule for rule in rules if rule.within != "article"]
    if across:
        shared = [claim for reading in across for claim in reading.claims if joinable(claim.quantity)]
        apart = _plan(between)
        if apart.ties or apart.repeats:
            entries += _arithmetic(shared, (), apart, apart=True)
        entries += looked_across(between, across, verify=verify)
    elif cross and len(readings) > 1:
        claims = [claim for reading in readings for claim in reading.claims if joinable(claim.quantity)]
        entries += _arithmetic(claims, (), _plan(between), apart=True)
        entries += looked_across(between, readings)
    return Judged(findings(entries), verified(entries))


def _plan(rules: Iterable[Rule]) -> Plan:
    plan = Plan({}, [], [])
    for rule in rules:
        if isinstance(rule.form, Ties):
            for measure in [rule.form.roles[0].asks.measure] if rule.form.roles[0].asks.measure else Measure:
                plan.ties.setdefault(measure, []).append((rule, rule.form))
        elif isinstance(rule.form, Sums):
            plan.sums.append((rule, rule.form))
        elif isinstance(rule.form, Repeats):
            plan.repeats.append((rule, rule.form))
    return plan


def _arithmetic(
    claims: Iterable[Claim], partitions: Iterable[Partition], plan: Plan, *, apart: bool
) -> Iterator[Finding | Verified]:
    """Findings and verified relations of equations; `apart` ties only claims of different articles."""
    said = list(claims)
    known = index(said)
    votes: Counter[int] = Counter()
    outcomes: list[Outcome] = []
    for relation in _relations(known, partitions, plan, apart):
        if relation.suspended:
            continue
        if any(term.rivals for term in relation.terms):
            votes.update(_supported(relation))
        elif (found := outcome(relation)) is not None:
            outcomes.append(found)
    for rule, form in plan.repeats:
        for mentions in known.mentions.values():
            if len(mentions.claims) > 1:
                found_here = repeats(rule, form, mentions, votes, across=apart)
                outcomes += [one for one in found_here if not one.relation.suspended]
    yield from _entries(outcomes, said)


def _relations(known: Index, partitions: Iterable[Partition], plan: Plan, apart: bool) -> Iterator[Relation]:
    for measure, rules in plan.ties.items():
        for mentions in known.by_measure.get(measure, ()):
            sides = known.sides(mentions)
            for rule, form in rules:
                if form.needs <= sides:
                    yield from ties(rule, form, known, mentions, across=apart)
    summing: dict[tuple[str, str, str], list[tuple[Rule, Sums]]] = {}  # the rules for partitions of one kind
    for partition in partitions:
        kind = partition.sort, partition.by, partition.made_by
        if kind not in summing:
            summing[kind] = [(rule, whole) for rule, whole in plan.sums if asks_for(whole, partition)]
        for rule, whole in summing[kind]:
            yield from sums(rule, whole, partition)


def _supported(relation: Relation) -> Iterator[int]:
    """The claims, among contradicting mentions, with which the relation holds."""
    for place, term in enumerate(relation.terms):
        for rival in term.rivals:
            terms = list(relation.terms)
            terms[place] = Term(term.role, rival, term.sign)
            found = outcome(replace(relation, terms=tuple(terms)))
            if found is not None and found.verdict is Verdict.HOLDS and found.tells:
                yield id(rival)


def _entries(outcomes: Sequence[Outcome], claims: Sequence[Claim]) -> Iterator[Finding | Verified]:
    held = [one for one in outcomes if one.verdict is Verdict.HOLDS and one.tells]
    failed = [one for one in outcomes if one.verdict is not Verdict.HOLDS and one.relation.must]
    if failed:
        said = told(claims, held)
        failed = [one for one in failed if plausible(one, said) and not fits_otherwise(one, said)]
    placed = [(cells(one), one) for one in held] if failed else []
    failed = [one for one in failed if not _reconciled(one, placed)]
    failed = most_specific(failed)
    altered = [one for one in failed if one.verdict is Verdict.ALTERED]
    loud = [one for one in failed if one.verdict is not Verdict.ALTERED]
    for one in (*most_specific(held), *altered):
        yield from_outcome(one)
    for blame in (*blames(loud, held), *blames(altered, held)):
        yield from_blame(blame, fixes(blame, placed))


# A level that is a mean of others as well is a level all the same.
_MEANS = ("mean", "per", "per-head")


def _reconciled(failed: Outcome, held: Placed) -> bool:
    """Another fair reading of one of its figures takes part in a relation that holds."""
    mine = cells(failed)
    return any(
        other.claim is not term.claim
        and other.claim.quantity != term.claim.quantity
        and other.claim.figures == term.claim.figures
        and (other.claim.alternative or term.claim.alternative)
        and not (term.claim.quantity.measure is Measure.LEVEL and other.claim.quantity.sort in _MEANS)
        for figures, one in held
        if not mine.isdisjoint(figures)
        for other in one.relation.terms
        for term in failed.relation.terms
    )
