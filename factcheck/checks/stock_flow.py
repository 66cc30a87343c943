"""The stock at the end against the stock at the beginning, what came in and what went out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import reduce

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import any_of
from factcheck.checks.parts.printing import printed, written
from factcheck.checks.parts.told import Told, alike, bounded, near, told_in_paragraphs
from factcheck.interval import Interval
from factcheck.model import Claim, Reading

_FAR = 16


def check(
    subject: Sequence[Claim],
    reading: Reading,
    *,
    start: tuple[str, ...] = (),
    end: tuple[str, ...] = (),
    came: tuple[str, ...] = (),
    went: tuple[str, ...] = (),
    more: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Every stock said at the `start`, followed by what `came` and `went` and by the stock at the `end`.

    Nothing where one of the words `more` (另有损耗) says there was another flow.
    """
    for here in told_in_paragraphs(reading, subject, start):
        claims = [claim for claim in here.claims if claim.interval is not None]
        for found in any_of(start).finditer(here.text):
            at = bisect_left(claims, here.span.start + found.end(), key=_start)
            if at < len(claims) and claims[at].span.start - here.span.start - found.end() <= _FAR:
                yield from _chain(here, claims[at : at + 5], (end, came, went, more))


def _start(claim: Claim) -> int:
    return claim.span.start


def _chain(here: Told, claims: Sequence[Claim], words: tuple[tuple[str, ...], ...]) -> Iterator[Judgement]:
    """The run of flows after the first stock, up to the last one."""
    end, came, went, more = words
    flows: list[tuple[int, Claim]] = []
    for claim in claims[1:]:
        left = here.left(claim)
        if not alike(claim, claims[0]) or any(word in left for word in more):
            return
        if any(word in left for word in end):
            signs = {sign for sign, _ in flows}
            if signs == {1, -1}:
                yield from _judged(claims[0], flows, claim)
            return
        comes, goes = (any(word in left for word in ones) for ones in (came, went))
        if comes is goes:
            return
        flows.append((1 if comes else -1, claim))


def _judged(first: Claim, flows: Sequence[tuple[int, Claim]], last: Claim) -> Iterator[Judgement]:
    intervals = bounded([last, first, *(claim for _, claim in flows)])
    if not intervals:
        return
    stock, start, *moved = intervals
    moved = [-_size(one) if sign < 0 else _size(one) for (sign, _), one in zip(flows, moved, strict=True)]
    expected = reduce(Interval.__add__, moved, start)
    spots = Spot("end", last.span), Spot("start", first.span), *(Spot("flow", one.span) for _, one in flows)
    text = written(first) + "".join(f" {'+' if sign > 0 else '−'} {written(one)}" for sign, one in flows)
    if expected.meets(stock):
        yield held(*spots, equation=f"{written(last)} = {text}")
    elif near(expected, stock):
        yield conflict(*spots, equation=f"{written(last)} ≠ {text}", expected=printed(expected, last))


def _size(interval: Interval) -> Interval:
    """A change without its sign: the words say which way it went."""
    return -interval if interval.high is not None and interval.high < 0 else interval
