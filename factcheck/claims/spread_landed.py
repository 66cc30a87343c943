"""A number and the range it is said to have landed in: 盈利1.28亿元，落在预告的1.1亿元至1.3亿元之间."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.facts import interval_of
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.spread_ends import Ends, clause_start, ends_of
from factcheck.model import Article
from factcheck.patterns import compiled

_LANDED = compiled(
    "(?:正好|恰好|刚好|仍|也|还|均|都)?(?:落[在入到]|[处位]于|没有?(?:超出|跑出|跳出)|未(?:超出|跑出|跳出))(?P<whose>[^，。；]{0,16})"
)
_OF_OTHERS = compiled("行业|同[类行]|全[国省市]|其他|周边|各地")
_INSIDE = compiled(
    "(?<![未没])落[在入到](?:了|该|这一|上述|这个|询价|指导)*(?:区间|范围)[之以]?[内里中]?的?$"
)
_NEAR = 3
_CLOSED = compiled("(?:元|%)?(?:之间|的?(?:区间|范围))")


def landed(mentions: Sequence[Mention], article: Article) -> Iterator[tuple[Ends, list[Mention]]]:
    """The ranges that a number beside them in the sentence is said to lie in, with that number."""
    yield from _behind(mentions, article)
    for at, mention in enumerate(mentions[1:], start=1):
        ends = _ends(mention, at, article) if mention.slot.group is not None else None
        said = _LANDED.fullmatch(ends.words) if ends is not None and _CLOSED.match(mention.right) else None
        if ends is None or said is None or _OF_OTHERS.search(said["whose"]):
            continue
        own = mentions[at - 1]
        plain = own.role is Role.LEVEL and interval_of(own) is not None and not own.aside
        if plain and own.sentence == mention.sentence and own.base_unit == mention.base_unit:
            yield ends, [own]


def _behind(mentions: Sequence[Mention], article: Article) -> Iterator[tuple[Ends, list[Mention]]]:
    """询价区间为2.10%至2.60%，利率最终落在区间内的2.43%: the range first, then the number in it."""
    for at, own in enumerate(mentions):
        if "落" not in own.left or not _INSIDE.search(own.left):
            continue
        if own.role is not Role.LEVEL or own.slot.group is not None:
            continue
        told = [(n, mentions[n]) for n in range(max(0, at - _NEAR), at) if mentions[n].slot.group is not None]
        like = [(n, m) for n, m in told if m.sentence == own.sentence and m.base_unit == own.base_unit]
        if like and (ends := _ends(like[-1][1], like[-1][0], article)) is not None:
            yield ends, [own]


def _ends(mention: Mention, at: int, article: Article) -> Ends | None:
    """The range that the mention at a place tells, with the words of its clause before it."""
    hull, group = ends_of(mention), mention.slot.group
    if hull is None or group is None:
        return None
    first = group.figures[0].span.start
    words = article.text[clause_start(article.text, first) : first]
    return Ends(mention, at, at, hull, tuple(group.figures), words)
