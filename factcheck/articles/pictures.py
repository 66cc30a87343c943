"""Words under pictures: the paragraph before a photographer's name is a caption, not the body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.articles.kinds import dateline
from factcheck.articles.strips import Strip
from factcheck.model import BlockKind
from factcheck.patterns import compiled

_CREDIT = compiled(r"(?:特约)?摄影|(?:本报|通讯员|[\u4e00-\u9fff\-]{0,12}记者)[ \u3000].{2,20}摄")
_SHOWN = compiled(r"照片|图为|图片|(?:左|右|上|下)图")
_LONGEST = 130
_CREDIT_LENGTH = 40


def captioned(strips: Sequence[Strip]) -> list[Strip]:
    """The strips with the paragraphs above a photographer's credit marked as captions."""
    marked = list(strips)
    for index, strip in enumerate(strips):
        if strip.kind is BlockKind.CAPTION and _is_credit(strip.words):
            for above in _above(strips, index):
                marked[above] = replace(strips[above], kind=BlockKind.CAPTION)
    return marked


def _is_credit(words: str) -> bool:
    return len(words) <= _CREDIT_LENGTH and _CREDIT.match(words) is not None


def _above(strips: Sequence[Strip], credit: int) -> list[int]:
    """The paragraphs the credit belongs to: the one above it, and more where a picture is named."""
    found: list[int] = []
    index = credit - 1
    while index >= 0 and _could_be_caption(strips[index]):
        if found and not _SHOWN.search(strips[index].words):
            break
        found.append(index)
        index -= 1
    return found


def _could_be_caption(strip: Strip) -> bool:
    return (
        strip.kind is BlockKind.PARAGRAPH
        and not strip.open
        and len(strip.words) <= _LONGEST
        and not dateline(strip.words)
    )
