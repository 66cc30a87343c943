"""`--format concise`: `path:line:column: rule message`, one line a finding; the default when piped."""

from __future__ import annotations

from factcheck.model import Finding, Report
from factcheck.reports.parts.options import Options
from factcheck.reports.parts.safe import shown_path, visible


def render(report: Report, options: Options) -> str:
    """One line per finding."""
    return "".join(f"{finding_line(finding, options)}\n" for finding in report.findings)


def finding_line(finding: Finding, options: Options) -> str:
    """The one line of a finding, harmless in a terminal and in a log."""
    place = finding.marks[0].place
    path = shown_path(place.path, options.root)
    return f"{path}:{place.line}:{place.column}: {finding.rule} {visible(finding.message)}"
