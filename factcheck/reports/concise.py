"""`--format concise`: `path:line:column: rule message`, one line a finding; the default when piped."""

from __future__ import annotations

from factcheck.model import Failure, Finding, Report
from factcheck.reports.parts.options import Options
from factcheck.reports.parts.safe import shown_path, visible


def render(report: Report, options: Options) -> str:
    """One line per finding and one per input that could not be read."""
    lines = [finding_line(finding, options) for finding in report.findings]
    lines += [_failure_line(failure, options) for failure in report.failures]
    return "".join(f"{line}\n" for line in lines)


def finding_line(finding: Finding, options: Options) -> str:
    """The one line of a finding, harmless in a terminal and in a log."""
    place = finding.marks[0].place
    path = shown_path(place.path, options.root)
    return f"{path}:{place.line}:{place.column}: {finding.rule} {visible(finding.message)}"


def _failure_line(failure: Failure, options: Options) -> str:
    return f"{shown_path(failure.path, options.root)}: {visible(failure.message)}"
