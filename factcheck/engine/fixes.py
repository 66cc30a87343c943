"""Candidate corrections: single slips of the pen that would mend what fails and break nothing that holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.engine.blame import Blame, Placed, cell_of, cells, required
from factcheck.engine.box import Verdict
from factcheck.engine.edits import Edit, edits
from factcheck.engine.outcome import Outcome, compared
from factcheck.engine.relation import Term
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension

_EACH, _ALL = 1, 4


def fixes(blame: Blame, held: Placed) -> tuple[tuple[Term, str, str], ...]:
    """(term, replacement, why) for the suspect first, then for the other members of its relation."""
    relation = blame.main.relation
    terms = [blame.suspect, *(term for term in relation.terms if term is not blame.suspect)]
    found: list[tuple[Term, str, str]] = []
    for term in terms:
        found += [(term, one.replacement, one.why) for one in _mending(term, blame, held)]
    return tuple(found[:_ALL])


def _mending(term: Term, blame: Blame, held: Placed) -> list[Edit]:
    """The likeliest edits of `term` that mend every relation it is in."""
    failed = [one for one in (blame.main, *blame.others) if cell_of(term) in cells(one)]
    if len(failed) <= len(blame.others):
        return []
    cell = cell_of(term)
    tied = [one for figures, one in held if cell in figures]
    needed = required(blame.main, term)
    near = [edit for edit in edits(term.claim) if needed is None or edit.interval.meets(needed)]
    points = [] if tied else list(_points(term, blame))
    mending = points or [edit for edit in near if _mends(term, edit, [*failed, *tied])]
    return sorted(mending, key=lambda edit: edit.cost)[:_EACH]


def _mends(term: Term, edit: Edit, relations: Sequence[Outcome]) -> bool:
    return all(_holds_with(one, term, edit.interval) for one in relations)


def _holds_with(one: Outcome, term: Term, interval: Interval) -> bool:
    """Whether a relation holds once the claim at the place of `term` has this interval."""
    place = cell_of(term)
    terms = tuple(
        replace(other, claim=_with(other.claim, interval)) if cell_of(other) == place else other
        for other in one.relation.terms
    )
    found = compared(replace(one.relation, terms=terms), one.equation)
    return found is not None and found.verdict is Verdict.HOLDS


def _with(claim: Claim, interval: Interval) -> Claim:
    return replace(claim, interval=interval)


def _points(term: Term, blame: Blame) -> Iterator[Edit]:
    """% written for 个百分点: the change is the difference of two percentages."""
    terms, claim = blame.main.relation.terms, term.claim
    others = [other.interval for other in terms if other is not term]
    percent = all(other.claim.unit and other.claim.unit.dimension is Dimension.RATIO for other in terms)
    if not percent or len(others) != 2 or term is not terms[0]:
        return
    if not (others[0] - others[1]).meets(term.interval):
        return
    text = claim.span.of(claim.article.text)
    if text.endswith(("%", "％")):
        yield Edit(text[:-1] + "个百分点", term.interval, "两个百分比之差，单位是百分点", 0)
