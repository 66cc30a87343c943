"""A first or a record against an earlier number: 首次突破100亿元, 去年为103亿元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import paragraph
from factcheck.checks.parts.told import Told, alike, told_in
from factcheck.model import Claim, Reading, Span
from factcheck.patterns import compiled

_REACH = 40
_STOP = compiled("[。！？；]")


def check(
    subject: Sequence[Claim],
    reading: Reading,
    *,
    first: tuple[str, ...] = (),
    most: tuple[str, ...] = (),
    least: tuple[str, ...] = (),
    past: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Every paragraph that says a `first` threshold, or `most` or `least` of all, and a `past` number."""
    for here in told_in(reading, subject, (*first, *most, *least), paragraph):
        levels = here.levels()
        for words, sign in ((first, 1), (most, 1), (least, -1)):
            for word in words:
                at = here.text.find(word)
                if at >= 0:
                    span = Span(here.span.start + at, here.span.start + at + len(word))
                    yield from _against(here, levels, (span, words is first), sign, past)


def _against(
    here: Told, levels: Sequence[Claim], said: tuple[Span, bool], sign: int, past: tuple[str, ...]
) -> Iterator[Judgement]:
    """The number the word is said of against the nearest past one of its unit after it."""
    word, threshold = said
    after = [one for one in levels if one.span.start >= word.end]
    before = [one for one in levels if one.span.end <= word.start]
    mine = after[0] if threshold and after else before[-1] if before and not threshold else None
    if mine is not None and _STOP.search(
        here.text[mine.span.end - here.span.start : word.start - here.span.start]
    ):
        return  # 分别为61万和54万人次。单日最高纪录是352万人次
    if mine is None or not (0 <= mine.span.start - word.end <= 4 or 0 <= word.start - mine.span.end <= 12):
        return
    for other in after:
        if other is not mine and alike(other, mine) and other.span.start - word.end <= _REACH:
            if any(one in here.left(other) for one in past) and _beyond(other, mine, sign):
                yield conflict(Spot("word", word), Spot("mine", mine.span), Spot("past", other.span))
            return


def _beyond(other: Claim, mine: Claim, sign: int) -> bool:
    """The past number is further than this one: larger for a record high, smaller for a low."""
    theirs, ours = other.interval, mine.interval
    if theirs is None or ours is None:
        return False
    if sign > 0:
        return theirs.bottom is not None and ours.bottom is not None and theirs.bottom > ours.bottom
    return theirs.top is not None and ours.top is not None and theirs.top < ours.top
