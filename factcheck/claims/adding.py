"""Whether parts add up to a whole, on the intervals their figures can mean."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.facts import interval_of
from factcheck.claims.mentions import Mention
from factcheck.interval import Interval


def total_of(parts: Sequence[Mention]) -> Interval:
    """The values the sum of `parts` can have, in base units."""
    total = Interval.exactly(0)
    for part in parts:
        interval = interval_of(part)
        assert interval is not None
        total = total + interval
    return total


def adds_up(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether the parts can be the whole, and are said exactly enough for that to mean something."""
    large, total = interval_of(whole), total_of(parts)
    if large is None or not large.meets(total):
        return False
    low, high = total.bottom, total.top
    return low is not None and high is not None and (high - low) * 25 <= abs(high)


def exceeds(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether the parts are more than the whole, whatever the figures can mean."""
    large, total = interval_of(whole), total_of(parts)
    return (
        large is not None and large.top is not None and total.bottom is not None and total.bottom > large.top
    )


def greater(part: Interval | None, whole: Interval) -> bool:
    """Whether every value of `part` is above every value of `whole`."""
    return part is not None and part.bottom is not None and whole.top is not None and part.bottom > whole.top
