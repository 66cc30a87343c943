"""A group against the larger group it is part of: those over 65 are among those over 60."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.told import Told, told
from factcheck.model import Claim, Dimension, Figure, Reading

_REACH = 22


def check(
    subject: Sequence[Claim], reading: Reading, *, pairs: tuple[str, ...] = (), changes: tuple[str, ...] = ()
) -> Iterator[Judgement]:
    """Every sentence that gives a number for both groups of a pair, counted in one unit.

    A pair is the larger and the smaller group, parted by a blank, alternatives by `|`; growths, said
    with one of the words `changes`, do not nest.
    """
    known = [[field.split("|") for field in pair.split()] for pair in pairs]
    for here in told(reading, (), [name for _, inner in known for name in inner]):
        for outer, inner in known:
            large, small = _named(here, outer, changes), _named(here, inner, changes)
            if large is not None and small is not None and large is not small:
                yield from _judged(large, small)


def _named(here: Told, words: Sequence[str], changes: tuple[str, ...]) -> Figure | None:
    """The first number after the only mention of the group, before any other number."""
    found = [(here.text.find(word), word) for word in words if here.text.count(word) == 1]
    if len(found) != 1:
        return None
    at, word = found[0]
    end = here.span.start + at + len(word)
    figure = next((one for one in here.figures if one.span.start >= end), None)
    if figure is None or figure.span.start - end > _REACH:
        return None
    between = here.text[at + len(word) : figure.span.start - here.span.start]
    return None if any(change in between for change in changes) else figure


def _judged(large: Figure, small: Figure) -> Iterator[Judgement]:
    units = {figure.unit for figure in (large, small)}
    unit = large.unit
    if len(units) != 1 or unit is None or unit.dimension in (Dimension.POINTS, Dimension.MULTIPLE):
        return
    if large.interval is None or small.interval is None:
        return
    spots = Spot("inner", small.span), Spot("outer", large.span)
    if large.interval.top is not None and small.interval.bottom is not None:
        if small.interval.bottom > large.interval.top:
            yield conflict(*spots, equation=f"{small.text} > {large.text}")
        else:
            yield held(*spots, equation=f"{small.text} ≤ {large.text}", weak=True)
