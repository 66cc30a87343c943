"""Which figures took part in no check, and why: one reason each, from a closed list."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from factcheck.model import (
    Article,
    BlockKind,
    Claim,
    Fact,
    Figure,
    Finding,
    Quantity,
    Reading,
    Reason,
    Span,
    Unchecked,
    Verified,
    placed,
)

_NOT_READ = (BlockKind.IGNORED, BlockKind.DECLINED)


_Told = tuple[str, str, object]
"""Whose what and when."""


def unchecked(
    readings: Sequence[Reading], findings: Sequence[Finding], verified: Sequence[Verified]
) -> tuple[Unchecked, ...]:
    """Every figure that could be a quantity and that no finding and no verified relation touches."""
    relations: list[Finding | Verified] = [*findings, *verified]
    touched = placed((mark.place, relation) for relation in relations for mark in relation.marks)
    varied = _varied(readings)
    left: list[Unchecked] = []
    for reading in readings:
        claims, closed = _claims(reading), _closed(reading.article)
        for figure in reading.figures:
            place = reading.article.place(figure.span)
            if not figure.kind.countable or touched.at(place):
                continue
            unread = _overlapped(figure.span, closed)
            reason = Reason.NOT_READ if unread else _reason(figure, claims[figure.span], varied)
            left.append(Unchecked(place, reason))
    return tuple(left)


def _claims(reading: Reading) -> Mapping[Span, list[Claim]]:
    by_figure: dict[Span, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        for figure in claim.figures:
            by_figure[figure.span].append(claim)
    return by_figure


def _varied(readings: Sequence[Reading]) -> Set[_Told]:
    """What is told in more than one scope."""
    first: dict[_Told, frozenset[str]] = {}
    found: set[_Told] = set()
    for reading in readings:
        for claim in reading.claims:
            for fact in _facts(claim.quantity):
                told = fact.subject, fact.indicator, fact.period
                if first.setdefault(told, fact.scope) != fact.scope:
                    found.add(told)
    return found


def _facts(quantity: Quantity) -> Iterator[Fact]:
    for side in (quantity.of, quantity.against):
        if isinstance(side, Quantity):
            yield from _facts(side)
        elif side is not None:
            yield side


def _closed(article: Article) -> Sequence[Span]:
    """The stretches of an article that are not read, in order and apart from each other."""
    found: list[Span] = []
    spans = [block.span for block in article.blocks if block.kind in _NOT_READ]
    for span in sorted(spans, key=_start):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _overlapped(span: Span, closed: Sequence[Span]) -> bool:
    """Whether one of the stretches shares a character with `span`."""
    place = bisect_left(closed, span.end, key=_start) - 1
    return place >= 0 and closed[place].overlaps(span)


def _start(span: Span) -> int:
    return span.start


def _reason(
    figure: Figure,
    claims: Sequence[Claim],
    varied: Set[_Told],
) -> Reason:
    if figure.value is None or any(claim.quantity != claims[0].quantity for claim in claims[1:]):
        return Reason.AMBIGUOUS
    if any(claim.licences for claim in claims):
        return Reason.LICENCE
    facts = [fact for claim in claims for fact in _facts(claim.quantity)]
    if varied and any((fact.subject, fact.indicator, fact.period) in varied for fact in facts):
        return Reason.SCOPE_DIFFERS
    if facts and all(fact.period is None for fact in facts):
        return Reason.PERIOD_UNKNOWN
    return Reason.NO_PARTNER
