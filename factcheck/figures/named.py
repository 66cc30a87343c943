"""Units as they stand by themselves, in the header of a table: 万元, 千公顷, 亿千瓦时, %, 元/吨."""

from __future__ import annotations

from fractions import Fraction

from factcheck.figures.units import units
from factcheck.model import Dimension, Unit

_MAGNITUDES = {
    "万亿": 10**12,
    "千亿": 10**11,
    "百亿": 10**10,
    "十亿": 10**9,
    "亿": 10**8,
    "千万": 10**7,
    "百万": 10**6,
    "十万": 10**5,
    "万": 10**4,
    "千": 10**3,
    "百": 10**2,
}


def magnitude(text: str) -> tuple[int, str]:
    """The 万, 亿 or 千 that `text` starts with, as a number, and what follows it; 1 when there is none."""
    for word in sorted(_MAGNITUDES, key=len, reverse=True):
        if text.startswith(word):
            return _MAGNITUDES[word], text[len(word) :]
    return 1, text


def unit(text: str) -> Unit | None:
    """The unit that `text` is, its magnitude folded into the scale (万元 is 10000 元).

    A magnitude alone (万) is a unit of no dimension. `None` when `text` is no unit.
    """
    known = units().named(text)
    if known is not None:
        return known
    size, rest = magnitude(text)
    if size == 1:
        return None
    if not rest:
        return Unit(text, Dimension.NONE, Fraction(size), "")
    found = units().named(rest)
    return None if found is None else Unit(text, found.dimension, found.scale * size, found.base)
