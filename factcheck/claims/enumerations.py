"""Lists of an article: their items, and the count that is stated of them.

rows        items parted by 、, in their clause and brackets
counts      figures that can say how many
closed      甲、乙、丙三省
after       甲村、乙村上榜，两个村…
clauses     两处：一处在东，一处在西
announced   三条措施：甲、乙、丙
figured     三类：甲8处，乙5处，丙2处
groups      两省六市：江苏的甲、乙、丙，浙江的丁、戊、己
runs        一是…二是…, tied to their count by numbered
respective  甲、乙分别为1吨、2吨
blocks      bullets and sidebars
titled      counts of the headline
tops        前三名依次是甲、乙、丙
quoted      《甲》《乙》《丙》
codes       “1+9+N”（1支、9个、N个）
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factcheck.claims.enumeration_after import counted_after
from factcheck.claims.enumeration_announced import announced
from factcheck.claims.enumeration_blocks import blocks
from factcheck.claims.enumeration_clauses import told_in_clauses
from factcheck.claims.enumeration_closed import closed
from factcheck.claims.enumeration_codes import codes
from factcheck.claims.enumeration_counts import Count, Counts, counts
from factcheck.claims.enumeration_figured import figured
from factcheck.claims.enumeration_groups import grouped
from factcheck.claims.enumeration_items import uncounted
from factcheck.claims.enumeration_numbered import numbered
from factcheck.claims.enumeration_quoted import quoted
from factcheck.claims.enumeration_respective import respective
from factcheck.claims.enumeration_rows import Row, joined, rows
from factcheck.claims.enumeration_titled import titled
from factcheck.claims.enumeration_tops import tops
from factcheck.model import Article, BlockKind, Enumeration, Figure, Group, Span

_PAIR = 2
_SKIPPED = frozenset({BlockKind.IGNORED, BlockKind.DECLINED, BlockKind.TABLE, BlockKind.BYLINE})


def enumerations(
    article: Article, figures: Sequence[Figure], groups: Sequence[Group]
) -> tuple[Enumeration, ...]:
    """Every list of `article`, by position."""
    known = counts(article.text, figures, groups)
    runs, nested = list(numbered(article, known)), list(grouped(article, known))
    found = [*runs, *(one for group in nested for one in group.enumerations)]
    tied = {count.start for group in nested for count in group.counts}
    tied |= {run.count.span.start for run in runs if run.count is not None}
    lines = [one for one in blocks(article, known) if one.count and one.count.span.start not in tied]
    tied |= {one.count.span.start for one in lines if one.count is not None}
    lines += figured(article, [one for one in known.all if one.start not in tied], figures)
    tied |= {one.count.span.start for one in lines if one.count is not None}
    found += [*lines, *codes(article, figures, known)]
    text = article.text
    paused = [
        block
        for block in _blocks(article)
        if any(text.find(mark, block.start, block.end) >= 0 for mark in "、；")
    ]
    by_block = [(block, _sorted(rows(article.text, block))) for block in paused]
    places = tuple(tops(article.text, figures))
    for block, here in by_block:
        counted = [*known.within(block), *(one for one in places if block.start <= one.start < block.end)]
        found += _rows(article, here, known, [one for one in counted if one.start not in tied])
    tied |= {one.count.span.start for one in found if one.count is not None}
    found += [one for _, here in by_block for one in counted_after(article, here, known, tied)]
    tied |= {one.count.span.start for one in found if one.count is not None}
    found += told_in_clauses(article, [one for one in known.all if one.start not in tied])
    found += titled(article, known, found)
    found += quoted(article, _blocks(article), (*places, *known.all))
    found += respective(article, [row for _, here in by_block for row in here], figures, groups, known)
    found.sort(key=lambda one: one.count.span.start if one.count else one.items[0].start)
    return tuple(found)


def _rows(
    article: Article, here: Sequence[Row], known: Counts, counted: Sequence[Count]
) -> Iterator[Enumeration]:
    """The lists parted by 、 in a block; those of `counted` may announce one."""
    starts = [row.items[0].start for row in here]
    ends: set[int] = set()
    for count in counted:
        first = max(bisect_right(starts, count.start) - 1, 0)
        found = announced(article, count, here[first : first + 4], known)
        if found is not None:
            ends.add(found.items[0].end)
            yield found
    for row in here:
        if row.items[0].end in ends:
            continue
        closing = list(closed(article, row, known))
        yield from closing
        if not closing and not _is_pair(article.text, row):
            yield _plain(article, row)


def _sorted(found: Iterator[Row]) -> list[Row]:
    return sorted(found, key=lambda row: row.items[0].start)


def _blocks(article: Article) -> Iterator[Span]:
    if not article.blocks:
        yield Span(0, len(article.text))
    for block in article.blocks:
        if block.kind not in _SKIPPED:
            yield block.span


def _is_pair(text: str, row: Row) -> bool:
    """甲、乙 that nothing counts: two things of which there is nothing to say."""
    return len(row.items) == _PAIR and not joined(text, row.items[1])


def _plain(article: Article, row: Row) -> Enumeration:
    found = uncounted(article.text, row.items)
    return Enumeration(None, "", found.spans, article, open=found.open, made_by="plain")
