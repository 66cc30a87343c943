"""Conflicts of one confusion that writers know: 公斤 for 斤, a fall in per cent told in percentage points."""

from __future__ import annotations

from factcheck.engine.outcome import Outcome
from factcheck.interval import Interval
from factcheck.model import Dimension, Measure

_CHANGE, _BESIDE = 3, 6


def is_relative(failed: Outcome) -> bool:
    """Whether points are told of two shares that are the fall or rise of one in per cent of the other."""
    terms = failed.relation.terms
    if len(terms) != _CHANGE or terms[0].claim.quantity.measure is not Measure.DIFFERENCE:
        return False
    claims = [term.claim for term in terms]
    if any(one.unit is None or one.unit.dimension is not Dimension.RATIO for one in claims[1:]):
        return False
    said, now, before = (claim.interval for claim in claims)
    if said is None or now is None or before is None or not before.bottom:
        return False
    return said.meets(now / before - Interval.exactly(1))


def of_a_pound(failed: Outcome) -> bool:
    """Whether what is told for each 斤 was reckoned for each 公斤, or the reverse; a half is no slip."""
    price, *others = (term.claim for term in failed.relation.terms)
    text, start = price.article.text, min(claim.span.start for claim in (price, *others))
    said = text[max(0, price.span.start - _BESIDE) : price.span.start]
    left, right = failed.left.middle, failed.right.middle
    if (
        not any(each in said for each in ("每斤", "每公斤"))
        or "半" in text[start : price.span.start]
        or not left
        or not right
    ):
        return False
    return any(abs(abs(one / two) / 2 - 1) * 20 < 1 for one, two in ((left, right), (right, left)))
