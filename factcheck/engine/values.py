"""The value of an equation's side over a box, and whether it only rises or only falls with a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import reduce

from factcheck.engine.equation import Call, Name, Node, Number, Operation
from factcheck.interval import Interval

Box = Mapping[str, Sequence[Interval]]
"""What each name can be: the interval of every claim in the role."""

_ZERO, _ONE = Interval.exactly(0), Interval.exactly(1)


def value(node: Node, box: Box) -> Interval:
    """Every value of `node`, too wide where a name occurs twice.

    Raises:
        ZeroDivisionError: a divisor reaches 0, or a power is not a whole number.
    """
    if isinstance(node, Name):
        return box[node.name][0]
    if isinstance(node, Number):
        return Interval.exactly(node.value)
    if isinstance(node, Call):
        return _called(node, box)
    return _operated(node.operator, value(node.left, box), value(node.right, box))


def steady(node: Node, name: str, box: Box) -> bool:
    """Whether `node` only rises or only falls with `name`, all over the box."""
    if len(box[name]) != 1 or not box[name][0].bounded:
        return False
    try:
        slope = _slope(node, name, box)
    except ZeroDivisionError:  # no slope where a divisor reaches 0
        return False
    return (slope.low is not None and slope.low >= 0) or (slope.high is not None and slope.high <= 0)


def _slope(node: Node, name: str, box: Box) -> Interval:
    """A positive multiple of every slope of `node` along `name`."""
    if isinstance(node, Name):
        return _ONE if node.name == name else _ZERO
    if isinstance(node, Number):
        return _ZERO
    if isinstance(node, Call):
        if name in node.names and node.function in ("min", "max"):
            raise ZeroDivisionError("the least of several has no slope of its own")
        return _ONE if name in node.names and node.function == "sum" else _ZERO
    left, right = _slope(node.left, name, box), _slope(node.right, name, box)
    if node.operator == "+":
        return left + right
    if node.operator == "-":
        return left - right
    return _product_slope(node, left, right, box)


def _product_slope(node: Operation, left: Interval, right: Interval, box: Box) -> Interval:
    one, two = value(node.left, box), value(node.right, box)
    if node.operator == "*":
        return left * two + one * right
    if node.operator == "/":
        return (left * two - one * right) / two.power(2)
    exponent = _whole(two)
    return one.power(exponent - 1) * left * two if exponent else _ZERO


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
