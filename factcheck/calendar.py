"""Days, weekdays, month lengths and lunar dates, where checks and periods can both reach them.

A day is a plain `(year, month, day)`. Under an article without a date, years count from the year
it speaks from (今年 = 0), so every function here takes any whole year. Such a *relative year* is
below 100 and is no leap year as far as anybody can know: its February has 28 days.
"""

from __future__ import annotations

from datetime import date, timedelta

Day = tuple[int, int, int]

WEEKDAYS = "一二三四五六日"

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_RELATIVE = 100


def leap(year: int) -> bool:
    """Whether February of `year` has 29 days; never for a relative year."""
    return year >= _RELATIVE and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """The length of a month, 28 to 31. `month` must be 1 to 12."""
    return 29 if month == 2 and leap(year) else _LENGTHS[month - 1]


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has such a day; with no year (or a relative one) 29 February may exist."""
    if not 1 <= month <= 12 or day < 1:
        return False
    if year is None or year < _RELATIVE:
        return day <= (29 if month == 2 else _LENGTHS[month - 1])
    return day <= days_in_month(year, month)


def weekday(day: Day) -> int:
    """The ISO weekday of an absolute day: 1 is Monday (星期一), 7 is Sunday (星期日).

    Raises `ValueError` for a day that does not exist or a year before 1.
    """
    return date(*day).isoweekday()


def week(day: Day) -> tuple[Day, Day]:
    """Monday and Sunday of the week that holds an absolute day."""
    start = add_days(day, 1 - weekday(day))
    return start, add_days(start, 6)


def add_days(day: Day, days: int) -> Day:
    """The absolute day so many days later (earlier when negative)."""
    moved = date(*day) + timedelta(days=days)
    return moved.year, moved.month, moved.day


def days_between(first: Day, last: Day) -> int:
    """How many days `last` comes after `first`; 0 for the same day, negative when before."""
    return _ordinal(last) - _ordinal(first)


def length(first: Day, last: Day) -> int:
    """How many days a stretch has with both ends counted."""
    return days_between(first, last) + 1


def month_end(year: int, month: int) -> Day:
    """The last day of a month."""
    return year, month, days_in_month(year, month)


def is_month_end(day: Day) -> bool:
    """Whether it is the last day of its month."""
    return day[2] >= days_in_month(day[0], day[1])


def next_day(day: Day) -> Day:
    """The day after, also under a relative year."""
    if not is_month_end(day):
        return day[0], day[1], day[2] + 1
    return (day[0] + 1, 1, 1) if day[1] == 12 else (day[0], day[1] + 1, 1)


def add_months(day: Day, months: int) -> Day:
    """The day so many months later; a month's last day stays a month's last day.

    30 June + 1 month is 31 July, so that whole months, quarters and halves stay whole.
    """
    year, month = divmod(day[0] * 12 + day[1] - 1 + months, 12)
    limit = days_in_month(year, month + 1)
    return year, month + 1, limit if is_month_end(day) else min(day[2], limit)


def add_years(day: Day, years: int) -> Day:
    """The same day so many years later; 29 February becomes 28 February in a common year."""
    year, month, number = day
    if month == 2 and is_month_end(day):
        return month_end(year + years, 2)
    return year + years, month, number


def full_years(birth: Day, on: Day) -> int:
    """周岁: birthdays passed by the day `on`, the birthday itself included."""
    return on[0] - birth[0] - (on[1:] < birth[1:])


def nominal_years(birth_year: int, year: int) -> int:
    """虚岁: one at birth and one more each new year."""
    return year - birth_year + 1


def _ordinal(day: Day) -> int:
    """Days since 1 January of year 0, leap years as `leap` has them."""
    year, month, number = day
    if year >= 1:
        base = (date(year, 1, 1).toordinal() - 1) if year >= _RELATIVE else (year - 1) * 365
    else:
        base = (year - 1) * 365
    return base + sum(days_in_month(year, m) for m in range(1, month)) + number
