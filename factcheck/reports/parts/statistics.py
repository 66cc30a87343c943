"""How often each rule found something: `--statistics`."""

from __future__ import annotations

from collections import Counter

from factcheck.model import Report
from factcheck.reports.parts.as_json import as_json
from factcheck.reports.parts.words import severity_word


def statistics(report: Report, *, machine: bool = False) -> str:
    """One line a rule, the most frequent first: how often, how loud, where, its title; JSON if asked for."""
    titles = {note.name: note.title for note in report.rules}
    counts = Counter(finding.rule for finding in report.findings)
    severities = {finding.rule: finding.severity for finding in report.findings}
    spread = Counter(rule for rule, _ in {(f.rule, f.marks[0].place.path) for f in report.findings})
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    if machine:
        table = [
            {
                "rule": rule,
                "title": titles.get(rule, ""),
                "severity": severities[rule].value,
                "count": count,
                "documents": spread[rule],
            }
            for rule, count in rows
        ]
        return as_json(table)
    lines = (
        f"{count:>5}  {severity_word(severities[rule])}  {spread[rule]:>4} 篇  {rule}  {titles.get(rule, '')}"
        for rule, count in rows
    )
    return "".join(f"{line}\n" for line in lines)
