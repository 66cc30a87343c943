"""`factcheck claims`: everything the articles were understood to claim."""

from __future__ import annotations

from typing import Annotated

from factcheck.cli.parts import options
from factcheck.cli.parts.options import option
from factcheck.cli.parts.understanding import leave, listed, understood
from factcheck.reports.parts.claims import rows

HELP = """列出读懂的每一条说法：谁的什么、何时、多少、与什么相比

冲突漏报时先看这里：说法没有读懂，就没有可比的东西。

  factcheck claims 稿件.md
  factcheck claims 稿件.md --format jsonl"""

_COLUMNS = {
    "where": "位置",
    "text": "原文",
    "says": "说法",
    "range": "范围（基本单位）",
    "modality": "语气",
    "made_by": "句式",
}

Format = Annotated[str, option("--format", "-f", metavar="table|jsonl", help="表格，或一行一个 JSON")]


def claims(
    paths: options.Paths = None,
    *,
    format: Format = "table",
    date: options.Date = "",
    place: options.PlaceName = "",
    encoding: options.Encoding = "",
    exclude: options.Exclude = None,
    stdin_filename: options.StdinName = "",
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """List every claim that was understood."""
    found = understood(
        paths,
        config,
        isolated,
        published=date,
        place=place,
        encoding=encoding,
        exclude=exclude,
        stdin_name=stdin_filename,
    )
    listed(rows(found.readings), _COLUMNS, format)
    leave(found)
