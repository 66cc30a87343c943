"""Numbers as the writer wrote them: filled messages, equations with the numbers in, expected values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from factcheck.checks.parts.printing import written
from factcheck.engine.equation import Call, Equation, Name, Node, Number
from factcheck.engine.relation import Term
from factcheck.patterns import compiled

_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}
_BROKEN = {"==": "≠", "<=": ">", "<": "≥"}
_HOLDING = {"==": "=", "<=": "≤", "<": "<"}
_RANK = {"+": 1, "-": 1, "*": 2, "/": 2, "**": 3}
_PLACEHOLDER = compiled(r"\{(\w+)\}")


def signed(term: Term) -> str:
    """The figures of `term` with a minus where the words say a decrease."""
    text = written(term.claim)
    return f"−{text}" if term.claim.sign < 0 and not text.startswith(("-", "−", "－")) else text


def filled(message: str, values: Mapping[str, str]) -> str:
    """`message` with its placeholders filled; one without a value is left empty."""
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], ""), message)


def equation_text(equation: Equation, terms: Sequence[Term], *, holds: bool) -> str:
    """The equation with the writer's own numbers, such as `10% ≠ 1200亿元 ÷ 1000亿元 − 1`."""
    by_role: dict[str, list[Term]] = {}
    for term in terms:
        by_role.setdefault(term.role, []).append(term)
    symbols = _HOLDING if holds else _BROKEN
    text = _side(equation.comparisons[0].left, by_role, 0)
    for part in equation.comparisons:
        text += f" {symbols[part.operator]} {_side(part.right, by_role, 0)}"
    return text


def _side(node: Node, by_role: Mapping[str, Sequence[Term]], rank: int) -> str:
    if isinstance(node, Number):
        return f"{Decimal(node.value.numerator) / Decimal(node.value.denominator):f}"
    if isinstance(node, Name):
        role, _, over = node.name.partition(".")
        term = by_role[role][0]
        return str(term.claim.quantity.over or 1) if over else signed(term)
    if isinstance(node, Call):
        return _called(node, by_role)
    if isinstance(node.left, Number) and node.operator == "-" and node.left.value == 0:
        return f"−{_side(node.right, by_role, 3)}"
    own = _RANK[node.operator]
    right = _side(node.right, by_role, own + (node.operator in "-/"))
    if node.operator == "**":
        return f"{_side(node.left, by_role, own + 1)}^{right}"
    text = f"{_side(node.left, by_role, own)} {_SIGNS[node.operator]} {right}"
    return f"({text})" if own < rank else text


def _called(call: Call, by_role: Mapping[str, Sequence[Term]]) -> str:
    terms = by_role[call.names[0]]
    if call.function == "count":
        return str(len(terms))
    if call.function == "sum":
        text = signed(terms[0])
        for term in terms[1:]:
            minus = (term.sign < 0) != (term.claim.sign < 0)
            text += f" {'−' if minus else '+'} {written(term.claim)}"
        return text
    inside = "、".join(signed(term) for name in call.names for term in by_role[name])
    return f"{call.function}({inside})"
