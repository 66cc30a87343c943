"""The growth that one article tells against the increment of another: 增长18.6% and 多了2.1万吨, of 16.8万吨.

No revision lies between them: both tell the same number and of the same time before, and either says by
itself what that was. What an earlier article told of that time shows which of the two is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from fractions import Fraction

from factcheck.checks import Judgement, conflict, held
from factcheck.checks._across import accusable, accused, cited, growth_key, interval, spot, words
from factcheck.checks._company import Company
from factcheck.checks.archive_base import NOT_COMPARABLE, of_a_circle
from factcheck.checks.parts.printing import printed
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Fact, Measure, Reading

_APART = Fraction(1, 100)  # of the base, within which a figure may come from unrounded numbers
_RATES = frozenset({Dimension.RATIO, Dimension.POINTS})


def check(subject: Company, reading: Reading) -> Iterator[Judgement]:
    """Each growth with the increments of the same quantity that other articles tell."""
    steps = _steps(subject)
    for growth in subject.claims() if steps else ():
        if growth.quantity.measure is Measure.GROWTH and not growth.quantity.over:
            for step in steps.get((growth_key(growth.quantity), growth.modality), ()):
                now = None if step.article is growth.article else _told_by_both(growth, step, subject)
                if now is not None:
                    yield from _judged(growth, step, now, subject)


def _steps(company: Company) -> dict[Hashable, list[Claim]]:
    """The increments of levels, the first of each article, by what grew."""
    found: dict[Hashable, dict[int, Claim]] = defaultdict(dict)
    for claim in company.claims():
        quantity, unit = claim.quantity, claim.unit
        if quantity.measure is not Measure.DIFFERENCE or unit is None or unit.dimension in _RATES:
            continue
        if isinstance(quantity.of, Fact) and isinstance(quantity.against, Fact):
            same = found[growth_key(quantity), claim.modality]
            same.setdefault(id(claim.article), claim)
    return {key: list(claims.values()) for key, claims in found.items()}


def _told_by_both(growth: Claim, step: Claim, company: Company) -> tuple[Claim, Claim] | None:
    """The level that grew as the two articles tell it, each with its own claim; `None` where they differ."""
    of = step.quantity.of
    level = company.levels().get((of, step.modality)) if isinstance(of, Fact) else None
    here, there = (level.claims.get(id(one.article)) if level else None for one in (growth, step))
    if here is None or there is None or not interval(here).meets(interval(there)):
        return None
    if any(one.licences & NOT_COMPARABLE for one in (growth, step, here, there)):
        return None
    money = here.unit is not None and here.unit.dimension is Dimension.MONEY
    return (
        None
        if of_a_circle(here, there) and (money or "规" in here.quantity.root.indicator)
        else (here, there)
    )


def _judged(growth: Claim, step: Claim, told: tuple[Claim, Claim], company: Company) -> Iterator[Judgement]:
    now = interval(told[0]).intersect(interval(told[1])) or interval(told[0])
    by, rate = interval(step), interval(growth)
    try:
        fitting = (now / by).shifted(-1).reciprocal()
        implied = now / rate.shifted(1)
    except ZeroDivisionError:
        return
    if fitting.meets(rate):
        equation = f"{words(growth)} = {words(step)} ÷ （{words(told[1])} − {words(step)}）"
        if accusable(growth):
            yield held(spot("this", growth), spot("other", step), equation=equation)
        return
    bases = implied.middle, (now - by).middle
    if bases[0] is None or bases[1] is None or abs(bases[0] - bases[1]) <= _APART * abs(bases[1]):
        return
    before = _base(step, company)
    wrong = _wrong(growth, step, implied, now - by, before)
    if not accusable(wrong):
        return
    other = step if wrong is growth else growth
    seen = [spot("now", told[0] if wrong is growth else told[1])]
    seen += [spot("before", before)] if before is not None else []
    yield conflict(
        spot("this", wrong),
        spot("other", other),
        *seen,
        equation=f"{words(growth)} ≠ {words(step)} ÷ （{words(told[1])} − {words(step)}）",
        expected=printed(fitting if wrong is growth else now - implied, wrong),
        where=cited(other),
    )


def _base(step: Claim, company: Company) -> Claim | None:
    """What others tell of the time before, when they agree."""
    of = step.quantity.against
    level = company.levels().get((of, step.modality)) if isinstance(of, Fact) else None
    return next(iter(level.claims.values())) if level is not None and level.agree else None


def _wrong(growth: Claim, step: Claim, implied: Interval, before: Interval, base: Claim | None) -> Claim:
    """The one that what was told of the time before contradicts, else the later one that may be accused."""
    if base is not None:
        fits = interval(base).meets(implied), interval(base).meets(before)
        if fits[0] != fits[1]:
            return step if fits[0] else growth
    return accused(growth, step)[0]
