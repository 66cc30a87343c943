"""`factcheck read`: the decoded text, which every offset counts."""

from __future__ import annotations

import typer

from factcheck.cli.options import Date, Encoding, Paths, PlaceName, partial_date
from factcheck.cli.output import report_failures, say
from factcheck.config import Settings
from factcheck.pipeline import understand_all


def read(paths: Paths, *, date: Date = "", place: PlaceName = "", encoding: Encoding = "") -> None:
    """打印读到的文字：所有位置都从这里数起。"""
    settings = Settings(published=partial_date(date), place=place, encoding=encoding or None)
    found = understand_all(paths, settings)
    for document in found.documents:
        say(document.text)
    report_failures(found.failures)
    raise typer.Exit(2 if found.failures else 0)
