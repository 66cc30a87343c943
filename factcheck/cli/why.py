"""`factcheck why`: how a figure was read, what it claims, and why it took part in no check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from factcheck.cli.parts import given, options
from factcheck.cli.parts.output import report_failures, say
from factcheck.errors import ConfigError
from factcheck.model import Figure, Period, Place, Reading, Report
from factcheck.patterns import compiled
from factcheck.pipeline import check
from factcheck.reports.parts.account import figure_account, period_account, relation_lines
from factcheck.reports.parts.safe import visible
from factcheck.reports.parts.statuses import Checked, statuses

HELP = """说明一处的数字是怎么读的、说的是什么、参与了哪些核对，或者为什么没有

  factcheck why 稿件.md:12                第 12 行的每个数字
  factcheck why 稿件.md:12:8              第 12 行第 8 个字处的那个数字"""

_WHERE = compiled(r"(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))?")

Where = Annotated[str, options.argument("稿件:行[:列]", "哪一处")]


def why(
    where: Where,
    *,
    date: options.Date = "",
    place: options.PlaceName = "",
    encoding: options.Encoding = "",
    rules: options.RuleFolders = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Explain the figures at one place of an article."""
    found = _WHERE.fullmatch(where)
    if found is None:
        raise ConfigError(f"{where}：请写成 稿件:行 或 稿件:行:列，如 稿件.md:12:8")
    paths = [found.group("path")]
    settings = given.settings(
        paths, config, isolated, published=date, place=place, encoding=encoding, rules=rules
    )
    report = check(paths, settings)
    line, column = int(found.group("line")), int(found.group("column") or 0)
    lines = list(_lines(report, line, column))
    if not lines and not report.failures:
        lines = [f"{where} 没有数字；用 factcheck figures {paths[0]} 看全部数字"]
    say("".join(f"{each}\n" for each in lines))
    report_failures(report.failures)
    raise typer.Exit(2 if report.failures else 0)


def _lines(report: Report, line: int, column: int) -> Iterator[str]:
    fates = {(each.place.start, each.place.end): each for each in statuses(report)}
    for reading in report.readings:
        for each in _seen(reading):
            place = reading.article.place(each.span)
            if _here(place, line, column):
                yield f"{visible(place.path)}:{place.line}:{place.column}"
                yield from _account(each, reading, fates.get((place.start, place.end)), report)
                yield ""


def _seen(reading: Reading) -> list[Figure | Period]:
    seen: list[Figure | Period] = [*reading.figures, *reading.periods]
    return sorted(seen, key=lambda each: each.span)


def _here(place: Place, line: int, column: int) -> bool:
    if not column:
        return place.line <= line <= place.line + place.text.count("\n")
    return place.line == line and place.column <= column < place.column + place.end - place.start


def _account(
    each: Figure | Period, reading: Reading, checked: Checked | None, report: Report
) -> Iterator[str]:
    if isinstance(each, Period):
        yield from period_account(each)
        return
    yield from figure_account(checked, each, reading)
    if checked is not None:
        yield from relation_lines(report, checked)
