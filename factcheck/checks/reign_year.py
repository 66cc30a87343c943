"""A year by its reign with that of our calendar: 民国二十六年（1937年）, 光绪十五年，即1889年."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.dates import year
from factcheck.model import Period, Reading
from factcheck.patterns import compiled

_BESIDE = compiled(r"[（(，,]?(?:即|也就是|亦即|就是)?(?:公元|西元)?\s?")
_SET_OFF = ("（", "(", "，", ",", "即")


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare each reign year with the year right behind it in brackets or behind 即."""
    text = reading.article.text
    for first, second in pairwise(reading.periods):
        if not text.startswith(_SET_OFF, first.span.end):
            continue
        link = text[first.span.end : second.span.start]
        beside = link.startswith(_SET_OFF) and ("即" in link or link[0] in "（(") and _BESIDE.fullmatch(link)
        if not _of_reign(first) or _of_reign(second) or not beside or not second.part("year"):
            continue
        told, written = year(first), year(second)
        if told is None or written is None:
            continue
        spots = Spot("year", second.span), Spot("reign", first.span)
        if told == written:
            yield held(*spots, equation=f"{first.text} = {told}年")
        else:
            right = f"{told}年"
            yield conflict(*spots, equation=f"{first.text} = {right}", expected=right)


def _of_reign(period: Period) -> bool:
    """Whether it is a year counted by a reign or the republic."""
    return period.part("reign") is not None or period.part("republic") is not None
