"""Equations evaluated over every value their inputs can have.

The inputs span a box. Where each name occurs once, interval arithmetic is exact. A name that occurs
twice is taken at its two ends instead (a/(a+b) by plain intervals is too wide), which is exact where
the value only rises or only falls with it; where that is not sure the wide, plain result stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import product

from factcheck.engine.equation import Call, Comparison, Equation, Name, Node, Operation
from factcheck.engine.values import Box, steady, value
from factcheck.interval import Interval
from factcheck.records import Enum, dataclass

_ZERO = Interval.exactly(0)
_MOST_CORNERS = 6


class Verdict(Enum):
    """Whether numbers can agree. `ALTERED`: only if one was cut off instead of rounded."""

    HOLDS = "holds"
    BOUNDARY = "boundary"
    ALTERED = "altered"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Compared:
    """A verdict with the values of both sides it rests on."""

    verdict: Verdict
    left: Interval
    right: Interval


def judge(equation: Equation, box: Box) -> Compared | None:
    """The worst comparison of `equation`; `None` when one cannot be evaluated (a divisor near 0)."""
    worst: Compared | None = None
    for comparison in equation.comparisons:
        compared = _compare(comparison, box)
        if compared is None or compared.verdict is Verdict.CONFLICT:
            return compared
        if worst is None or compared.verdict is Verdict.BOUNDARY:
            worst = compared
    return worst


def evaluate(node: Node, box: Box, repeated: Sequence[str] = ()) -> Interval | None:
    """Every value of `node`; `None` when a divisor reaches 0 or an end is missing where it matters."""
    try:
        plain = value(node, box)
        return _hull_of_corners(node, box, repeated) if repeated else plain
    except ZeroDivisionError:  # a divisor that may be zero: no verdict
        return None


def _compare(comparison: Comparison, box: Box) -> Compared | None:
    if comparison.apart:
        left = evaluate(comparison.left, box, _inside(comparison.left, comparison.repeated))
        right = evaluate(comparison.right, box, _inside(comparison.right, comparison.repeated))
    else:
        difference = Operation("-", comparison.left, comparison.right)
        left, right = evaluate(difference, box, comparison.repeated), _ZERO
    if left is None or right is None:
        return None
    equal = comparison.operator == "=="
    verdict = _met(left, right) if equal else _ordered(left, right, comparison.operator)
    return Compared(verdict, left, right)


def _met(left: Interval, right: Interval) -> Verdict:
    common = left.intersect(right)
    if common is None:
        return Verdict.CONFLICT
    return Verdict.BOUNDARY if common.exact and not left.exact and not right.exact else Verdict.HOLDS


def _ordered(left: Interval, right: Interval, operator: str) -> Verdict:
    if left.low is None or right.high is None:
        return Verdict.HOLDS
    low, high = left.low * right.den, right.high * left.den
    open_end = operator == "<" or left.low_open or right.high_open
    return Verdict.CONFLICT if low > high or (low == high and open_end) else Verdict.HOLDS


def _inside(node: Node, repeated: Sequence[str]) -> tuple[str, ...]:
    """Those of `repeated` that occur in `node`."""
    if not repeated:
        return ()
    if isinstance(node, Operation):
        return (*_inside(node.left, repeated), *_inside(node.right, repeated))
    own = node.names if isinstance(node, Call) else (node.name,) if isinstance(node, Name) else ()
    return tuple(name for name in own if name in repeated)


def _hull_of_corners(node: Node, box: Box, repeated: Sequence[str]) -> Interval:
    """The values of `node` with its repeated names at their ends, where that gives the extremes."""
    varied = [name for name in dict.fromkeys(repeated) if steady(node, name, box)][:_MOST_CORNERS]
    values = []
    for corner in product(*(_ends(box[name][0]) for name in varied)):
        at = {name: [end] for name, end in zip(varied, corner, strict=True)}
        values.append(value(node, {**box, **at}))
    return reduce(Interval.hull, values)


def _ends(interval: Interval) -> list[Interval]:
    """Both ends as single values that remember whether they belong to the interval."""
    low, high, den = interval.low, interval.high, interval.den
    return [
        Interval(low, low, den, interval.low_open, interval.low_open),
        Interval(high, high, den, interval.high_open, interval.high_open),
    ]
