"""A day the calendar does not have, such as 2月30日 or 29 February of a common year."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import calendar
from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.dates import said
from factcheck.model import Period, Reading

_RELATIVE = 0


def check(subject: Period, reading: Reading) -> Iterator[Judgement]:
    """A conflict when `subject` names a day or a month that was read as impossible."""
    if "impossible" not in subject.form or "lunar" in subject.form:
        return
    for prefix in ("", "end-"):
        month, day = said(subject, f"{prefix}month") or said(subject, "month"), said(subject, f"{prefix}day")
        year = said(subject, f"{prefix}year") or said(subject, "year")
        if month is None:
            continue
        if not 1 <= month <= 12:
            yield conflict(Spot("day", subject.span), reason="一年只有12个月")
            return
        if day is not None and not calendar.exists(year, month, day):
            yield _missing(subject, year, month, day)
            return


def _missing(subject: Period, year: int | None, month: int, day: int) -> Judgement:
    last = 29 if year is None and month == 2 else calendar.days_in_month(year or _RELATIVE, month)
    told = f"{year}年" if year and month == 2 else ""
    named = f"{year}年" if year else ""
    return conflict(
        Spot("day", subject.span),
        expected=f"{month}月{last}日",
        day=f"{named}{month}月{day}日",
        reason=f"{told}{month}月只有{last}天",
    )
