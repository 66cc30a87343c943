"""Numbers that are said to be sorted: each against its neighbour.

Equal numbers may stand either way. When many stand the wrong way round, the words speak of another
order, and nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.interval import Interval
from factcheck.model import Claim, Order, Reading

_ONE_IN = 4


def check(subject: Order, reading: Reading) -> Iterator[Judgement]:
    """Compare neighbours of `subject`; one that should stand before the other is the suspect."""
    pairs = list(pairwise(subject.claims))
    wrong = [(one, two) for one, two in pairs if _turned(one, two, subject.down)]
    if not wrong and len(pairs) > 1:
        printed = (claim.span.of(reading.article.text) for claim in subject.claims)
        equation = f" {'≥' if subject.down else '≤'} ".join(printed)
        yield held(*(Spot("item", claim.span) for claim in subject.claims), equation=equation)
    if len(wrong) > max(1, len(pairs) // _ONE_IN):
        return
    sign = ">" if subject.down else "<"
    for one, two in wrong:
        first, later = (claim.span.of(reading.article.text) for claim in (one, two))
        yield conflict(Spot("item", two.span), Spot("before", one.span), equation=f"{later} {sign} {first}")


def _turned(one: Claim, two: Claim, down: bool) -> bool:
    """Whether the second is certain to belong before the first."""
    if one.interval is None or two.interval is None:
        return False
    return _below(one.interval, two.interval) if down else _below(two.interval, one.interval)


def _below(small: Interval, large: Interval) -> bool:
    top, bottom = small.top, large.bottom
    return not small.meets(large) and top is not None and bottom is not None and top <= bottom
