"""How much was read, understood, verified and found wrong, in numbers."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model import Report, Severity


def summary(report: Report) -> Mapping[str, int]:
    """The counts of a report under the names of the JSON contract."""
    loud = [finding.severity for finding in report.findings]
    return {
        "documents": len(report.documents),
        "articles": len(report.readings),
        "characters": sum(len(document.text) for document in report.documents),
        "figures": sum(len(reading.figures) for reading in report.readings),
        "claims": sum(len(reading.claims) for reading in report.readings),
        "relations": len(report.findings) + len(report.verified),
        "verified": len(report.verified),
        "errors": loud.count(Severity.ERROR),
        "warnings": loud.count(Severity.WARNING),
        "infos": loud.count(Severity.INFO),
    }
