"""Dates as a reader takes them: the day a period names, other years it may mean."""

from __future__ import annotations

from factcheck import calendar
from factcheck.model import Anchor, Article, Period
from factcheck.model.period import Day


def day(period: Period) -> Day | None:
    """The one day a period names, `None` when it is a stretch or unknown; an open end does not matter."""
    if period.first is None and period.last is None:
        return None
    first, last = period.first or period.last, period.last or period.first
    if period.part("day") is None and period.part("end-day") is None and first != last:
        return None
    return last if first == last else None


_NEAR, _YEARLESS = 150, 100
_GUESSED = frozenset({"文中最晚的日期", "首段日期"})


def shown(day: Day) -> str:
    """A day as it is written; without its year where that is only counted from an article's own."""
    year = f"{day[0]}年" if day[0] > _YEARLESS else ""
    return f"{year}{day[1]}月{day[2]}日"


def days_meant(period: Period, named: Day, article: Article) -> tuple[Day, ...]:
    """`named`, or where its year was left out the days it may mean, the one nearest to the article first.

    A day within five months of the article's own can mean no other year.
    """
    if not days_open(period, article):
        return (named,)
    own = [article.published.year] if article.published is not None else []
    years = dict.fromkeys((named[0], named[0] - 1, named[0] + 1, *own))
    days = [(year, *named[1:]) for year in years if calendar.exists(year, *named[1:])]
    today = published(article)
    if today is None:
        return tuple(days)
    days.sort(key=lambda day: abs(calendar.days_between(today, day)))
    near = abs(calendar.days_between(today, days[0])) <= _NEAR
    return tuple(days[:1]) if near else tuple(days)


def days_open(period: Period, article: Article) -> bool:
    """Whether the year of a date is not written, and may be another than it was taken for."""
    return inferred(period) or (this_year(period, article) and guessed(article))


def inferred(period: Period) -> bool:
    """Whether the year of a date was left out, or its month too."""
    return not period.form.isdisjoint({"year-inferred", "month-inferred"})


def this_year(period: Period, article: Article) -> bool:
    """Whether a date is said to be of the article's own year (今年5月1日)."""
    given = article.published
    named = period.first is not None and given is not None and period.first[0] == given.year
    return named and not inferred(period) and period.part("year") is None


def said(period: Period, name: str) -> int | None:
    """One of the written parts as a number."""
    part = period.part(name)
    return int(part) if part is not None and part.isdecimal() else None


def year(period: Period) -> int | None:
    """The calendar year a period lies or begins (2010年以来) in, `None` when it spans several."""
    if period.first is None and "season" in period.form:
        return said(period, "year")  # 1953年冬天
    if period.anchor is not Anchor.ABSOLUTE or period.first is None:
        return None
    if "open-end" in period.form:
        return period.first[0]
    if period.last is None:
        return None
    return period.first[0] if period.first[0] == period.last[0] else None


def published(article: Article) -> Day | None:
    """The day an article speaks from, when it is stated to the day."""
    given = article.published
    if given is None or given.month is None or given.day is None or guessed(article):
        return None
    return given.year, given.month, given.day


def guessed(article: Article) -> bool:
    """Whether the day an article speaks from is only one it tells of: it may be later, by months."""
    return any(one.what == "published" and one.how in _GUESSED for one in article.found)


def stated(article: Article) -> bool:
    """Whether the year an article speaks from is written in it or given, and not left open."""
    return article.published is not None and not guessed(article)
