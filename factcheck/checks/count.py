"""A stated count against the items that follow it.

A list that is left open (等, 如) may name fewer items than it counts, never more.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.model import Enumeration, Reading


def check(
    subject: Enumeration, reading: Reading, *, styles: tuple[str, ...] = (), most: int = 60
) -> Iterator[Judgement]:
    """Compare the count of `subject` with its items; only lists written in one of `styles`, if any."""
    stated, listed = subject.count.value, len(subject.items)
    if stated is None or listed < 2 or stated > most or (styles and subject.style not in styles):
        return
    count = Spot("count", subject.count.span)
    first, last = Spot("item", subject.items[0]), Spot("item", subject.items[-1])
    if stated == listed:
        yield held(count, first, last, equation=f"{subject.count.text} = {listed}", weak=subject.open)
    elif not subject.open or listed > stated:
        yield conflict(
            count,
            first,
            last,
            equation=f"{subject.count.text} ≠ {listed}",
            expected=str(listed),
            listed=str(listed),
            noun=subject.noun,
        )
