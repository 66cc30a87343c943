"""Running heads: a line printed again at the top or foot of every page is no text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from factcheck.articles.strips import Strip
from factcheck.model import BlockKind
from factcheck.patterns import compiled

_SHORTEST = 6
_OFTEN = 4
_TOP = 6
_KINDS = frozenset({BlockKind.HEADING, BlockKind.TITLE, BlockKind.BYLINE, BlockKind.BANNER})
_MARKS = compiled(r"[①-⑳\s*]|\[\d{1,2}\]|\d{1,3}\Z")


def without_running_heads(strips: Sequence[Strip]) -> list[Strip]:
    """The strips with lines that come back again and again marked as ignored, but for one at the top."""
    counts = Counter(_bare(strip) for strip in strips if _could_be(strip))
    often = {words for words, count in counts.items() if count >= _OFTEN}
    if not often:
        return list(strips)
    met: set[str] = set()
    marked: list[Strip] = []
    for index, strip in enumerate(strips):
        if index == _TOP:
            met = often
        again = _could_be(strip) and _bare(strip) in met
        marked.append(replace(strip, kind=BlockKind.IGNORED, level=0, reason="页眉页脚") if again else strip)
        met = met | ({_bare(strip)} & often) if _could_be(strip) else met
    return marked


def _could_be(strip: Strip) -> bool:
    return strip.kind in _KINDS and len(strip.words) >= _SHORTEST


def _bare(strip: Strip) -> str:
    """The words without footnote marks and page number."""
    return _MARKS.sub("", strip.words)
