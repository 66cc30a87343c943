"""Whether the units of a relation fit its equation: 万元 adds to 亿元, never to 人 or to 美元.

A unit is a product of bases with powers (元/公斤 is 元¹ 公斤⁻¹); percent, points and multiples have
none. A bare number fits anything. What was multiplied or divided is compared without counted
nouns: total ÷ persons may be written as 元 or as 元/人.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from factcheck.engine.equation import Call, Equation, Name, Node, Number, Operation
from factcheck.model import Dimension, Unit

_BARE = frozenset([Dimension.NONE, Dimension.RATIO, Dimension.POINTS, Dimension.MULTIPLE, Dimension.DOUBLING])
Shape = tuple[tuple[str, int], ...]


def comparable(equation: Equation, units: Mapping[str, Unit | None]) -> bool:
    """Whether every addition and comparison of `equation` is between like units."""
    try:
        for part in equation.comparisons:
            _like(_shape(part.left, units), _shape(part.right, units), units)
    except TypeError:  # unlike units meet
        return False
    return True


def _shape(node: Node, units: Mapping[str, Unit | None]) -> Shape | None:
    """The bases of what `node` measures; `None` fits anything."""
    if isinstance(node, Name):
        return None if "." in node.name else _bases(units.get(node.name))
    if isinstance(node, Call):
        return () if node.function in ("count", "years") else _bases(units.get(node.names[0]))
    if isinstance(node, Number):
        return ()
    return _combined(node, units)


def _combined(node: Operation, units: Mapping[str, Unit | None]) -> Shape | None:
    left, right = _shape(node.left, units), _shape(node.right, units)
    if node.operator in "+-":
        return _like(left, right, units)
    if left is None or right is None or node.operator == "**":
        return left
    if not right:
        return left
    powers, sign = dict(left), 1 if node.operator == "*" else -1
    for base, power in right:
        powers[base] = powers.get(base, 0) + sign * power
    return tuple(sorted((base, power) for base, power in powers.items() if power))


def _like(left: Shape | None, right: Shape | None, units: Mapping[str, Unit | None]) -> Shape | None:
    if left is None or right is None:
        return right if left is None else left
    if left != right:
        counted = {unit.base for unit in units.values() if unit and unit.dimension is Dimension.COUNT}
        single = all(len(shape) == 1 and shape[0][1] == 1 for shape in (left, right))
        bare = not left or not right
        if single or bare or _without(left, counted) != _without(right, counted):
            raise TypeError("unlike units")
    return left


def _without(shape: Shape, counted: set[str]) -> Shape:
    return tuple(one for one in shape if one[0] not in counted)


def _bases(unit: Unit | None) -> Shape | None:
    if unit is None or unit.dimension is Dimension.NONE:
        return None
    if unit.dimension in _BARE:
        return ()
    if "/" not in unit.base:
        return ((unit.base, 1),)
    top, *below = unit.base.split("/")
    powers = Counter({top: 1})
    for base in below:
        powers[base] -= 1
    return tuple(sorted((base, power) for base, power in powers.items() if power))
