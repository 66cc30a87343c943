"""What the articles of a run are held against besides themselves: each other, tables, an archive.

An article on its own needs none of it, so the archive is loaded only where there is company.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.config import Settings
from factcheck.engine import Judged, Rule, judge
from factcheck.errors import ConfigError, ReadError
from factcheck.model import Finding, Reading, Verified

if TYPE_CHECKING:
    from factcheck.archive import Facts


@dataclass(frozen=True, slots=True)
class Companions:
    """The table of a run, and what it has to tell of its rows.

    Attributes:
        cross: the articles of the run are held against each other.
        tables: the claims of the table, one reading per source.
        notices: lines about rows that could not be read.
    """

    cross: bool = True
    tables: tuple[Reading, ...] = ()
    notices: tuple[str, ...] = ()


def companions(settings: Settings) -> Companions:
    """What the settings of a run name.

    Raises:
        ConfigError: the table cannot be read, or lacks a column.
    """
    if settings.facts is None:
        return Companions(settings.cross)
    from factcheck.archive import facts  # noqa: PLC0415

    try:
        return with_table(Companions(settings.cross), facts(settings.facts))
    except ReadError as error:
        raise ConfigError(str(error)) from error


def with_facts(given: Companions, text: str) -> Companions:
    """The same with the table of facts in `text`, as CSV."""
    from factcheck.archive import csv_grid, facts_in  # noqa: PLC0415

    return with_table(given, facts_in(csv_grid("facts.csv", text)))


def with_table(given: Companions, table: Facts) -> Companions:
    """The same with a table of facts."""
    notices = tuple(f"{table.path} 第{row.line}行没有用上：{row.wrong}" for row in table.wrong)
    return replace(given, tables=table.readings, notices=notices)


def judged(readings: Sequence[Reading], rules: Sequence[Rule], given: Companions) -> Judged:
    """What the rules say of `readings`, of themselves and in company."""
    together = given.cross and len(readings) > 1
    if not together and not given.tables:
        return judge(readings, rules)
    from factcheck.archive import met  # noqa: PLC0415

    if together or len(readings) == 1:
        return judge(readings, rules, across=met(readings, given.tables))
    alone = [judge([one], rules, across=met([one], given.tables)) for one in readings]
    findings: list[Finding] = [found for one in alone for found in one.findings]
    verified: list[Verified] = [found for one in alone for found in one.verified]
    return Judged(tuple(findings), tuple(verified))
