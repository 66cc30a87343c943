"""What the tool says: findings with their arithmetic, what held, and what was left unchecked."""

from __future__ import annotations

from factcheck.model.claims import Reading
from factcheck.model.source import Document, Place
from factcheck.records import Enum, dataclass


class Severity(Enum):
    """How loud a rule is; decides the exit status."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the loudest."""
        return ("error", "warning", "info").index(self.value)


class Certainty(Enum):
    """How sure the finding is, in the words an editor reads."""

    CERTAIN = "必有一误"
    LIKELY = "疑似"
    ASK = "请核"


class Reason(Enum):
    """Why a figure took part in no check: a closed list."""

    NO_PARTNER = "no partner"
    PERIOD_UNKNOWN = "period unknown"
    SCOPE_DIFFERS = "scope differs"
    LICENCE = "licence"
    AMBIGUOUS = "ambiguous"
    NOT_READ = "region not read"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place with the role it plays in a finding (`rate`, `whole`, `part`, …)."""

    place: Place
    role: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A candidate correction: put `replacement` at `marks[mark]`; never applied by the tool."""

    mark: int
    replacement: str
    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One conflict.

    Attributes:
        rule: the rule's name, such as `growth/levels-disagree`.
        severity: how loud it is.
        certainty: how sure it is.
        message: one Chinese sentence with the numbers filled in.
        marks: the suspect first, then the witnesses.
        equation: the arithmetic with the writer's own numbers, such as `10% ≠ 1200亿元 ÷ 1000亿元 − 1`.
        expected: what the suspect would have to be, in its own unit; empty when unknown.
        fixes: single edits that would repair it.
        fingerprint: stays the same while text elsewhere changes.
    """

    rule: str
    severity: Severity
    certainty: Certainty
    message: str
    marks: tuple[Mark, ...]
    equation: str = ""
    expected: str = ""
    fixes: tuple[Fix, ...] = ()
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    """One relation that held, with its arithmetic."""

    rule: str
    equation: str
    marks: tuple[Mark, ...]
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A figure that took part in no check, and why."""

    place: Place
    reason: Reason


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read."""

    path: str
    message: str


class Silencer(Enum):
    """What kept a finding quiet."""

    COMMENT = "comment"
    CONFIG = "configuration"
    BASELINE = "baseline"
    UNCHANGED = "unchanged lines"


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding that somebody decided not to hear, how, and the reason that was given."""

    finding: Finding
    by: Silencer
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RuleNote:
    """What a format may say about a rule that ran: its title and why it is held against a writer."""

    name: str
    title: str
    why: str
    severity: Severity


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """Everything a format may show.

    `rules` are those that ran, whether they found anything or not; `notices` are lines (Chinese) about
    the run itself, such as a baseline that has entries to spare.
    """

    documents: tuple[Document, ...] = ()
    readings: tuple[Reading, ...] = ()
    findings: tuple[Finding, ...] = ()
    verified: tuple[Verified, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    failures: tuple[Failure, ...] = ()
    rules: tuple[RuleNote, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    notices: tuple[str, ...] = ()
