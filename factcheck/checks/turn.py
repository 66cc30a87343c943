"""A change of sign that was none: 由增长1.2%变为增长0.5%, 增速由负转正."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.told import Told, told
from factcheck.model import Claim, Figure, Reading, Span


def check(subject: Sequence[Claim], reading: Reading, *, turns: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """Every sentence with one of the `turns` and two like numbers before it.

    A turn is written as three fields parted by blanks: the word, what stands before a number on the
    first side and what stands before one on the second, alternatives parted by `|`.
    """
    fields = [tuple(turn.split()) for turn in turns]
    for here in told(reading, (), [word for word, _, _ in fields]):
        for word, first, second in fields:
            at = here.text.find(word)
            earlier = [one for one in here.figures if at >= 0 and one.span.end <= here.span.start + at]
            if len(earlier) > 1 and earlier[-1].unit == earlier[-2].unit:
                span = Span(here.span.start + at, here.span.start + at + len(word))
                yield from _judged(here, earlier[-2:], (first.split("|"), second.split("|")), span)


def _judged(
    here: Told, pair: Sequence[Figure], sides: tuple[list[str], list[str]], turn: Span
) -> Iterator[Judgement]:
    found = [_side(here.left(figure), sides) for figure in pair]
    spots = Spot("turn", turn), Spot("before", pair[0].span), Spot("now", pair[1].span)
    if found[0] is not None and found[0] == found[1]:
        yield conflict(*spots)
    elif found == [0, 1]:
        yield held(*spots, weak=True)


def _side(left: str, sides: tuple[list[str], list[str]]) -> int | None:
    """Which side the words before a number put it on."""
    hits = [any(word in left[-6:] for word in words) for words in sides]
    return None if hits[0] is hits[1] else hits.index(True)
