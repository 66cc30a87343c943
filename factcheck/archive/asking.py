"""What an archive knows that has to do with some articles, as readings that bear witness."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.archive.keeping import digest_of, kept_name, shown_name
from factcheck.archive.remembered import readings
from factcheck.archive.rows import root, wanted
from factcheck.archive.setting import Home
from factcheck.archive.store import Store
from factcheck.claims.subjects import level
from factcheck.model import Claim, Reading, Standing


def homes(store: Store) -> tuple[Home, ...]:
    """The homes of the articles in an archive."""
    return tuple(Home(place, level(place.rpartition("/")[2]), body) for place, body in store.homes())


def related(store: Store, asking: Sequence[Reading]) -> tuple[Reading, ...]:
    """The archived claims that can have to do with those of `asking`, which are joined.

    An article never meets itself: neither under its own name nor with the very same text. Where many
    say the same in the same form, the first and the last of them speak for all.
    """
    claims = [claim for reading in asking for claim in reading.claims]
    if not claims:
        return ()
    series = set().union(*(wanted(claim) for claim in claims))
    own = {kept_name(reading.article.document.path, store.path) for reading in asking}
    same = {digest_of(reading.article.document) for reading in asking}
    told = store.related(series, _years(claims), paths=own, digests=same)
    known = {
        number: replace(one, path=shown_name(one.path, store.path)) for number, one in told.known.items()
    }
    return tuple(readings(told.times, known, Standing.ARCHIVED, times=told.times))


def _years(claims: Iterable[Claim]) -> tuple[int, int]:
    """The years around all claims: bases lie a year back, the next edition a year on."""
    years = [
        period[2][0]
        for claim in claims
        if isinstance(period := root(claim.quantity).period, tuple)
        and len(period) == 4
        and period[2] is not None
    ]
    return (min(years) - 1, max(years) + 1) if years else (0, 0)
