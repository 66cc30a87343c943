"""Notes: what stands under the word 注 belongs to it until something else begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.articles.kinds import numbered
from factcheck.articles.strips import Strip
from factcheck.model import BlockKind

_LABEL = 8


def noted(strips: Sequence[Strip]) -> list[Strip]:
    """The strips with everything under a label such as 注释： marked as notes."""
    marked: list[Strip] = []
    under = False
    for strip in strips:
        if strip.kind is BlockKind.NOTE:
            under = under or (len(strip.words) <= _LABEL and strip.words[-1] in "：:")
        elif under and strip.kind is not BlockKind.IGNORED:
            under = strip.kind is BlockKind.PARAGRAPH or (
                strip.kind is BlockKind.HEADING and numbered(strip.words) and not strip.level
            )
        note = under and strip.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}
        marked.append(replace(strip, kind=BlockKind.NOTE) if note else strip)
    return marked
