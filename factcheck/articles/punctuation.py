"""Half-width stops between Chinese words read like full-width ones, one for one, so that no position moves.

GB/T 15834—2011 asks for full-width stops; keyboards and content systems often leave half-width ones.
"""

from __future__ import annotations

import re

from factcheck.patterns import compiled

_WIDE = str.maketrans(",;:!?()", "，；：！？（）")
_HAN = "\u4e00-\u9fff"
_BESIDE = f"{_HAN}“”‘’「」『』《》（）【】、。，；：！？%％℃"
_STOP = compiled(f"(?<=[{_BESIDE}])[,;:!?]+|[,;:!?]+(?=[{_BESIDE}])")
_BRACKETED = compiled(rf"\([^()\n]*[{_HAN}][^()\n]*\)")
# 前100,13个 where the same paragraph parts its words with such commas: no number is grouped so.
_UNGROUPED = compiled(r"(?<=\d),(?=\d{1,2}(?!\d)|\d{4})")


def widened(words: str) -> str:
    """`words` with half-width stops and brackets among Chinese words made full-width; of the same length."""
    if "(" in words:
        words = _BRACKETED.sub(_wide_ends, words)
    if not any(stop in words for stop in ",;:!?"):
        return words
    wide = _STOP.sub(_wide, words)
    if "," in wide and wide.count("，") > words.count("，"):
        wide = _UNGROUPED.sub("，", wide)
    return wide


def _wide(found: re.Match[str]) -> str:
    return found.group().translate(_WIDE)


def _wide_ends(found: re.Match[str]) -> str:
    return f"（{found.group()[1:-1]}）"
