"""Judgements no equation can say: one module per check, named by the rules that use it.

A rule with `check = "count"` and `over = "enumeration"` calls `check(subject, reading)` in
`factcheck/checks/count.py`. The module is loaded when the rule is first used; there is nothing to
register. What `subject` is depends on the rule's `over`:

    enumeration   each Enumeration                 group        each Group
    period        each Period                      partition    each Partition
    order         each Order                       quote        each Quote
    claim         each Claim                       claims       all claims of the article, a tuple
    figure        each Figure                      tokens       all tokens of the article, a tuple
    table         each Table of the article        reading      the Reading itself
    company       the Company of all articles that meet (`_company`): their claims sorted once; the
                  second argument is then the first of their readings
    readings      all readings of the run, a tuple (files are compared with each other); the
                  second argument is then the first of them

A rule over claims one by one says in `[claim]` which (`measure`, `sort`, `dimension`, `block`, …, as a role
does), so that the check is called for few.

A check yields a `Judgement` for everything it could decide and nothing where it could not:
`conflict(...)` becomes a finding, `held(...)` is listed as verified. It never words a message: the
rule's `message` is filled with the texts of the spots (`{day}`), the extra `values` and
`{expected}`. Constants a rule may want to set are keyword arguments, filled from its `[with]`
table:

    def check(subject: Period, reading: Reading, *, first_year: int = 1900) -> Iterator[Judgement]:
        ...
        yield conflict(Spot("day", subject.span), last="28日")

Checks are pure: they read model objects, `factcheck.interval` and `factcheck.calendar`, and never
search the article for numbers of their own.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import Article, Certainty, Span
from factcheck.records import dataclass

OVER = (
    "enumeration",
    "period",
    "claim",
    "figure",
    "group",
    "partition",
    "order",
    "quote",
    "table",
    "claims",
    "tokens",
    "reading",
    "readings",
    "company",
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of an article with the role it plays; also the placeholder of that name.

    Attributes:
        role: a lower-case word, such as `day` or `count`; several spots may share one.
        span: where it stands in the reading text.
        article: whose reading text; `None` means the article being judged.
    """

    role: str
    span: Span
    article: Article | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a check decided about one subject.

    Attributes:
        spots: the suspect first, then as few witnesses as show the matter.
        holds: the numbers agree; otherwise they conflict.
        values: further placeholders of the message, as (name, text).
        equation: the arithmetic with the writer's own numbers, such as `五项 ≠ 4`; may be empty.
        expected: what the suspect would have to be, as it would be printed; may be empty.
        weak: it agrees or conflicts only loosely: agreement is listed as weak, a conflict is no
            more than a question (请核).
        certainty: overrules the certainty the engine would choose.
        edits: candidate corrections, as (index of a spot, replacement, why).
    """

    spots: tuple[Spot, ...]
    holds: bool = False
    values: tuple[tuple[str, str], ...] = ()
    equation: str = ""
    expected: str = ""
    weak: bool = False
    certainty: Certainty | None = None
    edits: tuple[tuple[int, str, str], ...] = ()

    def edited(self, replacement: str, why: str, spot: int = 0) -> Judgement:
        """The same judgement with one more candidate correction."""
        return replace(self, edits=(*self.edits, (spot, replacement, why)))


def conflict(
    *spots: Spot,
    equation: str = "",
    expected: str = "",
    weak: bool = False,
    certainty: Certainty | None = None,
    **values: str,
) -> Judgement:
    """The numbers at `spots` cannot all be right; `values` are placeholders of the message."""
    return Judgement(spots, False, tuple(values.items()), equation, expected, weak, certainty)


def held(*spots: Spot, equation: str = "", weak: bool = False) -> Judgement:
    """The numbers at `spots` (at least two) agree."""
    return Judgement(spots, True, (), equation, "", weak)
