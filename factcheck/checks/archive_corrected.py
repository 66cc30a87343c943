"""Numbers that an earlier article corrected, said again: same digits, same unit, same name, later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks._across import accusable, cited, days_apart, level_of, spot, when, words
from factcheck.checks._company import Company
from factcheck.model import Claim, Reading

_CORRECTION = "correction"
_SHARED = 3


def check(subject: Company, reading: Reading, *, days: int = 400) -> Iterator[Judgement]:
    """Every claim of a number that was corrected not more than `days` before."""
    corrected: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in subject.every():
        if claim.made_by == _CORRECTION:
            corrected[_number(claim)].append(claim)
    if not corrected:
        return
    for claim in subject.every():
        if claim.made_by != _CORRECTION and accusable(claim) and level_of(claim) is not None:
            for wrong in corrected.get(_number(claim), ()):
                if _again(claim, wrong, days):
                    yield _conflict(claim, wrong)


def _again(claim: Claim, wrong: Claim, days: int) -> bool:
    here, there = when(claim.article), when(wrong.article)
    if claim.article is wrong.article or here is None or there is None or here < there:
        return False
    return days_apart(here, there) <= days and _like(_name(claim), _name(wrong))


def _like(name: str, corrected: str) -> bool:
    """The names are one, or the title the correction cites holds the name."""
    if corrected.startswith("《"):
        return len(set(name) & set(corrected)) >= max(_SHARED, len(set(name)) - 1)
    return name == corrected or (
        min(len(name), len(corrected)) > _SHARED and (name in corrected or corrected in name)
    )


def _conflict(claim: Claim, wrong: Claim) -> Judgement:
    right = next(span for role, span in wrong.words if role == "right")
    text = right.of(wrong.article.text)
    return conflict(
        spot("this", claim),
        spot("wrong", wrong),
        Spot("right", right, wrong.article),
        equation=f"{words(claim)} → {text}",
        expected=text,
        where=cited(wrong),
    )


def _number(claim: Claim) -> Hashable:
    value, unit = claim.figures[0].value, claim.unit
    return None if value is None or unit is None else (Fraction(value) * unit.scale, unit.base)


def _name(claim: Claim) -> str:
    fact = level_of(claim)
    return fact.indicator.partition("|")[0] if fact is not None else ""
