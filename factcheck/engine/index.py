"""Claims by quantity: what makes finding the partners of a claim one look-up.

Mentions of one quantity are kept together. If they cannot all be the same number, that is the
finding of the repeats rules, and relations over them are not judged.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from factcheck.engine.path import ANY, Key, bare, key
from factcheck.engine.rule import Filter
from factcheck.interval import Interval
from factcheck.model import (
    Anchor,
    Article,
    Block,
    BlockKind,
    Claim,
    Fact,
    Measure,
    Modality,
    Quantity,
)
from factcheck.records import dataclass

Place = tuple[Key, Modality]
_TITLED = frozenset([BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION])
_NONE: frozenset[str] = frozenset()
_OF, _AGAINST, _BOTH = frozenset(["of"]), frozenset(["against"]), frozenset(["of", "against"])


@dataclass(frozen=True, slots=True, eq=False)
class Mentions:
    """All claims of one quantity in one modality, in reading order.

    They `agree` if one value fits all readings the words ask for. The `settled` ones are those that
    relations go by: all, or those of the text alone where only a title or a caption disagrees.
    """

    key: Key
    claims: tuple[Claim, ...]
    settled: tuple[Claim, ...]
    agree: bool


@dataclass(frozen=True, slots=True)
class Index:
    """Claims that can be tied to each other: those of one article, or of many."""

    mentions: dict[Place, Mentions]
    by_measure: dict[Measure, list[Mentions]]
    by_side: dict[tuple[Measure, Key], list[Mentions]]
    keys: set[Key]

    def sides(self, mentions: Mentions) -> frozenset[str]:
        """Which of `of` and `against` of a made quantity are claimed themselves."""
        made = mentions.key
        if not isinstance(made, tuple):
            return _NONE
        of, against = made[1] in self.keys, made[2] in self.keys
        return (_BOTH if against else _OF) if of else (_AGAINST if against else _NONE)

    def find(self, wanted: Key, modality: Modality) -> Mentions | None:
        """The mentions of a quantity."""
        return self.mentions.get((wanted, modality))

    def like(self, wanted: Key, modality: Modality) -> Iterator[Mentions]:
        """The mentions of every quantity that fits a key with `*` in it."""
        if not isinstance(wanted, tuple):
            return
        measure, of, against, _ = wanted
        known = of if against == ANY else against
        side = 2 if of == ANY else 1
        for one in self.by_side.get((measure, known), ()):
            made = one.key
            fits_side = isinstance(made, tuple) and made[side] == known and made[3] is None
            if fits_side and one.claims[0].modality is modality:
                yield one


def index(claims: Iterable[Claim]) -> Index:
    """The index of `claims`; those without a number are left out."""
    grouped: dict[Place, list[Claim]] = {}
    facts: dict[Fact, int] = {}
    for claim in claims:
        if claim.interval is not None:
            grouped.setdefault((key(claim.quantity, facts), claim.modality), []).append(claim)
    found = Index({}, {}, {}, {place[0] for place in grouped})
    for place, members in grouped.items():
        settled = _settled(members)
        one = Mentions(place[0], tuple(members), tuple(settled or members), bool(settled))
        found.mentions[place] = one
        if isinstance(place[0], tuple):
            measure, of, against, _ = place[0]
            found.by_measure.setdefault(measure, []).append(one)
            found.by_side.setdefault((measure, of), []).append(one)
            found.by_side.setdefault((measure, against), []).append(one)
        else:
            found.by_measure.setdefault(Measure.LEVEL, []).append(one)
    return found


def fits(claim: Claim, asks: Filter) -> bool:
    """Whether `claim` is what a role asks for."""
    quantity = claim.quantity
    if asks.measure is not None and quantity.measure is not asks.measure:
        return False
    if (asks.sort and quantity.sort not in asks.sort) or (
        asks.modality and claim.modality not in asks.modality
    ):
        return False
    if asks.made_by and claim.made_by not in asks.made_by:
        return False
    if asks.averaged is not None and asks.averaged is not ((quantity.over or 1) > 1):
        return False
    if (asks.dimension or asks.base) and not _fits_unit(claim, asks):
        return False
    return not (asks.block or asks.indicator) or _fits_place(claim, asks)


def joinable(quantity: Quantity | Fact | None) -> bool:
    """Whether a claim means the same in another article: whose, what and when in absolute terms.

    A `#` marks what has no name of its own, or one that an article gives to several things: another
    article that says the same says it of something else.
    """
    if isinstance(quantity, Quantity):
        sides = [side for side in (quantity.of, quantity.against) if side is not None]
        return all(joinable(side) for side in sides)
    if quantity is None or not quantity.subject or "#" in quantity.indicator:
        return False
    if not isinstance(quantity.period, tuple):
        return False
    return Anchor.ABSOLUTE in quantity.period


def block_of(article: Article, offset: int) -> BlockKind | None:
    """The purpose of the stretch of `article` around `offset`; `None` when nothing is known."""
    place = bisect_right(article.blocks, offset, key=_begins) - 1
    found = article.blocks[place] if place >= 0 else None
    return found.kind if found is not None and offset < found.span.end else None


def _begins(block: Block) -> int:
    return block.span.start


def _fits_unit(claim: Claim, asks: Filter) -> bool:
    unit = claim.unit
    if asks.dimension and (unit is None or unit.dimension not in asks.dimension):
        return False
    return not asks.base or (unit is not None and unit.base in asks.base)


def _fits_place(claim: Claim, asks: Filter) -> bool:
    if asks.block and block_of(claim.article, claim.span.start) not in asks.block:
        return False
    if not asks.indicator:
        return True
    return getattr(bare(claim.quantity), "indicator", "") in asks.indicator


def titled(claim: Claim) -> bool:
    """Whether it is said in a title, a heading or a caption, which only repeat the text."""
    return block_of(claim.article, claim.span.start) in _TITLED


def _settled(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Those that agree: all of them, or those of the text; none when the text contradicts itself."""
    if len(claims) == 1 or _agree(claims):
        return claims
    told = [claim for claim in claims if not titled(claim)]
    return told if len(told) < len(claims) and _agree(told) else ()


def _agree(claims: Sequence[Claim]) -> bool:
    common: Interval | None = None
    for claim in claims:
        if claim.interval is not None and not claim.alternative:
            common = claim.interval if common is None else common.intersect(claim.interval)
            if common is None:
                return False
    return True
