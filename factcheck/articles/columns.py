"""The pieces of a page dealt out to its articles.

Pieces are taken in the order of the file. Each goes to an article that has begun: to the one before
it, or to another that it is closer to in what it speaks of and whose last sentence it can finish.
The best of many ways to deal them is kept; where two are nearly as good, nothing is joined.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import sqrt
from operator import itemgetter

from factcheck.articles.joints import BROKEN, head_of, joint
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
_LATELY = 20
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
        articles: the units of each article, a bit for each: 0b101 has the first unit and the third.
        last: the article that the last unit was given to.
    """

    score: float = 0.0
    articles: tuple[int, ...] = ()
    last: int = 0


@dataclass(frozen=True, slots=True)
class _Table:
    """What is known of the units.

    Attributes:
        units: the units in the order of the file.
        kin: with which of those before it each shares words, and how much.
    """

    units: Sequence[Unit]
    kin: Sequence[Mapping[int, int]]

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
    table = _Table(units, kinship([topics(unit.body) for unit in units]))
    deals = [_Deal()]
    for index in range(len(units)):
        deals = _dealings(deals, index, table)
    closed = [_Deal(deal.score - _unfinished(deal, table), deal.articles, deal.last) for deal in deals]
    best = max(closed, key=lambda deal: deal.score)
    near = [_before(deal) for deal in closed if deal.score > best.score - _DOUBT]
    sure = _before(best)
    doubtful = frozenset(unit for unit in sure if any(other[unit] != sure[unit] for other in near))
    return Dealt(_members(best), doubtful)


def _in_order(units: Sequence[Unit]) -> tuple[tuple[int, ...], ...]:
    """Nothing breaks off: each article is what stands between its beginning and the next."""
    starts = [index for index, unit in enumerate(units) if unit.opens or index == 0]
    return tuple(tuple(range(*ends)) for ends in pairwise([*starts, len(units)]))


def _dealings(deals: Sequence[_Deal], index: int, table: _Table) -> list[_Deal]:
    """The best ways to go on from `deals` with the next unit."""
    if table.units[index].opens or index == 0:
        return [_begun(deal, index) for deal in deals]
    ways = _ways(deals, index, table)
    ways.sort(key=itemgetter(0), reverse=True)
    good = (way for way in ways[:_BEAM] if way[0] > ways[0][0] - _HOPELESS)
    return [_given(deals[number], index, article, score) for score, number, article in good]


def _ways(deals: Sequence[_Deal], index: int, table: _Table) -> list[tuple[float, int, int]]:
    """How good it is to give the unit, in each of `deals`, to each article that has begun."""
    switch = _SWITCH_OPEN if table.open(index - 1) else _SWITCH_CLOSED
    fits = _fits({members for deal in deals for members in deal.articles[-_NEAR:]}, index, table)
    found: list[tuple[float, int, int]] = []
    for number, deal in enumerate(deals):
        score, last = deal.score, deal.last
        first = max(0, len(deal.articles) - _NEAR)
        for article, members in enumerate(deal.articles[first:], first):
            joined, alike = fits[members]
            whole = score + joined + alike
            found.append((whole if article == last else whole - switch, number, article))
    return found


def _fits(articles: Iterable[int], index: int, table: _Table) -> dict[int, tuple[float, float]]:
    """How well the unit goes on after the last of each of `articles`, and what it has in common with them.

    Articles differ in the last few units; what it shares with those before them is summed up once.
    """
    head, kin = head_of(table.units[index].strips[0]), table.kin[index].items()
    cut = max(0, index - _LATELY)
    before = [(1 << unit, weight) for unit, weight in kin if unit < cut]
    since = [(1 << unit - cut, weight) for unit, weight in kin if unit >= cut]
    sums: dict[int, int] = {}
    joints: dict[int, float] = {}
    found: dict[int, tuple[float, float]] = {}
    for members in articles:
        late = members >> cut
        early = members ^ late << cut
        if early not in sums:
            sums[early] = sum([weight for bit, weight in before if early & bit])
        shared = sums[early]
        for bit, weight in since:
            if late & bit:
                shared += weight
        tail = members.bit_length() - 1
        if tail not in joints:
            joints[tail] = joint(table.units[tail].strips[-1], head)
        found[members] = joints[tail], _alike(shared, members) if shared else 0.0
    return found


def _alike(shared: int, members: int) -> float:
    """What an article of these members and a unit that shares so much with them have in common."""
    return min(_MOST_ALIKE, _ALIKE * (shared / 1000) / sqrt(members.bit_count()))


def _begun(deal: _Deal, index: int) -> _Deal:
    """The deal with an article that begins with the unit."""
    return _Deal(deal.score, (*deal.articles, 1 << index), len(deal.articles))


def _given(deal: _Deal, index: int, article: int, score: float) -> _Deal:
    """The deal with the unit given to `article`."""
    begun = [*deal.articles]
    begun[article] |= 1 << index
    return _Deal(score, tuple(begun), article)


def _unfinished(deal: _Deal, table: _Table) -> float:
    return sum(BROKEN for members in deal.articles if table.open(members.bit_length() - 1))


def _members(deal: _Deal) -> tuple[tuple[int, ...], ...]:
    """The units of each article."""
    return tuple([_set_bits(members) for members in deal.articles])


def _set_bits(members: int) -> tuple[int, ...]:
    return tuple([unit for unit in range(members.bit_length()) if members >> unit & 1])


def _before(deal: _Deal) -> dict[int, int]:
    """The unit before each unit, -1 for the first of an article."""
    return {
        unit: before
        for members in _members(deal)
        for before, unit in zip((-1, *members), members, strict=False)
    }
