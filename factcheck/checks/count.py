"""A stated count against the items of its list.

A list that is left open (等, 如) may name fewer items than it counts, never more. A loose list, whose
items may be something else than what is counted, can agree and never conflict; nor is there a
conflict when a fair reader may count the items otherwise (和 inside a name).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.model import Enumeration, Reading

_MANY = 8


def check(
    subject: Enumeration, reading: Reading, *, styles: tuple[str, ...] = (), most: int = 60
) -> Iterator[Judgement]:
    """Compare the count of `subject` with its items; only lists written in one of `styles`, if any."""
    if subject.count is None or subject.count.value is None or (styles and subject.style not in styles):
        return
    stated, listed = subject.count.value, len(subject.items)
    if listed < 2 or stated > most or _misnumbered(subject) or _of_something_else(stated, listed):
        return
    spots = [Spot("count", subject.count.span), *_witnesses(subject)]
    if stated == listed:
        yield held(*spots, equation=f"{subject.count.text} = {listed}", weak=subject.open or subject.loose)
    elif not (subject.loose or stated in subject.fair or (subject.open and listed < stated)):
        yield conflict(
            *spots,
            equation=f"{subject.count.text} ≠ {listed}",
            expected=str(listed),
            listed=str(listed),
            noun=subject.noun,
        )


def _of_something_else(stated: Decimal | Fraction, listed: int) -> bool:
    """剩下13道工序是上油、晾晒和装柄: three kinds of work are no miscounted thirteen."""
    return stated >= _MANY and listed * 2 < stated


def _misnumbered(subject: Enumeration) -> bool:
    """Whether the numbers of the items skip or repeat; the items are then not to be counted."""
    return subject.numbers != tuple(range(1, len(subject.numbers) + 1))


def _witnesses(subject: Enumeration) -> list[Spot]:
    """The first and the last item, by their numbers where they have any."""
    shown = subject.marks or subject.items
    return [Spot("item", shown[0]), Spot("item", shown[-1])]
