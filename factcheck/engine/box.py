"""Equations evaluated over every value their inputs can have.

The inputs span a box. Where each name occurs once, interval arithmetic is exact. A name that occurs
twice is taken at its two ends instead (a/(a+b) by plain intervals is too wide), so the result is
exact for every equation that is monotone in each name, which all of ours are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import reduce
from itertools import product

from factcheck.engine.equation import Call, Comparison, Equation, Name, Node, Number, Operation
from factcheck.interval import Interval

Box = Mapping[str, Sequence[Interval]]
"""What each name can be: the interval of every claim in the role."""

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
        plain = _value(node, box)
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
    varied = [name for name in dict.fromkeys(repeated) if any(not one.exact for one in box[name])]
    choices = [_ends(one) for name in varied for one in box[name]]
    if len(choices) > _MOST_CORNERS:
        return _value(node, box)
    values = []
    for corner in product(*choices):
        ends = iter(corner)
        at = {name: [next(ends) for _ in box[name]] for name in varied}
        values.append(_value(node, {**box, **at}))
    return reduce(Interval.hull, values)


def _ends(interval: Interval) -> list[Interval]:
    """Both ends as single values that remember whether they belong to the interval."""
    if interval.low is None or interval.high is None:
        raise ZeroDivisionError("an end that is missing cannot be tried")
    low, high, den = interval.low, interval.high, interval.den
    return [
        Interval(low, low, den, interval.low_open, interval.low_open),
        Interval(high, high, den, interval.high_open, interval.high_open),
    ]


def _value(node: Node, box: Box) -> Interval:
    if isinstance(node, Name):
        return box[node.name][0]
    if isinstance(node, Number):
        return Interval.exactly(node.value)
    if isinstance(node, Call):
        return _called(node, box)
    return _operated(node.operator, _value(node.left, box), _value(node.right, box))


def _operated(operator: str, left: Interval, right: Interval) -> Interval:
    if operator == "**":
        return left.power(_whole(right))
    if operator == "+":
        return left + right
    if operator == "-":
        return left - right
    return left * right if operator == "*" else left / right


def _called(call: Call, box: Box) -> Interval:
    members = box[call.names[0]]
    if call.function == "sum":
        return reduce(Interval.__add__, members)
    if call.function == "count":
        return Interval.exactly(len(members))
    if call.function == "years":
        return box[f"years:{call.names[0]}:{call.names[1]}"][0]
    return reduce(_least if call.function == "min" else _greatest, members)


def _least(one: Interval, two: Interval) -> Interval:
    return -_greatest(-one, -two)


def _greatest(one: Interval, two: Interval) -> Interval:
    low, low_open = _later(one.bottom, one.low_open, two.bottom, two.low_open)
    if one.high is None or two.high is None:
        return Interval.between(low, None, low_open=low_open)
    high, high_open = max((one.top, not one.high_open), (two.top, not two.high_open))
    return Interval.between(low, high, low_open=low_open, high_open=not high_open)


def _later(
    one: Fraction | None, one_open: bool, two: Fraction | None, two_open: bool
) -> tuple[Fraction | None, bool]:
    if one is None or two is None:
        return (two, two_open) if one is None else (one, one_open)
    return max((one, one_open), (two, two_open))


def _whole(interval: Interval) -> int:
    if not interval.exact or interval.low is None or interval.low % interval.den:
        raise ZeroDivisionError("a power that is not a whole number")
    return interval.low // interval.den
