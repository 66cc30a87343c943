"""`factcheck figures`: every figure and date, normalised."""

from __future__ import annotations

from typing import Annotated

from factcheck.cli.parts import options
from factcheck.cli.parts.options import option
from factcheck.cli.parts.understanding import leave, listed, understood
from factcheck.reports.parts.figures import rows

HELP = """列出每个数字和日期：原文、数值、可能的范围、单位

  factcheck figures 稿件.md
  factcheck figures 稿件/ --format jsonl        一行一个 JSON，供程序使用

万、亿折进数值，单位照写（7400余亿元 → 740000000000 元）；百分数仍是百分数（三成 → 30 %）；
日期折成起止两天。编号、型号、文号是 code，没有数值。"""

_COLUMNS = {
    "where": "位置",
    "text": "原文",
    "kind": "种类",
    "value": "数值",
    "range": "范围",
    "unit": "单位",
    "hedge": "修饰",
}

Format = Annotated[str, option("--format", "-f", metavar="table|jsonl", help="表格，或一行一个 JSON")]


def figures(
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
    """List every figure and date of some articles."""
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
