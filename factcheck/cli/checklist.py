"""`factcheck checklist`: every figure with what became of it, riskiest first (核对单)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.parts import given, options
from factcheck.cli.parts.listing import aligned
from factcheck.cli.parts.options import option
from factcheck.cli.parts.output import report_failures, say, write
from factcheck.config.values import one_of
from factcheck.pipeline import check
from factcheck.reports.parts.checklist import HEAD, as_csv, as_jsonl, as_markdown, rows

HELP = """核对单：稿件里的每个数字和它的下落，最要紧的在前

先列有冲突的，再列无从对照、要人工核实的，最后是已经核对过的；标题里的数字排在同类之前。

  factcheck checklist 稿件.md
  factcheck checklist 稿件.md --format csv --output 核对单.csv      用表格软件打开、打勾
  factcheck checklist 稿件.md --format markdown"""

Format = Annotated[
    str,
    option("--format", "-f", metavar="table|markdown|csv|jsonl", help="表格、Markdown、CSV 或一行一个 JSON"),
]
Output = Annotated[str, option("--output", "-o", metavar="文件", help="写进文件")]


def checklist(
    paths: options.Paths = None,
    *,
    format: Format = "table",
    output: Output = "",
    date: options.Date = "",
    place: options.PlaceName = "",
    encoding: options.Encoding = "",
    exclude: options.Exclude = None,
    stdin_filename: options.StdinName = "",
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """List every figure with what became of it."""
    wanted = paths or ["."]
    settings = given.settings(
        wanted,
        config,
        isolated,
        published=date,
        place=place,
        encoding=encoding,
        exclude=exclude,
        stdin_name=stdin_filename,
    )
    report = check(wanted, settings)
    found = rows(report, str(Path.cwd()))
    makers = {"markdown": as_markdown, "csv": as_csv, "jsonl": as_jsonl}
    name = one_of("--format", format, ("table", *makers))
    text = makers[name](found) if name in makers else aligned(HEAD, [each.cells for each in found])
    if output:
        write(text, Path(output))
    else:
        say(text)
    report_failures(report.failures)
    raise typer.Exit(2 if report.failures else 0)
