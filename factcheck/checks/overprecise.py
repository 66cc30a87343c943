"""An approximate figure with more digits than an approximation has: 约23846.57万元."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.model import Figure, Reading


def check(
    subject: Figure, reading: Reading, *, hedges: tuple[str, ...] = (), most: int = 4
) -> Iterator[Judgement]:
    """A conflict when a figure under one of `hedges` has more than `most` significant digits."""
    if subject.hedge not in hedges:
        return
    digits = "".join(char for char in subject.text if "0" <= char <= "9").strip("0")
    if len(digits) > most:
        yield conflict(Spot("figure", subject.span), hedge=subject.hedge, digits=str(len(digits)))
