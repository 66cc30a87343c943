"""What stands in brackets: the same again, the base, another unit, or a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factcheck.claims.context import Context
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.skeleton import Paragraph, Slot
from factcheck.claims.windows import Here

ReadClause = Callable[[Context, Here], None]
_RESTATED = (Role.LEVEL, Role.DIFFERENCE, Role.SHARE, Role.GROWTH)


def asides(
    context: Context, here: Here, reach: tuple[int, int], periods: list[Slot], read: ReadClause
) -> None:
    """Read what stood in brackets between two places of the paragraph, each clause with `read`."""
    start, end = reach
    for at, inner in here.paragraph.asides:
        if start <= at < end or (at == end and end == len(here.paragraph.text)):
            _aside(
                context,
                replace(here, paragraph=inner),
                [] if at == start else periods,
                read,
                after_figure=at == start,
            )


def _aside(
    context: Context, here: Here, periods: list[Slot], read: ReadClause, *, after_figure: bool
) -> None:
    kept = (context.topic, context.previous, context.subject, context.rated)
    period, anchor, count = context.period, context.previous, len(context.mentions)
    if periods:
        context.say_period(periods)
    _clauses(context, here, read)
    fresh = context.mentions[count:]
    for mention in fresh:
        mention.aside = True
        _restate(mention, anchor, fresh, after_figure=after_figure)
    if fresh and periods and fresh[-1].role is Role.LEVEL:
        context.versus = fresh[-1]
    if fresh or after_figure:
        context.period = period
    context.topic, context.previous, context.subject, context.rated = kept


def _clauses(context: Context, here: Here, read: ReadClause) -> None:
    inner: Paragraph = here.paragraph
    for sentence in inner.sentences:
        for clause in sentence.clauses:
            read(context, replace(here, clause=clause))


def _restate(mention: Mention, anchor: Mention | None, fresh: list[Mention], *, after_figure: bool) -> None:
    """A bare amount in brackets right after a figure says the same thing again."""
    if anchor is None or not after_figure or mention.role is not Role.LEVEL or mention.name.indicator:
        return
    if mention.period_said:
        mention.topic = anchor.topic or anchor
    elif mention is fresh[0] and mention.base_unit == anchor.base_unit and anchor.role in _RESTATED:
        mention.role, mention.topic, mention.made_by = anchor.role, anchor, "restated"
