"""`--format jsonl`: one JSON object a line, each with its `type`, the summary last.

A consumer that reads line by line cannot mistake a file that was not read for a clean one: it has
a line of its own, of type `failure`.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Report
from factcheck.reports.parts import contract
from factcheck.reports.parts.as_json import as_json_line
from factcheck.reports.parts.options import Options
from factcheck.reports.parts.summary import summary


def render(report: Report, options: Options) -> str:
    """The report as lines of JSON."""
    return "".join(as_json_line(row) for row in _rows(report))


def _rows(report: Report) -> Iterator[contract.Object]:
    for finding in report.findings:
        yield {"type": "finding", **contract.finding(finding)}
    for verified in report.verified:
        yield {"type": "verified", **contract.verified(verified)}
    for unchecked in report.unchecked:
        yield {"type": "unchecked", **contract.unchecked(unchecked)}
    for failure in report.failures:
        yield {"type": "failure", **contract.failure(failure)}
    yield {"type": "summary", **summary(report)}
