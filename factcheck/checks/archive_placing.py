"""Places in one ranking told by several articles: the smaller number cannot stand before the greater."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks._across import (
    PLACED,
    POINTS,
    STANDING,
    accusable,
    cited,
    interval,
    level_of,
    spot,
    words,
)
from factcheck.checks._company import Company
from factcheck.model import Claim, Modality, Reading
from factcheck.records import dataclass

_COUNTIES = frozenset("县区")
_PLACES = frozenset("省市州县区旗镇乡")
_HABIT = frozenset("产总量个各全的县镇乡区市村去年年度本该这那共达收获实现累计种植销售面积值额数完成")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A claim with its place: which, among what level, from the lowest or not, and the place ranked."""

    claim: Claim
    place: int
    level: str
    low: bool
    among: str


def check(subject: Company, reading: Reading) -> Iterator[Judgement]:
    """Two that cannot both have their places, and a place among numbers that are all told."""
    placed = [one for claim in subject.claims() if (one := _placed(claim)) is not None]
    for group in _rankings(placed).values():
        told = [judged for one, two in combinations(group, 2) for judged in _both(one, two)]
        yield from told
        if not told:
            amounts = subject.once("amounts", lambda: _amounts(subject.claims()))
            yield from (judged for one in group for judged in _outdone(one, amounts))
    yield from _standings(subject.claims())


def _placed(claim: Claim) -> _Placed | None:
    told = next((name for name in claim.licences if name.startswith(PLACED)), None)
    if told is None or level_of(claim) is None or claim.modality is not Modality.ACTUAL:
        return None
    place, level, way, among = told.removeprefix(PLACED).split(":")
    return _Placed(claim, int(place), level, way == "低", among)


def _rankings(placed: Sequence[_Placed]) -> dict[Hashable, list[_Placed]]:
    found: dict[Hashable, list[_Placed]] = defaultdict(list)
    for one in placed:
        fact, unit = level_of(one.claim), one.claim.unit
        if fact is not None and unit is not None:
            found[fact.period, fact.scope, unit.base, one.level, one.low].append(one)
    return found


def _both(one: _Placed, two: _Placed) -> Iterator[Judgement]:
    """The one with the smaller number cannot stand before the other, nor beside it."""
    small, great = sorted((one, two), key=lambda placed: _middle(placed.claim))
    if one.low:
        small, great = great, small
    first, second = level_of(one.claim), level_of(two.claim)
    if one.claim.article is two.claim.article or first is None or second is None:
        return
    if first.subject == second.subject or not first.subject or not second.subject or not _alike(one, two):
        return
    if interval(small.claim).meets(interval(great.claim)):
        return
    suspect, witness = (small, great) if accusable(small.claim) else (great, small)
    if not accusable(suspect.claim):
        return
    if small.place <= great.place:
        yield conflict(
            *_told("this", suspect.claim),
            *_told("other", witness.claim),
            equation=f"{words(small.claim)} {'>' if one.low else '<'} {words(great.claim)}",
            where=cited(witness.claim),
        )


def _amounts(claims: Sequence[Claim]) -> dict[Hashable, list[tuple[str, Claim]]]:
    """The levels of all subjects, by time, scope and unit."""
    found: dict[Hashable, list[tuple[str, Claim]]] = defaultdict(list)
    for claim in claims:
        fact = level_of(claim)
        if fact is not None and claim.unit is not None and claim.modality is Modality.ACTUAL:
            found[fact.period, fact.scope, claim.unit.base].append((fact.subject, claim))
    return found


def _outdone(one: _Placed, amounts: Mapping[Hashable, Sequence[tuple[str, Claim]]]) -> Iterator[Judgement]:
    """A second place with two that have more: as many as its number says are told to stand before it."""
    fact, unit = level_of(one.claim), one.claim.unit
    if fact is None or unit is None or not accusable(one.claim):
        return
    before: dict[str, Claim] = {}
    for subject, claim in amounts.get((fact.period, fact.scope, unit.base), ()):
        rival = _Placed(claim, 0, one.level, one.low, "")
        if _are_peers(fact.subject, subject) and _alike(one, rival) and _stands_before(rival, one):
            before.setdefault(subject, claim)
    if len(before) >= one.place:
        nearest = min(before.values(), key=lambda claim: abs(_middle(claim) - _middle(one.claim)))
        yield conflict(
            *_told("this", one.claim),
            spot("other", nearest),
            equation=f"{words(one.claim)} {'>' if one.low else '<'} {words(nearest)}",
            where=cited(nearest),
        )


def _are_peers(one: str, two: str) -> bool:
    """Two places of one kind in one larger place, as far as it is told."""
    kinds = {one[-1:], two[-1:]}
    like = len(kinds) == 1 or kinds <= _COUNTIES
    return one != two and like and kinds <= _PLACES and one.rpartition("/")[0] == two.rpartition("/")[0]


def _stands_before(rival: _Placed, one: _Placed) -> bool:
    if interval(rival.claim).meets(interval(one.claim)):
        return False
    more = _middle(rival.claim) > _middle(one.claim)
    return not more if one.low else more


def _middle(claim: Claim) -> Fraction:
    return interval(claim).middle or Fraction(0)


def _told(role: str, claim: Claim) -> Iterator[Spot]:
    """The figure and the words that tell its place."""
    yield from (
        Spot("place" if role == "this" else "rival", span, claim.article)
        for name, span in claim.words
        if name == "record"
    )
    yield spot(role, claim)


def _alike(one: _Placed, two: _Placed) -> bool:
    """One ranking: the names hold the same things once what all such names hold is left out."""
    if one.among and two.among and one.among != two.among:
        return False
    first, second = (set(_name(placed.claim)) - _HABIT for placed in (one, two))
    return bool(first & second) and (first <= second or second <= first)


def _name(claim: Claim) -> str:
    return claim.quantity.root.indicator.partition("|")[0]


def _standings(claims: Sequence[Claim]) -> Iterator[Judgement]:
    """Teams of one league: more points and a worse place."""
    leagues: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.quantity.sort == STANDING:
            leagues[claim.quantity.root].append(claim)
    for group in leagues.values():
        for one, two in combinations(group, 2):
            if one.article is not two.article:
                yield from _teams(one, two)


def _teams(one: Claim, two: Claim) -> Iterator[Judgement]:
    more, less = sorted((one, two), key=_points, reverse=True)
    if _points(more) == _points(less):
        return
    suspect, witness = (more, less) if accusable(more) else (less, more)
    if (interval(more).middle or 0) >= (interval(less).middle or 0) and accusable(suspect):
        yield conflict(
            Spot("place", suspect.span, suspect.article),
            Spot("rival", witness.span, witness.article),
            where=cited(witness),
            this=f"{_points(suspect)}分",
            other=f"{_points(witness)}分",
        )


def _points(claim: Claim) -> int:
    return next(int(name.removeprefix(POINTS)) for name in claim.licences if name.startswith(POINTS))
