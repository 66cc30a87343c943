"""A finding put into words for formats that have one text field for everything."""

from __future__ import annotations

from factcheck.model import Finding, Mark, Verified
from factcheck.reports.parts.safe import visible
from factcheck.reports.parts.words import role_word


def lines(finding: Finding) -> tuple[str, ...]:
    """The message, the arithmetic, what was expected and the ways to mend it, one line each."""
    said = [visible(finding.message)]
    if finding.equation:
        said.append(f"算式：{visible(finding.equation)}")
    if finding.expected:
        said.append(f"应为：{visible(finding.expected)}{unless(finding)}")
    said += [fix_line(finding, index) for index in range(len(finding.fixes))]
    return tuple(said)


def unless(finding: Finding) -> str:
    """Which number should be what is expected, where the message speaks of another one."""
    named = finding.expected in finding.message
    return "" if named else f"（如果错在{quoted(finding.marks[0])}）"


def fix_line(finding: Finding, index: int) -> str:
    """One way to mend it: which words become which, and why."""
    fix = finding.fixes[index]
    reason = f"（{visible(fix.why)}）" if fix.why else ""
    return f"可改：{quoted(finding.marks[fix.mark])} → {visible(fix.replacement)}{reason}"


def witness(mark: Mark) -> str:
    """A witness as a phrase: its words and the part they play."""
    word = role_word(mark.role)
    return f"对照：{quoted(mark)}{f'（{word}）' if word else ''}"


def quoted(mark: Mark) -> str:
    """The words of a mark on one line."""
    return visible(mark.place.text.replace("\r", "").replace("\n", ""))


def sum_of(held: Verified) -> str:
    """The arithmetic of a relation that held; where it has none, the words that agree."""
    return visible(held.equation) or "、".join(quoted(mark) for mark in held.marks)
