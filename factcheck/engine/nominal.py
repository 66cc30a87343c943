"""What a number would have to be, computed as an editor does it: with the numbers as they stand.

Judging asks whether the intervals can meet; a reader who checks 64.0万 ÷ 5天 on a calculator gets 12.8万,
not the middle of everything that 5天 can mean.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.checks.parts.printing import printed, spread
from factcheck.engine.blame import Blame, demanded, required
from factcheck.engine.outcome import Outcome
from factcheck.engine.relation import Term
from factcheck.engine.values import Box, value
from factcheck.interval import Interval
from factcheck.model import Dimension


def wanted(one: Outcome, term: Term) -> str:
    """What `term` would have to be in `one`, as its writer would print it; empty when unknown."""
    needed = required(one, term)
    return _offered(needed, _middle(required(one, term, _as_they_stand(one)), needed), term)


def mended(blame: Blame) -> str:
    """What would mend every relation the suspect explains; empty when unknown."""
    needed = demanded(blame)
    exact = required(blame.main, blame.suspect, _as_they_stand(blame.main))
    return _offered(needed, _middle(exact, needed), blame.suspect)


def _offered(needed: Interval | None, exact: Fraction | None, term: Term) -> str:
    """A value as the writer of `term` would print it; empty when he would print nothing but zeros for it."""
    text, unit = printed(needed, term.claim, exact), term.claim.unit
    nothing = not any(char in text for char in "123456789") and any(char.isdigit() for char in text)
    rated = unit is not None and unit.dimension in _NEAR_NOTHING
    return "" if nothing and not rated and needed is not None and 0 not in needed else text


_NEAR_NOTHING = (Dimension.RATIO, Dimension.POINTS)  # a growth of 0%


def computed(one: Outcome, term: Term) -> str:
    """What the right side of the equation comes to, printed like `term`."""
    try:
        exact = value(one.equation.comparisons[0].right, _as_they_stand(one))
    except ZeroDivisionError:
        exact = one.right
    return printed(one.right, term.claim, _middle(exact, one.right)) or _bound(exact, term)


def _bound(interval: Interval | None, term: Term) -> str:
    """What is known on one side only: 360元以上 for 每小时30元 and 12小时以上."""
    low, high = (interval.bottom, interval.top) if interval is not None else (None, None)
    end = low if high is None else high
    if end is None or (low is not None and high is not None):
        return ""
    number = printed(Interval.exactly(end), term.claim)
    return number and f"{number}{'以上' if high is None else '以下'}"


def _middle(exact: Interval | None, needed: Interval | None) -> Fraction | None:
    """The value computed from the numbers as they stand, if it is one, and among those that are needed."""
    if exact is None or needed is None or not exact.exact or exact.middle is None:
        return None
    return exact.middle if exact.middle in needed else None


def _as_they_stand(one: Outcome) -> Box:
    """The relation's box with every plain number a point: its middle."""
    found: dict[str, list[Interval]] = {}
    for term in one.relation.terms:
        found.setdefault(term.role, []).append(_point(term))
    return {**one.relation.box(), **found}


def _point(term: Term) -> Interval:
    """A plain number is one value; a range, or a number with 约 or 超, is all it can mean."""
    middle, claim = term.interval.middle, term.claim
    if middle is None or spread(claim) or any(figure.hedge for figure in claim.figures):
        return term.interval
    return Interval.exactly(middle)
