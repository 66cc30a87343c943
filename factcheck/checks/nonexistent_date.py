"""A day the calendar does not have, such as 2月30日 or 29 February of a common year."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.model import Period, Reading


def check(subject: Period, reading: Reading) -> Iterator[Judgement]:
    """A conflict when `subject` was read as impossible and its month is one of twelve."""
    if "impossible" not in subject.form:
        return
    year, month = subject.part("year"), subject.part("month")
    if month is None or not 1 <= int(month) <= 12:
        yield conflict(Spot("day", subject.span), reason="一年只有12个月")
        return
    last = monthrange(int(year) if year else 2024, int(month))[1]
    yield conflict(
        Spot("day", subject.span),
        expected=f"{month}月{last}日",
        reason=f"{year + '年' if year else ''}{month}月只有{last}天",
    )
