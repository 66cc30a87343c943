"""A bare day (30日) that can only lie in the month before the article's own."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import calendar
from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import any_of, clause, paragraph, sentence
from factcheck.checks.parts.dates import published
from factcheck.checks.parts.within import periods_within
from factcheck.model import Anchor, Period, Reading, Span
from factcheck.model.period import Day
from factcheck.patterns import compiled

_WITHIN = compiled(r"月内|[当同上该]月|上个月")


def check(
    subject: Period, reading: Reading, *, future: tuple[str, ...] = (), told: tuple[str, ...] = ()
) -> Iterator[Judgement]:
    """A conflict when `subject` names a day alone, later in the month than the article's own.

    Clauses with a word of `future` speak of days to come, those with one of `told` (获悉) never do; a
    month named before in this paragraph or the last holds for the days behind it, and a day that is
    nearer ahead than it lies back is a day to come.
    """
    if subject.last is None or not _bare(subject) or (today := published(reading.article)) is None:
        return
    day = subject.last
    if subject.anchor is not Anchor.ABSOLUTE or day[2] <= today[2]:
        return
    text = reading.article.text
    line = clause(text, subject.span.start)
    past = any_of(told).search(text, line.start, line.end) is not None
    if any_of(future).search(text, line.start, line.end) or (day > today and not past):
        return
    meant = calendar.add_months((today[0], today[1], 1), -1)[:2]
    inside = Span(sentence(text, subject.span.start).start, subject.span.end)
    ahead = any(_ahead(today, one.last, meant) for one in periods_within(reading, inside) if _bare(one))
    if ahead or (day < today and day[:2] != meant) or _named(subject, reading, meant):
        return
    right = f"{meant[1]}月{day[2]}日"
    found = conflict(Spot("day", subject.span), expected=right, month=f"{today[1]}月")
    yield found.edited(subject.text.replace(f"{day[2]}日", right), "补上月份")


def _bare(period: Period) -> bool:
    return "month-inferred" in period.form and period.part("day") is not None


def _ahead(today: Day, named: Day | None, month: tuple[int, ...]) -> bool:
    """Whether a bare day of today's month is to come, and nearer than the same day of the `month` before."""
    if named is None or named[2] <= today[2]:
        return False
    coming, gone = (today[0], today[1], named[2]), (month[0], month[1], named[2])
    if not calendar.exists(*gone) or not calendar.exists(*coming):
        return calendar.exists(*coming)
    return calendar.days_between(today, coming) < calendar.days_between(gone, today)


def _named(subject: Period, reading: Reading, month: tuple[int, ...]) -> bool:
    """Whether the month meant was named before, in the paragraph or in the last one."""
    text = reading.article.text
    start = paragraph(text, subject.span.start).start
    start = paragraph(text, start - 1).start if start else 0
    if _WITHIN.search(text, start, subject.span.start):
        return True
    return any(
        period.part("month") is not None and period.last is not None and period.last[:2] == month
        for period in periods_within(reading, Span(start, subject.span.start))
    )
