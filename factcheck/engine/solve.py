"""What one term of an equation would have to be, the others being as written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from factcheck.engine.box import evaluate
from factcheck.engine.equation import Call, Equation, Name, Node, Operation, names
from factcheck.engine.values import Box
from factcheck.interval import Interval


def solve(equation: Equation, role: str, position: int, box: Box) -> Interval | None:
    """The values the claim at `position` of `role` must have; `None` when it cannot be isolated."""
    comparison = equation.comparisons[0]
    if comparison.operator != "==" or len(equation.comparisons) > 1:
        return None
    here, there = (names(side).count(role) for side in (comparison.left, comparison.right))
    if (here, there) not in ((1, 0), (0, 1)):
        return None
    inside, outside = (comparison.left, comparison.right) if here else (comparison.right, comparison.left)
    value = evaluate(outside, box, comparison.repeated)
    try:
        return None if value is None else _isolated(inside, value, role, position, box)
    except ZeroDivisionError:  # a divisor that may be zero: no answer
        return None


def _isolated(node: Node, value: Interval, role: str, position: int, box: Box) -> Interval | None:
    """The claim inside `node`, when `node` has this value."""
    if isinstance(node, Name):
        return value
    if isinstance(node, Call):
        return _one_of(node, value, position, box[role])
    if not isinstance(node, Operation):
        return None
    on_left = role in names(node.left)
    inside, other = (node.left, node.right) if on_left else (node.right, node.left)
    known = evaluate(other, box)
    if known is None:
        return None
    if node.operator == "**":
        rooted = _root(value, known) if on_left else None
        return None if rooted is None else _isolated(inside, rooted, role, position, box)
    return _isolated(inside, _undone(node.operator, value, known, on_left), role, position, box)


def _undone(operator: str, value: Interval, known: Interval, on_left: bool) -> Interval:
    if operator == "+":
        return value - known
    if operator == "-":
        return value + known if on_left else known - value
    if operator == "*":
        return value / known
    return value * known if on_left else known / value


def _root(value: Interval, exponent: Interval) -> Interval | None:
    """Every positive number whose power lies in `value`, to nine decimals."""
    if not exponent.exact or exponent.low is None or value.bottom is None or value.top is None:
        return None
    degree = exponent.low // exponent.den
    if degree < 1 or value.bottom <= 0:
        return None
    ends = [_whole_root(int(end * 10 ** (9 * degree)), degree) for end in (value.bottom, value.top)]
    return Interval(ends[0], ends[1] + 1, 10**9)


def _whole_root(number: int, degree: int) -> int:
    """The largest whole number whose power does not exceed `number`."""
    low, high = 0, 1 << (number.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= number else (low, middle - 1)
    return low


def _one_of(call: Call, value: Interval, position: int, members: Sequence[Interval]) -> Interval | None:
    if call.function != "sum":
        return None
    others = [one for place, one in enumerate(members) if place != position]
    return value - reduce(Interval.__add__, others) if others else value
