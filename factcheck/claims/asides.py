"""What stands in brackets: the same again, the base, another unit, or a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.claims.context import Context, Where
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.skeleton import Clause, Paragraph, Slot

ReadClause = Callable[[Context, Paragraph, Clause, Where], None]


def asides(
    context: Context,
    paragraph: Paragraph,
    start: int,
    end: int,
    where: Where,
    periods: list[Slot],
    read: ReadClause,
) -> None:
    """Read what stood in brackets between `start` and `end`."""
    for at, inner in paragraph.asides:
        if start <= at < end or (at == end and end == len(paragraph.text)):
            _aside(context, inner, where, periods, read, after_figure=at == start)


def _aside(
    context: Context,
    inner: Paragraph,
    where: Where,
    periods: list[Slot],
    read: ReadClause,
    *,
    after_figure: bool,
) -> None:
    kept = (context.period, context.topic, context.previous, context.subject)
    rated = context.rated
    count = len(context.mentions)
    anchor = context.previous
    if periods and not after_figure:
        context.say_period(periods)
    for sentence in inner.sentences:
        for clause in sentence.clauses:
            read(context, inner, clause, where)
    fresh = context.mentions[count:]
    for mention in fresh:
        mention.aside = True
        _restate(mention, anchor, after_figure=after_figure)
    if fresh and not after_figure and fresh[-1].role is Role.LEVEL and periods:
        context.versus = fresh[-1]
    if not fresh and not after_figure and context.period != kept[0]:
        kept = (context.period, *kept[1:])
    context.period, context.topic, context.previous, context.subject = kept
    context.rated = rated


def _restate(mention: Mention, anchor: Mention | None, *, after_figure: bool) -> None:
    """A bare amount in brackets right after a figure says the same thing again."""
    if anchor is None or not after_figure or mention.role is not Role.LEVEL or mention.name.indicator:
        return
    if mention.period_said:
        mention.topic = anchor.topic or anchor
        return
    if mention.base_unit == anchor.base_unit and anchor.role in (
        Role.LEVEL,
        Role.DIFFERENCE,
        Role.SHARE,
        Role.GROWTH,
    ):
        mention.role, mention.topic, mention.made_by = anchor.role, anchor, "restated"
