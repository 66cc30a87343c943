"""Counts of the headline and the lists in the body that they speak of: “三张清单” over 责任清单、问题清单."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.enumeration_counts import Count, Counts
from factcheck.model import Article, BlockKind, Enumeration
from factcheck.patterns import compiled

_HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_NOUN = compiled(r"[\u4e00-\u9fff]{2}")
_INTRODUCES = compiled("(?:分别)?(?:为|是|包括|有|即)")
_ROOM = 2
_LEAD = 4


def titled(article: Article, known: Counts, plain: Sequence[Enumeration]) -> Iterator[Enumeration]:
    """The lists without a count of their own that the headline counts; at most one for each count."""
    for block in article.blocks:
        if block.kind not in _HEADS or block.level > 1:
            continue
        for count in known.within(block.span):
            noun = _NOUN.match(article.text, count.end)
            if noun is None:
                continue
            named = [
                one
                for one in plain
                if one.count is None and one.style == "pause" and _of(article.text, one, noun.group())
            ]
            yield from _counted(article, count, named)


def _of(text: str, one: Enumeration, noun: str) -> bool:
    """Whether a list is one of what the headline counts: its items end so, or it is introduced so."""
    if len(one.items) < 2:
        return False
    lead = text[max(0, one.items[0].start - _LEAD) : one.items[0].end]
    ends = [at for at in range(len(noun), len(lead)) if lead.endswith(noun, 0, at)]
    introduced = any(_INTRODUCES.match(lead, at) for at in ends)
    return introduced or all(item.of(text).endswith(noun) for item in one.items)


def _counted(article: Article, count: Count, named: Sequence[Enumeration]) -> Iterator[Enumeration]:
    for one in named[:1]:
        if abs(count.value - len(one.items)) <= _ROOM:
            yield Enumeration(
                count.figure,
                one.noun,
                one.items,
                article,
                open=one.open,
                made_by="titled",
                loose=one.loose,
                fair=one.fair,
            )
