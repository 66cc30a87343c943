"""Years of two digits (08年) and decades without their century (80年代)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import any_of, before
from factcheck.checks.parts.quotes import spoken
from factcheck.model import Figure, Grain, Period, Reading
from factcheck.patterns import compiled

_DIGITS = compiled(r"[0-9０-９]{2}\s?年")
_RANGE = compiled(r"\d\s?[至到—–~～-]\s?$")
_BOUNDS = ("以上", "以下", "以内", "及以", "（含）")
_CLAUSE = compiled(r"(?:^|[，,；;：:、（(\s])$")


def check(
    subject: Reading, reading: Reading, *, after: tuple[str, ...] = (), events: tuple[str, ...] = ()
) -> Iterator[Judgement]:
    """A conflict for each.

    What could be a length of time is a year at the start of a clause before a word of `after`
    (23年全市), and anywhere before a word of `events` (98年改制).
    """
    text, words, told = reading.article.text, any_of(after), any_of(events)
    for period in reading.periods:
        if (
            _short(period)
            and not _inside(text, period)
            and not spoken(text, period.span)
            and not text.startswith(_BOUNDS, period.span.end)
            and not _told(period, reading)
        ):
            yield conflict(Spot("year", period.span))
    for figure in reading.figures:
        if _like_year(figure, text, words, told) and not spoken(text, figure.span):
            yield conflict(Spot("year", figure.span))


def _inside(text: str, period: Period) -> bool:
    """Whether a digit or a letter stands right before it, so that it is the rest of something longer."""
    if _RANGE.search(before(text, period.span.start, 4)):  # 7至10年
        return True
    return text[period.span.start - 1 : period.span.start].isalnum() and text[period.span.start - 1].isascii()


def _short(period: Period) -> bool:
    if _DIGITS.match(period.text) is None:
        return False
    if period.grain is Grain.DECADE:
        return period.part("century") is None and "年代" in period.text
    return period.part("year") is not None


def _told(period: Period, reading: Reading) -> bool:
    """Whether a decade was named with its century before."""
    decade = period.part("decade")
    return decade is not None and any(
        one.part("decade") == decade and one.part("century") and one.span.start < period.span.start
        for one in reading.periods
    )


def _like_year(figure: Figure, text: str, words: re.Pattern[str], told: re.Pattern[str]) -> bool:
    """Two digits and 年 before words that follow a year."""
    if figure.unit is None or figure.unit.name != "年" or figure.hedge or not _DIGITS.fullmatch(figure.text):
        return False
    if text.startswith(_BOUNDS, figure.span.end):
        return False
    starts = _CLAUSE.search(before(text, figure.span.start, 4)) is not None
    if told.match(text, figure.span.end):
        return True
    return starts and words.match(text, figure.span.end) is not None
