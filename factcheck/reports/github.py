"""`--format github`: workflow commands that become annotations on a pull request.

GitHub shows at most ten errors, ten warnings and ten notices of one step and drops the rest without
a word. So the first ten of each sort are sent as commands, errors first, and what is left over
stands in the log as ordinary lines, after one line that says so.
https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model import Finding, Report, Severity
from factcheck.reports.concise import finding_line
from factcheck.reports.parts import said
from factcheck.reports.parts.columns import region
from factcheck.reports.parts.options import Options
from factcheck.reports.parts.safe import relative, visible

_CAP = 10
_COMMANDS = (("error", Severity.ERROR), ("warning", Severity.WARNING), ("notice", Severity.INFO))


def render(report: Report, options: Options) -> str:
    """At most ten commands of each sort, errors first; then the rest as plain lines."""
    lines: list[str] = []
    rest: list[str] = []
    for command, severity in _COMMANDS:
        findings = [finding for finding in report.findings if finding.severity is severity]
        commands = _failures(report, options) if severity is Severity.ERROR else []
        room = max(_CAP - len(commands), 0)
        lines += commands[:_CAP]
        lines += [_command(command, finding, options) for finding in findings[:room]]
        rest += [visible(line) for line in commands[_CAP:]]
        rest += [finding_line(finding, options) for finding in findings[room:]]
    return "".join(f"{line}\n" for line in [*lines, *_rest(rest)])


def _rest(lines: Sequence[str]) -> list[str]:
    if not lines:
        return []
    said_so = f"GitHub 每步每类最多显示 {_CAP} 条标注，另有 {len(lines)} 处只列在下面的日志里："
    return [said_so, *(f"  | {line}" for line in lines)]


def _command(command: str, finding: Finding, options: Options) -> str:
    place = finding.marks[0].place
    spot = region(place)
    properties = {
        "title": f"factcheck ({finding.rule})",
        "file": relative(place.path, options.root),
        "line": str(spot.line),
        "endLine": str(spot.end_line),
    }
    if spot.line == spot.end_line:  # columns over several lines are refused
        properties |= {"col": str(spot.column), "endColumn": str(spot.end_column)}
    return _line(command, properties, "\n".join([finding_line(finding, options), *said.lines(finding)[1:]]))


def _failures(report: Report, options: Options) -> list[str]:
    return [
        _line(
            "error",
            {"title": "factcheck", "file": relative(failure.path, options.root)},
            f"未能检查：{visible(failure.message)}",
        )
        for failure in report.failures
    ]


def _line(command: str, properties: Mapping[str, str], message: str) -> str:
    fields = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{command} {fields}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
