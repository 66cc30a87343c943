"""Whether parts add up to a whole, on the intervals their figures can mean."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.facts import interval_of
from factcheck.claims.mentions import Mention
from factcheck.claims.slips import likely_complete
from factcheck.interval import Interval
from factcheck.model import Figure

_UNKNOWN = Interval.between(None, None)  # the 90至144平方米的 of a share: a range has no one value


def total_of(parts: Sequence[Mention]) -> Interval:
    """The values the sum of `parts` can have, in base units."""
    return running(parts)[-1]


def running(parts: Sequence[Mention]) -> list[Interval]:
    """The values the sums of no part, the first part, the first two, … can have."""
    totals = [Interval.exactly(0)]
    for part in parts:
        totals.append(totals[-1] + (interval_of(part) or _UNKNOWN))
    return totals


def adds_up(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether the parts can be the whole, and are said exactly enough for that to mean something."""
    return makes(total_of(parts), whole)


def makes(total: Interval, whole: Mention) -> bool:
    """Whether a sum can be the whole, and is exact enough for that to mean something."""
    large = interval_of(whole)
    if large is None or not large.meets(total) or total.low is None or total.high is None:
        return False
    return (total.high - total.low) * 25 <= abs(total.high)


def printed(mentions: Sequence[Mention]) -> list[Figure]:
    """The figures of `mentions`, ranges and ratios left out."""
    return [mention.slot.figure for mention in mentions if mention.slot.figure is not None]


def slipped(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether the parts miss the whole by just one slip of the pen."""
    return likely_complete(printed([whole, *parts]))


def fills(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether the parts make the whole, but for one slip of the pen at most."""
    return adds_up(whole, parts) or slipped(whole, parts)


def but_one(whole: Mention, parts: Sequence[Mention]) -> list[Mention]:
    """16人中，9人已宣判，另8人半年至5年，其余7人: the parts that make the whole without one between them.

    Empty when no part but the first and the last can be left out so.
    """
    upto, after = running(parts), running(parts[::-1])[::-1]
    left_out = (at for at in range(1, len(parts) - 1) if makes(upto[at] + after[at + 1], whole))
    at = next(left_out, 0)
    return [*parts[:at], *parts[at + 1 :]] if at else []


def ends_a_list(mentions: Sequence[Mention], whole: Mention, part: Mention) -> bool:
    """共64座，战国37座，西汉22座，宋代5座，其中26座被盗: of all, and not of the last that was listed."""
    if not exceeds(whole, [part]):
        return False
    said = [m for m in mentions if m.sentence == whole.sentence and m.where < whole.where]
    listed = [m for m in said if m.role is whole.role and m.base_unit == whole.base_unit]
    return len(listed) > 1 and any(not exceeds(m, [part]) for m in listed)


def exceeds(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether the parts are more than the whole, whatever the figures can mean."""
    large, total = interval_of(whole), total_of(parts)
    return (
        large is not None and large.top is not None and total.bottom is not None and total.bottom > large.top
    )


def greater(part: Interval | None, whole: Interval) -> bool:
    """Whether every value of `part` is above every value of `whole`."""
    if part is None or part.low is None or whole.high is None:
        return False
    return part.low * whole.den > whole.high * part.den
