"""Differences by definition: 自然增长率 is births less deaths, 顺差 exports less imports."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.bind import Bound
from factcheck.claims.facts import fact_of, interval_of, root
from factcheck.claims.lexicons import Identity, exclusive, known
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.terms import near
from factcheck.model import Claim, Measure, Quantity


def identities(mentions: Sequence[Mention], bound: Bound) -> list[Claim]:
    """What is the difference of two others by definition (自然增长率, 顺差), as claims."""
    levels = [m for m in mentions if m.role is Role.LEVEL and interval_of(m) is not None]
    made = []
    for at, mention in enumerate(levels):
        listed = _difference_named(mention)
        if listed is None or mention.modality:
            continue
        close = [
            m for m in near(levels, at) if m.base_unit == mention.base_unit and m.period == mention.period
        ]
        close = [m for m in close if not _apart(mention, m)]
        of = next((m for m in close if _ends(m, listed.of)), None)
        against = next((m for m in close if _ends(m, listed.against) and m is not of), None)
        claim = bound.levels.get(id(mention))
        if of is not None and against is not None and claim is not None:
            made.append(_difference(claim, of, against))
    return made


def _apart(one: Mention, two: Mention) -> bool:
    """Their names carry restrictions that exclude each other (户籍, 常住)."""
    names = root(one).name.indicator, root(two).name.indicator
    return any(
        found[0] and found[1] and found[0] != found[1]
        for group in exclusive()
        for found in [tuple(next((word for word in group if word in name), "") for name in names)]
    )


def _difference_named(mention: Mention) -> Identity | None:
    name = mention.name.indicator
    return next((d for known_name, d in known().differences.items() if name.endswith(known_name)), None)


def _ends(mention: Mention, term: str) -> bool:
    name = root(mention).name.indicator
    return name.endswith(term) or name.startswith(term)


def _difference(claim: Claim, of: Mention, against: Mention) -> Claim:
    quantity = Quantity(Measure.DIFFERENCE, fact_of(of), fact_of(against), "identity")
    return Claim(
        quantity,
        claim.interval,
        claim.figures,
        claim.article,
        claim.words,
        claim.unit,
        claim.modality,
        claim.licences,
        "identity",
    )
