"""Whether figures of the body bear out one of the title: as they stand, cut off, or added up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate

from factcheck.claims.facts import agree, interval_of
from factcheck.claims.mentions import Mention
from factcheck.claims.misprints import value
from factcheck.interval import Interval

# What cuts no number short: 超 and 近 bound it on one side.
_PLAIN = ("", "达", "达到", "已达")
_TWICE, _NEAR = 2, 10
_LONGEST = 6


def bears_out(title: Mention, body: Mention) -> bool:
    """Whether a figure of the body can be the title's: 300万元以上 of one case is not 18.6亿元 of all."""
    figure = body.slot.figure
    one, two = abs(value(title)), abs(value(body))
    bound = figure is not None and bool(figure.hedge)
    return agree(title, body) and not (bound and max(one, two) > _TWICE * min(one, two))


def cut_off(mention: Mention, found: Sequence[Mention]) -> list[Mention]:
    """The figures of the body that a headline cuts to fewer digits (达318万吨 of 318.7万吨)."""
    figure, said = mention.slot.figure, interval_of(mention)
    if figure is None or said is None or figure.hedge not in _PLAIN or not said.width or not said.middle:
        return []
    middle, end = said.middle, said.middle + (said.width if said.middle > 0 else -said.width)
    cut = Interval.between(min(middle, end), max(middle, end), low_open=middle < 0, high_open=middle > 0)
    known = [(m, own) for m in found if (own := interval_of(m)) is not None]
    whole = [m for m, own in known if _finer(own, said) and own.middle is not None and own.middle in cut]
    if whole:
        mention.values[mention.sign] = said.hull(cut)
    return whole


def _finer(one: Interval, other: Interval) -> bool:
    """Whether a number was printed to more digits than another."""
    return one.width is not None and other.width is not None and one.width < other.width


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
