"""昨日, 今天 and 下周日 against the date beside them: 昨日（3月12日）.

What is printed a day late still says 今天 of the day before, so one day off is let pass.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import calendar
from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.dates import published
from factcheck.checks.parts.pairs import explained
from factcheck.model import Anchor, Grain, Period, Reading
from factcheck.model.period import Day

_FAR = 60
_BARE = ("星期", "周", "礼拜")


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare each word that counts days from the article's own with the date that explains it."""
    today = published(reading.article)
    for first, second in explained(reading) if today is not None else ():
        word, date = (first, second) if _counts(first) else (second, first)
        if _counts(word) and _named(date) and word.first is not None and date.first is not None:
            yield from _judged(word, date, word.first, date.first)


def _counts(period: Period) -> bool:
    """Whether it is one day that is counted from another and not written out."""
    counted = period.part("day") is None and period.part("month") is None and not period.form
    return counted and period.grain is Grain.DAY and period.anchor is Anchor.ABSOLUTE


def _named(period: Period) -> bool:
    single = period.first is not None and period.first == period.last and period.anchor is Anchor.ABSOLUTE
    return single and period.part("day") is not None and period.part("month") is not None


def _judged(word: Period, date: Period, meant: Day, written: Day) -> Iterator[Judgement]:
    apart = abs(calendar.days_between(meant, written))
    spots = Spot("date", date.span), Spot("word", word.span)
    weekday = word.part("weekday") is not None
    told = word.text.startswith(_BARE)  # 星期五，也就是7月11日: of what week is told before
    if apart == 0 or (told and calendar.weekday(meant) == calendar.weekday(written)):
        yield held(*spots, equation=f"{word.text} = {date.text}")
    elif (apart > 1 and apart <= _FAR) or (weekday and calendar.weekday(meant) != calendar.weekday(written)):
        right = f"{meant[1]}月{meant[2]}日"
        yield conflict(*spots, equation=f"{word.text} ≠ {date.text}", expected=right)
