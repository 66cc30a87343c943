"""Judgements on dates against the calendar itself, for any day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Finding
from factcheck.pipeline import check_texts

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
WEEKDAYS = "一二三四五六日"


def printed(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def found(text: str, rule: str) -> list[Finding]:
    return [finding for finding in check_texts([("text.txt", text)]).findings if finding.rule == rule]


@settings(deadline=None, max_examples=60)
@given(DAYS, st.integers(0, 6), st.sampled_from(["星期", "周", "礼拜"]))
def test_a_weekday_conflicts_exactly_when_the_calendar_says_so(day: date, weekday: int, word: str) -> None:
    """Every wrong weekday is reported with the right one, no right one is."""
    text = f"{printed(day)}（{word}{WEEKDAYS[weekday]}）上午，码头恢复作业。"
    findings = found(text, "calendar/weekday-mismatch")
    assert bool(findings) == (weekday != day.weekday())
    assert all(finding.expected == word + WEEKDAYS[day.weekday()] for finding in findings)


@settings(deadline=None, max_examples=60)
@given(DAYS, st.integers(8, 400), st.integers(-6, 6))
def test_both_ways_of_counting_days_are_fair(first: date, length: int, slip: int) -> None:
    """A stretch may be called as long as its days or one less, and nothing else."""
    last = first + timedelta(days=length)
    said = length + slip
    text = f"展览从{printed(first)}持续到{printed(last)}，展期{said}天。"
    wrong = said not in (length, length + 1)
    assert bool(found(text, "calendar/duration-mismatch")) == wrong


@settings(deadline=None, max_examples=60)
@given(st.dates(date(1900, 1, 1), date(1960, 12, 31)), st.integers(20, 95), st.integers(-4, 4))
def test_an_age_at_death_may_count_birthdays_or_years(birth: date, years: int, slip: int) -> None:
    """周岁 and 虚岁 are fair, and no other age."""
    death = date(birth.year + years, 6, 15)
    full = years - ((birth.month, birth.day) > (6, 15))
    said = full + slip
    text = f"画家生于{printed(birth)}，{printed(death)}在家乡病逝，享年{said}岁。"
    wrong = said not in range(full, years + 2)
    assert bool(found(text, "calendar/lifespan-mismatch")) == wrong


@settings(deadline=None, max_examples=40)
@given(st.integers(1950, 2020), st.integers(1, 60), st.integers(-3, 3))
def test_an_anniversary_is_a_difference_of_years(start: int, years: int, slip: int) -> None:
    """Only the difference of the two years is right."""
    text = f"剧院{start}年建成，{start + years}年迎来开台{max(years + slip, 1)}周年。"
    wrong = max(years + slip, 1) != years
    assert bool(found(text, "calendar/anniversary-mismatch")) == wrong
