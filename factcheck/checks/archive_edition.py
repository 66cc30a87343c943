"""Editions of a yearly event in articles of different years: they count on by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from factcheck.checks import Judgement, conflict, held
from factcheck.checks._across import accusable, cited, days_apart, spot, when, words
from factcheck.checks._company import Company
from factcheck.model import Claim, Fact, Reading

_PAUSED = "停办"
_OLD = 50  # fairs that have counted further are held twice a year
_MONTHS = 120


def check(subject: Company, reading: Reading) -> Iterator[Judgement]:
    """Each edition against the latest one of an earlier year."""
    events: dict[str, list[Claim]] = defaultdict(list)
    for claim in subject.claims():
        of = claim.quantity.of
        if claim.quantity.sort == "edition" and isinstance(of, Fact) and when(claim.article) is not None:
            events[of.subject].append(claim)
    for claims in events.values():
        claims.sort(key=lambda claim: when(claim.article) or (0, 0, 0))
        for before, after in pairwise(claims):
            yield from _judged(before, after)


def _judged(before: Claim, after: Claim) -> Iterator[Judgement]:
    first, second = when(before.article), when(after.article)
    if before.article is after.article or first is None or second is None:
        return
    years = second[0] - first[0]
    if years < 1 or abs(days_apart(first, second) - 365 * years) > _MONTHS:
        return
    one, two = _number(before), _number(after)
    if (before.licences | after.licences) & {_PAUSED} or max(one, two) > _OLD:
        return
    steps = two - one
    fits = steps == 1 if years == 1 else 1 <= steps <= years
    if not accusable(after) and not accusable(before):
        return
    if fits:
        yield held(spot("this", after), spot("before", before))
    else:
        suspect, witness = (after, before) if accusable(after) else (before, after)
        expected = str(one + 1) if years == 1 and suspect is after else ""
        yield conflict(
            spot("this", suspect),
            spot("before", witness),
            equation=f"{words(after)} − {words(before)} ≠ {years}",
            expected=f"第{expected}届" if expected else "",
            where=cited(witness),
            years=str(years),
        )


def _number(claim: Claim) -> int:
    return int(claim.figures[0].value or 0)
