"""The six forms of a rule, read from the table of its file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from factcheck.checks import OVER
from factcheck.engine import equation, path
from factcheck.engine.fields import Fields, did_you_mean
from factcheck.engine.rule import Called, Filter, Form, Malformed, Repeats, Role, Sums, Ties, Wording
from factcheck.engine.wording import pattern
from factcheck.model import BlockKind, Dimension, Measure, Modality

FORM_KEYS = frozenset(
    [
        "claims",
        "equation",
        "any",
        "partition",
        "same",
        "tokens",
        "drop",
        "form",
        "check",
        "over",
        "with",
        "claim",
    ]
)
_FILTER_KEYS = (
    "measure",
    "sort",
    "dimension",
    "base",
    "modality",
    "block",
    "indicator",
    "averaged",
    "made_by",
)
_SORTS = (
    "share",
    "multiple",
    "mean",
    "per",
    "per-head",
    "progress",
    "rate",
    "rest",
    "ratio",
    "discount",
    "in-every",
    "index",
    "increment",
    "gap",
    "identity",
    "contribution",
    "pull",
)
_PARTITION_SORTS = (
    "level",
    "share",
    "share-row",
    "share-of-sum",
    "increment",
    "contribution",
    "pull",
    "period",
    "flow",
    "range",
    "balance",
    "base",
    "weighted",
    "limit",
    "end",
)
_COMPLETE = ("stated", "known", "likely", "open")
_ALWAYS = ("expected",)
_CALCULATED = ("expected", "computed")
"""What the first role would have to be, and what the right side of the equation comes to."""


def form(fields: Fields) -> Form:
    """The form of a rule; refuses names that nothing defines.

    Raises:
        RuleError: the table has no form, or one that is malformed.
    """
    if "check" in fields.table:
        return _called(fields)
    if "tokens" in fields.table:
        return _wording(fields)
    if "form" in fields.table:
        fields.placeholders("message", ("text", *_ALWAYS))
        return Malformed(frozenset(fields.words("form")))
    if "partition" in fields.table:
        return _sums(fields)
    if fields.flag("same", False):
        return _repeats(fields)
    if "claims" in fields.table:
        return _ties(fields)
    raise fields.error("", "规则要有 [claims.…]、[partition]、same、tokens、form 或 check 之一")


def _ties(fields: Fields) -> Ties:
    roles = _roles(fields)
    equations = _equations(fields, [role.name for role in roles])
    fields.placeholders("message", (*(role.name for role in roles), *_CALCULATED))
    steps = [role.path for role in roles if isinstance(role.path, path.Step)]
    needs = frozenset(step.steps[0] for step in steps if step.role == roles[0].name and len(step.steps) == 1)
    return Ties(roles, equations, needs)


def _roles(fields: Fields) -> tuple[Role, ...]:
    found: list[Role] = []
    for name, table in fields.tables("claims"):
        found.append(_role(name, table, {role.name for role in found}))
    return tuple(found)


def _role(name: str, table: Fields, before: set[str]) -> Role:
    table.known(("is", *_FILTER_KEYS))
    asks = _filter(table)
    if not before:
        if "is" in table.table:
            raise table.error("is", "第一个角色是要找的，不能写 is；请写 measure")
        return Role(name, None, asks)
    if "is" not in table.table:
        raise table.error("is", '缺少路径，如 is = "rate.of"')
    way = table.parsed("is", table.text("is"), path.parse)
    for role in path.roles(way) - before:
        raise table.error("is", f"没有角色 {role}；{did_you_mean(role, before)}")
    return Role(name, way, asks)


def _filter(table: Fields) -> Filter:
    if not table.table:
        return Filter()
    measures = table.members("measure", Measure)
    if len(measures) > 1:
        raise table.error("measure", "只能写一种")
    return Filter(
        next(iter(measures), None),
        table.choices("sort", _SORTS),
        table.members("dimension", Dimension),
        frozenset(table.words("base")),
        table.members("modality", Modality),
        table.members("block", BlockKind),
        frozenset(table.words("indicator")),
        table.flag("averaged", False) if "averaged" in table.table else None,
        frozenset(table.words("made_by")),
    )


def _equations(fields: Fields, roles: list[str]) -> tuple[equation.Equation, ...]:
    key = "any" if "any" in fields.table else "equation"
    texts = fields.words(key)
    if not texts:
        raise fields.error("equation", '缺少等式，如 equation = "rate == now / before - 1"')
    equations = tuple(fields.parsed(key, text, equation.parse) for text in texts)
    known = [*roles, *(f"{role}.over" for role in roles)]
    for one in equations:
        for name in sorted(one.names - set(known)):
            raise fields.error(key, f"没有角色 {name}；{did_you_mean(name, roles)}")
    return equations


def _sums(fields: Fields) -> Sums:
    value = fields.table["partition"]
    if not isinstance(value, Mapping):
        raise fields.error("partition", "应为表 [partition]")
    table = Fields(fields.file, value, "partition")
    table.known(("sort", "complete", "by", "made_by"))
    equations = _equations(fields, ["whole", "part", "own"])
    fields.placeholders("message", ("whole", "part", "own", "sum", *_ALWAYS))
    complete = table.choices("complete", _COMPLETE)
    if not complete:
        raise table.error("complete", '请写明分项列全到什么程度才可报错，如 ["stated", "known"]')
    each = any(equation.names_alone(one, "part") for one in equations)
    by, made_by = frozenset(table.words("by")), frozenset(table.words("made_by"))
    return Sums(equations, table.choices("sort", _PARTITION_SORTS), complete, by, made_by, each)


def _repeats(fields: Fields) -> Repeats:
    roles = [Role(name, None, _filter(table)) for name, table in fields.tables("claims")]
    if len(roles) != 2:
        raise fields.error("claims", "same = true 时要写两个角色：先写要标出的，后写作证的")
    fields.placeholders("message", (*(role.name for role in roles), *_ALWAYS))
    return Repeats(roles[0], roles[1], equation.parse(f"{roles[0].name} == {roles[1].name}"))


def _wording(fields: Fields) -> Wording:
    elements = fields.parsed("tokens", fields.text("tokens"), pattern)
    fields.placeholders("message", ("text", "figure", "first", "last", *_ALWAYS))
    positions = {"first": 0, "last": len(elements) - 1}
    return Wording(elements, tuple(positions[word] for word in sorted(fields.choices("drop", positions))))


def _called(fields: Fields) -> Called:
    name = fields.text("check")
    if name not in checks():
        raise fields.error("check", f"没有叫“{name}”的判断；{did_you_mean(name, checks())}")
    over = fields.text("over")
    if over not in OVER:
        raise fields.error("over", f"没有“{over}”；{did_you_mean(over, OVER)}")
    constants = fields.table.get("with", {})
    if not isinstance(constants, Mapping):
        raise fields.error("with", "应为表 [with]")
    frozen = tuple((key, _frozen(value)) for key, value in constants.items())
    asked = fields.table.get("claim", {})
    if not isinstance(asked, Mapping) or (asked and over != "claim"):
        raise fields.error("claim", '应为表 [claim]，只在 over = "claim" 时写')
    table = Fields(fields.file, asked, "claim")
    table.known(_FILTER_KEYS)
    return Called(name, over, frozen, _filter(table))


def _frozen(value: object) -> object:
    """A constant as judgements take it: no list in it, however deep."""
    if isinstance(value, Mapping):
        return {key: _frozen(each) for key, each in value.items()}
    return tuple([_frozen(each) for each in value]) if isinstance(value, list) else value


@cache
def checks() -> frozenset[str]:
    """The names of all judgements in `factcheck/checks`."""
    folder = Path(__file__).parent.parent / "checks"
    return frozenset(file.stem for file in folder.glob("*.py") if not file.stem.startswith("_"))
