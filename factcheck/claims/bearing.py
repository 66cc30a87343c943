"""Whether figures of the body bear out one of the title: as they stand, or added up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate

from factcheck.claims.facts import agree, interval_of
from factcheck.claims.mentions import Mention
from factcheck.claims.misprints import value

_TWICE, _NEAR = 2, 10
_LONGEST = 6


def bears_out(title: Mention, body: Mention) -> bool:
    """Whether a figure of the body can be the title's: 300万元以上 of one case is not 18.6亿元 of all."""
    figure = body.slot.figure
    one, two = abs(value(title)), abs(value(body))
    bound = figure is not None and bool(figure.hedge)
    return agree(title, body) and not (bound and max(one, two) > _TWICE * min(one, two))


def adds_up(title: Mention, body: Sequence[Mention]) -> bool:
    """Whether figures of one unit that follow each other in the body make the title's: 326家 and 36家."""
    said, near = interval_of(title), abs(value(title)) / _NEAR
    like = [m for m in body if m.base_unit == title.base_unit and m.slot.figure is not None]
    return said is not None and any(
        total in said and abs(total - value(title)) <= near for total in _totals(like)
    )


def _totals(figures: Sequence[Mention]) -> Iterator[Fraction]:
    """What figures that follow each other add up to, and by how much two differ, within a paragraph."""
    for at, first in enumerate(figures):
        row = [m for m in figures[at : at + _LONGEST] if m.where[0] == first.where[0]]
        yield from list(accumulate(value(m) for m in row))[1:]
        if len(row) > 1:
            yield value(row[0]) - value(row[1])
