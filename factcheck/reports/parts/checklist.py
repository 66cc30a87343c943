"""The list of every figure and what became of it (核对单), as rows and in three formats."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from factcheck.model import Finding, Report
from factcheck.reports.parts import said
from factcheck.reports.parts.as_json import as_json_line
from factcheck.reports.parts.exact import plain, readable
from factcheck.reports.parts.safe import relative, visible
from factcheck.reports.parts.statuses import Checked, riskiest_first
from factcheck.reports.parts.words import reason_words

HEAD = ("位置", "数字", "数值", "结果", "依据")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run it


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: its cells under `HEAD`, and the same by name."""

    cells: tuple[str, ...]
    named: dict[str, object]


def rows(report: Report, root: str = "") -> list[Row]:
    """One row per figure, the riskiest first."""
    return [_row(checked, root) for checked in riskiest_first(report)]


def as_csv(found: Sequence[Row]) -> str:
    """Comma-separated, with a mark that lets spreadsheets know it is UTF-8 and a column to tick."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([*HEAD, "人工"])
    writer.writerows([*map(_harmless, row.cells), ""] for row in found)
    return "\ufeff" + stream.getvalue()


def as_jsonl(found: Sequence[Row]) -> str:
    """One JSON object a line."""
    return "".join(as_json_line(row.named) for row in found)


def as_markdown(found: Sequence[Row]) -> str:
    """A table with boxes to tick."""
    lines = [f"| {' | '.join(HEAD)} | 人工 |", "|" + ":--|" * (len(HEAD) + 1)]
    lines += ["| " + " | ".join(_escaped(cell) for cell in row.cells) + " | ☐ |" for row in found]
    return "\n".join([*lines, ""])


def _row(checked: Checked, root: str) -> Row:
    place, figure = checked.place, checked.figure
    path = relative(place.path, root)
    words = place.text.replace("\r", "").replace("\n", "")
    unit = figure.unit.name if figure.unit else ""
    value = plain(figure.value)
    grounds = _grounds(checked)
    cells = (
        f"{path}:{place.line}:{place.column}",
        words + ("（标题）" if checked.headline else ""),
        "" if figure.value is None else readable(figure.value) + unit,
        checked.status.value,
        grounds,
    )
    named: dict[str, object] = {
        "path": place.path,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "text": place.text,
        "value": value,
        "unit": unit or None,
        "headline": checked.headline,
        "status": checked.status.name.lower().replace("_", " "),
        "reason": checked.reason.value if checked.reason else None,
        "grounds": grounds,
    }
    return Row(tuple(visible(cell) for cell in cells), named)


def _grounds(checked: Checked) -> str:
    if checked.reason is not None:
        return reason_words(checked.reason)
    return "；".join(
        each.equation or (each.message if isinstance(each, Finding) else said.sum_of(each))
        for each in checked.relations
    )


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _escaped(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
