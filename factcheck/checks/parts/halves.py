"""What words for above, almost and below a half (过半, 近半, 不到一半) allow a share to be."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from factcheck.interval import Interval

_HALF = Fraction(1, 2)
ABOVE = Interval.between(_HALF, 1, low_open=True)
"""More than a half: 过半."""
NEARLY = Interval.between(Fraction(2, 5), _HALF, high_open=True)
"""Almost a half: 近半."""


def halves(
    more: Iterable[str], nearly: Iterable[str], less: Iterable[str], below: Interval
) -> dict[str, Interval]:
    """Each word with the shares it allows; those of `less` allow what is `below` a half."""
    return {
        **dict.fromkeys(more, ABOVE),
        **dict.fromkeys(nearly, NEARLY),
        **dict.fromkeys(less, below),
    }
