"""Figures against the size of the place they are of: 人均地区生产总值 of 375万元 is a misplaced unit.

Each bound names a figure, what it is divided by, and the most one of them can be of the other. The
date hardly matters: populations and fields change by percents, misplaced units by powers of ten.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from factcheck.checks import Judgement, conflict
from factcheck.checks._across import accusable, cited, interval, level_of, row_text, spot, words
from factcheck.checks._company import Company
from factcheck.model import Claim, Reading
from factcheck.patterns import compiled


def check(
    subject: Company, reading: Reading, *, bounds: tuple[tuple[str, ...], ...] = ()
) -> Iterator[Judgement]:
    """Figures beyond a bound; a bound is (names, name of the divisor, unit of the quotient, its most)."""
    sizes: dict[tuple[str, str], Claim] = {}
    for row in subject.rows():
        fact = level_of(row)
        if fact is not None:
            sizes[fact.subject, fact.indicator.partition("|")[0]] = row
    tables = [(compiled(names), divisor, unit, Fraction(most)) for names, divisor, unit, most in bounds]
    known: dict[str, list[tuple[re.Pattern[str], Claim, str, Fraction]]] = defaultdict(list)
    for (whose, what), row in sizes.items():
        known[whose] += [(names, row, unit, most) for names, divisor, unit, most in tables if divisor == what]
    for claim in subject.every():
        fact = level_of(claim)
        if fact is not None and accusable(claim):
            for names, row, unit, most in known.get(fact.subject, ()):
                name, _, base = fact.indicator.partition("|")
                if names.fullmatch(name) and base == unit.partition("/")[0] and _beyond(claim, row, most):
                    yield _conflict(claim, row, unit)


def _beyond(claim: Claim, row: Claim, most: Fraction) -> bool:
    low, high = interval(claim).bottom, interval(row).top
    return low is not None and high is not None and high > 0 and low > most * high


def _conflict(claim: Claim, row: Claim, unit: str) -> Judgement:
    one, two = interval(claim).middle, interval(row).middle
    each = round(one / two) if one is not None and two else 0
    size = row_text(row)
    return conflict(
        spot("this", claim),
        spot("size", row),
        equation=f"{words(claim)} ÷ {size} ≈ {each}{unit}",
        size=size,
        each=f"{each}{unit}",
        table=cited(row),
    )
