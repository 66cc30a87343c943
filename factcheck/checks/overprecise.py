"""An approximate figure with more digits than an approximation has: 约23846.57万元."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.model import Reading


def check(
    subject: Reading, reading: Reading, *, hedges: tuple[str, ...] = (), most: int = 4
) -> Iterator[Judgement]:
    """A conflict when a figure under one of `hedges` has more than `most` significant digits."""
    for figure in reading.figures:
        if figure.hedge not in hedges:
            continue
        digits = "".join(char for char in figure.text if "0" <= char <= "9").strip("0")
        if len(digits) > most:
            yield conflict(Spot("figure", figure.span), hedge=figure.hedge, digits=str(len(digits)))
