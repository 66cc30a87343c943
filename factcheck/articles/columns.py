"""The pieces of a page dealt out to its articles.

Pieces are taken in the order of the file. Each goes to an article that has begun: to the one before
it, or to another that it is closer to in what it speaks of and whose last sentence it can finish.
The best of many ways to deal them is kept; where two are nearly as good, nothing is joined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import sqrt
from operator import itemgetter

from factcheck.articles.joints import BROKEN, joint
from factcheck.articles.strips import Strip
from factcheck.articles.vocabulary import kinship, topics
from factcheck.model import BlockKind
from factcheck.patterns import compiled
from factcheck.records import dataclass

_DATELINE = compiled(r"^[^。，]{0,12}[讯电]\s?[（(][^）)]{0,30}[）)]")
_BEAM = 16
_ALIKE = 0.5
_MOST_ALIKE = 6.0
_NEAR = 6
_HOPELESS = 20.0
_DOUBT = 2.0
_SWITCH_OPEN = 1.5
_SWITCH_CLOSED = 3.0


@dataclass(frozen=True, slots=True)
class Unit:
    """Strips that cannot be parted: a paragraph with its heading before it and its lists after it.

    `place` counts the units in the order of the file.
    """

    place: int
    strips: tuple[Strip, ...]
    opens: bool

    @property
    def text(self) -> str:
        """All words of the unit."""
        return "\n".join(strip.words for strip in self.strips)

    @property
    def body(self) -> str:
        """The words of the unit without who wrote them and from where."""
        words = (strip.words for strip in self.strips if strip.kind is not BlockKind.BYLINE)
        return _DATELINE.sub("", "\n".join(words))


@dataclass(frozen=True, slots=True)
class _Deal:
    """One way to deal out the units so far.

    Attributes:
        score: how good it is.
        owner: the article of each unit.
        tails: the last unit of each article.
        sizes: how many units each article has.
    """

    score: float = 0.0
    owner: tuple[int, ...] = ()
    tails: tuple[int, ...] = ()
    sizes: tuple[int, ...] = ()


@dataclass(slots=True)
class _Table:
    """What is known of the units.

    Attributes:
        units: the units in the order of the file.
        kin: their neighbours in meaning among the units before them, in order.
        settled: how many units all ways to deal them give to the same articles.
    """

    units: Sequence[Unit]
    kin: Sequence[Sequence[tuple[int, float]]]
    settled: int = 0

    def joint(self, tail: int, head: int) -> float:
        """How well the unit `head` goes on after the unit `tail`."""
        return joint(self.units[tail].strips[-1], self.units[head].strips[0])

    def settle(self, deals: Sequence[_Deal]) -> None:
        """Count on what all `deals` have in common; whatever goes on from them has it too."""
        sure = deals[0].owner
        while self.settled < len(sure) and all(
            deal.owner[self.settled] == sure[self.settled] for deal in deals
        ):
            self.settled += 1

    def open(self, unit: int) -> bool:
        """Whether the unit breaks off inside a sentence."""
        return self.units[unit].strips[-1].open


@dataclass(frozen=True, slots=True)
class Dealt:
    """The units of each article in the order of the file, and the units whose joint is in doubt."""

    articles: tuple[tuple[int, ...], ...]
    doubtful: frozenset[int]


def dealt(units: Sequence[Unit]) -> Dealt:
    """The units of a page dealt out to articles, one of which begins at each opening unit."""
    if not any(unit.strips[-1].open or unit.strips[-1].wrapped for unit in units[:-1]):
        return Dealt(_in_order(units), frozenset())
    table = _Table(units, _neighbours(units))
    deals = [_Deal()]
    for index in range(len(units)):
        deals = _dealings(deals, index, table)
    closed = [replace(deal, score=deal.score - _unfinished(deal, table)) for deal in deals]
    best = max(closed, key=lambda deal: deal.score)
    near = [_before(deal) for deal in closed if deal.score > best.score - _DOUBT]
    sure = _before(best)
    doubtful = frozenset(unit for unit in sure if any(other[unit] != sure[unit] for other in near))
    return Dealt(_members(best), doubtful)


def _in_order(units: Sequence[Unit]) -> tuple[tuple[int, ...], ...]:
    """Nothing breaks off: each article is what stands between its beginning and the next."""
    starts = [index for index, unit in enumerate(units) if unit.opens or index == 0]
    return tuple(tuple(range(*ends)) for ends in pairwise([*starts, len(units)]))


def _neighbours(units: Sequence[Unit]) -> list[list[tuple[int, float]]]:
    """The units before each unit that it shares words with, and how much."""
    found: list[list[tuple[int, float]]] = [[] for _ in units]
    for (one, other), weight in kinship([topics(unit.body) for unit in units]).items():
        found[other].append((one, weight))
    return found


def _dealings(deals: Sequence[_Deal], index: int, table: _Table) -> list[_Deal]:
    """The best ways to go on from `deals` with the next unit."""
    if table.units[index].opens or index == 0:
        return [_given(deal, index, len(deal.tails), deal.score) for deal in deals]
    table.settle(deals)
    ways = [*_ways(deals, index, table)]
    ways.sort(key=itemgetter(0), reverse=True)
    good = (way for way in ways[:_BEAM] if way[0] > ways[0][0] - _HOPELESS)
    return [_given(deals[number], index, article, score) for score, number, article in good]


def _ways(deals: Sequence[_Deal], index: int, table: _Table) -> Iterator[tuple[float, int, int]]:
    """How good it is to give the unit, in each of `deals`, to each article that has begun."""
    switch = _SWITCH_OPEN if table.open(index - 1) else _SWITCH_CLOSED
    alike = _shared(table.kin[index], deals, table.settled)
    joints: dict[int, float] = {}
    for number, deal in enumerate(deals):
        shared, tails = alike[number], deal.tails
        for article in range(max(0, len(tails) - _NEAR), len(tails)):
            tail = tails[article]
            if tail not in joints:
                joints[tail] = table.joint(tail, index)
            score = deal.score + joints[tail]
            if article in shared:
                score += min(_MOST_ALIKE, _ALIKE * shared[article] / sqrt(deal.sizes[article]))
            yield score if article == deal.owner[-1] else score - switch, number, article


def _shared(kin: Sequence[tuple[int, float]], deals: Sequence[_Deal], settled: int) -> list[dict[int, float]]:
    """What a unit has in common with each article of each of `deals`; `kin` are its neighbours in order."""
    known: dict[int, float] = {}
    sure = deals[0].owner
    late = []
    for member, weight in kin:
        if member < settled:
            known[sure[member]] = known.get(sure[member], 0.0) + weight
        else:
            late.append((member, weight))
    found = []
    for deal in deals:
        shared = known.copy()
        for member, weight in late:
            owner = deal.owner[member]
            shared[owner] = shared.get(owner, 0.0) + weight
        found.append(shared)
    return found


def _given(deal: _Deal, index: int, article: int, score: float) -> _Deal:
    """The deal with the unit given to `article`."""
    owner = (*deal.owner, article)
    if article == len(deal.tails):
        return _Deal(score, owner, (*deal.tails, index), (*deal.sizes, 1))
    tails = (*deal.tails[:article], index, *deal.tails[article + 1 :])
    sizes = (*deal.sizes[:article], deal.sizes[article] + 1, *deal.sizes[article + 1 :])
    return _Deal(score, owner, tails, sizes)


def _unfinished(deal: _Deal, table: _Table) -> float:
    return sum(BROKEN for tail in deal.tails if table.open(tail))


def _members(deal: _Deal) -> tuple[tuple[int, ...], ...]:
    """The units of each article."""
    found: list[list[int]] = [[] for _ in deal.tails]
    for unit, article in enumerate(deal.owner):
        found[article].append(unit)
    return tuple(map(tuple, found))


def _before(deal: _Deal) -> dict[int, int]:
    """The unit before each unit, -1 for the first of an article."""
    return {
        unit: before
        for members in _members(deal)
        for before, unit in zip((-1, *members), members, strict=False)
    }
