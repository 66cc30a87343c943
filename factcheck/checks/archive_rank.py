"""Places of one name on one list, told by several articles in words: 列金牌榜第二位, 金牌榜排名第三."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from factcheck.checks import Judgement, conflict, held
from factcheck.checks._across import (
    MEASURED,
    RANKED,
    accusable,
    cited,
    days_apart,
    interval,
    spot,
    when,
    words,
)
from factcheck.checks._company import Company
from factcheck.model import Claim, Reading

_LIST = "榜"


def check(subject: Company, reading: Reading, *, season: int = 300) -> Iterator[Judgement]:
    """Each place against the one that most articles tell, among equals the first; within `season` days."""
    groups: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in subject.claims():
        fact = claim.quantity.root
        if claim.quantity.sort == RANKED:
            groups[fact.subject, fact.indicator].append(claim)
    for claims in groups.values():
        if len({id(claim.article) for claim in claims}) > 1:
            yield from _judged(claims, season)


def _judged(claims: Sequence[Claim], season: int) -> Iterator[Judgement]:
    best = max(claims, key=lambda one: (_support(one, claims), _early(one)))
    for claim in claims:
        if claim.article is best.article or not _alike(claim, best, season):
            continue
        suspect, witness = (claim, best) if accusable(claim) else (best, claim)
        if not accusable(suspect):
            continue
        spots = spot("this", suspect), spot("other", witness)
        if interval(claim).meets(interval(best)):
            yield held(*spots)
        else:
            yield conflict(*spots, equation=f"{words(suspect)} ↔ {words(witness)}", where=cited(witness))


def _support(one: Claim, claims: Sequence[Claim]) -> int:
    """How many articles tell this place."""
    return len({id(other.article) for other in claims if interval(other).meets(interval(one))})


def _early(one: Claim) -> tuple[int, ...]:
    return tuple(-part for part in when(one.article) or (9999, 12, 31))


def _alike(one: Claim, two: Claim, season: int) -> bool:
    """By the same measure, or on a list that tells what it ranks; and not of two years."""
    first, second = when(one.article), when(two.article)
    if first is None or second is None or days_apart(first, second) > season:
        return False
    measures = [{name for name in claim.licences if name.startswith(MEASURED)} for claim in (one, two)]
    if one.licences & two.licences:
        return not all(measures) or bool(measures[0] & measures[1])
    return one.quantity.root.indicator.endswith(_LIST) and not all(measures)
