"""Rules that look at one reading at a time: wording, malformed numbers, and judgements in checks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from factcheck.checks import Judgement
from factcheck.checks._company import Company
from factcheck.engine.call import Calling, check_of, insist
from factcheck.engine.findings import from_judgement
from factcheck.engine.index import fits
from factcheck.engine.load import home
from factcheck.engine.rule import Called, Filter, Malformed, Rule, Wording
from factcheck.engine.wording import Places, malformed, matches, odd, places
from factcheck.model import Claim, Dimension, Figure, Finding, Measure, Period, Reading, Verified
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A reading with its tokens by label, what has flags in it, and its claims by what they measure."""

    reading: Reading
    places: Places
    odd: Sequence[Figure | Period]
    sorted: Mapping[tuple[Measure, Dimension | None], Sequence[Claim]]

    def asked(self, asks: Filter) -> list[Claim]:
        """The claims that are what a filter asks for."""
        measures = Measure if asks.measure is None else (asks.measure,)
        dimensions = asks.dimension or (None, *Dimension)
        buckets = product(measures, dimensions)
        return [claim for one in buckets for claim in self.sorted.get(one, ()) if fits(claim, asks)]


Look = Callable[[Seen], Iterable[Judgement]]


def looks(rules: Iterable[Rule]) -> tuple[tuple[Rule, Look], ...]:
    """The rules that look at a reading, each with how it does."""
    return tuple((rule, look) for rule in rules if (look := _look(rule)) is not None)


def looked(wanted: Sequence[tuple[Rule, Look]], reading: Reading) -> Iterator[Finding | Verified]:
    """What the rules say of `reading`."""
    seen = Seen(reading, places(reading), odd(reading), _sorted(reading.claims))
    for rule, look in wanted:
        for judgement in look(seen):
            yield from_judgement(rule, judgement, reading.article)


def looked_across(
    rules: Iterable[Rule], readings: Sequence[Reading], *, verify: bool = True
) -> Iterator[Finding | Verified]:
    """What the rules that compare readings say of all of them; without `verify` conflicts only."""
    subjects = {"readings": tuple(readings), "company": Company(tuple(readings), verify)}
    for rule in rules:
        form = rule.form
        if isinstance(form, Called) and form.over in subjects:
            if not _is_own(rule):
                insist(rule, form)
            for judgement in check_of(form)(subjects[form.over], readings[0], **dict(form.constants)):
                if verify or not judgement.holds:
                    yield from_judgement(rule, judgement, readings[0].article)


def _sorted(claims: Iterable[Claim]) -> dict[tuple[Measure, Dimension | None], list[Claim]]:
    found: dict[tuple[Measure, Dimension | None], list[Claim]] = {}
    for claim in claims:
        dimension = None if claim.unit is None else claim.unit.dimension
        found.setdefault((claim.quantity.measure, dimension), []).append(claim)
    return found


def _look(rule: Rule) -> Look | None:
    form = rule.form
    if isinstance(form, Wording):
        return lambda seen: matches(form, seen.reading, seen.places)
    if isinstance(form, Malformed):
        return lambda seen: malformed(form, seen.odd)
    if isinstance(form, Called) and form.over not in ("readings", "company"):
        if not _is_own(rule):  # its constants may be wrong; those of our own are not
            insist(rule, form)
        call = Calling(form)
        return lambda seen: call(seen.reading, seen.asked)
    return None


def _is_own(rule: Rule) -> bool:
    """Whether a rule came with factcheck."""
    return str(rule.file).startswith(f"{home()}{os.sep}")
