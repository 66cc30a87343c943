"""The weekday written beside a date against the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import calendar
from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.weekdays import Pair, Verdict, pairs, verdicts
from factcheck.model import Reading, Span
from factcheck.model.period import Day


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare each weekday said with its day; where no year was named, with the others of the article."""
    found = list(pairs(reading))
    for pair, verdict in zip(found, verdicts(found, reading), strict=True):
        if verdict is not None:
            yield _judged(pair, verdict, reading.article.text)


def _judged(pair: Pair, verdict: Verdict, text: str) -> Judgement:
    spot, date = Spot("weekday", pair.word), Spot("day", pair.date)
    said = pair.word.of(text)
    if verdict.holds:
        return held(spot, date, equation=f"{_plain(verdict)} = {said}")
    right = said[:-1] + calendar.WEEKDAYS[verdict.weekday - 1]
    whole = _both(text, date.span, spot.span)
    witness = [Spot("witness", _both(text, other.date, other.word)) for other in verdict.beside]
    beside = "".join(f"；{one.span.of(text)}" for one in witness)
    found = conflict(
        Spot("text", whole),
        *witness,
        equation=f"{_plain(verdict)} ≠ {said}{beside}",
        expected=right,
        day=date.span.of(text),
        weekday=said,
    )
    at = spot.span.start - whole.start
    mended = whole.of(text)[:at] + right + whole.of(text)[at + len(right) :]
    return found.edited(mended, "按历书改星期")


def _both(text: str, date: Span, weekday: Span) -> Span:
    """The date with its weekday as one stretch, a bracket behind them taken in."""
    start, end = min(date.start, weekday.start), max(date.end, weekday.end)
    opened = any(bracket in text[start:end] for bracket in "（(")
    return Span(start, end + (opened and text[end : end + 1] in ("）", ")")))


def _plain(verdict: Verdict) -> str:
    """The day, without its year when that is not known."""
    day: Day = verdict.day
    year = f"{day[0]}年" if verdict.dated else ""
    return f"{year}{day[1]}月{day[2]}日"
