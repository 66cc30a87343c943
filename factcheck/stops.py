"""Where stretches of a text begin and end, by the marks that part them (。, ，, the end of a line)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

# A text no longer than this is walked through; the marks of a longer one are found once.
_LONG = 400
_TEXTS_KEPT = 24


def opening(text: str, at: int, stops: str) -> int:
    """Where the stretch that holds position `at` begins: behind the nearest of `stops` before it, else 0.

    Positions are in characters; every character of `stops` is a mark by itself.
    """
    if len(text) > _LONG:
        edges = _edges()(text, stops)
        place = bisect_left(edges, at)
        return edges[place - 1] + 1 if place else 0
    while at > 0 and text[at - 1] not in stops:
        at -= 1
    return at


def closing(text: str, at: int, stops: str) -> int:
    """Where the stretch that holds position `at` ends: at the nearest of `stops` from it on, else the end."""
    if len(text) > _LONG:
        edges = _edges()(text, stops)
        place = bisect_left(edges, at)
        return edges[place] if place < len(edges) else max(len(text), at)
    while at < len(text) and text[at] not in stops:
        at += 1
    return at


@cache
def _edges() -> Callable[[str, str], Sequence[int]]:
    """What finds all stops of a text; it remembers those of the last few."""
    return lru_cache(_TEXTS_KEPT)(
        lambda text, stops: [stop.start() for stop in re.finditer(f"[{re.escape(stops)}]", text)]
    )
