"""Reading and writing the rows of the period tables."""

from __future__ import annotations

from pathlib import Path

from factcheck.model import Anchor, PartialDate, Period

TABLES = Path(__file__).parent / "tables"


def rows(name: str) -> list[tuple[str, PartialDate | None, str]]:
    """The rows of one table: text, document date, expected periods as written."""
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    split = (line.split(" | ") for line in lines if line.strip() and not line.startswith("#"))
    return [(text.replace("\\n", "\n"), date(published), expected) for text, published, expected in split]


def date(written: str) -> PartialDate | None:
    """2024, 2024-10, 2024-10-20, or `-` for none."""
    return None if written == "-" else PartialDate(*map(int, written.split("-")))


def shown(period: Period) -> str:
    """A period as the tables write it."""
    first, last = _day(period, period.first), _day(period, period.last)
    days = first if first == last else f"{first}/{last}"
    instant = ["instant"] if period.instant else []
    words = period.text.replace("\n", "\\n")
    return " ".join([words, "=", days, period.grain.value, *instant, *sorted(period.form)])


def _day(period: Period, day: tuple[int, int, int] | None) -> str:
    if day is None:
        return "?"
    year = f"{day[0]:04d}" if period.anchor is Anchor.ABSOLUTE else f"@{day[0]}"
    return f"{year}-{day[1]:02d}-{day[2]:02d}"
