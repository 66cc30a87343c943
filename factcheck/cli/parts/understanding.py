"""What the commands that only read have in common: figures, claims, read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import typer

from factcheck.cli.parts import given
from factcheck.cli.parts.listing import aligned
from factcheck.cli.parts.options import Words
from factcheck.cli.parts.output import report_failures, say
from factcheck.config.values import one_of
from factcheck.model import FigureKind, Modality
from factcheck.pipeline import Understood, understand_all
from factcheck.reports.parts.as_json import as_json_line
from factcheck.reports.parts.words import kind_word, modality_word

Row = Mapping[str, object]


def understood(paths: Words, config: Words, isolated: bool, **said: object) -> Understood:
    """Everything under `paths` read and understood; `said` as for `given.settings`."""
    wanted = paths or ["."]
    return understand_all(wanted, given.settings(wanted, config, isolated, **said))


def listed(rows: Iterable[Row], columns: Mapping[str, str], format: str) -> None:
    """Print `rows` as `table` (the columns named, under their heads) or as `jsonl` (everything).

    Raises:
        ConfigError: there is no such format.
    """
    if one_of("--format", format, ("table", "jsonl")) == "jsonl":
        say("".join(as_json_line(row) for row in rows))
        return
    cells = [[_cell(row, name) for name in columns] for row in rows]
    say(aligned(list(columns.values()), cells))


def leave(found: Understood) -> None:
    """Name what could not be read, and leave with 2 if there was any, else with 0."""
    report_failures(found.failures)
    raise typer.Exit(2 if found.failures else 0)


def _cell(row: Row, name: str) -> str:
    if name == "where":
        return f"{row['path']}:{row['line']}:{row['column']}"
    if name == "range":
        return _range(row["low"], row["high"], row["low_open"], row["high_open"])
    value = row[name]
    if name == "kind":
        return kind_word(FigureKind(value))
    if name == "modality":
        return modality_word(Modality(value))
    return "" if value is None else str(value).replace("\n", "")


def _range(low: object, high: object, low_open: object, high_open: object) -> str:
    if low is None and high is None:
        return ""
    if low == high:
        return ""
    left = f"{'(' if low_open or low is None else '['}{'-∞' if low is None else low}"
    right = f"{'+∞' if high is None else high}{')' if high_open or high is None else ']'}"
    return f"{left}, {right}"
