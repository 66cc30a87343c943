"""Judgements in `factcheck/checks`, called over what their rule names; loaded when first used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from functools import cache
from importlib import import_module
from importlib.resources import files
from inspect import signature
from itertools import chain
from typing import Protocol, cast

from factcheck.checks import Judgement
from factcheck.engine.rule import Called, Filter, Rule
from factcheck.errors import RuleError
from factcheck.model import Claim, Reading
from factcheck.records import dataclass

Asked = Callable[[Filter], Sequence[Claim]]
"""The claims of a reading that are what a filter asks for."""


class Check(Protocol):
    """`check(subject, reading, **constants)` of a module in `factcheck/checks`."""

    def __call__(self, subject: object, reading: Reading, **constants: object) -> Iterator[Judgement]:
        """The judgements over one subject."""
        ...


def check_of(form: Called) -> Check:
    """The judgement a rule names."""
    known = _loaded()
    found = known.get(form.check)
    if found is None:
        found = known[form.check] = cast(Check, import_module(f"factcheck.checks.{form.check}").check)
    return found


@cache
def _loaded() -> dict[str, Check]:
    """The judgements used so far, by their modules; there are no more of them than `factcheck/checks` has."""
    return {}


def insist(rule: Rule, form: Called) -> None:
    """See that the judgement a rule names looks at what the rule gives it, and has the constants it sets.

    Raises:
        RuleError: it looks at something else, or the rule sets a constant it does not have.
    """
    parameters = signature(check_of(form)).parameters
    first, *_ = parameters.values()
    looks_at = _written(form.check) if first.annotation is first.empty else str(first.annotation)
    over = _OVER.get(looks_at, form.over)
    if over != form.over:
        raise RuleError(f'{rule.file}: over：判断 {form.check} 要写 over = "{over}"')
    known = [name for name, one in parameters.items() if one.kind is one.KEYWORD_ONLY]
    for name, _ in form.constants:
        if name not in known:
            raise RuleError(
                f"{rule.file}: with.{name}：判断 {form.check} 没有这个常数；可用：{'、'.join(known)}"
            )


def _written(check: str) -> str:
    """The type of what a check looks at, as its source has it; compiled, it keeps no annotations."""
    import ast  # noqa: PLC0415  (only a compiled check asks for it)

    source = files("factcheck.checks").joinpath(f"{check}.py").read_text("utf-8")
    made = next(node for node in ast.parse(source).body if getattr(node, "name", "") == "check")
    assert isinstance(made, ast.FunctionDef)
    subject = made.args.args[0].annotation
    return "" if subject is None else ast.unparse(subject)


@dataclass(slots=True, eq=False)
class Calling:
    """A rule's check over one reading at a time; the check is loaded for the first subject there is.

    Attributes:
        form: the check, what it is called over, and the constants it is given.
        check: the check, once loaded.
        constants: its constants, once it is loaded.
    """

    form: Called
    check: Check | None = None
    constants: dict[str, object] = field(default_factory=dict)

    def __call__(self, reading: Reading, asked: Asked) -> Iterable[Judgement]:
        """What the check says of every subject in `reading`; nothing of one that compares."""
        form = self.form
        subjects = asked(form.asks) if form.over == "claim" else _SUBJECTS[form.over](reading)
        if not subjects:
            return ()
        check = self.check
        if check is None:
            check, self.constants = check_of(form), dict(form.constants)
            self.check = check
        constants = self.constants
        if len(subjects) == 1:
            return check(subjects[0], reading, **constants)
        return chain.from_iterable([check(subject, reading, **constants) for subject in subjects])


_OVER = {
    "Figure": "figure",
    "Reading": "reading",
    "Period": "period",
    "Claim": "claim",
    "Enumeration": "enumeration",
}
"""What a rule over the subjects of a judgement says, by the type the judgement takes."""

_SUBJECTS: dict[str, Callable[[Reading], Sequence[object]]] = {
    "enumeration": lambda reading: reading.enumerations,
    "period": lambda reading: reading.periods,
    "figure": lambda reading: reading.figures,
    "group": lambda reading: reading.groups,
    "partition": lambda reading: reading.partitions,
    "order": lambda reading: reading.orders,
    "quote": lambda reading: reading.quotes,
    "table": lambda reading: reading.article.tables,
    "claims": lambda reading: (reading.claims,),
    "tokens": lambda reading: (reading.tokens,),
    "reading": lambda reading: (reading,),
    "readings": lambda reading: (),
    "company": lambda reading: (),
}
