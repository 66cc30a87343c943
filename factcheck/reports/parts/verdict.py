"""The whole report in one sentence."""

from __future__ import annotations

from factcheck.model import Report, Severity, Silencer
from factcheck.reports.parts.coverage import coverage, percent
from factcheck.reports.parts.words import severity_word


def verdict(report: Report) -> str:
    """What was found, how many figures took part, and what nobody has looked at."""
    covered = coverage(report)
    figures, part = sum(each.figures for each in covered), sum(each.taking_part for each in covered)
    share = f"{figures} 个数字中 {part} 个参与了核对（{percent(part, figures)}）"
    said = f"{conflicts(report)}；{share}，核对无误 {len(report.verified)} 处。"
    said += _quiet(report)
    if report.failures:
        said += f"有 {len(report.failures)} 处没能查。"
    return said if report.findings else said + "没有参与核对的数字仍须人工核实。"


def _quiet(report: Report) -> str:
    """How many findings somebody decided not to hear; those off the changed lines are a matter of notices."""
    said = sum(each.by in (Silencer.COMMENT, Silencer.CONFIG) for each in report.silenced)
    known = sum(each.by is Silencer.BASELINE for each in report.silenced)
    return (f"已注明不报 {said} 处。" if said else "") + (f"基线里已有 {known} 处。" if known else "")


def conflicts(report: Report) -> str:
    """How many conflicts were found, by severity."""
    if not report.findings:
        return "没有发现冲突"
    counts = [(severity, sum(f.severity is severity for f in report.findings)) for severity in Severity]
    loud = "，".join(f"{severity_word(severity)} {count}" for severity, count in counts if count)
    return f"发现 {len(report.findings)} 处冲突（{loud}）"
