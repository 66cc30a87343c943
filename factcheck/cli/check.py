"""`factcheck check`: the conflicts of some articles."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from factcheck.cli.options import Date, Encoding, Paths, PlaceName, partial_date
from factcheck.cli.output import report_failures, say
from factcheck.config import Settings
from factcheck.model import Report, Severity
from factcheck.pipeline import check as run
from factcheck.reports import Options, render


def check(
    paths: Paths,
    *,
    format: Annotated[str, typer.Option("--format", metavar="格式", help="输出格式。")] = "",
    no_cross: Annotated[bool, typer.Option("--no-cross", help="各篇各查，不跨文件比对。")] = False,
    date: Date = "",
    place: PlaceName = "",
    encoding: Encoding = "",
) -> None:
    """核对稿件里的数字。"""
    settings = Settings(
        published=partial_date(date), place=place, encoding=encoding or None, cross=not no_cross
    )
    report = run(paths, settings)
    name = format or ("rich" if sys.stdout.isatty() else "concise")
    say(render(name, report, Options()))
    report_failures(report.failures)
    raise typer.Exit(status(report))


def status(report: Report) -> int:
    """2 when an input could not be read, 1 when an error was found, else 0."""
    if report.failures:
        return 2
    return int(any(finding.severity is Severity.ERROR for finding in report.findings))
