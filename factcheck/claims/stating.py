"""A whole and its parts, found among mentions, as a partition of their claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.bind import Bound
from factcheck.claims.mentions import Mention
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
) -> Iterator[Partition]:
    """The partition over the claims of its members, when all of them made a claim."""
    claims = [bound.of.get(id(m), [None])[0] for m in (whole, *parts)]
    if all(claim is not None for claim in claims):
        kept = [claim for claim in claims if claim is not None]
        if made_by in ("by-unit", "points"):
            kept = [replace(claim, unit=None) for claim in kept]
        yield Partition(kept[0], tuple(kept[1:]), complete, bound.article, by, sort, signs, made_by)
