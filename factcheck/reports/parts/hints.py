"""What to do next, for a person at a terminal: one line each, with the command to type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from factcheck.model import Anchor, Grain, Report
from factcheck.reports.parts.coverage import Coverage
from factcheck.reports.parts.options import Options
from factcheck.reports.parts.safe import shown_path, visible


def hints(report: Report, covered: Sequence[Coverage], options: Options) -> Iterator[str]:
    """Where the unverified figures are listed, what a date would add, how to get comments into Word."""
    paths = [shown_path(each.document.path, options.root) for each in covered]
    named = paths[0] if len(paths) == 1 else "稿件…"
    alone = sum(each.figures - each.taking_part for each in covered)
    if alone and "-" not in paths:
        yield f"另外 {alone} 个无从对照，须人工核实，清单：factcheck checklist {named}"
    if day := _undated(report):
        yield f"没有发稿日期，“{day}”一类日子没有核对；请加 --date 年-月-日"
    if len(covered) == 1 and covered[0].document.format == "docx" and covered[0].findings:
        stem = PurePath(named).stem
        yield f"要把批注加进 Word 文件：factcheck check {named} --output {stem}-批注.docx"


def _undated(report: Report) -> str:
    """A day that only the date of its article would fix; empty when there is none."""
    for reading in report.readings:
        for period in reading.periods if reading.article.published is None else ():
            if period.anchor is Anchor.DOCUMENT and period.grain is Grain.DAY:
                return visible(period.text)
    return ""
