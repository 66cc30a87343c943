"""Numbers as the writer wrote them: filled messages, equations with the numbers in, expected values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from factcheck.checks.parts.printing import spread, written
from factcheck.engine.equation import Call, Equation, Name, Node, Number
from factcheck.engine.relation import Term
from factcheck.model import Measure
from factcheck.patterns import compiled

_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}
_BROKEN = {"==": "≠", "<=": ">", "<": "≥"}
_HOLDING = {"==": "=", "<=": "≤", "<": "<"}
_OPPOSITE = {"+": "-", "-": "+"}
_RANK = {"+": 1, "-": 1, "*": 2, "/": 2, "**": 3}
_PLACEHOLDER = compiled(r"\{(\w+)\}")
_SHOULD = compiled(r"应[为写列差]\{(\w+)\}(?:左右)?")


def signed(term: Term) -> str:
    """The figures of `term` with a minus where the words say a decrease; 一半 and 四成 stay as they are."""
    return _with_sign(term, negative=term.claim.sign < 0)


def filled(message: str, values: Mapping[str, str]) -> str:
    """`message` with its placeholders filled.

    One without a value is left empty; 应为 nothing becomes 对不上, and behind a semicolon goes unsaid.
    """
    first, *more = message.split("；")
    said = [part for part in more if all(values.get(name) for name in _PLACEHOLDER.findall(part))]
    first = _SHOULD.sub(lambda found: found[0] if values.get(found[1]) else "对不上", first)
    message = "；".join((first, *said))
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], ""), message)


def listed(terms: Sequence[Term]) -> str:
    """The figures that share a role, as a sentence names them: 92.4亿元、−5.3亿元, 8胜×3、3平."""
    return "、".join(_weighed(term, _negative(term)) for term in terms)


def minus(text: str, term: Term) -> str:
    """A growth with its sign: 下降3.9% is −3.9% in arithmetic, and +1.5% said of a decrease is 1.5%."""
    if not text or term.claim.sign > 0 or term.claim.quantity.measure is not Measure.GROWTH:
        return text
    return text.removeprefix("+") if text.startswith(("+", "−", "-")) else f"−{text}"


def equation_text(equation: Equation, terms: Sequence[Term], *, holds: bool) -> str:
    """The equation with the writer's own numbers, such as `10% ≠ 1200亿元 ÷ 1000亿元 − 1`."""
    by_role: dict[str, list[Term]] = {}
    for term in terms:
        by_role.setdefault(term.role, []).append(term)
    symbols = _symbols(equation.comparisons[0].left, by_role, holds)
    if len(equation.comparisons) == 2 and not holds:  # 0 <= share <= 1
        low, (inner, high) = equation.comparisons[0].left, (part.right for part in equation.comparisons)
        return f"{_alone(inner, by_role)} ∉ {_alone(low, by_role)}—{_alone(high, by_role)}"
    text = _alone(equation.comparisons[0].left, by_role)
    for part in equation.comparisons:
        text += f" {symbols[part.operator]} {_alone(part.right, by_role)}"
    return text + _per_hundred(equation, by_role)


def _symbols(left: Node, by_role: Mapping[str, Sequence[Term]], holds: bool) -> Mapping[str, str]:
    symbols = _HOLDING if holds else _BROKEN
    if (
        isinstance(left, Name) and "." not in left.name and spread(by_role[left.name][0].claim)
    ):  # 68—85元: what lies in it, not what it equals
        return {**symbols, "==": "∋" if holds else "∌"}
    return symbols


def _alone(node: Node, by_role: Mapping[str, Sequence[Term]]) -> str:
    """A side of the equation; the whole of all shares is 100%."""
    if isinstance(node, Number) and node.value == 1:
        units = [term.claim.unit for terms in by_role.values() for term in terms]
        hundredths = next((unit for unit in units if unit and unit.scale == Fraction(1, 100)), None)
        return "1" if hundredths is None else f"100{hundredths.name}"
    return _side(node, by_role, 0)


def _per_hundred(equation: Equation, by_role: Mapping[str, Sequence[Term]]) -> str:
    """性别比 104.9 counts men for a hundred women: the quotient times 100."""
    left = equation.comparisons[0].left
    unit = by_role[left.name][0].claim.unit if isinstance(left, Name) else None
    return " × 100" if unit is not None and not unit.name and unit.scale == Fraction(1, 100) else ""


def _negative(term: Term) -> bool:
    return (term.sign < 0) != (term.claim.sign < 0 and term.claim.quantity.measure is Measure.GROWTH)


def _with_sign(term: Term, *, negative: bool) -> str:
    """The figures of `term` with a minus, if they have none; 减少一半, 下降三成 stay as they are."""
    text = written(term.claim)
    in_words = not any(char.isascii() and char.isdigit() for char in text)
    if not negative or text.startswith(("-", "−", "－")):
        return text
    return text if in_words and term.claim.quantity.measure is Measure.GROWTH else f"−{text}"


def _weighed(term: Term, negative: bool) -> str:
    """The figures of `term`, with a minus, and how often they count."""
    times = f"×{abs(term.sign)}" if abs(term.sign) > 1 else ""
    return _with_sign(term, negative=negative) + times


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
    own, operator = _RANK[node.operator], node.operator
    right = _side(node.right, by_role, own + (operator in "-/"))
    if operator in _OPPOSITE and isinstance(node.right, Name) and right.startswith("−"):
        operator, right = _OPPOSITE[operator], right.removeprefix("−")
    if operator == "**":
        return f"{_side(node.left, by_role, own + 1)}^{right}"
    text = f"{_side(node.left, by_role, own)} {_SIGNS[operator]} {right}"
    return f"({text})" if own < rank else text


def _called(call: Call, by_role: Mapping[str, Sequence[Term]]) -> str:
    terms = by_role[call.names[0]]
    if call.function == "count":
        return str(len(terms))
    if call.function == "sum":
        text = _weighed(terms[0], (terms[0].sign < 0) != (terms[0].claim.sign < 0))
        for term in terms[1:]:
            less = (term.sign < 0) != (term.claim.sign < 0)
            text += f" {'−' if less else '+'} {_weighed(term, negative=False)}"
        return text
    inside = "、".join(signed(term) for name in call.names for term in by_role[name])
    return f"{call.function}({inside})"
