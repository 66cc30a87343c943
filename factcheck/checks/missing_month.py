"""A bare day (30日) that can only lie in the month before the article's own."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import calendar
from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import any_of, clause, paragraph
from factcheck.checks.parts.dates import published
from factcheck.checks.parts.within import periods_within
from factcheck.model import Anchor, Period, Reading, Span


def check(
    subject: Period, reading: Reading, *, future: tuple[str, ...] = (), told: tuple[str, ...] = ()
) -> Iterator[Judgement]:
    """A conflict when `subject` names a day alone, later in the month than the article's own.

    Clauses with a word of `future` speak of days to come, those with one of `told` (获悉) never do; a
    month named before in the paragraph holds for the days behind it.
    """
    today, day = published(reading.article), subject.last
    if today is None or day is None or "month-inferred" not in subject.form or subject.part("day") is None:
        return
    if subject.anchor is not Anchor.ABSOLUTE or day[2] <= today[2]:
        return
    text = reading.article.text
    line = clause(text, subject.span.start)
    past = any_of(told).search(text, line.start, line.end) is not None
    if any_of(future).search(text, line.start, line.end) or (day > today and not past):
        return
    meant = calendar.add_months((today[0], today[1], 1), -1)[:2]
    if (day < today and day[:2] != meant) or _named(subject, reading, meant):
        return
    right = f"{meant[1]}月{day[2]}日"
    found = conflict(Spot("day", subject.span), expected=right, month=f"{today[1]}月")
    yield found.edited(subject.text.replace(f"{day[2]}日", right), "补上月份")


def _named(subject: Period, reading: Reading, month: tuple[int, ...]) -> bool:
    """Whether the month meant was named before in the paragraph."""
    line = paragraph(reading.article.text, subject.span.start)
    return any(
        period.part("month") is not None and period.last is not None and period.last[:2] == month
        for period in periods_within(reading, Span(line.start, subject.span.start))
    )
