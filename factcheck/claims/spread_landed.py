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
_CLOSED = compiled("(?:元|%)?(?:之间|的?(?:区间|范围))")


def landed(mentions: Sequence[Mention], article: Article) -> Iterator[tuple[Ends, list[Mention]]]:
    """The ranges that the number right before them in the sentence is said to lie in, with that number."""
    for at, mention in enumerate(mentions[1:], start=1):
        hull = ends_of(mention) if mention.slot.group is not None else None
        if hull is None or mention.slot.group is None or not _CLOSED.match(mention.right):
            continue
        figures = mention.slot.group.figures
        start = clause_start(article.text, figures[0].span.start)
        words = article.text[start : figures[0].span.start]
        said = _LANDED.fullmatch(words)
        if said is None or _OF_OTHERS.search(said["whose"]):
            continue
        own = mentions[at - 1]
        plain = own.role is Role.LEVEL and interval_of(own) is not None and not own.aside
        if plain and own.sentence == mention.sentence and own.base_unit == mention.base_unit:
            yield Ends(mention, at, at, hull, tuple(figures), words), [own]
