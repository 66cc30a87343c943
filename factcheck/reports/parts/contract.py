"""A report as plain dictionaries and lists under the field names that other programs rely on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck import __version__
from factcheck.model import Failure, Finding, Mark, Place, Report, Unchecked, Verified
from factcheck.reports.parts.summary import summary

Object = Mapping[str, object]


def contract(report: Report) -> Object:
    """The whole report."""
    return {
        "schema_version": 1,
        "tool": "factcheck",
        "tool_version": __version__,
        "summary": summary(report),
        "findings": [finding(each) for each in report.findings],
        "verified": [verified(each) for each in report.verified],
        "unchecked": [unchecked(each) for each in report.unchecked],
        "failures": [failure(each) for each in report.failures],
    }


def finding(each: Finding) -> Object:
    """One finding; `spans[0]` is the suspect."""
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


def verified(each: Verified) -> Object:
    """One relation that held."""
    return {"rule": each.rule, "equation": each.equation, "spans": spans(each.marks)}


def unchecked(each: Unchecked) -> Object:
    """One figure that took part in no check."""
    return {"reason": each.reason.value, "span": place(each.place)}


def failure(each: Failure) -> Object:
    """One input that could not be read."""
    return {"path": each.path, "message": each.message}


def spans(marks: Sequence[Mark]) -> list[Object]:
    """Marks in their order, each with its role."""
    return [{**place(mark.place), "role": mark.role} for mark in marks]


def place(spot: Place) -> Object:
    """A stretch of a file."""
    return {
        "path": spot.path,
        "start": spot.start,
        "end": spot.end,
        "line": spot.line,
        "column": spot.column,
        "text": spot.text,
    }
