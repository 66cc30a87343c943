"""`--format json`: the contract other programs rely on; one object, everything the run knows."""

from __future__ import annotations

from factcheck.model import Report
from factcheck.reports.parts.as_json import as_json
from factcheck.reports.parts.contract import contract
from factcheck.reports.parts.options import Options


def render(report: Report, options: Options) -> str:
    """The report as one JSON object."""
    return as_json(contract(report))
