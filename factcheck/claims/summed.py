"""Wholes that no number states: 国企82家、民企143家、外企25家，占比分别为32.8%、57.2%、10.0%.

Where shares fill a hundred and each part is told as an amount, the whole is the sum of the amounts,
and each share must be that part of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.claims.bind import Bound
from factcheck.interval import Interval
from factcheck.model import Claim, Fact, Modality, Partition
from factcheck.patterns import compiled

_FAR = 200
_THREE = 3
# What marks names of one article that are told apart.
_TOLD_APART = compiled("[\ue000-\uf8ff].*")


def summed(divided: Iterable[Partition], bound: Bound) -> list[Partition]:
    """Shares that fill a hundred, each with the parts that make its whole, its own part first."""
    levels = [claim for claim in bound.levels.values() if claim.unit is not None and claim.interval]
    made: list[Partition] = []
    for listed in divided:
        if listed.sort == "share" and listed.whole is None and _fill(listed.parts):
            parts = [_amount(share, levels) for share in listed.parts]
            found = [part for part in parts if part is not None]
            if len(found) == len(parts) and _apart(found) and not _told(listed.parts, levels):
                made += _shared(found, listed.parts, bound)
    return made


def _fill(shares: Sequence[Claim]) -> bool:
    total = Interval.exactly(0)
    for share in shares:
        if share.interval is None or share.modality is not Modality.ACTUAL:
            return False
        total = total + share.interval
    return len(shares) > 1 and total.meets(Interval.exactly(1))


def _amount(share: Claim, levels: Sequence[Claim]) -> Claim | None:
    """The amount that the part of a share comes to, the nearest of its name and time before the share."""
    of = share.quantity.of
    if not isinstance(of, Fact):
        return None
    here = share.span.start
    near = [c for c in levels if here - _FAR < c.span.start < here]
    like = [c for c in near if isinstance(c.quantity.of, Fact) and _same(of, c.quantity.of)]
    return like[-1] if like else None


def _same(part: Fact, level: Fact) -> bool:
    """They go by one name, unit aside, or the share leaves the opening of the name out: 考生中男生, 男生."""
    one, two = (_TOLD_APART.sub("", fact.indicator.partition("|")[0]) for fact in (part, level))
    named = one == two or (len(one) > 1 and not one.startswith("#") and two.endswith(one))
    return named and part.subject == level.subject and part.period == level.period


def _apart(parts: Sequence[Claim]) -> bool:
    """Different amounts of one unit."""
    units = {part.unit.base for part in parts if part.unit is not None}
    return len(units) == 1 and len({part.span for part in parts}) == len(parts)


def _told(shares: Sequence[Claim], levels: Sequence[Claim]) -> bool:
    """The whole of the shares is told somewhere."""
    wholes = {share.quantity.against for share in shares}
    return any(claim.quantity.of in wholes for claim in levels)


def _shared(parts: Sequence[Claim], shares: Sequence[Claim], bound: Bound) -> Iterator[Partition]:
    """Each share with its part first and then the others."""
    for at, (part, share) in enumerate(zip(parts, shares, strict=True)):
        said = replace(share, interval=_balanced(share, len(shares)))
        members = (part, *parts[:at], *parts[at + 1 :])
        yield Partition(said, members, "known", bound.article, "", "share-of-sum", (), "shares")


def _balanced(share: Claim, count: int) -> Interval | None:
    """A share of three or more may be off by its last digit, so that they make a hundred together."""
    figure = share.figures[0]
    if count < _THREE or share.interval is None or not figure.step:
        return share.interval
    step = figure.step / 100
    return share.interval + Interval.between(-step, step)
