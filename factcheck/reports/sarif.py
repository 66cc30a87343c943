"""`--format sarif`: SARIF 2.1.0 for code scanning; witnesses are related locations.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
Columns count code points, which `columnKind` says, since viewers disagree. Fingerprints are our own:
a platform that computes them from lines would lose a finding whenever a paragraph is added above.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from urllib.parse import quote

from factcheck import __version__
from factcheck.model import (
    Failure,
    Finding,
    Fix,
    Mark,
    Place,
    Report,
    Severity,
    Silenced,
    Silencer,
)
from factcheck.reports.parts import said
from factcheck.reports.parts.as_json import as_json
from factcheck.reports.parts.columns import region
from factcheck.reports.parts.options import Options
from factcheck.reports.parts.safe import relative, visible

_Object = Mapping[str, object]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_RESULTS = 25_000  # a run with more is refused by code scanning
_RELATED = 1_000


def render(report: Report, options: Options) -> str:
    """The report as one SARIF log with one run."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report, options)]}
    return as_json(log)


def _run(report: Report, options: Options) -> _Object:
    rules = _rules(report)
    index = {str(rule["id"]): at for at, rule in enumerate(rules)}
    results = [_result(finding, index, options) for finding in report.findings]
    results += [_result(each.finding, index, options) | _silenced(each) for each in _quiet(report)]
    return {
        "tool": {"driver": {"name": "factcheck", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report.failures, options)],
        "results": results[:_RESULTS],
    }


def _invocation(failures: Sequence[Failure], options: Options) -> _Object:
    """Whether the run saw everything; an input it could not read is a notification."""
    return {
        "executionSuccessful": not failures,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": visible(failure.message)},
                "locations": [{"physicalLocation": {"artifactLocation": _artifact(failure.path, options)}}],
            }
            for failure in failures
        ],
    }


def _rules(report: Report) -> list[_Object]:
    """The rules that ran, then any other that a finding names."""
    known = [_rule(note.name, note.title, note.why, note.severity) for note in report.rules]
    names = {note.name for note in report.rules}
    others = {f.rule: f.severity for f in _findings(report) if f.rule not in names}
    return [*known, *(_rule(name, name, "", severity) for name, severity in others.items())]


def _quiet(report: Report) -> list[Silenced]:
    return [each for each in report.silenced if each.by is not Silencer.UNCHANGED]


def _findings(report: Report) -> list[Finding]:
    return [*report.findings, *(each.finding for each in _quiet(report))]


def _rule(name: str, title: str, why: str, severity: Severity) -> _Object:
    words = name.replace("/", "-").split("-")
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in words),
        "shortDescription": {"text": title or name},
        "fullDescription": {"text": why.strip() or title or name},
        "help": {"text": f"{title}\n\n{why.strip()}".strip() or name},
        "defaultConfiguration": {"level": _level(severity)},
        "properties": {"tags": ["numbers", name.partition("/")[0]]},
    }


def _result(finding: Finding, index: Mapping[str, int], options: Options) -> dict[str, object]:
    suspect, *witnesses = finding.marks
    related = [_related(at, mark, options) for at, mark in enumerate(witnesses[:_RELATED], 1)]
    return {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _level(finding.severity),
        "message": {"text": "\n".join(said.lines(finding))},
        "locations": [{"physicalLocation": _physical(suspect.place, options)}],
        "relatedLocations": related,
        "partialFingerprints": {"factcheck/v1": finding.fingerprint},
        "fixes": [_fix(finding, fix, options) for fix in finding.fixes],
        "properties": {"certainty": finding.certainty.value},
    }


def _silenced(each: Silenced) -> dict[str, object]:
    """What a result says in addition when somebody decided not to hear it."""
    if each.by is Silencer.BASELINE:
        return {"baselineState": "unchanged"}
    kind = "inSource" if each.by is Silencer.COMMENT else "external"
    reason = {"justification": visible(each.reason)} if each.reason else {}
    return {"suppressions": [{"kind": kind, "status": "accepted", **reason}]}


def _related(at: int, mark: Mark, options: Options) -> _Object:
    return {
        "id": at,
        "message": {"text": said.witness(mark)},
        "physicalLocation": _physical(mark.place, options),
    }


def _physical(place: Place, options: Options) -> _Object:
    return {"artifactLocation": _artifact(place.path, options), "region": _region(place, snippet=True)}


def _region(place: Place, *, snippet: bool) -> _Object:
    spot = region(place)
    where = {
        "startLine": spot.line,
        "startColumn": spot.column,
        "endLine": spot.end_line,
        "endColumn": spot.end_column,
    }
    return {**where, "snippet": {"text": place.text}} if snippet else where


def _fix(finding: Finding, fix: Fix, options: Options) -> _Object:
    place = finding.marks[fix.mark].place
    replacement = {
        "deletedRegion": _region(place, snippet=False),
        "insertedContent": {"text": fix.replacement},
    }
    change = {"artifactLocation": _artifact(place.path, options), "replacements": [replacement]}
    return {"description": {"text": visible(fix.why or fix.replacement)}, "artifactChanges": [change]}


def _artifact(path: str, options: Options) -> _Object:
    """A URI relative to the folder the run started in; outside of it an absolute one."""
    shown = relative(path, options.root)
    if PurePosixPath(shown).is_absolute():
        return {"uri": "file://" + quote(shown)}
    return {"uri": quote(shown), "uriBaseId": "%SRCROOT%"}


def _level(severity: Severity) -> str:
    return "note" if severity is Severity.INFO else severity.value
