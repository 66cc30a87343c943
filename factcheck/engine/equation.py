"""Equations of rules: parsed once into small trees, never run as code.

An equation is one comparison or a chain of them (`==`, `<=`, `<`) over `+ - * /`, whole powers,
numbers, the names of roles, `rate.over` (the number of periods a growth runs over) and the
functions `sum count min max` (of all claims of a role) and `years(a, b)` (from b to a).
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from fractions import Fraction

from factcheck.records import dataclass

FUNCTIONS = {"sum": 1, "count": 1, "min": 1, "max": 1, "years": 2}


@dataclass(frozen=True, slots=True)
class Number:
    """A whole or decimal number in a rule."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Name:
    """A role, or `role.over`."""

    name: str


@dataclass(frozen=True, slots=True)
class Operation:
    """`left operator right`; the operators are `+ - * / **`."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Call:
    """One of `FUNCTIONS` over the claims of roles."""

    function: str
    names: tuple[str, ...]


Node = Number | Name | Operation | Call


@dataclass(frozen=True, slots=True)
class Comparison:
    """`left operator right`; the operators are `== <= <`.

    Attributes:
        repeated: names that occur more than once, whose corners must be tried.
        apart: no name occurs on both sides.
    """

    left: Node
    operator: str
    right: Node
    repeated: tuple[str, ...]
    apart: bool


@dataclass(frozen=True, slots=True)
class Equation:
    """A chain of comparisons, all of which must be able to hold."""

    text: str
    comparisons: tuple[Comparison, ...]
    names: frozenset[str]


_COMPARE: dict[type[ast.AST], str] = {ast.Eq: "==", ast.LtE: "<=", ast.Lt: "<"}
_OPERATE: dict[type[ast.AST], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**"}


def parse(text: str) -> Equation:
    """The equation written as `text`.

    Raises:
        ValueError: it is not an equation; the message (Chinese) says what is wrong.
    """
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        raise ValueError(f"等式写法不对：{text}") from error
    if not isinstance(tree, ast.Compare):
        raise ValueError(f"等式里要有 ==、<= 或 <：{text}")
    sides = [_node(side) for side in (tree.left, *tree.comparators)]
    operators = [_symbol(_COMPARE, operator) for operator in tree.ops]
    used = [names(side) for side in sides]
    triples = zip(range(len(operators)), operators, strict=True)
    parts = tuple(_comparison(sides[at : at + 2], operator, used[at : at + 2]) for at, operator in triples)
    return Equation(text.strip(), parts, frozenset().union(*used))


def names(node: Node) -> list[str]:
    """The roles `node` names, each as often as it does; `rate.over` is apart from `rate`."""
    if isinstance(node, Name):
        return [node.name]
    if isinstance(node, Operation):
        return names(node.left) + names(node.right)
    return list(node.names) if isinstance(node, Call) else []


def names_alone(equation: Equation, role: str) -> bool:
    """Whether `role` stands for one claim in `equation`, outside any function."""
    sides = [side for part in equation.comparisons for side in (part.left, part.right)]
    return any(_alone(side, role) for side in sides)


def _alone(node: Node, role: str) -> bool:
    if isinstance(node, Operation):
        return _alone(node.left, role) or _alone(node.right, role)
    return isinstance(node, Name) and node.name == role


def _comparison(sides: Sequence[Node], operator: str, used: Sequence[Sequence[str]]) -> Comparison:
    here, there = ([name for name in names if "." not in name] for names in used)
    together = [*here, *there]
    repeated = tuple(name for name in dict.fromkeys(together) if together.count(name) > 1)
    return Comparison(sides[0], operator, sides[1], repeated, not set(here) & set(there))


def _node(tree: ast.expr) -> Node:
    if isinstance(tree, ast.BinOp):
        return Operation(_symbol(_OPERATE, tree.op), _node(tree.left), _node(tree.right))
    if isinstance(tree, ast.Constant) and isinstance(tree.value, int | float):
        return Number(Fraction(ast.unparse(tree)))
    if isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.USub):
        return Operation("-", Number(Fraction(0)), _node(tree.operand))
    if isinstance(tree, ast.Call):
        return _call(tree)
    return Name(_name(tree))


def _call(tree: ast.Call) -> Call:
    function = _name(tree.func)
    if function not in FUNCTIONS:
        raise ValueError(f"没有函数 {function}；可用：{'、'.join(FUNCTIONS)}")
    if len(tree.args) != FUNCTIONS[function] or tree.keywords:
        raise ValueError(f"{function} 要写 {FUNCTIONS[function]} 个角色名")
    return Call(function, tuple(_name(argument) for argument in tree.args))


def _name(tree: ast.expr) -> str:
    if isinstance(tree, ast.Name):
        return tree.id
    if isinstance(tree, ast.Attribute) and tree.attr == "over" and isinstance(tree.value, ast.Name):
        return f"{tree.value.id}.over"
    raise ValueError(f"等式里不能写 {ast.unparse(tree)}")


def _symbol(table: Mapping[type[ast.AST], str], tree: ast.AST) -> str:
    symbol = table.get(type(tree))
    if symbol is None:
        known = "、".join(table.values())
        raise ValueError(f"等式里不能用这个符号（{type(tree).__name__}）；可用：{known}")
    return symbol
