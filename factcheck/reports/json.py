"""`--format json`: the contract other programs rely on; one object, everything the run knows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from factcheck import __version__
from factcheck.model import Finding, Mark, Place, Report
from factcheck.reports.parts.options import Options
from factcheck.reports.parts.summary import summary


def render(report: Report, options: Options) -> str:
    """The report as one JSON object, two blanks deep."""
    return json.dumps(contract(report), ensure_ascii=False, indent=2) + "\n"


def contract(report: Report) -> Mapping[str, object]:
    """The report as plain dictionaries and lists, field names as promised."""
    return {
        "schema_version": 1,
        "tool": "factcheck",
        "tool_version": __version__,
        "summary": summary(report),
        "findings": [finding(each) for each in report.findings],
        "verified": [
            {"rule": each.rule, "equation": each.equation, "weak": each.weak, "spans": spans(each.marks)}
            for each in report.verified
        ],
        "unchecked": [{"reason": each.reason.value, "span": place(each.place)} for each in report.unchecked],
        "failures": [{"path": each.path, "message": each.message} for each in report.failures],
    }


def finding(each: Finding) -> Mapping[str, object]:
    """One finding as a dictionary."""
    return {
        "rule": each.rule,
        "severity": each.severity.value,
        "certainty": each.certainty.value,
        "message": each.message,
        "equation": each.equation,
        "expected": each.expected,
        "fingerprint": each.fingerprint,
        "spans": spans(each.marks),
        "fixes": [{"span": fix.mark, "replacement": fix.replacement, "why": fix.why} for fix in each.fixes],
    }


def spans(marks: Sequence[Mark]) -> list[Mapping[str, object]]:
    """The marks of a finding as dictionaries, the suspect first."""
    return [{**place(mark.place), "role": mark.role} for mark in marks]


def place(spot: Place) -> Mapping[str, object]:
    """A place as a dictionary."""
    return {
        "path": spot.path,
        "start": spot.start,
        "end": spot.end,
        "line": spot.line,
        "column": spot.column,
        "text": spot.text,
    }
