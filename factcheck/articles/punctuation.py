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
_MARK = compiled(rf"[()\n{_HAN}]")
# 前100,13个 where the same paragraph parts its words with such commas: no number is grouped so.
_UNGROUPED = compiled(r"(?<=\d),(?=\d{1,2}(?!\d)|\d{4})")


def widened(words: str) -> str:
    """`words` with half-width stops and brackets among Chinese words made full-width; of the same length."""
    if "(" in words:
        words = _bracketed(words)
    if not any(stop in words for stop in ",;:!?"):
        return words
    wide = _STOP.sub(_wide, words)
    if "," in wide and wide.count("，") > words.count("，"):
        wide = _UNGROUPED.sub("，", wide)
    return wide


def _wide(found: re.Match[str]) -> str:
    return found.group().translate(_WIDE)


def _bracketed(words: str) -> str:
    """`words` with the brackets around Chinese words of one line made full-width, the inner ones first.

    Brackets around others that stay half-width, f(甲(x)), are those of a formula and stay as well.
    """
    wide, opened = list(words), list[tuple[int, bool | None]]()  # where, and whether it holds such words
    for mark in _MARK.finditer(words):
        at, char = mark.start(), mark.group()
        if char == "(":
            opened.append((at, False))
        elif char == "\n":
            opened.clear()
        elif opened:
            start, holds = opened.pop()
            if char != ")":
                opened.append((start, None if holds is None else True))
                continue
            if holds:
                wide[start], wide[at] = "（", "）"
            if opened:
                outer, held = opened.pop()
                opened.append((outer, True if holds and held is not None else None))
    return "".join(wide)
