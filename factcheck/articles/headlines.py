"""The title among the first lines of an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.articles.kinds import recognised
from factcheck.articles.strips import Strip
from factcheck.model import BlockKind

_BEFORE_BODY = 12


def titled(strips: Sequence[Strip]) -> list[Strip]:
    """The strips with their kinds, the headline among the first ones marked as TITLE."""
    known = [recognised(strip) for strip in strips]
    index = _headline(known)
    if index is not None:
        known[index] = replace(known[index], kind=BlockKind.TITLE)
    return known


def _headline(strips: Sequence[Strip]) -> int | None:
    """The first heading of the highest level before the body."""
    best: int | None = None
    for index, strip in enumerate(strips[:_BEFORE_BODY]):
        if strip.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE}:
            break
        if strip.kind is BlockKind.TITLE:
            return index
        if strip.kind is BlockKind.HEADING and _higher(strip, strips, best):
            best = index
    return best


def _higher(strip: Strip, strips: Sequence[Strip], best: int | None) -> bool:
    if best is None:
        return True
    return bool(strip.level) and (not strips[best].level or strip.level < strips[best].level)
