"""Quarters and halves against the months that explain them: 三季度（7月至10月）."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import sentence
from factcheck.checks.parts.dates import said
from factcheck.checks.parts.pairs import explained
from factcheck.model import Period, Reading
from factcheck.patterns import compiled

_FISCAL = compiled(r"财[年季政]|财政年度|学年|年度榜|销售季|榨季|赛季")


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare each quarter or half with the months beside it; other years (财年) are left alone."""
    text = reading.article.text
    for first, second in explained(reading):
        part, named = (first, second) if _months_of(first) else (second, first)
        wanted, written = _months_of(part), _months(named)
        line = sentence(text, first.span.start)
        if wanted is None or written is None or _FISCAL.search(text, line.start, line.end):
            continue
        spots = Spot("months", named.span), Spot("part", part.span)
        if wanted == written:
            yield held(*spots, equation=f"{part.text} = {named.text}")
        else:
            right = f"{wanted[0]}月至{wanted[1]}月"
            yield conflict(*spots, equation=f"{part.text} ≠ {named.text}", expected=right)


def _months_of(period: Period) -> tuple[int, int] | None:
    """The months of a quarter, of several quarters or of a half."""
    quarter, half = said(period, "quarter"), said(period, "half")
    if quarter is not None:
        return quarter * 3 - 2, (said(period, "end-quarter") or quarter) * 3
    return (half * 6 - 5, half * 6) if half is not None else None


def _months(period: Period) -> tuple[int, int] | None:
    """The months written out, first and last; `None` when days or quarters are named."""
    first, last = said(period, "month"), said(period, "end-month")
    if first is None or last is None or period.part("day") is not None or _months_of(period):
        return None
    return first, last
