"""The part of a report that speaks of one document, as a report of its own."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import Document, Report


def single(report: Report, document: Document) -> Report:
    """What `report` says of `document`; relations belong to the document of their first mark."""
    path = document.path
    return replace(
        report,
        documents=(document,),
        readings=tuple(each for each in report.readings if each.article.document is document),
        findings=tuple(each for each in report.findings if each.marks[0].place.path == path),
        verified=tuple(each for each in report.verified if each.marks[0].place.path == path),
        unchecked=tuple(each for each in report.unchecked if each.place.path == path),
        silenced=tuple(each for each in report.silenced if each.finding.marks[0].place.path == path),
        failures=(),
    )
