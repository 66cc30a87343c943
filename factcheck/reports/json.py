"""`--format json`: the contract other programs rely on; one object, everything the run knows."""

from __future__ import annotations

import json

from factcheck.model import Report
from factcheck.reports.parts.contract import contract
from factcheck.reports.parts.options import Options


def render(report: Report, options: Options) -> str:
    """The report as one JSON object."""
    return json.dumps(contract(report), ensure_ascii=False, indent=2) + "\n"
