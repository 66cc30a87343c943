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
