"""`factcheck facts`: how a table of reference facts is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from factcheck.archive import facts as read
from factcheck.archive.facts import Row
from factcheck.checks._across import row_text
from factcheck.cli.parts.listing import aligned
from factcheck.cli.parts.options import argument, option
from factcheck.cli.parts.output import complain, say
from factcheck.config.values import one_of
from factcheck.patterns import compiled
from factcheck.reports.parts.claims import claim_row

HELP = """列出一张权威数据表是怎么读的：谁的什么、何时、多少、哪一版

表可以是 CSV、XLSX 或 Parquet，第一行是列名，中英文都行：
主体（subject）、指标（indicator）、时期（period）、数值（value）、单位（unit）、来源（source）。
前四列必须有；来源里写上日期，就能分出先后几版。

  factcheck facts 公报.csv
  factcheck check 稿件.md --facts 公报.csv"""

_HEADS = {
    "line": "行",
    "says": "说法",
    "value": "数值",
    "version": "版本",
    "source": "来源",
    "wrong": "没有读懂",
}
_SPOKEN = {
    "province": "全省",
    "city": "全市",
    "county": "全县",
    "town": "全镇",
    "village": "全村",
    "body": "本单位",
}
_UNKNOWN = compiled(rf"\?({'|'.join(_SPOKEN)})")

Table = Annotated[str, argument("表格", "CSV、XLSX 或 Parquet")]
Format = Annotated[str, option("--format", "-f", metavar="table|jsonl", help="表格，或一行一个 JSON")]


def facts(table: Table, *, format: Format = "table") -> None:
    """List every row of a table as it was read."""
    one_of("--format", format, ("table", "jsonl"))
    found = read(Path(table))
    rows = [_row(row) for row in found.rows]
    if format == "jsonl":
        say("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    else:
        say(aligned(list(_HEADS.values()), [[str(row.get(name, "")) for name in _HEADS] for row in rows]))
    for row in found.wrong:
        complain(f"{found.path} 第{row.line}行：{row.wrong}")
    raise typer.Exit(2 if found.wrong else 0)


def _row(row: Row) -> dict[str, object]:
    if row.claim is None:
        return {"line": row.line, "wrong": row.wrong}
    said = claim_row(row.claim)
    return {
        **said,
        "says": _UNKNOWN.sub(lambda found: _SPOKEN[found[1]], str(said["says"])),
        "line": row.line,
        "value": row_text(row.claim),
        "version": "、".join(sorted(row.claim.licences)),
        "source": row.claim.article.title,
        "wrong": "",
    }
