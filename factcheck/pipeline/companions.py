"""What the articles of a run are held against besides themselves: each other, tables, an archive.

The archive package is loaded only when articles meet anything: one article on its own is checked
without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.config import Settings
from factcheck.engine import Judged, Rule, judge
from factcheck.errors import ConfigError, ReadError
from factcheck.model import Finding, Reading, Standing, Verified
from factcheck.records import dataclass

if TYPE_CHECKING:
    from factcheck.archive import Facts, Store


@dataclass(frozen=True, slots=True)
class Companions:
    """The table and the archive of a run, and what the table has to tell of its rows.

    Attributes:
        cross: the articles of the run are held against each other.
        tables: the claims of the table, one reading per source.
        notices: lines about rows that could not be read.
        archive: earlier articles.
    """

    cross: bool = True
    tables: tuple[Reading, ...] = ()
    notices: tuple[str, ...] = ()
    archive: Store | None = None


def companions(settings: Settings) -> Companions:
    """What the settings of a run name.

    Raises:
        ConfigError: the table cannot be read or lacks a column, or there is no such archive.
    """
    given = Companions(settings.cross)
    if settings.archive is None and settings.facts is None:
        return given
    from factcheck.archive import Store, facts  # noqa: PLC0415

    if settings.archive is not None:
        given = replace(given, archive=Store(settings.archive))
        Store(settings.archive).homes()
    if settings.facts is None:
        return given
    try:
        return with_table(given, facts(settings.facts))
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
    company = bool(given.tables) or given.archive is not None
    if given.cross or not company or len(readings) < 2:
        together = company or (given.cross and len(readings) > 1)
        return judge(readings, rules, across=_across(readings, given) if together else ())
    alone = [judge([one], rules, across=_across([one], given)) for one in readings]
    findings: list[Finding] = [found for one in alone for found in one.findings]
    verified: list[Verified] = [found for one in alone for found in one.verified]
    return Judged(tuple(findings), tuple(verified))


def _across(readings: Sequence[Reading], given: Companions) -> tuple[Reading, ...]:
    """`readings` made to meet, and what they meet."""
    from factcheck.archive import homes, met, related  # noqa: PLC0415

    if given.archive is None:
        return met(readings, given.tables)
    ready = met(readings, given.tables, homes(given.archive))
    asking = [one for one in ready if one.article.standing is Standing.CHECKED]
    return (*ready, *related(given.archive, asking))
