"""One run of `factcheck check`, from what the command line said to its exit status."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from factcheck.cli.parts import given
from factcheck.cli.parts.emit import emit
from factcheck.cli.parts.options import split
from factcheck.cli.parts.output import complain, report_failures, say, write
from factcheck.cli.parts.progress import progress
from factcheck.cli.parts.settings import described
from factcheck.cli.parts.targets import Target, targets
from factcheck.cli.parts.watch import watched
from factcheck.cli.parts.width import colored, columns
from factcheck.config import Settings
from factcheck.config.keys import fail_on
from factcheck.config.values import one_of
from factcheck.model import Report
from factcheck.pipeline import baseline, check, inputs
from factcheck.records import dataclass
from factcheck.reports import Options
from factcheck.reports.parts.safe import visible
from factcheck.reports.parts.verdict import verdict

Said = Mapping[str, Any]
"""What the command line gave, by the parameters of the command."""

_BASELINE = "factcheck-baseline.json"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A run as it was asked for."""

    paths: tuple[str, ...]
    settings: Settings
    targets: tuple[Target, ...]
    options: Options
    said: Said


def run(said: Said) -> int:
    """Do what was asked and say with which status to leave.

    Raises:
        FactcheckError: an option, the configuration, or a rule is malformed.
    """
    asked = _asked(said)
    if said["show_settings"]:
        say(described(asked.settings))
        return 0
    if said["show_files"]:
        return _files(asked)
    if said["watch"]:
        return watched(lambda: _once(asked), lambda: inputs(asked.paths, asked.settings)[0])
    return _once(asked)


def _asked(said: Said) -> _Asked:
    paths = tuple(said["paths"] or ["."])
    one_of("--color", said["color"], ("auto", "always", "never"))
    settings = _settings(paths, said)
    default = settings.output_format or ("rich" if sys.stdout.isatty() else "concise")
    wanted = targets(split(said["format"]), said["output"] or (), default)
    options = Options(columns(), colored(said["color"]), str(Path.cwd()), said["verbose"])
    return _Asked(paths, settings, wanted, options, said)


def _settings(paths: Sequence[str], said: Said) -> Settings:
    settings = given.settings(
        paths,
        said["config"],
        said["isolated"],
        select=said["select"],
        extend_select=said["extend_select"],
        ignore=said["ignore"],
        rules=said["rules"],
        published=said["date"],
        place=said["place"],
        encoding=said["encoding"],
        exclude=said["exclude"],
        stdin_name=said["stdin_filename"],
        diff=said["diff"],
        jobs=said["jobs"],
        force_exclude=said["force_exclude"],
    )
    if said["fail_on"]:
        settings = replace(settings, fail_on=fail_on("--fail-on", said["fail_on"]))
    if said["baseline"]:
        settings = replace(settings, baseline=Path(said["baseline"]))
    return replace(
        settings,
        facts=Path(said["facts"]) if said["facts"] else settings.facts,
        archive=Path(said["archive"]) if said["archive"] else settings.archive,
        cross=settings.cross and not said["no_cross"],
        cache=not said["no_cache"],
        heed=not said["ignore_suppressions"],
        diff_file=Path(said["diff_file"]) if said["diff_file"] else None,
    )


def _once(asked: _Asked) -> int:
    """Check and report once."""
    said, settings = asked.said, asked.settings
    if said["write_baseline"]:
        return _write_baseline(asked)
    with progress(quiet=said["quiet"]) as tell:
        report = check(asked.paths, settings, tell)
    refused = emit(report, asked.targets, asked.options, as_statistics=said["statistics"])
    if said["prune_baseline"] and settings.baseline is not None:
        write(baseline.pruned(report, settings.baseline), settings.baseline)
    report_failures([*report.failures, *refused])
    if not said["quiet"]:
        _conclude(report, asked)
    return 2 if refused else _status(report, settings, exit_zero=said["exit_zero"])


def _write_baseline(asked: _Asked) -> int:
    """Record every finding instead of reporting it; what cannot be read still fails the run."""
    file = asked.settings.baseline or Path(_BASELINE)
    report = check(asked.paths, replace(asked.settings, baseline=None))
    write(baseline.written(report, file), file)
    report_failures(report.failures)
    complain(f"已把 {len(report.findings)} 处冲突记进 {file}；以后加 --baseline {file} 就只报新的")
    return 2 if report.failures else 0


def _files(asked: _Asked) -> int:
    names, failures = inputs(asked.paths, asked.settings)
    say("".join(f"{visible(name)}\n" for name in names))
    report_failures(failures)
    return 2 if failures else 0


def _conclude(report: Report, asked: _Asked) -> None:
    """What a person wants to know besides the report."""
    for notice in report.notices:
        complain(notice)
    on_screen = any(target.path is None and target.format == "rich" for target in asked.targets)
    if not on_screen or asked.said["statistics"]:
        complain(verdict(report))


def _status(report: Report, settings: Settings, *, exit_zero: bool) -> int:
    """2 when something could not be read, 1 when a finding is loud enough, else 0."""
    if report.failures:
        return 2
    limit = settings.fail_on
    loud = limit is not None and any(finding.severity.rank <= limit.rank for finding in report.findings)
    return int(loud and not exit_zero)
