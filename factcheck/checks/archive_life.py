"""What happens once, told by several articles: births, foundations, openings, what was planned at first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, conflict, held
from factcheck.checks._across import (
    AIM,
    BEGUN,
    BORN,
    FIRST_AIM,
    LIFE,
    NEAR,
    accusable,
    cited,
    interval,
    spot,
    when,
    words,
)
from factcheck.checks._company import Company
from factcheck.model import Claim, Reading

_YEARS = 20 * 372  # in days as they are counted here
_MONTH = 27
_NEVER = (9999, 12, 31)


def check(subject: Company, reading: Reading, *, kind: str = "", most: int = 30) -> Iterator[Judgement]:
    """Claims of `kind` (出生年, 创办年, …) that lie apart, by not more than `most`."""
    groups = subject.once("lives", lambda: _groups(subject.claims()))
    told: set[tuple[int, int]] = set()
    for claims in _wanted(groups, kind):
        if len({id(claim.article) for claim in claims}) > 1:
            for one in _planned(claims, most) if kind == AIM else _judged(claims, most):
                mark = id(one.spots[0].article), one.spots[0].span.start
                if mark not in told:
                    told.add(mark)
                    yield one


def _wanted(groups: dict[str, dict[Hashable, list[Claim]]], kind: str) -> Iterator[Sequence[Claim]]:
    """The groups of one kind; under `*` those of all days on which something happened."""
    if kind != "*":
        yield from groups.get(kind, {}).values()
        return
    for name, found in groups.items():
        if name not in (AIM, BORN, BEGUN):
            yield from found.values()


def _groups(claims: Sequence[Claim]) -> dict[str, dict[Hashable, list[Claim]]]:
    found: dict[str, dict[Hashable, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if claim.quantity.sort == LIFE:
            fact = claim.quantity.root
            found[fact.indicator.partition("|")[0]][fact].append(claim)
    return found


def _judged(claims: Sequence[Claim], most: int) -> Iterator[Judgement]:
    """Each claim against what most of the others say, among equals the sharpest, the first, the fullest."""
    ordered = sorted(claims, key=_rank)
    best = max(ordered, key=lambda one: sum(_agree(one, other) for other in ordered))
    for claim in ordered:
        if claim.article is best.article or not _one(claim, best):
            continue
        late = (when(best.article) or _NEVER) > (when(claim.article) or _NEVER) and _alone(best, ordered)
        suspect, witness = (best, claim) if late or not accusable(claim) else (claim, best)
        if not accusable(suspect):
            continue
        if _agree(claim, best):
            yield held(spot("this", suspect), spot("other", witness))
        elif _apart(claim, best) <= (most if _to_the_day(claim, best) else _YEARS):
            yield conflict(
                spot("this", suspect),
                spot("other", witness),
                equation=f"{words(suspect)} ↔ {words(witness)}",
                where=cited(witness),
            )


def _rank(claim: Claim) -> tuple[Fraction, tuple[int, int, int], int]:
    return interval(claim).width or Fraction(0), when(claim.article) or _NEVER, -len(words(claim))


def _planned(claims: Sequence[Claim], most: int) -> Iterator[Judgement]:
    """What is said to have been planned at first, against the first article that told the plan."""
    told = [claim for claim in claims if FIRST_AIM not in claim.licences and when(claim.article)]
    if not told:
        return
    first = min(told, key=lambda claim: when(claim.article) or _NEVER)
    for claim in claims:
        later = (when(claim.article) or _NEVER) > (when(first.article) or _NEVER)
        if FIRST_AIM not in claim.licences or not later or not accusable(claim):
            continue
        spots = spot("this", claim), spot("other", first)
        if _agree(claim, first):
            yield held(*spots)
        elif _apart(claim, first) <= most:
            yield conflict(*spots, equation=f"{words(claim)} ↔ {words(first)}", where=cited(first))


def _alone(best: Claim, claims: Sequence[Claim]) -> bool:
    """No other article says what `best` does."""
    return not any(one.article is not best.article and _agree(one, best) for one in claims)


def _agree(one: Claim, two: Claim) -> bool:
    return interval(one).meets(interval(two))


def _one(one: Claim, two: Claim) -> bool:
    """Two of one name are one, if names of people: something beside them is the same."""
    near, there = ({name for name in claim.licences if name.startswith(NEAR)} for claim in (one, two))
    return bool(near & there) or not one.quantity.root.indicator.startswith(BORN)


def _to_the_day(one: Claim, two: Claim) -> bool:
    """Both tell a day, or count years; a year or a month may be wrong by more than a few days."""
    rough = any((interval(claim).width or 0) > _MONTH for claim in (one, two))
    return not (rough and one.quantity.root.indicator.endswith("|日"))


def _apart(one: Claim, two: Claim) -> int:
    first, second = interval(one).middle, interval(two).middle
    return int(abs(first - second)) if first is not None and second is not None else 0
