"""Days, weekdays, month lengths and lunar dates, where checks and periods can both reach them.

A day is a plain `(year, month, day)`. Under an article without a date, years count from the year
it speaks from (今年 = 0), so every function here takes any whole year. Such a *relative year* is
below 100 and is no leap year as far as anybody can know: its February has 28 days.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from factcheck import toml

Day = tuple[int, int, int]

WEEKDAYS = "一二三四五六日"

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_RELATIVE = 100
_LAST_YEAR = 9800
_CENTURY_DAYS = 36524
_LUNAR_YEARS = range(1600, 2201)
_HALF = 6  # the second solar term of a month falls on its 16th to 25th day


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
    """The day so many days later (earlier when negative), also under a relative year."""
    if _RELATIVE <= day[0] < _LAST_YEAR and abs(days) < _CENTURY_DAYS:
        moved = date(*day) + timedelta(days=days)
        return moved.year, moved.month, moved.day
    year, month, number = day[0], day[1], day[2] + days
    while number < 1:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        number += days_in_month(year, month)
    while number > days_in_month(year, month):
        number -= days_in_month(year, month)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return year, month, number


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


def lunar_day(year: int, month: int, day: int, *, leap: bool = False) -> Day | None:
    """The day on which a day of the lunar year `year` falls (农历二〇二五年正月初六 → 2025-02-03).

    The lunar year 2025 begins in 2025 and ends early in 2026. `None` when there is no such day
    (三十 in a short month, a leap month the year has not) or the year is outside 1600 to 2200.
    """
    stretch = lunar_month(year, month, leap=leap)
    if stretch is None or not 1 <= day <= length(*stretch):
        return None
    return add_days(stretch[0], day - 1)


def lunar_month(year: int, month: int, *, leap: bool = False) -> tuple[Day, Day] | None:
    """First and last day of a lunar month, or `None` when that year has no such month."""
    if year not in _LUNAR_YEARS or not 1 <= month <= 12:
        return None
    months = _lunar_months(year)
    return next((days for number, is_leap, days in months if (number, is_leap) == (month, leap)), None)


def lunar_date(day: Day) -> tuple[int, int, int, bool] | None:
    """Lunar year, month, day and whether it is a leap month; `None` outside 1600 to 2200."""
    if day[0] not in _LUNAR_YEARS:
        return None
    near = [(near, month) for near in (day[0] - 1, day[0]) for month in _lunar_months(near)]
    year, (month, leap, days) = [one for one in near if one[1][2][0] <= day][-1]
    return year, month, days_between(days[0], day) + 1, leap


def solar_term(name: str, year: int) -> Day | None:
    """The day of one of the twenty-four solar terms (立春, 清明, 冬至) in a calendar year.

    `None` outside 1600 to 2200; raises `KeyError` for a name that is no term.
    """
    if name not in terms():
        raise KeyError(name)
    if year not in _LUNAR_YEARS:
        return None
    place = terms().index(name)
    digit = int(_lunar_years()[str(year)].split()[-1][place])
    if place % 2:
        digit += 20 if digit < _HALF else 10
    return year, place // 2 + 1, digit


def festival(name: str, year: int) -> Day | None:
    """The day a festival (春节, 国庆, 除夕, 清明; without 节) or a solar term falls on in a year.

    Festivals of the twelfth lunar month belong to the year in which they fall: 除夕 of 2025 is
    2025-01-28. `None` when the year is out of reach or the name is unknown.
    """
    if name in _names()["solar"]:
        month, day = _names()["solar"][name]
        return year, month, day
    if name == "除夕":
        spring = lunar_day(year, 1, 1)
        return add_days(spring, -1) if spring else None
    if name in _names()["lunar"]:
        month, day = _names()["lunar"][name]
        return lunar_day(year - (month > 12), month % 100, day)
    return solar_term(name, year) if name in terms() else None


def solar_festivals() -> tuple[str, ...]:
    """Names of the festivals that have a fixed day of the common calendar."""
    return tuple(_names()["solar"])


def lunar_festivals() -> tuple[str, ...]:
    """Names of the festivals that move with the lunar year."""
    return (*_names()["lunar"], "除夕")


def terms() -> tuple[str, ...]:
    """Names of the twenty-four solar terms, from January on."""
    return tuple(_names()["terms"]["names"])


def _lunar_months(year: int) -> Iterator[tuple[int, bool, tuple[Day, Day]]]:
    """The months of a lunar year: their numbers, whether they are leap months, first and last days."""
    begins, lengths, leap_month, _ = _lunar_years()[str(year)].split()
    first, month, leap = (year, int(begins[:2]), int(begins[2:])), 0, False
    for sign in lengths:
        leap = 0 < month == int(leap_month) and not leap
        month += not leap
        last = add_days(first, 29 if sign == "+" else 28)
        yield month, leap, (first, last)
        first = next_day(last)


@cache
def _lunar_years() -> dict[str, str]:
    path = Path(__file__).with_name("lunar.toml")
    years: dict[str, str] = toml.table(path.read_text(encoding="utf-8"))["years"]
    return years


@cache
def _names() -> dict[str, dict[str, Any]]:
    path = Path(__file__).with_name("calendar.toml")
    return toml.table(path.read_text(encoding="utf-8"))


def _ordinal(day: Day) -> int:
    """Days since 1 January of year 0, leap years as `leap` has them."""
    year, month, number = day
    if year >= 1:
        base = (date(year, 1, 1).toordinal() - 1) if year >= _RELATIVE else (year - 1) * 365
    else:
        base = (year - 1) * 365
    return base + sum(days_in_month(year, m) for m in range(1, month)) + number
