"""`factcheck claims`: everything the articles were understood to claim."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from factcheck.cli.options import Date, Encoding, Paths, PlaceName, partial_date
from factcheck.cli.output import report_failures, say
from factcheck.config import Settings
from factcheck.pipeline import understand_all
from factcheck.reports.parts.claims import rows


def claims(
    paths: Paths,
    *,
    format: Annotated[
        str, typer.Option("--format", metavar="table|jsonl", help="表格或逐行 JSON。")
    ] = "table",
    date: Date = "",
    place: PlaceName = "",
    encoding: Encoding = "",
) -> None:
    """列出读懂的每一条说法：谁的什么、何时、多少、和什么比。"""
    settings = Settings(published=partial_date(date), place=place, encoding=encoding or None)
    found = understand_all(paths, settings)
    for row in rows(found.readings):
        say(json.dumps(row, ensure_ascii=False) + "\n")
    report_failures(found.failures)
    raise typer.Exit(2 if found.failures else 0)
