"""How many days it still is to a date (距12月31日还有40天), from the day named before or the article's."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import calendar
from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import before, sentence
from factcheck.checks.parts.dates import day, published, shown
from factcheck.checks.parts.durations import durations
from factcheck.checks.parts.within import periods_within
from factcheck.model import Anchor, Period, Reading, Span
from factcheck.model.period import Day
from factcheck.patterns import compiled

_LEFT = compiled(
    "(?:还有|还剩|只剩|仅剩|仅有|不到|只有|剩下|尚有|剩余)(?:最后|整整|短短|下)?$|倒计时(?:已?进入)?(?:最后)?$"
)
_FROM = compiled("(?:^|[，,。；：“（\\s天日])距(?:离)?[^，。；\\d]{0,6}$")
_OTHER = compiled("[，,；;]距|距离")  # the days to something else
_PAST = compiled("当时|那时|时候|彼时|当年|曾|记得|时任|昨|前天|[0-9]日电")


def check(subject: Reading, reading: Reading, *, most: int = 400) -> Iterator[Judgement]:
    """Compare the days that are left with the date behind 距, up to `most` days away."""
    text = reading.article.text
    if "距" not in text:
        return
    for duration in durations(reading.figures, text):
        at = duration.span.start
        if duration.unit != "day" or _LEFT.search(before(text, at, 8)) is None:
            continue
        inside = sentence(text, at)
        dates = [one for one in periods_within(reading, Span(inside.start, at)) if day(one) is not None]
        goal = next((one for one in dates if _FROM.search(before(text, one.span.start, 10))), None)
        start = _start(reading, dates, goal) if goal is not None else None
        target = day(goal) if goal is not None else None
        if goal is None or start is None or target is None or _PAST.search(text, inside.start, inside.end):
            continue
        if _OTHER.search(text, goal.span.end, at):
            continue
        left = calendar.days_between(start, target)
        spots = Spot("days", duration.span), Spot("date", goal.span)
        if duration.about(left):
            yield held(*spots, equation=f"{shown(start)}至{goal.text} = {duration.text}")
        elif 0 < left <= most and "不到" not in before(text, at, 8):
            equation = f"{shown(start)}至{goal.text} ≠ {duration.text}"
            yield conflict(*spots, equation=equation, expected=f"{left}天", start=shown(start))


def _start(reading: Reading, dates: list[Period], goal: Period) -> Day | None:
    """The day it is counted from: the only other date of the sentence, before 距, or the article's own."""
    if goal.anchor is not Anchor.ABSOLUTE:
        return None
    if dates[0] is goal:
        return published(reading.article)
    return day(dates[0]) if len(dates) == 2 and dates[1] is goal else None
