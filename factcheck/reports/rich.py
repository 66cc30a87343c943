"""`--format rich`: for people at a terminal."""

from __future__ import annotations

from factcheck.model import Finding, Report
from factcheck.reports.parts.options import Options


def render(report: Report, options: Options) -> str:
    """One line per finding and per unreadable file, then one line that counts them."""
    lines = [_line(finding) for finding in report.findings]
    return "".join(f"{line}\n" for line in lines)


def _line(finding: Finding) -> str:
    place = finding.marks[0].place
    return f"{place.path}:{place.line}:{place.column}: {finding.rule} {finding.message}"
