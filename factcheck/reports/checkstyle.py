"""`--format checkstyle`: one `file` per document with its `error`s, for tools that read Checkstyle."""

from __future__ import annotations

from factcheck.model import Finding, Report
from factcheck.reports.parts import said
from factcheck.reports.parts.options import Options
from factcheck.reports.parts.safe import relative
from factcheck.reports.parts.xml import DECLARATION, element


def render(report: Report, options: Options) -> str:
    """The report as Checkstyle XML; an input that could not be read is an error on its first line."""
    errors: dict[str, list[str]] = {document.path: [] for document in report.documents}
    for finding in report.findings:
        errors.setdefault(finding.marks[0].place.path, []).append(_error(finding))
    for failure in report.failures:
        unread = {
            "line": 1,
            "severity": "error",
            "message": f"未能检查：{failure.message}",
            "source": "factcheck",
        }
        errors.setdefault(failure.path, []).append(element("error", unread))
    files = [element("file", {"name": relative(path, options.root)}, found) for path, found in errors.items()]
    return DECLARATION + element("checkstyle", {"version": "4.3"}, files) + "\n"


def _error(finding: Finding) -> str:
    place = finding.marks[0].place
    return element(
        "error",
        {
            "line": place.line,
            "column": place.column,
            "severity": finding.severity.value,
            "message": "；".join(said.lines(finding)),
            "source": f"factcheck.{finding.rule}",
        },
    )
