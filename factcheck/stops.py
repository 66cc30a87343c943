"""Where stretches of a text begin and end, by the marks that part them (。, ，, the end of a line)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

# Commas are near, and a short text is walked through: else all marks of a text are found once.
_COMMA, _LONG = "，", 400
_TEXTS_KEPT = 24


def opening(text: str, at: int, stops: str) -> int:
    """Where the stretch that holds position `at` begins: behind the nearest of `stops` before it, else 0.

    Positions are in characters, one behind the end counts as the end (of an archived article no text may
    be at hand); every character of `stops` is a mark by itself.
    """
    at = min(at, len(text))
    if len(stops) == 1:
        return text.rfind(stops, 0, at) + 1
    if _COMMA in stops or len(text) <= _LONG:
        for place in range(at, max(at - _LONG, 0), -1):
            if text[place - 1] in stops:
                return place
        if at <= _LONG:
            return 0
    edges = _edges()(text, stops)
    place = bisect_left(edges, at)
    return edges[place - 1] + 1 if place else 0


def closing(text: str, at: int, stops: str) -> int:
    """Where the stretch that holds position `at` ends: at the nearest of `stops` from it on, else the end."""
    if len(stops) == 1:
        end = text.find(stops, at)
        return end if end >= 0 else len(text)
    if _COMMA in stops or len(text) <= _LONG:
        last = min(len(text), at + _LONG)
        for place in range(at, last):
            if text[place] in stops:
                return place
        if last == len(text):
            return last
    edges = _edges()(text, stops)
    place = bisect_left(edges, at)
    return edges[place] if place < len(edges) else len(text)


@cache
def _edges() -> Callable[[str, str], Sequence[int]]:
    """What finds all stops of a text; it remembers those of the last few."""
    return lru_cache(_TEXTS_KEPT)(
        lambda text, stops: [stop.start() for stop in re.finditer(f"[{re.escape(stops)}]", text)]
    )
