"""A share in one article, its part and its whole in others.

Wholes are named loosely (占全市, 占工业), so a mismatch is held against the writer only when it looks
like a slip of the pen: one digit of the share would mend it, and by more than a point. Five points are too
many for that, whatever the digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks._across import (
    PRELIMINARY,
    QUOTED,
    REVISED,
    accusable,
    cited,
    interval,
    level_of,
    series,
    spot,
    words,
)
from factcheck.checks._company import Company
from factcheck.checks._misprint import one_slip
from factcheck.checks.parts.printing import printed
from factcheck.interval import Interval
from factcheck.model import Claim, Fact, Measure, Modality, Reading

_POINT = Fraction(1, 100)
_POINTS = Fraction(5, 100)
_NO_SHARES = frozenset({REVISED, PRELIMINARY, QUOTED, "可比口径", "重叠"})


def check(subject: Company, reading: Reading) -> Iterator[Judgement]:
    """Every share whose part and whole are told, at least one of them in another article."""
    shares = [claim for claim in subject.claims() if _is_share(claim) and accusable(claim)]
    if not shares:
        return
    levels = subject.once("named levels", lambda: _named(subject.claims()))
    for share in shares:
        of, against = share.quantity.of, share.quantity.against
        assert isinstance(of, Fact) and isinstance(against, Fact)
        part, whole = (_told(levels.get(_bare(one), ()), share) for one in (of, against))
        if part is not None and whole is not None:
            yield from _judged(share, part, whole, verify=subject.verify)


def _is_share(claim: Claim) -> bool:
    quantity = claim.quantity
    facts = isinstance(quantity.of, Fact) and isinstance(quantity.against, Fact)
    return quantity.measure is Measure.QUOTIENT and quantity.sort == "share" and facts


def _named(claims: Sequence[Claim]) -> dict[Fact, list[Claim]]:
    """The levels by name, whatever their unit."""
    found: dict[Fact, list[Claim]] = {}
    for claim in claims:
        fact = level_of(claim)
        if fact is not None and claim.modality is Modality.ACTUAL:
            found.setdefault(_bare(fact), []).append(claim)
    return found


def _bare(fact: Fact) -> Fact:
    return replace(fact, indicator=series(fact))


def _told(claims: Sequence[Claim], share: Claim) -> Claim | None:
    """The claim of the share's own article, else one of others that all agree."""
    own = next((claim for claim in claims if claim.article is share.article), None)
    if own is not None or not claims:
        return own
    first = claims[0]
    return first if all(interval(one).meets(interval(first)) for one in claims) else None


def _judged(share: Claim, part: Claim, whole: Claim, *, verify: bool) -> Iterator[Judgement]:
    alike = part.unit is not None and whole.unit is not None and part.unit.base == whole.unit.base
    together = part.article is share.article and whole.article is share.article
    if not alike or together or (share.licences | part.licences | whole.licences) & _NO_SHARES:
        return
    try:
        fitting = interval(part) / interval(whole)
    except ZeroDivisionError:
        return
    spots: tuple[Spot, ...] = (spot("share", share), spot("part", part), spot("whole", whole))
    sides = f"{words(part)} ÷ {words(whole)}"
    if fitting.meets(interval(share)):
        if verify:
            yield held(*spots, equation=f"{words(share)} = {sides}")
    elif _slipped(share, fitting) or _far(share, fitting):
        others = "、".join(cited(one) for one in (part, whole) if one.article is not share.article)
        yield conflict(
            *spots, equation=f"{words(share)} ≠ {sides}", where=others, expected=printed(fitting, share)
        )


def _far(share: Claim, fitting: Interval) -> bool:
    """So many points apart that no other whole can be meant: they go by one name."""
    middle, stated = fitting.middle, interval(share).middle
    if middle is None or stated is None or not 0 < middle < 1:
        return False
    return abs(middle - stated) >= _POINTS


def _slipped(share: Claim, fitting: Interval) -> bool:
    figure, middle, stated = share.figures[0], fitting.middle, interval(share).middle
    if figure.value is None or not figure.step or middle is None or stated is None or share.unit is None:
        return False
    if abs(middle - stated) < _POINT or not 0 < middle < 1:
        return False
    return one_slip(Fraction(figure.value), round(middle / share.unit.scale / figure.step) * figure.step)
