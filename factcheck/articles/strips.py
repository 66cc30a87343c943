"""A document as strips: its lines, headlines, list items and tables, each with where it stands.

What the format marked as ignored, the marks of headings and items, page marks and characters
without width are left out of a strip's words; its spans say where every run of them stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.articles.traditional import simplified
from factcheck.model import Block, BlockKind, Document, Span, Table

_INVISIBLE = re.compile(r"<PAGE_DIV>|[\u200b-\u200f\u2060\ufeff\u00ad]")
_MARK = re.compile(r"(?P<heading>#{1,6})[ \t]+|(?P<item>[-*+•▪])[ \t\u3000]+(?=\S)")
_MARKS = frozenset("#-*+•▪")
_BLANK = " \t\r\f\v\u3000\xa0\u2002\u2003"


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """A line, a paragraph, a headline or a table on its way into an article.

    Attributes:
        words: what is read, copied from the document run by run.
        spans: where the runs of `words` stand in the document, in order.
        kind: its purpose as far as it is known, PARAGRAPH when it is not.
        level: 1 to 6 for a marked heading.
        gap: a blank line, a page mark or a table stands before it.
        indented: it begins with full-width blanks, as a first line does.
        table: the table, when it is one; its spans are those of the document.
    """

    words: str
    spans: tuple[Span, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    gap: bool = False
    indented: bool = False
    reason: str = ""
    table: Table | None = None


def strips(document: Document) -> list[Strip]:
    """The strips of `document` in the order of the file, one for each line that is not blank."""
    text = simplified(document.text)
    hidden = _hidden(document, text)
    stated = {block.span.start: block for block in document.blocks if block.kind is not BlockKind.IGNORED}
    found: list[Strip] = []
    gap = True
    for start, line, table in _lines(text, document.tables):
        words = line.strip(_BLANK)
        if table is not None:
            found.append(Strip("", (), BlockKind.TABLE, gap=True, table=table))
        elif words:
            first = start + len(line) - len(line.lstrip(_BLANK))
            runs = _runs(first, first + len(words), hidden)
            found += _strip(text, runs, stated.get(first), gap=gap, indented=line.startswith("\u3000"))
        gap = not words
    return found


def _lines(text: str, tables: tuple[Table, ...]) -> Iterator[tuple[int, str, Table | None]]:
    """Each line with its start; a table stands for all its lines."""
    waiting = sorted(tables, key=lambda table: table.span, reverse=True)
    start = skip_to = 0
    for line in text.split("\n"):
        end = start + len(line)
        while waiting and waiting[-1].span.start <= end:
            yield start, "", waiting[-1]
            skip_to = waiting.pop().span.end
        if start >= skip_to:
            yield start, line, None
        start = end + 1


def _hidden(document: Document, text: str) -> list[tuple[int, int]]:
    """Stretches that are not read, in order."""
    marked = [(b.span.start, b.span.end) for b in document.blocks if b.kind is BlockKind.IGNORED]
    invisible = [found.span() for found in _INVISIBLE.finditer(text)]
    return sorted(marked + invisible) if invisible else marked


def _runs(start: int, end: int, hidden: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left of a line when hidden stretches are taken out."""
    index = max(bisect_right(hidden, (start,)) - 1, 0)
    runs: list[tuple[int, int]] = []
    while index < len(hidden) and hidden[index][0] < end:
        first, last = hidden[index]
        if start < first:
            runs.append((start, first))
        start = max(start, last)
        index += 1
    if start < end:
        runs.append((start, end))
    return runs


def _strip(
    text: str, runs: list[tuple[int, int]], stated: Block | None, *, gap: bool, indented: bool
) -> Iterator[Strip]:
    words = "".join(text[start:end] for start, end in runs)
    kind, level = (stated.kind, stated.level) if stated else (BlockKind.PARAGRAPH, 0)
    mark = _MARK.match(words) if words[:1] in _MARKS else None
    if mark:
        level = len(mark["heading"] or "") or level
        kind = BlockKind.HEADING if mark["heading"] else BlockKind.ITEM
        runs = _without(runs, mark.end())
        words = words[mark.end() :]
    if words.strip(_BLANK):
        yield Strip(words, tuple(Span(*run) for run in runs), kind, level, gap, indented)


def _without(runs: list[tuple[int, int]], count: int) -> list[tuple[int, int]]:
    """The runs less their first `count` characters."""
    left: list[tuple[int, int]] = []
    for start, end in runs:
        taken = min(count, end - start)
        count -= taken
        if start + taken < end:
            left.append((start + taken, end))
    return left
