"""`--format gitlab`: a Code Quality report for merge requests.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from factcheck.model import Finding, Report, Severity
from factcheck.reports.parts import said
from factcheck.reports.parts.as_json import as_json
from factcheck.reports.parts.columns import region
from factcheck.reports.parts.options import Options
from factcheck.reports.parts.safe import relative, visible

_Object = Mapping[str, object]


def render(report: Report, options: Options) -> str:
    """The report as a JSON array; every entry has a fingerprint of its own."""
    return as_json(list(_entries(report, options)))


def _entries(report: Report, options: Options) -> Iterator[_Object]:
    taken: set[str] = set()
    for finding in report.findings:
        path = relative(finding.marks[0].place.path, options.root)
        unique = _unique(f"{path}\n{finding.fingerprint}", taken)
        taken.add(unique)
        yield _entry(finding, path, unique)
    for failure in report.failures:
        path = relative(failure.path, options.root)
        yield {
            "description": f"未能检查：{visible(failure.message)}",
            "check_name": "factcheck",
            "fingerprint": _unique(f"{path}\nunread", taken),
            "severity": "critical",
            "location": {"path": path, "lines": {"begin": 1}},
        }


def _entry(finding: Finding, path: str, fingerprint: str) -> _Object:
    spot = region(finding.marks[0].place)
    return {
        "description": f"{finding.rule}: " + "；".join(said.lines(finding)),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": {Severity.ERROR: "major", Severity.WARNING: "minor"}.get(finding.severity, "info"),
        "location": {
            "path": path,
            "positions": {
                "begin": {"line": spot.line, "column": spot.column},
                "end": {"line": spot.end_line, "column": spot.end_column},
            },
        },
    }


def _unique(key: str, taken: set[str]) -> str:
    """A digest that no other entry has: GitLab drops an entry whose fingerprint it has seen."""
    salt, digest = 0, ""
    while not digest or digest in taken:
        digest = hashlib.sha256(f"{key}\n{salt}".encode("utf-8", "replace")).hexdigest()
        salt += 1
    return digest
