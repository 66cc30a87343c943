"""A date as far as it is known."""

from __future__ import annotations

from factcheck import calendar
from factcheck.records import dataclass

_MONTHS = 12


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which the month or the day may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


def possible(year: int, month: int | None = None, day: int | None = None) -> PartialDate:
    """The date as far as the calendar has it: 6月31日 tells no more than June, and no 13th month is known."""
    if month is None or not 1 <= month <= _MONTHS:
        return PartialDate(year)
    return PartialDate(year, month, day if day and calendar.exists(year, month, day) else None)
