"""Numbers of a list that skip one or come twice (一是、二是、四是)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.checks import Judgement, Spot, conflict
from factcheck.model import Enumeration, Reading


def check(subject: Enumeration, reading: Reading) -> Iterator[Judgement]:
    """A conflict at the first number that does not follow the one before; open lists are excerpts."""
    if subject.style != "numbered" or subject.open:
        return
    numbers = subject.numbers
    for place, (before, number) in enumerate(pairwise(numbers), 1):
        if number != before + 1:
            gap = subject.count is not None and number > before
            witness = Spot("count", subject.count.span) if subject.count and gap else None
            yield conflict(
                Spot("mark", subject.marks[place]),
                witness or Spot("before", subject.marks[place - 1]),
                equation=f"{before} → {number}",
                last=subject.marks[place - 1].of(reading.article.text),
                problem="重复" if number == before else "跳号",
                wanted=str(before + 1),
            )
            return
