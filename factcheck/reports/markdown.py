"""`--format markdown`: a job summary for a pull request page (`$GITHUB_STEP_SUMMARY`).

A summary over one mebibyte is refused whole, so the list stops before that and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factcheck.model import Document, Finding, Report, Severity
from factcheck.reports.parts import said
from factcheck.reports.parts.columns import by_path
from factcheck.reports.parts.coverage import Coverage, coverage, percent
from factcheck.reports.parts.options import Options
from factcheck.reports.parts.quote import Role, quotes
from factcheck.reports.parts.safe import relative, visible
from factcheck.reports.parts.words import severity_word

_ROOM = 900_000  # bytes
_SPECIAL = re.compile(r"[\\`*_{}\[\]()<>#+!|~@&:$-]")
_NUMBERED = re.compile(r"^(\d+)\.")  # would start a list
_SIGNS = {Severity.ERROR: "🔴", Severity.WARNING: "🟠", Severity.INFO: "🔵"}


def render(report: Report, options: Options) -> str:
    """The report as GitHub-flavoured Markdown in which nothing of an article is markup."""
    lines: list[str] = []
    room = _ROOM
    for line in _lines(report, options):
        room -= len(line.encode("utf-8", "replace")) + 1
        if room < 0:
            lines.append("\n……篇幅已满，其余见完整报告。")
            break
        lines.append(line)
    return "\n".join(lines) + "\n"


def _lines(report: Report, options: Options) -> Iterator[str]:
    covered, documents = coverage(report), by_path(report)
    yield from _opening(report, covered)
    yield from _table(covered, options)
    if report.failures:
        yield ""
    for failure in report.failures:
        yield f"- ⚠️ 未能检查 {escaped(relative(failure.path, options.root))}：{escaped(failure.message)}"
    for each in covered:
        if each.findings:
            yield f"\n### {escaped(relative(each.document.path, options.root))}\n"
        for finding in each.findings:
            yield from _finding(finding, documents)


def _opening(report: Report, covered: tuple[Coverage, ...]) -> Iterator[str]:
    figures, part = sum(each.figures for each in covered), sum(each.taking_part for each in covered)
    count = len(report.findings)
    yield f"## 数字核对：{f'发现 {count} 处冲突' if count else '没有发现冲突'}\n"
    yield (
        f"共 {len(covered)} 篇稿件，{figures} 个数字中 {part} 个参与了核对（{percent(part, figures)}），"
        f"核对无误 {len(report.verified)} 处。没有参与核对的数字仍须人工核实。\n"
    )


def _table(covered: tuple[Coverage, ...], options: Options) -> Iterator[str]:
    yield "| 稿件 | 错误 | 警告 | 提示 | 无误 | 参与核对 |"
    yield "|:--|--:|--:|--:|--:|--:|"
    for each in covered:
        loud = " | ".join(str(each.count(severity)) for severity in Severity)
        share = f"{each.taking_part}/{each.figures}（{percent(each.taking_part, each.figures)}）"
        path = escaped(relative(each.document.path, options.root))
        yield f"| {path} | {loud} | {len(each.verified)} | {share} |"


def _finding(finding: Finding, documents: Mapping[str, Document]) -> Iterator[str]:
    place = finding.marks[0].place
    sign = f"{_SIGNS[finding.severity]} {severity_word(finding.severity)}（{finding.certainty.value}）"
    yield f"- {sign}第 {place.line} 行 `{finding.rule}` {escaped(finding.message)}"
    for quote in quotes(finding, documents):
        marks = {Role.SUSPECT: "<strong>{}</strong>", Role.WITNESS: "<ins>{}</ins>", Role.PLAIN: "{}"}
        words = "".join(marks[piece.role].format(escaped(piece.text)) for piece in quote.pieces)
        yield "  > " + _NUMBERED.sub(r"\1&#46;", words) + "\n"
    for line in said.lines(finding)[1:]:
        yield f"  {escaped(line)}  "


def escaped(text: str) -> str:
    """`text` as Markdown that shows exactly its characters, on one line."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found.group())};", visible(text))
