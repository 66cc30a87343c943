"""The year that a weekday tells, in an article that names other years only to compare with them.

“8月4日（星期一）……仅次于2022年的29.9℃” speaks from a year in which 4 August is a Monday: from 2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import calendar
from factcheck.model import PartialDate
from factcheck.patterns import compiled

_BASE_BEFORE = compiled(
    r"(?:[比较与和同自从由于平破过及到、]|早在|刷新|打破|纪录|记录|历史|极值|极端)\s?[（(]?\s?$"
)
_BASE_AFTER = compiled(
    r"(?:\s?年)?(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?日)?(?:的[^，。；\n]{0,8}\d|以来|[之以]?[前后]|起|[^，。；\n]{0,12}[记纪]录)"
)
_OF_NOW = compiled(
    r"\s?年?度?(?:[春夏秋冬暑寒]|[“「]?(?:清明|五一|端午|中秋|国庆|十一|春节|元旦|元宵)|第|全[国省市县区]|[上下]半年|[一二三四]季度|普通高|高考|中考|招生|招聘"
    r"|[^，。；：！？\n]{0,25}?(?<!\d)\d{1,2}\s?月\s?\d{1,2}\s?日)"
)
_PAIRS = compiled(
    r"(?P<month>\d(?<!\d\d)(?<![去前明次同翌上\d]年\d)(?<!年\s\d)\d?)\s?月\s?(?P<day>\d{1,2})\s?日"
    r"\s?[（(，,]?\s?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])"
)
_SEASON = 100  # days between two dates of one piece of news, at most
_ANNIVERSARY = 2  # days around the same day of another year
_YEARS_ON = 11  # within as many years a date falls on every weekday
_SOME_YEAR = 2000

Day = tuple[int, int, int]


def current(text: str, found: re.Match[str]) -> bool:
    """Whether the year at `found` is that of the news: in the title, at a yearly event, in its season."""
    if compared(text, found):
        return False
    title = "\n" not in text[: found.start()] and "。" not in text.partition("\n")[0]
    if title:
        return True
    if not found["month"]:
        return _OF_NOW.match(text, found.start() + 4) is not None
    told = _SOME_YEAR, int(found["month"]), int(found["day"] or 15)
    days = [(int(one["month"]), int(one["day"])) for one in _PAIRS.finditer(text)]
    apart = [_apart(told, (_SOME_YEAR, *day)) for day in days]
    return min(apart, default=0) > _ANNIVERSARY and min(apart) <= _SEASON


def compared(text: str, found: re.Match[str]) -> bool:
    """Whether a year is only compared with (比2022年, 2022年的29.9℃, 2022年以来)."""
    start = found.start()
    ahead = _BASE_BEFORE.search(text, max(0, start - 4), start)
    return ahead is not None or _BASE_AFTER.match(text, found.start() + 4) is not None


def in_step(text: str, date: PartialDate) -> PartialDate:
    """`date` in the first year, from its own on, that the most weekdays of the article agree with."""
    told = list(_pairs(text, date))
    if not told:
        return date
    agreed = [sum(_fits(day, weekday, on) for day, weekday in told) for on in range(_YEARS_ON + 1)]
    return PartialDate(date.year + agreed.index(max(agreed)), date.month, date.day)


def _pairs(text: str, date: PartialDate) -> Iterator[tuple[Day, int]]:
    """The days without a year, in the year up to `date`, each with the weekday said."""
    for found in _PAIRS.finditer(text):
        month, day = int(found["month"]), int(found["day"])
        year = date.year - (
            (month, day) > (date.month or 12, date.day or 31) and month > (date.month or 12) + 6
        )
        weekday = found["weekday"].replace("天", "日")
        yield (year, month, day), calendar.WEEKDAYS.index(weekday) + 1


def _fits(day: Day, weekday: int, on: int) -> bool:
    moved = day[0] + on, day[1], day[2]
    return calendar.exists(*moved) and calendar.weekday(moved) == weekday


def _apart(one: Day, two: Day) -> int:
    """The days between two days of any years."""
    if not (calendar.exists(*one) and calendar.exists(*two)):
        return _SEASON + 1
    days = abs(calendar.days_between(one, two))
    return min(days, 366 - days)
