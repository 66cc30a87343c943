"""Whether figures of the body bear out one of the title: as they stand, cut off, or added up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, groupby, islice
from math import ceil, floor, lcm
from operator import itemgetter

from factcheck.claims.facts import agree, interval_of
from factcheck.claims.mentions import Mention
from factcheck.claims.misprints import value
from factcheck.interval import Interval
from factcheck.patterns import compiled

# What cuts no number short: 超 and 近 bound it on one side.
_PLAIN = ("", "达", "达到", "已达")
_TWICE, _NEAR = 2, 10
_LONGEST, _TWENTY = 6, 20
_ROUND = compiled("[一二两三四五六七八九十][百千万亿]+(?![一二三四五六七八九十])")


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


def in_round_words(title: Mention, body: Sequence[Mention]) -> bool:
    """人均结案三百件 of 301件: whether the title tells in one Chinese numeral about what the body tells."""
    figure = title.slot.figure
    if figure is None or _ROUND.match(figure.text) is None:
        return False
    said, like = abs(value(title)), [abs(value(m)) for m in body if m.base_unit == title.base_unit]
    return said not in like and any(abs(said - told) * _TWENTY <= told for told in like)


def _finer(one: Interval, other: Interval) -> bool:
    """Whether a number was printed to more digits than another."""
    return one.width is not None and other.width is not None and one.width < other.width


def adds_up(title: Mention, body: Sequence[Mention]) -> bool:
    """Whether figures of one unit that follow each other in the body make the title's: 326家 and 36家."""
    said, sought, unit = interval_of(title), value(title), title.base_unit
    if said is None:
        return False
    near = abs(sought) / _NEAR
    like = [m for m in body if m.slot.figure is not None and m.base_unit == unit]
    values = [value(m) for m in like]
    over = lcm(*(one.denominator for one in values))
    low, high = ceil((sought - near) * over), floor((sought + near) * over)
    whole = [one.numerator * (over // one.denominator) for one in values]
    totals = _totals([m.where[0] for m in like], whole)
    return any(Fraction(total, over) in said for total in totals if low <= total <= high)


def _totals(paragraphs: Sequence[int], values: Sequence[int]) -> Iterator[int]:
    """What values that follow each other add up to, and by how much two differ, within a paragraph."""
    for _, together in groupby(zip(paragraphs, values, strict=True), key=itemgetter(0)):
        row = [value for _, value in together]
        for at in range(len(row) - 1):
            yield from islice(accumulate(row[at : at + _LONGEST]), 1, None)
            yield row[at] - row[at + 1]
