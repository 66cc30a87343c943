"""The weekday written beside a date against the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import calendar
from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.dates import days_meant
from factcheck.model import Anchor, Article, Period, Reading, Span
from factcheck.model.period import Day
from factcheck.patterns import compiled

_WORDS = compiled(r"(?:星期|礼拜|周)([一二三四五六日天])")
_END = compiled("[至到~～—–-]+")
_EDGES = "（()）,， \u3000"


def check(subject: Period, reading: Reading) -> Iterator[Judgement]:
    """Compare each weekday said in `subject` with its day; other years are fair when none was named."""
    words = list(_WORDS.finditer(subject.text))
    for word, (weekday, named) in zip(words, _said(subject), strict=False):
        if named is not None and subject.anchor is Anchor.ABSOLUTE:
            yield from _judged(subject, reading.article, word, weekday, named)


def _said(period: Period) -> Iterator[tuple[int, Day | None]]:
    """The weekdays said, each with the day it belongs to when that was written out."""
    for name, mark, day in (
        ("weekday", "day", period.first or period.last),
        ("end-weekday", "end-day", period.last),
    ):
        weekday = period.part(name)
        if weekday is not None:
            yield int(weekday), day if period.part(mark) is not None else None


def _judged(
    subject: Period, article: Article, word: re.Match[str], weekday: int, named: Day
) -> Iterator[Judgement]:
    days = days_meant(subject, named, article)
    fair = [calendar.weekday(day) for day in days]
    start, text = subject.span.start, article.text
    spot = Spot("weekday", Span(start + word.start(), start + word.end()))
    date = Spot("day", _rest(subject, word))
    right = word.group()[:-1] + calendar.WEEKDAYS[fair[0] - 1]
    if weekday == fair[0]:
        yield held(spot, date, equation=f"{_plain(days[0])} = {word.group()}")
    elif weekday not in fair:
        equation = f"{_plain(days[0])} ≠ {word.group()}"
        whole = _both(text, date.span, spot.span)
        said = word.group()
        found = conflict(
            Spot("text", whole), equation=equation, expected=right, day=date.span.of(text), weekday=said
        )
        at = spot.span.start - whole.start
        mended = whole.of(text)[:at] + right + whole.of(text)[at + len(right) :]
        yield found.edited(mended, "按历书改星期")


def _both(text: str, date: Span, weekday: Span) -> Span:
    """The date with its weekday as one stretch, a bracket behind them taken in."""
    start, end = min(date.start, weekday.start), max(date.end, weekday.end)
    opened = any(bracket in text[start:end] for bracket in "（(")
    return Span(start, end + (opened and text[end : end + 1] in ("）", ")")))


def _rest(subject: Period, word: re.Match[str]) -> Span:
    """The words of the date before the weekday, or behind it when it comes first."""
    text, start = subject.text, subject.span.start
    head = text[: word.start()].rstrip(_EDGES)
    if any(char.isdigit() or char in "日号" for char in head):
        ends = list(_END.finditer(head))
        return Span(start + (ends[-1].end() if ends else 0), start + len(head))
    tail = text[word.end() :]
    lead = len(tail) - len(tail.lstrip(_EDGES))
    return Span(start + word.end() + lead, start + word.end() + len(tail.rstrip(_EDGES)))


def _plain(day: Day) -> str:
    return f"{day[0]}年{day[1]}月{day[2]}日"
