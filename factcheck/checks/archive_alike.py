"""Two articles under names that are nearly one (纸质藏书, 馆藏纸质图书), their numbers one slip apart.

The same house, the same days and the same unit are not enough, nor are names that are alike: it is the
digits that tell. Four of five that agree, or neighbours that changed places, are no chance.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement
from factcheck.checks._across import (
    QUOTED,
    REVISED,
    accusable,
    accused,
    differing,
    interval,
    level_of,
)
from factcheck.checks._company import Company
from factcheck.checks._misprint import digits_of, sharing, telling
from factcheck.model import Claim, Reading

_ALIKE = Fraction(3, 5)
_WHOLE = 4
_EXACT = ("", "达", "达到")  # words before a number that leave it as it is


def check(subject: Company, reading: Reading) -> Iterator[Judgement]:
    """Each pair of claims of two articles that seem to be one number, printed with a slip."""
    for one, two in slips(subject):
        yield from _judged(one, two)


def slips(company: Company) -> list[tuple[Claim, Claim]]:
    """The pairs of claims that seem to be one number."""
    return company.once("slips", lambda: list(_slips(company.claims())))


def _slips(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    for few in _places(claims).values():
        for one, two in sharing(few, _digits):
            if _alike(one, two) and telling(one, two) and not interval(one).meets(interval(two)):
                yield one, two


def _places(claims: Sequence[Claim]) -> dict[Hashable, list[Claim]]:
    """The levels by whose they are, when, and in which unit."""
    found: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        fact = level_of(claim)
        if fact is None or claim.unit is None or claim.quantity.sort or len(claim.figures) != 1:
            continue
        if fact.subject and claim.figures[0].hedge in _EXACT and not claim.licences & {QUOTED, REVISED}:
            key = fact.subject, fact.scope, fact.period, claim.unit.base, claim.modality
            found[key].append(claim)
    return found


def _digits(claim: Claim) -> set[str]:
    """The digits of a number, in order, sorted, and without each of them."""
    digits = digits_of(claim)
    return {digits, "".join(sorted(digits)) + "*"} | {
        digits[:at] + digits[at + 1 :] for at in range(len(digits))
    }


def _alike(one: Claim, two: Claim) -> bool:
    """Whether two names share most of their characters, and are not one: that is another question."""
    first, second = (Counter(_name(claim)) for claim in (one, two))
    if first == second:
        return False
    common = (first & second).total()
    if common >= _WHOLE and common == min(first.total(), second.total()):
        return _name(one)[-2:] == _name(two)[-2:]  # 教育支出, 一般公共预算用于教育支出
    return common > 1 and 2 * common >= _ALIKE * (first.total() + second.total())


def _name(claim: Claim) -> str:
    return claim.quantity.root.indicator.partition("|")[0]


def _judged(one: Claim, two: Claim) -> Iterator[Judgement]:
    suspect, witness = accused(one, two)
    if accusable(suspect):
        yield differing(suspect, witness)
