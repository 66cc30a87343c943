"""The pieces of a page dealt out to its articles.

Pieces are taken in the order of the file. Each goes to an article that has begun: to the one before
it, or to another that it is closer to in what it speaks of and whose last sentence it can finish.
The best of many ways to deal them is kept; where two are nearly as good, nothing is joined.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt

from factcheck.articles.joints import BROKEN, joint
from factcheck.articles.strips import Strip
from factcheck.articles.vocabulary import kinship, topics
from factcheck.model import BlockKind

_DATELINE = re.compile(r"^[^。，]{0,12}[讯电]\s?[（(][^）)]{0,30}[）)]")
_BEAM = 24
_ALIKE = 0.5
_MOST_ALIKE = 6.0
_NEAR = 8
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
    """One way to deal out the units so far: the units of each article, and how good it is."""

    score: float
    articles: tuple[tuple[int, ...], ...]
    last: int


@dataclass(frozen=True, slots=True)
class Dealt:
    """The units of each article in the order of the file, and the units whose joint is in doubt."""

    articles: tuple[tuple[int, ...], ...]
    doubtful: frozenset[int]


def dealt(units: Sequence[Unit]) -> Dealt:
    """The units dealt out to articles, one of which begins at each opening unit."""
    alike = kinship([topics(unit.body) for unit in units])
    deals = [_Deal(0.0, (), -1)]
    for index, unit in enumerate(units):
        found = [new for deal in deals for new in _dealings(deal, index, unit, units, alike)]
        deals = sorted(found, key=lambda deal: -deal.score)[:_BEAM]
    closed = [replace(deal, score=deal.score - _unfinished(deal, units)) for deal in deals]
    best = max(closed, key=lambda deal: deal.score)
    near = [_before(deal) for deal in closed if deal.score > best.score - _DOUBT]
    sure = _before(best)
    doubtful = frozenset(unit for unit in sure if any(other[unit] != sure[unit] for other in near))
    return Dealt(best.articles, doubtful)


def _before(deal: _Deal) -> dict[int, int]:
    """The unit before each unit, -1 for the first of an article."""
    return {
        unit: before
        for members in deal.articles
        for before, unit in zip((-1, *members), members, strict=False)
    }


def _dealings(
    deal: _Deal,
    index: int,
    unit: Unit,
    units: Sequence[Unit],
    alike: dict[tuple[int, int], float],
) -> list[_Deal]:
    """The ways to go on from `deal` with the next unit."""
    if unit.opens or not deal.articles:
        opened = len(deal.articles)
        return [replace(deal, articles=(*deal.articles, (index,)), last=opened)]
    return [
        _Deal(
            deal.score
            + _fit(deal, article, index, unit, units)
            + _likeness(deal.articles[article], index, alike),
            (
                *deal.articles[:article],
                (*deal.articles[article], index),
                *deal.articles[article + 1 :],
            ),
            article,
        )
        for article in range(max(0, len(deal.articles) - _NEAR), len(deal.articles))
    ]


def _fit(deal: _Deal, article: int, index: int, unit: Unit, units: Sequence[Unit]) -> float:
    tail = units[deal.articles[article][-1]].strips[-1]
    score = joint(tail, unit.strips[0])
    if article != deal.last:
        score -= _SWITCH_OPEN if units[index - 1].strips[-1].open else _SWITCH_CLOSED
    return score


def _likeness(members: Sequence[int], index: int, alike: dict[tuple[int, int], float]) -> float:
    """How close the unit is to the units of an article."""
    shared = sum(alike.get((member, index), 0.0) for member in members)
    return min(_MOST_ALIKE, _ALIKE * shared / sqrt(len(members)))


def _unfinished(deal: _Deal, units: Sequence[Unit]) -> float:
    return sum(BROKEN for members in deal.articles if units[members[-1]].strips[-1].open)
