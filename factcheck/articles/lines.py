"""A document as lines: what is read of each, and where it stands.

What the format marked as ignored, the marks of headings and items, page marks and characters
without width are left out of a line's words; its runs say where the rest stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from factcheck.articles.strips import Line, Run
from factcheck.articles.traditional import simplified
from factcheck.model import Block, BlockKind, Document, Table
from factcheck.patterns import compiled

_INVISIBLE = compiled(r"[<\u200b-\u200f\u2060\ufeff\u00ad](?:(?<=<)PAGE_DIV>|(?<!<))")
_MARK = compiled(r"(?P<heading>#{1,6})[ \t]+|(?P<item>[-*+•▪])[ \t\u3000]+(?=\S)")
_MARKS = frozenset("#-*+•▪")
_FIGURE = frozenset("0123456789%")  # “# 住宅 -2.4” is a row of statistics: # means 其中 there
_BLANK = " \t\r\f\v\u3000\xa0\u2002\u2003"
_BREAK = {"<": " "}  # a tag between two figures is read as a blank
_SPACED = compiled(r"(?:[\u4e00-\u9fff][ \u3000]){3,}[\u4e00-\u9fff]")


def lines(document: Document) -> list[Line]:
    """The lines of `document` that are not blank, in the order of the file; a table is one line."""
    text = simplified(document.text)
    hidden = _hidden(document, text)
    starts = [start for start, _ in hidden]
    stated = {block.span.start: block for block in document.blocks if block.kind is not BlockKind.IGNORED}
    found: list[Line] = []
    gap = True
    for start, line, table in _raw(text, document.tables):
        words = line.strip(_BLANK)
        if table is not None:
            found.append(Line("", (), BlockKind.TABLE, gap=True, table=table))
        elif words:
            first = start + line.index(words[0])
            indented = first - start > 1 and line.startswith("\u3000\u3000")
            last = first + len(words)
            index = bisect_right(starts, last)
            touched = index > 0 and hidden[index - 1][1] > first
            if touched or first in stated or words[0] in _MARKS or words[1:2] in " \u3000":
                runs = _runs(first, last, hidden) if touched else ((first, last),)
                found += _marked(text, runs, stated.get(first), gap=gap, indented=indented)
            else:
                found.append(Line(words, ((first, last),), gap=gap, indented=indented))
        gap = not words
    return found


def _raw(text: str, tables: tuple[Table, ...]) -> Iterator[tuple[int, str, Table | None]]:
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


def _hidden(document: Document, text: str) -> list[Run]:
    """Stretches that are not read, in order."""
    marked = [(b.span.start, b.span.end) for b in document.blocks if b.kind is BlockKind.IGNORED]
    invisible = [found.span() for found in _INVISIBLE.finditer(text)]
    return sorted(marked + invisible) if invisible else marked


def _runs(start: int, end: int, hidden: list[Run]) -> tuple[Run, ...]:
    """What is left of a line when hidden stretches are taken out."""
    index = max(bisect_right(hidden, (start,)) - 1, 0)
    runs: list[Run] = []
    while index < len(hidden) and hidden[index][0] < end:
        first, last = hidden[index]
        if start < first:
            runs.append((start, first))
        start = max(start, last)
        index += 1
    if start < end:
        runs.append((start, end))
    return tuple(runs)


def _marked(
    text: str, runs: tuple[Run, ...], stated: Block | None, *, gap: bool, indented: bool
) -> Iterator[Line]:
    """The line with its mark taken off and understood; nothing when no words are left."""
    runs = _kept_apart(text, runs)
    words = "".join([_BREAK.get(text[start:end], text[start:end]) for start, end in runs])
    kind, level = (stated.kind, stated.level) if stated else (BlockKind.PARAGRAPH, 0)
    row = words[-1:] in _FIGURE and not words.startswith("##")
    mark = _MARK.match(words) if words[:1] in _MARKS and not row else None
    if mark:
        level = len(mark["heading"] or "") or level
        kind = BlockKind.HEADING if mark["heading"] else BlockKind.ITEM
        runs = _without(runs, mark.end())
        words = words[mark.end() :]
    elif _SPACED.fullmatch(words):
        places = [place for run in runs for place in range(*run)]
        runs = tuple((place, place + 1) for place in places[::2])
        words = words[::2]
    if words.strip(_BLANK):
        yield Line(words, runs, kind, level, gap, indented)


def _kept_apart(text: str, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs with a blank where a tag between two figures or Latin words is left out."""
    kept = list(runs[:1])
    for start, end in runs[1:]:
        last = kept[-1][1]
        if (
            text[last] == "<"
            and text[last - 1].isascii()
            and text[last - 1].isalnum()
            and text[start].isalnum()
        ):
            kept.append((last, last + 1))
        kept.append((start, end))
    return tuple(kept)


def _without(runs: tuple[Run, ...], count: int) -> tuple[Run, ...]:
    """The runs less their first `count` characters."""
    left: list[Run] = []
    for start, end in runs:
        taken = min(count, end - start)
        count -= taken
        if start + taken < end:
            left.append((start + taken, end))
    return tuple(left)
