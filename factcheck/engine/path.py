"""Paths from one role's quantity to another's: `rate.of`, `difference(rate.of, rate.against)`.

A path names a quantity by how it is made, so finding its claims is one look-up and never a search.
A `*` in place of an argument stands for any fact or quantity: `growth(share.of, *)`.
"""

from __future__ import annotations

import ast
from collections.abc import Hashable, Mapping

from factcheck.model import Fact, Measure, Quantity
from factcheck.records import dataclass

Key = Hashable
"""A quantity for joining: the number of a fact for its level, else (measure, of, against, over)."""

MADE = {
    "difference": Measure.DIFFERENCE,
    "quotient": Measure.QUOTIENT,
    "growth": Measure.GROWTH,
    "rank": Measure.RANK,
}
ANY = "*"
_STEPS = ("of", "against")


@dataclass(frozen=True, slots=True)
class Step:
    """The quantity of `role`, or what it is `of` or `against`, step by step."""

    role: str
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A difference, quotient, growth or rank of two paths; `None` is any."""

    measure: Measure
    of: Path | None
    against: Path | None


Path = Step | Made


def key(quantity: Quantity | Fact | None, facts: dict[Fact, int]) -> Key:
    """What two claims of one quantity share; the sort of a quotient or difference is only a word for it.

    `facts` numbers the facts seen so far, as a number is compared faster than a fact.
    """
    made = bare(quantity)
    if not isinstance(made, Quantity):
        return None if made is None else facts.setdefault(made, len(facts))
    over = None if made.over == 1 else made.over
    return made.measure, key(made.of, facts), key(made.against, facts), over


def bare(quantity: Quantity | Fact | None) -> Quantity | Fact | None:
    """A quantity, or the fact of which it is just the level."""
    while isinstance(quantity, Quantity) and quantity.measure is Measure.LEVEL:
        quantity = quantity.of
    return quantity


def parse(text: str) -> Path:
    """The path written as `text`.

    Raises:
        ValueError: it is not a path; the message (Chinese) says what is wrong.
    """
    role, *steps = text.split(".")
    if role.isidentifier() and all(step in _STEPS for step in steps):
        return Step(role, tuple(steps))
    try:
        tree = ast.parse(text.strip().replace(ANY, "_"), mode="eval").body
    except SyntaxError as error:
        raise ValueError(f"路径写法不对：{text}") from error
    path = _path(tree)
    if path is None:
        raise ValueError("路径不能只有 *")
    return path


def roles(path: Path | None) -> frozenset[str]:
    """The roles a path starts from."""
    if path is None:
        return frozenset()
    if isinstance(path, Step):
        return frozenset([path.role])
    return roles(path.of) | roles(path.against)


def open_ended(path: Path | None) -> bool:
    """Whether the path has a `*`, so that it names several quantities."""
    return isinstance(path, Made) and (path.of is None or path.against is None)


def follow(path: Path, found: Mapping[str, Key]) -> Key:
    """The key `path` leads to from the keys of the roles found so far; `None` when it leads nowhere."""
    if isinstance(path, Made):
        of = ANY if path.of is None else follow(path.of, found)
        against = ANY if path.against is None else follow(path.against, found)
        return None if of is None or against is None else (path.measure, of, against, None)
    here = found.get(path.role)
    for step in path.steps:
        if not isinstance(here, tuple):
            return None
        here = here[1] if step == "of" else here[2]
    return here


def _path(tree: ast.expr) -> Path | None:
    if isinstance(tree, ast.Name):
        return None if tree.id == "_" else Step(tree.id)
    if isinstance(tree, ast.Attribute):
        inner = _path(tree.value)
        if not isinstance(inner, Step) or tree.attr not in _STEPS:
            raise ValueError(f"路径里只能写 .of 和 .against：{ast.unparse(tree)}")
        return Step(inner.role, (*inner.steps, tree.attr))
    if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name) and tree.func.id in MADE:
        if len(tree.args) != 2:
            raise ValueError(f"{tree.func.id} 要写两个路径")
        return Made(MADE[tree.func.id], _path(tree.args[0]), _path(tree.args[1]))
    raise ValueError(f"路径里不能写 {ast.unparse(tree)}；可用：{'、'.join(MADE)}")
