"""`--format junit`: a test suite per document, a failed test per finding, for CI that reads JUnit."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Failure, Finding, Report
from factcheck.reports.parts import said
from factcheck.reports.parts.options import Options
from factcheck.reports.parts.safe import relative
from factcheck.reports.parts.xml import DECLARATION, element


def render(report: Report, options: Options) -> str:
    """The report as JUnit XML; a document without findings is one passed test."""
    paths = [document.path for document in report.documents]
    found = {path: [f for f in report.findings if f.marks[0].place.path == path] for path in paths}
    suites = [_suite(relative(path, options.root), findings) for path, findings in found.items()]
    suites += [_unread(relative(failure.path, options.root), failure) for failure in report.failures]
    counts = {
        "name": "factcheck",
        "tests": sum(max(len(findings), 1) for findings in found.values()) + len(report.failures),
        "failures": sum(map(len, found.values())),
        "errors": len(report.failures),
    }
    return DECLARATION + element("testsuites", counts, suites) + "\n"


def _suite(path: str, findings: Sequence[Finding]) -> str:
    counts = {"name": path, "tests": max(len(findings), 1), "failures": len(findings), "errors": 0}
    passed = element("testcase", {"name": "factcheck", "classname": path, "file": path})
    return element("testsuite", counts, [_case(path, finding) for finding in findings] or [passed])


def _case(path: str, finding: Finding) -> str:
    place = finding.marks[0].place
    case = {
        "name": f"{finding.rule} {place.line}:{place.column}",
        "classname": path,
        "file": path,
        "line": place.line,
    }
    failure = element(
        "failure",
        {"type": finding.severity.value, "message": finding.message},
        text="\n".join(said.lines(finding)),
    )
    return element("testcase", case, [failure])


def _unread(path: str, failure: Failure) -> str:
    counts = {"name": path, "tests": 1, "failures": 0, "errors": 1}
    error = element("error", {"type": "unread", "message": failure.message})
    return element(
        "testsuite",
        counts,
        [element("testcase", {"name": "factcheck", "classname": path, "file": path}, [error])],
    )
