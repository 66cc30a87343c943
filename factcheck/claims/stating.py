"""A whole and its parts, found among mentions, as a partition of their claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.bind import Bound
from factcheck.claims.mentions import Mention
from factcheck.interval import Interval
from factcheck.model import Partition


def stated(
    whole: Mention,
    parts: Sequence[Mention],
    bound: Bound,
    made_by: str,
    *,
    signs: tuple[int, ...] = (),
    by: str = "",
    sort: str = "level",
    complete: str = "stated",
    exact: bool = False,
) -> Iterator[Partition]:
    """The partition over the claims of its members, when all of them made a claim; prices are `exact`."""
    claims = [bound.of.get(id(m), [None])[0] for m in (whole, *parts)]
    if all(claim is not None for claim in claims):
        kept = [claim for claim in claims if claim is not None]
        if made_by in ("by-unit", "points"):
            kept = [replace(claim, unit=None) for claim in kept]
        if exact:
            kept = [replace(claim, interval=_face(claim.interval)) for claim in kept]
        yield Partition(kept[0], tuple(kept[1:]), complete, bound.article, by, sort, signs, made_by)


def _face(interval: Interval | None) -> Interval | None:
    """What is printed, not rounded: the middle of what a figure may mean."""
    middle = None if interval is None else interval.middle
    return interval if middle is None else Interval.between(middle, middle)


def without_shorter(found: Sequence[Partition]) -> list[Partition]:
    """The partitions, without a guess at some parts of a whole that adds up with one more (8.1, 3.3, 0.6)."""
    full = [one for one in found if one.whole is not None and not one.signs and _adds_up(one)]
    return [
        one for one in found if one.complete != "likely" or not any(_holds_all(other, one) for other in full)
    ]


def _adds_up(one: Partition) -> bool:
    whole = one.whole.interval if one.whole is not None else None
    values = [part.interval for part in one.parts if part.interval is not None]
    if whole is None or len(values) < len(one.parts):
        return False
    return sum(values, Interval.exactly(0)).meets(whole)


def _holds_all(other: Partition, one: Partition) -> bool:
    """Whether another partition, of a whole as large, has all parts of one, and more."""
    same = one.whole is not None and other.whole is not None and one.whole.interval == other.whole.interval
    figures = [{id(figure) for part in each.parts for figure in part.figures} for each in (one, other)]
    return same and figures[0] < figures[1]
