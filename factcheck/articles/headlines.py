"""Headlines: lines of one headline joined, and the title among the first strips of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from factcheck.articles.kinds import numbered
from factcheck.articles.strips import Strip
from factcheck.articles.wrapping import cells
from factcheck.model import BlockKind

_STACK = 4
_ALIKE = 8
_LABEL = 6
_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE})


def stacked(strips: Sequence[Strip]) -> list[Strip]:
    """The strips with the lines of a headline joined; many short lines in a row are a list."""
    found: list[Strip] = []
    for stack in _stacks(strips):
        if len(stack) > _STACK:
            found += [replace(strip, kind=BlockKind.ITEM) for strip in stack]
        else:
            found += _lines_joined(stack)
    return [_label(strip, following) for strip, following in zip_longest(found, found[1:])]


def _label(strip: Strip, following: Strip | None) -> Strip:
    """A name and a colon over a headline are part of it."""
    over = following is not None and following.kind is BlockKind.HEADING
    if over and len(strip.words) <= _LABEL and strip.words.endswith("：") and not strip.level:
        return replace(strip, kind=BlockKind.HEADING)
    return strip


def _stacks(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    """Unmarked headings that stand together without a blank line; any other strip is by itself."""
    stack: list[Strip] = []
    for strip in strips:
        if stack and not (_plain(stack[-1]) and _plain(strip) and not strip.gap):
            yield stack
            stack = []
        stack.append(strip)
    if stack:
        yield stack


def _plain(strip: Strip) -> bool:
    return strip.kind is BlockKind.HEADING and not strip.level and not numbered(strip.words)


def _lines_joined(stack: Sequence[Strip]) -> list[Strip]:
    """Lines of about one width are one headline; a line with a pause in it is whole by itself."""
    found = [stack[0]]
    for strip in stack[1:]:
        last = found[-1]
        longer = cells(strip.words) - cells(last.words)
        if longer <= _ALIKE and " " not in last.words and not last.words.endswith("—"):
            words, spans = last.words + strip.words, last.spans + strip.spans
            found[-1] = replace(last, words=words, spans=spans)
        else:
            found.append(strip)
    return found


def titled(strips: Sequence[Strip]) -> list[Strip]:
    """The strips with the headline before the body marked as TITLE, if none is yet."""
    if any(strip.kind is BlockKind.TITLE for strip in strips):
        return list(strips)
    chosen = _headline(strips)
    return [
        replace(strip, kind=BlockKind.TITLE) if index in chosen else strip
        for index, strip in enumerate(strips)
    ]


def _headline(strips: Sequence[Strip]) -> range:
    """The first headings before the body, of the highest level where levels are marked."""
    body = next((index for index, strip in enumerate(strips) if strip.kind in _BODY), len(strips))
    headings = [index for index in range(body) if strips[index].kind is BlockKind.HEADING]
    if not headings:
        return range(0)
    first = min(headings, key=lambda index: (strips[index].level or 7, index))
    last = first + 1
    while last in headings and strips[last].level == strips[first].level == 0:
        last += 1
    return range(first, last)
