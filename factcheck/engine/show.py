"""Numbers as the writer wrote them: filled messages, equations with the numbers in, expected values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from factcheck.engine.equation import Call, Equation, Name, Node, Number
from factcheck.engine.relation import Term
from factcheck.interval import Interval
from factcheck.model import Claim, Figure

_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}
_BROKEN = {"==": "≠", "<=": ">", "<": "≥"}
_HOLDING = {"==": "=", "<=": "≤", "<": "<"}
_RANK = {"+": 1, "-": 1, "*": 2, "/": 2, "**": 3}
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_MAGNITUDES = (
    ("万亿", 10**12),
    ("千亿", 10**11),
    ("百亿", 10**10),
    ("亿", 10**8),
    ("千万", 10**7),
    ("百万", 10**6),
    ("万", 10**4),
    ("千", 10**3),
    ("百", 10**2),
)


def written(claim: Claim) -> str:
    """The figures of `claim` as printed, else the words that stand for them."""
    return claim.span.of(claim.article.text)


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


def printed(interval: Interval | None, claim: Claim) -> str:
    """A value as the writer of `claim` would print it; empty when it cannot be said."""
    figure = claim.figures[0] if len(claim.figures) == 1 else None
    middle = None if interval is None else interval.middle
    if figure is None or middle is None or interval is None:
        return ""
    unit = claim.unit or figure.unit
    value = middle / (unit.scale if unit else 1) * claim.sign
    size, word = _magnitude(figure)
    places = _places(figure.step, size) if figure.step and not figure.hedge else 2
    number = _rounded(value / size, places)
    mark = "+" if claim.sign < 0 and value < 0 else ""
    return f"{mark}{number.replace('-', '' if mark else '−')}{word}{unit.name if unit else ''}"


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


def _magnitude(figure: Figure) -> tuple[int, str]:
    """The 万 or 亿 a figure was written with."""
    if figure.number is None:
        return 1, ""
    start = figure.number.start - figure.span.start
    number = figure.text[start : start + figure.number.end - figure.number.start]
    if not any(char.isdigit() and char.isascii() for char in number):
        return 1, ""
    return next(((size, word) for word, size in _MAGNITUDES if number.rstrip("余多").endswith(word)), (1, ""))


def _places(step: Fraction, size: int) -> int:
    """The decimals of a number whose last place is `step`, written in `size`."""
    places, unit = 0, Fraction(step, size)
    while unit < 1 and places < 6:
        unit, places = unit * 10, places + 1
    return places


def _rounded(value: Fraction, places: int) -> str:
    scaled = round(value * 10**places)
    text = f"{Decimal(scaled).scaleb(-places):f}"
    return text.rstrip("0").rstrip(".") if "." in text and places > 2 else text
