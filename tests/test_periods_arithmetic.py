"""Last year's, the one before, how long, inside which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from period_table import shown

from factcheck.model import PartialDate, Period
from factcheck.periods import adjacent, contains, month_count, periods, previous, shifted, year_to_date

TODAY = PartialDate(2024, 12, 20)


def one(text: str) -> Period:
    """The only period of a text."""
    (period,) = periods(text, TODAY)
    return period


def days(period: Period) -> str:
    """The days and flags of a period, without its words."""
    return shown(period).split(" = ")[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年1—9月", "2023-01-01/2023-09-30 span"),
        ("2024年2月", "2023-02-01/2023-02-28 month"),
        ("2023年2月", "2022-02-01/2022-02-28 month"),
        ("2025年1—2月", "2024-01-01/2024-02-29 span"),
        ("2024年末", "2023-12-31 day instant"),
        ("2024年2月底", "2023-02-28 day instant"),
        ("2024年2月29日", "2023-02-28 day"),
        ("本季度", "2023-10-01/2023-12-31 quarter"),
        ("2024年3月15日至20日", "2023-03-15/2023-03-20 span"),
        ("去年", "2022-01-01/2022-12-31 year"),
    ],
)
def test_the_same_stretch_a_year_earlier(text: str, expected: str) -> None:
    """Whole months stay whole, also over 29 February; a balance day stays one."""
    period = one(text)
    assert days(shifted(period, years=-1)) == expected
    assert shifted(period.key, years=-1) == shifted(period, years=-1).key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年9月", "2024-08-01/2024-08-31 month"),
        ("2024年1月", "2023-12-01/2023-12-31 month"),
        ("2024年一季度", "2023-10-01/2023-12-31 quarter"),
        ("2024年上半年", "2023-07-01/2023-12-31 half"),
        ("2024年", "2023-01-01/2023-12-31 year"),
        ("2024年末", "2023-12-31 day instant"),
        ("2024年9月末", "2024-08-31 day instant"),
        ("2024年3月1日", "2024-02-29 day"),
        ("本周", "2024-12-09/2024-12-15 week"),
        ("20世纪90年代", "1980-01-01/1989-12-31 decade"),
        ("2024年7—9月", "2024-04-01/2024-06-30 span"),
    ],
)
def test_the_stretch_before(text: str, expected: str) -> None:
    """环比 goes back by one of the grain that was named."""
    before = previous(one(text))
    assert before is not None
    assert days(before) == expected


@pytest.mark.parametrize("text", ["近日", "2024年3月15日至4月2日", "2020年起", "2024年1—9月"])
def test_some_stretches_have_none_before(text: str) -> None:
    """Nothing is guessed for an open, unresolved or ragged stretch."""
    assert previous(one(text)) is None


@pytest.mark.parametrize(
    ("text", "count", "cumulative"),
    [
        ("2024年1—9月", 9, True),
        ("2024年前三季度", 9, True),
        ("2024年三季度", 3, False),
        ("2024年", 12, True),
        ("2024年1月", 1, True),
        ("2016—2020年", 60, False),
        ("2024年3月15日", None, False),
        ("2024年末", None, False),
        ("近年来", None, False),
    ],
)
def test_months_are_counted(text: str, count: int | None, cumulative: bool) -> None:
    """Only whole months count; a cumulative stretch begins with the year and ends inside it."""
    assert month_count(one(text)) == count
    assert year_to_date(one(text)) is cumulative


def test_containment_and_adjacency() -> None:
    """1—9月 holds the third quarter, touches October and says nothing about 去年 of another anchor."""
    cumulative, third, october = one("2024年1—9月"), one("2024年三季度"), one("2024年10月")
    assert contains(cumulative, third)
    assert not contains(third, cumulative)
    assert adjacent(cumulative, october)
    assert not adjacent(october, cumulative)
    assert not contains(cumulative, one("近日"))
    (relative,) = periods("三季度")
    assert not contains(cumulative, relative)
    assert adjacent(*periods("去年四季度、今年一季度"))


@given(st.integers(1990, 2030), st.integers(1, 12), st.integers(-40, 40))
def test_shifting_keeps_the_number_of_months(year: int, month: int, months: int) -> None:
    """A month moved by months is a month, and moves back to itself."""
    period = one(f"{year}年{month}月")
    there = shifted(period, months=months)
    assert month_count(there) == 1
    assert shifted(there, months=-months) == period
