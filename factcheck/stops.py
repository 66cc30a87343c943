"""Where stretches of a text begin and end, by the marks that part them (。, ，, the end of a line)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

# A text no longer than this is walked through; the marks of a longer one are found once.
_LONG = 400
# Commas are near: the marks of a text are found only where one is farther away than this.
_COMMA, _NEAR = "，", 80
_TEXTS_KEPT = 24


def opening(text: str, at: int, stops: str) -> int:
    """Where the stretch that holds position `at` begins: behind the nearest of `stops` before it, else 0.

    Positions are in characters; every character of `stops` is a mark by itself.
    """
    least = max(0, at - _reach(text, stops))
    while at > least and text[at - 1] not in stops:
        at -= 1
    if at > least or at == 0 or text[at - 1] in stops:
        return at
    edges = _edges()(text, stops)
    place = bisect_left(edges, at)
    return edges[place - 1] + 1 if place else 0


def closing(text: str, at: int, stops: str) -> int:
    """Where the stretch that holds position `at` ends: at the nearest of `stops` from it on, else the end."""
    most = min(len(text), at + _reach(text, stops))
    while at < most and text[at] not in stops:
        at += 1
    if at < most or at >= len(text):
        return at
    edges = _edges()(text, stops)
    place = bisect_left(edges, at)
    return edges[place] if place < len(edges) else len(text)


def _reach(text: str, stops: str) -> int:
    """How far it is worth to walk through a text, character by character."""
    if len(text) <= _LONG:
        return _LONG
    return _NEAR if _COMMA in stops else 0


@cache
def _edges() -> Callable[[str, str], Sequence[int]]:
    """What finds all stops of a text; it remembers those of the last few."""
    return lru_cache(_TEXTS_KEPT)(
        lambda text, stops: [stop.start() for stop in re.finditer(f"[{re.escape(stops)}]", text)]
    )
