"""Days, weekdays, month lengths, lunar dates and ages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunar_python import LunarYear, Solar

from factcheck import calendar

DAYS = st.dates(date(1600, 1, 1), date(2400, 1, 1)).map(lambda d: (d.year, d.month, d.day))


@given(DAYS, st.integers(-4000, 4000))
def test_adding_days_agrees_with_the_clockwork_of_dates(day: tuple[int, int, int], days: int) -> None:
    """Moving by days, counting between days and next_day are one arithmetic."""
    moved = calendar.add_days(day, days)
    assert date(*moved) == date(*day) + timedelta(days=days)
    assert calendar.days_between(day, moved) == days
    assert calendar.add_days(day, 1) == calendar.next_day(day)


@given(st.integers(-5, 5), st.integers(1, 12), st.integers(-800, 800))
def test_relative_years_have_365_days(year: int, month: int, days: int) -> None:
    """Under a year counted from the article's own, no year is a leap year and nothing is lost."""
    day = year, month, calendar.days_in_month(year, month)
    moved = calendar.add_days(day, days)
    assert calendar.days_between(day, moved) == days
    assert calendar.add_days(moved, -days) == day
    assert not calendar.leap(year)


@given(DAYS, st.integers(-600, 600))
def test_months_move_forth_and_back(day: tuple[int, int, int], months: int) -> None:
    """A first of the month stays one, a last of the month stays one, and the way back is the way there."""
    first, last = (*day[:2], 1), calendar.month_end(*day[:2])
    assert calendar.add_months(calendar.add_months(first, months), -months) == first
    assert calendar.is_month_end(calendar.add_months(last, months))
    assert calendar.add_months(calendar.add_months(last, months), -months) == last


@pytest.mark.parametrize(
    ("day", "expected"),
    [((2025, 3, 28), 5), ((2024, 2, 29), 4), ((2000, 1, 1), 6), ((2025, 11, 30), 7), ((1949, 10, 1), 6)],
)
def test_weekdays_count_from_monday(day: tuple[int, int, int], expected: int) -> None:
    """1 is 星期一, 7 is 星期日."""
    assert calendar.weekday(day) == expected
    monday, sunday = calendar.week(day)
    assert monday <= day <= sunday
    assert (calendar.weekday(monday), calendar.weekday(sunday)) == (1, 7)


@pytest.mark.parametrize(
    ("year", "month", "day", "there"),
    [
        (2024, 2, 29, True),
        (2023, 2, 29, False),
        (1900, 2, 29, False),
        (2000, 2, 29, True),
        (None, 2, 29, True),
        (None, 2, 30, False),
        (0, 2, 29, True),
        (2024, 6, 31, False),
        (2024, 13, 1, False),
        (2024, 0, 1, False),
        (2024, 5, 0, False),
        (2024, 12, 31, True),
    ],
)
def test_days_that_exist(year: int | None, month: int, day: int, there: bool) -> None:
    """Without a year 29 February may exist; 30 February never does."""
    assert calendar.exists(year, month, day) is there


@pytest.mark.parametrize(
    ("lunar", "leap", "expected"),
    [
        ((2025, 1, 1), False, (2025, 1, 29)),
        ((2025, 1, 6), False, (2025, 2, 3)),
        ((2024, 8, 15), False, (2024, 9, 17)),
        ((2024, 12, 23), False, (2025, 1, 22)),
        ((2024, 12, 30), False, None),
        ((2020, 4, 1), True, (2020, 5, 23)),
        ((2021, 4, 1), True, None),
        ((1499, 1, 1), False, None),
        ((2025, 13, 1), False, None),
    ],
)
def test_lunar_days(lunar: tuple[int, int, int], leap: bool, expected: tuple[int, int, int] | None) -> None:
    """Published almanacs: the day a lunar date falls on, `None` when the lunar year has no such day."""
    assert calendar.lunar_day(*lunar, leap=leap) == expected
    if expected is not None:
        assert calendar.lunar_date(expected) == (*lunar, leap)


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("春节", 2025, (2025, 1, 29)),
        ("除夕", 2025, (2025, 1, 28)),
        ("元宵", 2024, (2024, 2, 24)),
        ("清明", 2024, (2024, 4, 4)),
        ("端午", 2025, (2025, 5, 31)),
        ("中秋", 2023, (2023, 9, 29)),
        ("重阳", 2025, (2025, 10, 29)),
        ("国庆", 2025, (2025, 10, 1)),
        ("小年", 2025, (2025, 1, 22)),
        ("冬至", 2025, (2025, 12, 21)),
        ("小寒", 2025, (2025, 1, 5)),
        ("春分", 2025, (2025, 3, 20)),
        ("国庆", 0, (0, 10, 1)),
        ("中秋", 0, None),
        ("除夕", 0, None),
        ("赶集", 2025, None),
    ],
)
def test_festivals(name: str, year: int, expected: tuple[int, int, int] | None) -> None:
    """The day of a festival or solar term; a moving one has none in an unknown year."""
    assert calendar.festival(name, year) == expected


@given(st.integers(1900, 2100), st.sampled_from(calendar.terms()))
def test_solar_terms_fall_in_their_year(year: int, name: str) -> None:
    """Each term lies in the month its place in the list gives it."""
    day = calendar.solar_term(name, year)
    assert day is not None
    assert day[:2] == (year, calendar.terms().index(name) // 2 + 1)


def test_an_unknown_term_is_refused() -> None:
    """A name that is no term is a mistake of the caller."""
    with pytest.raises(KeyError):
        calendar.solar_term("三伏", 2024)


def test_ages() -> None:
    """周岁 grows on the birthday, 虚岁 starts at one and grows with the year."""
    assert calendar.full_years((1985, 6, 1), (2024, 5, 31)) == 38
    assert calendar.full_years((1985, 6, 1), (2024, 6, 1)) == 39
    assert calendar.nominal_years(1940, 2019) == 80
    assert calendar.length((2025, 10, 1), (2025, 10, 7)) == 7
    assert calendar.add_years((2024, 2, 29), 1) == (2025, 2, 28)
    assert calendar.add_years((2023, 2, 28), 1) == (2024, 2, 29)


def _day(julian: float) -> tuple[int, int, int]:
    found = Solar.fromJulianDay(julian)
    return found.getYear(), found.getMonth(), found.getDay()


@given(st.integers(1600, 2199))
def test_the_table_of_lunar_years_is_what_astronomy_says(year: int) -> None:
    """Months, leap months and solar terms are those that lunar-python works out."""
    worked_out = LunarYear.fromYear(year)
    months = [month for month in worked_out.getMonths() if month.getYear() == year]
    for month in months:
        first, leap = _day(month.getFirstJulianDay()), month.getMonth() < 0
        last = calendar.add_days(first, month.getDayCount() - 1)
        assert calendar.lunar_month(year, abs(month.getMonth()), leap=leap) == (first, last)
        assert calendar.lunar_date(last) == (year, abs(month.getMonth()), month.getDayCount(), leap)
    there = {(abs(month.getMonth()), month.getMonth() < 0) for month in months}
    every = {(month, leap) for month in range(1, 13) for leap in (False, True)}
    assert all(calendar.lunar_month(year, month, leap=leap) is None for month, leap in every - there)
    terms = [_day(moment) for moment in worked_out.getJieQiJulianDays()]
    assert [calendar.solar_term(name, year) for name in calendar.terms()] == terms[2:26]
