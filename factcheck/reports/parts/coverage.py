"""How much of each document took part in a check, and what was found and verified in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from factcheck.model import Document, Finding, Report, Severity, Verified


@dataclass(frozen=True, slots=True, eq=False)
class Coverage:
    """What was done to one document.

    Attributes:
        document: the document.
        findings: those whose suspect stands in it.
        verified: those whose first mark stands in it.
        figures: how many figures could be quantities.
        taking_part: how many of them took part in some check.
    """

    document: Document
    findings: tuple[Finding, ...]
    verified: tuple[Verified, ...]
    figures: int
    taking_part: int

    def count(self, severity: Severity) -> int:
        """How many findings are this loud."""
        return sum(finding.severity is severity for finding in self.findings)


def coverage(report: Report) -> tuple[Coverage, ...]:
    """One entry per document, in the order of the run."""
    findings: dict[str, list[Finding]] = defaultdict(list)
    verified: dict[str, list[Verified]] = defaultdict(list)
    for finding in report.findings:
        findings[finding.marks[0].place.path].append(finding)
    for held in report.verified:
        verified[held.marks[0].place.path].append(held)
    figures = Counter(
        reading.article.document.path
        for reading in report.readings
        for figure in reading.figures
        if figure.kind.countable
    )
    alone = Counter(each.place.path for each in report.unchecked)
    return tuple(
        Coverage(
            document,
            tuple(findings[document.path]),
            tuple(verified[document.path]),
            figures[document.path],
            figures[document.path] - alone[document.path],
        )
        for document in report.documents
    )


def percent(part: int, whole: int) -> str:
    """`part` of `whole` in whole percent, rounded half up; a dash when there is nothing to divide by."""
    return f"{(200 * part + whole) // (2 * whole)}%" if whole else "—"
