"""Lists that stand as lines of their own: bullets below a sentence that counts them, and sidebars.

A sidebar has a heading; its count stands in the article, in a sentence that names the heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claims.enumeration_counts import Count, Counts
from factcheck.model import Article, Block, BlockKind, Enumeration, Span
from factcheck.patterns import compiled

_COLON = compiled(r"[：:]\s*$")
_SENTENCE = compiled(r"[^。！？\n]*$")
_ASIDE = compiled(r"[（(][^（）()]*[）)]|\s|\d{4}年?")
_STOP = compiled(r"[。！？\n]")
_REACH = 400
_LEAST_NAME = 4
_ROOM = 2


def blocks(article: Article, known: Counts) -> Iterator[Enumeration]:
    """The lists of lines in `article` that a count speaks of."""
    for lead, lines in _runs(article.blocks):
        count = _announced(article, lead, known) or _named(article, lead, lines, known)
        if count is not None:
            style = "sidebar" if lead.kind is BlockKind.HEADING else "bullets"
            spans = tuple(line.span for line in lines)
            yield Enumeration(count.figure, count.unit, spans, article, style=style, made_by=style)


def _runs(article_blocks: Sequence[Block]) -> Iterator[tuple[Block, list[Block]]]:
    """Each run of lines of one level, with the block before it; deeper lines belong to the line above."""
    lead: Block | None = None
    lines: list[Block] = []
    for block in article_blocks:
        if block.kind is BlockKind.ITEM and (not lines or block.level >= lines[0].level):
            lines += [block] if not lines or block.level == lines[0].level else []
            continue
        if lead is not None and len(lines) > 1:
            yield lead, lines
        lead, lines = _lead(lead, block, fresh=not lines), []
    if lead is not None and len(lines) > 1:
        yield lead, lines


def _lead(before: Block | None, block: Block, *, fresh: bool) -> Block | None:
    """The block above the lines; of two headings in a row the longer one."""
    if block.kind is BlockKind.ITEM:
        return None
    heads = before is not None and before.kind is BlockKind.HEADING and block.kind is BlockKind.HEADING
    if before is not None and heads and fresh and _long(before) > _long(block):
        return before
    return block


def _long(block: Block) -> int:
    return block.span.end - block.span.start


def _announced(article: Article, lead: Block, known: Counts) -> Count | None:
    """The last count of the sentence that ends in the colon above the lines."""
    words = lead.span.of(article.text)
    if not _COLON.search(words):
        return None
    found = _SENTENCE.search(words)
    start = lead.span.start + (found.start() if found else 0)
    counts = known.within(Span(start, lead.span.end))
    return counts[-1] if counts else None


def _named(article: Article, lead: Block, lines: Sequence[Block], known: Counts) -> Count | None:
    """The count of a sentence elsewhere that names the heading of a sidebar."""
    name = _ASIDE.sub("", lead.span.of(article.text))
    if lead.kind is not BlockKind.HEADING or len(name) < _LEAST_NAME:
        return None
    told = (_sentence(article.text, found.start()) for found in re.finditer(re.escape(name), article.text))
    around = [count for span in told for count in known.within(span) if not _inside(count, lead, lines)]
    near = [count for count in around if abs(count.value - len(lines)) <= _ROOM]
    values = {count.value for count in near}
    return near[0] if len(values) == 1 else next((one for one in near if one.value == len(lines)), None)


def _sentence(text: str, at: int) -> Span:
    stops = [stop.end() for stop in _STOP.finditer(text, max(0, at - _REACH), at)]
    end = _STOP.search(text, at)
    return Span(stops[-1] if stops else max(0, at - _REACH), end.start() if end else len(text))


def _inside(count: Count, lead: Block, lines: Sequence[Block]) -> bool:
    return lead.span.start <= count.start < lines[-1].span.end
