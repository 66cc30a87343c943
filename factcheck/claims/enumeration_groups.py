"""Lists of lists under two counts: 两省六市：江苏的…，浙江的…; “三清三关”：清…，关…."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.enumeration_counts import Count, Counts
from factcheck.claims.enumeration_items import items
from factcheck.claims.enumeration_rows import pieces, trimmed
from factcheck.model import Article, Enumeration, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_BETWEEN = compiled(r"[\u4e00-\u9fff]{0,5}")
_LINK = compiled(r"[^，,。；;：:、！？!?\n]{0,10}(?:：|:(?!\d)|[，,]?(?:分别为|分别是|即)：?)\s*")
_STOP = compiled(r"[。；;！？!?\n]")


@dataclass(frozen=True, slots=True)
class Grouped:
    """Adjacent counts that announce a list of lists, and where that list ends."""

    counts: tuple[Count, ...]
    enumerations: tuple[Enumeration, ...]


def grouped(article: Article, counts: Counts) -> Iterator[Grouped]:
    """The lists of lists of `article`."""
    for first, second in zip(counts.all, counts.all[1:], strict=False):
        between = article.text[first.end : second.start]
        link = _LINK.match(article.text, second.end)
        if link is None or not _BETWEEN.fullmatch(between) or between.endswith("近"):
            continue
        groups = _groups(article.text, link.end(), counts)
        if len(groups) > 1 and any(len(group) > 1 for group in groups):
            found = tuple(_enumerations(article, (first, second), groups))
            yield Grouped((first, second), found)


def _groups(text: str, start: int, counts: Counts) -> list[tuple[Span, ...]]:
    """The items of each clause from `start` to the end of the sentence, their own totals left out."""
    stop = _STOP.search(text, start)
    clauses = pieces(text, Span(start, stop.start() if stop else len(text)), "，,")
    groups: list[tuple[Span, ...]] = []
    for clause in clauses:
        parts = pieces(text, clause, "、")
        if not parts:
            break
        own = counts.within(parts[-1])
        if own and own[0].start > parts[-1].start:
            parts[-1] = trimmed(text, parts[-1].start, own[0].start)
        if len(parts) < 2 and not own:
            break
        groups.append(items(text, parts, cut=False).spans if len(parts) > 1 else tuple(parts))
    return groups


def _enumerations(
    article: Article, pair: tuple[Count, Count], groups: Sequence[tuple[Span, ...]]
) -> Iterator[Enumeration]:
    outer, inner = pair
    sizes = [len(group) for group in groups]
    if (
        len(groups) == len(pair)
        and (sizes[0] == outer.value or sizes[1] == inner.value)
        and outer.value != len(groups)
    ):
        for count, group in zip(pair, groups, strict=True):
            yield _enumeration(article, count, group)
        return
    whole = tuple(item for group in groups for item in group)
    heads = tuple(Span(group[0].start, group[-1].end) for group in groups)
    loose = outer.value != len(groups) and inner.value != len(whole)
    yield _enumeration(article, outer, heads, loose=loose)
    yield _enumeration(article, inner, whole, loose=loose)


def _enumeration(
    article: Article, count: Count, spans: tuple[Span, ...], *, loose: bool = False
) -> Enumeration:
    return Enumeration(
        count.figure, count.unit, spans, article, style="groups", made_by="grouped", loose=loose
    )
