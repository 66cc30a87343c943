"""Paragraphs that a column, a page or a picture broke in two, joined again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.articles.kinds import dateline, numbered
from factcheck.articles.strips import Strip
from factcheck.model import BlockKind

_BETWEEN = frozenset({BlockKind.IGNORED, BlockKind.CAPTION, BlockKind.BANNER})
_FARTHEST = 6


def mended(strips: Sequence[Strip]) -> list[Strip]:
    """The strips of one article with prose that breaks off joined to the prose it goes on in.

    What stood between the two halves, a page number or a caption, comes after the joined paragraph.
    """
    whole: list[Strip] = []
    index = 0
    while index < len(strips):
        strip = strips[index]
        between: list[Strip] = []
        index += 1
        while strip.open:
            following = _following(strips, index)
            if following is None or not continues(strip, strips[following]):
                break
            between += strips[index:following]
            strip, index = joined(strip, strips[following]), following + 1
        whole += [strip, *between]
    return whole


def continues(strip: Strip, following: Strip) -> bool:
    """Whether `following` can be the rest of the sentence in which `strip` breaks off."""
    if following.kind is not BlockKind.PARAGRAPH or following.apart:
        return False
    return not numbered(following.words) and not dateline(following.words)


def joined(strip: Strip, following: Strip) -> Strip:
    """One paragraph of two halves."""
    return replace(
        strip,
        words=strip.words + following.words,
        spans=strip.spans + following.spans,
        open=following.open,
        brim=following.brim,
    )


def _following(strips: Sequence[Strip], index: int) -> int | None:
    """Where the next prose stands, when only pages and pictures are in between."""
    for place in range(index, min(index + _FARTHEST, len(strips))):
        if strips[place].kind not in _BETWEEN:
            return place
    return None
