"""What a rule is once loaded: its words and one of six forms, all of them data.

Ties       claims tied by role and path, and an equation           [claims.rate] …
Sums       a partition and an equation over whole and part         [partition] …
Repeats    two mentions of one quantity                            same = true
Wording    a sequence of tokens                                    tokens = "approx figure about-after"
Malformed  flags of malformed numbers and dates                    form = ["double-point"]
Called     a judgement in factcheck/checks                         check = "count"
"""

from __future__ import annotations

from pathlib import Path as File

from factcheck.engine.equation import Equation
from factcheck.engine.path import Path
from factcheck.model import BlockKind, Dimension, Measure, Modality, Severity
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Filter:
    """What a claim must be to play a role; an empty set or `None` asks nothing."""

    measure: Measure | None = None
    sort: frozenset[str] = frozenset()
    dimension: frozenset[Dimension] = frozenset()
    base: frozenset[str] = frozenset()
    modality: frozenset[Modality] = frozenset()
    block: frozenset[BlockKind] = frozenset()
    indicator: frozenset[str] = frozenset()
    averaged: bool | None = None
    made_by: frozenset[str] = frozenset()

    @property
    def count(self) -> int:
        """How many things it asks."""
        asked = (self.sort, self.dimension, self.base, self.modality, self.block, self.indicator)
        plain = (self.measure is not None, self.averaged is not None, bool(self.made_by))
        return sum(map(bool, asked)) + sum(plain)


@dataclass(frozen=True, slots=True)
class Role:
    """One member of a relation; `path` is `None` for the first, which is searched for."""

    name: str
    path: Path | None
    asks: Filter


@dataclass(frozen=True, slots=True)
class Ties:
    """Claims tied by what their quantities are made of; a conflict only if no equation can hold.

    Attributes:
        needs: the sides of the first role, `of` and `against`, that must be claimed themselves.
    """

    roles: tuple[Role, ...]
    equations: tuple[Equation, ...]
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sums:
    """A whole and its parts.

    Attributes:
        complete: how complete the parts must be known to be before a conflict is reported; other
            partitions can only be verified.
        each: the equation speaks of one part at a time (`part`), not of all (`sum(part)`).
    """

    equations: tuple[Equation, ...]
    sort: frozenset[str]
    complete: frozenset[str]
    by: frozenset[str]
    made_by: frozenset[str]
    each: bool = False


@dataclass(frozen=True, slots=True)
class Repeats:
    """Two mentions of one quantity, the first of which is the suspect."""

    first: Role
    second: Role
    equation: Equation

    @property
    def alike(self) -> bool:
        """Any two mentions are compared, wherever they stand."""
        return self.first.asks == self.second.asks


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a token pattern: labels that fit, at most `gap` characters after the one before."""

    labels: frozenset[str]
    asks: frozenset[str] = frozenset()
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Wording:
    """A sequence of tokens; `drop` names the elements (by position) whose removal would mend it."""

    elements: tuple[Element, ...]
    drop: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Malformed:
    """Flags of figures and periods."""

    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Called:
    """A judgement in `factcheck/checks`, what it is called over, and the constants it is given.

    Attributes:
        asks: over claims one by one, only those that are so.
    """

    check: str
    over: str
    constants: tuple[tuple[str, object], ...] = ()
    asks: Filter = Filter()


Form = Ties | Sums | Repeats | Wording | Malformed | Called


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One thing held against a writer.

    Attributes:
        name: the path below the folder of rules, without suffix: `growth/levels-disagree`.
        file: where it was read from.
        title: the problem in a few words (Chinese).
        why: the reason and its source, for an editor (Chinese).
        severity: how loud a conflict is.
        message: the sentence of a finding, with placeholders.
        form: what it looks at.
        suspended_by: licences under which a relation is not built.
        within: `article`, `files` (only between articles) or `both`.
        default: it runs unless it is ignored; otherwise only when selected.
    """

    name: str
    file: File
    title: str
    why: str
    severity: Severity
    message: str
    form: Form
    suspended_by: frozenset[str] = frozenset()
    within: str = "article"
    default: bool = True

    @property
    def specific(self) -> int:
        """How much it asks of its claims: of two rules that see one error the more specific speaks."""
        form = self.form
        if isinstance(form, Ties):
            return sum(role.asks.count for role in form.roles)
        if isinstance(form, Repeats):
            return form.first.asks.count + form.second.asks.count
        return sum(map(bool, (form.by, form.made_by))) if isinstance(form, Sums) else 0


@dataclass(frozen=True, slots=True)
class Example:
    """A text a rule must find something in (`finds`), or that every rule must leave alone.

    Attributes:
        texts: file names and their contents; more than one is checked across files.
        finds: the words the first mark must touch; empty for a good example.
        why: what the example shows.
        date: the publication date, as `--date` would give it.
        place: the place, as `--place` would give it.
        facts: a facts table, as `--facts` would give it.
    """

    texts: tuple[tuple[str, str], ...]
    finds: str = ""
    why: str = ""
    date: str = ""
    place: str = ""
    facts: str = ""

    @property
    def bad(self) -> bool:
        """It must be reported."""
        return bool(self.finds)
