"""`--format rdjson`: Reviewdog Diagnostic Format; columns count UTF-8 bytes.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model import Document, Finding, Place, Report
from factcheck.reports.parts import said
from factcheck.reports.parts.as_json import as_json
from factcheck.reports.parts.columns import by_path, byte_region
from factcheck.reports.parts.options import Options
from factcheck.reports.parts.safe import relative, visible

_Object = Mapping[str, object]


def render(report: Report, options: Options) -> str:
    """The report as one diagnostic result."""
    documents = by_path(report)
    findings = [_diagnostic(finding, documents, options) for finding in report.findings]
    failures = [
        {
            "message": f"未能检查：{visible(failure.message)}",
            "location": {"path": relative(failure.path, options.root)},
            "severity": "ERROR",
        }
        for failure in report.failures
    ]
    result = {"source": {"name": "factcheck"}, "diagnostics": [*findings, *failures]}
    return as_json(result)


def _diagnostic(finding: Finding, documents: Mapping[str, Document], options: Options) -> _Object:
    suspect, *witnesses = finding.marks
    return {
        "message": "\n".join(said.lines(finding)),
        "location": _location(suspect.place, documents, options),
        "severity": finding.severity.name,
        "code": {"value": finding.rule},
        "suggestions": [
            {"range": _range(suspect.place, documents), "text": fix.replacement}
            for fix in finding.fixes
            if fix.mark == 0  # a suggestion must lie where the diagnostic does
        ],
        "related_locations": [
            {"message": said.witness(mark), "location": _location(mark.place, documents, options)}
            for mark in witnesses
        ],
    }


def _location(place: Place, documents: Mapping[str, Document], options: Options) -> _Object:
    return {"path": relative(place.path, options.root), "range": _range(place, documents)}


def _range(place: Place, documents: Mapping[str, Document]) -> _Object:
    spot = byte_region(place, documents)
    return {
        "start": {"line": spot.line, "column": spot.column},
        "end": {"line": spot.end_line, "column": spot.end_column},
    }
