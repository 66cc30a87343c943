"""Totals of so many of each value: 5元的3张、10元的4张，共55元.

Behind 的 a count says how many of that value there are, and the total is that of the products. Where a count
merely stands beside its value (5元3张), the products are meant only if they come to the total.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from factcheck.claims.adding import adds_up
from factcheck.claims.bind import Bound
from factcheck.claims.facts import interval_of, middle_of
from factcheck.claims.mentions import Mention
from factcheck.claims.totalled import closes
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Partition
from factcheck.patterns import compiled
from factcheck.records import dataclass

_SO_MANY = compiled("的(?!第)[\u4e00-\u9fff]{0,4}")
_BESIDE = compiled("(?:的?各)?[×xX*]?")
_NEXT = compiled("(?:[、，,；;]|和|及|以及|与)[\u4e00-\u9fff]{0,3}")
_OPEN = compiled("等|另|其[他余]|左右|以[上下内外]")
_FEWEST = 2
_MOST = 10_000
_NEAR = 3
_SLIPS = tuple(Fraction(10) ** power for power in (-8, -4, -3, -2, -1, 1, 2, 3, 4, 8))


@dataclass(frozen=True, slots=True)
class Run:
    """Values with how many there are of each, in the order they are listed.

    Attributes:
        values: 5元, 10元.
        counts: 3张, 4张.
        told: a 的 stands between each value and its count.
    """

    values: tuple[Mention, ...]
    counts: tuple[Mention, ...]
    told: bool


def denominated(levels: Sequence[Mention], bound: Bound) -> tuple[list[Partition], set[int]]:
    """The totals of products among `levels`, and (by `id`) the values that are parts of no plain sum."""
    found: list[Partition] = []
    spent: set[int] = set()
    for _, group in groupby(levels, key=lambda m: m.sentence):
        said = [m for m in group if not m.aside]
        for run in _runs(said, bound.article.text):
            total = _total(said, run)
            plain = total is not None and adds_up(total, run.values)
            right = total is not None and _product(run).meets(interval_of(total) or Interval.exactly(-1))
            if plain or not (run.told or right):
                continue
            spent.update(id(value) for value in run.values)
            if total is not None:
                found.append(_partition(total, run, bound))
    return found, spent


def _runs(said: Sequence[Mention], text: str) -> Iterator[Run]:
    """The runs of values with their counts, each as long as it goes."""
    for first in (0, 1):  # the value first, or its count
        at = 0
        while at + _FEWEST * 2 <= len(said):
            pairs = list(_pairs(said[at:], text, first))
            if len(pairs) >= _FEWEST:
                values, counts = zip(*pairs, strict=True)
                yield Run(
                    values, counts, not first and all(_SO_MANY.fullmatch(_between(*p, text)) for p in pairs)
                )
            at += max(2 * len(pairs), 1)


def _pairs(said: Sequence[Mention], text: str, first: int) -> Iterator[tuple[Mention, Mention]]:
    """The value and the count of each pair from the beginning of `said` on."""
    unit, last = "", None
    for one, two in zip(said[::2], said[1::2], strict=False):
        value, count = (one, two) if not first else (two, one)
        linked = last is None or _NEXT.fullmatch(_between(last, one, text))
        beside = _between(one, two, text)
        joined = _BESIDE.fullmatch(beside) or (not first and _SO_MANY.fullmatch(beside))
        if not (linked and joined and _counts(count)) or value.base_unit != (unit or value.base_unit):
            return
        if not value.base_unit or value.base_unit == count.base_unit:
            return
        yield value, count
        unit, last = value.base_unit, two


def _between(one: Mention, two: Mention, text: str) -> str:
    return text[one.slot.span.end : two.slot.span.start]


def _counts(mention: Mention) -> bool:
    """Whether a figure says how many there are."""
    figure, unit = mention.slot.figure, mention.slot.unit
    if figure is None or figure.value is None or unit is None or unit.dimension is not Dimension.COUNT:
        return False
    return figure.value == int(figure.value) and 0 < figure.value < _MOST and unit.name != "号"


def _total(said: Sequence[Mention], run: Run) -> Mention | None:
    """The total in the unit of the values, right behind the run or behind the total of its counts."""
    behind = said[said.index(max(run.values[-1], run.counts[-1], key=_place)) + 1 :][:_FEWEST]
    like = [m for m in behind if m.base_unit == run.values[0].base_unit]
    return like[0] if like and (closes(like[0]) or closes(behind[0])) else None


def _place(mention: Mention) -> int:
    return mention.slot.span.start


def _product(run: Run) -> Interval:
    return Interval.exactly(
        sum((middle_of(v) * _count(c) for v, c in zip(run.values, run.counts, strict=True)), Fraction(0))
    )


def _of_its_size(total: Mention, run: Run) -> bool:
    """Whether a total is near the products, or a magnitude away: 10万元的3款, 销售额共12亿元 is of more."""
    said, made = middle_of(total), _product(run).middle or Fraction(0)
    near = 0 < max(said, made) < _NEAR * min(said, made)
    return near or (bool(said and made) and Fraction(said, made) in _SLIPS)


def _count(mention: Mention) -> int:
    figure = mention.slot.figure
    return int(figure.value or 0) if figure is not None else 0


def _partition(total: Mention, run: Run, bound: Bound) -> Partition:
    """The total with its values, each as often as it is counted and taken for no more than it says."""
    parts = [_exactly(bound.levels[id(value)], value) for value in run.values]
    words = bound.article.text[_place(run.values[0]) : _place(total)]
    hedged = any(m.slot.figure is not None and m.slot.figure.hedge for m in (*run.values, *run.counts))
    sure = run.told and not hedged and not _OPEN.search(words) and _of_its_size(total, run)
    signs = tuple(map(_count, run.counts))
    whole = bound.levels[id(total)]
    complete = "stated" if sure else "open"
    return Partition(whole, tuple(parts), complete, bound.article, "", "level", signs, "denominated")


def _exactly(claim: Claim, value: Mention) -> Claim:
    figure = value.slot.figure
    plain = figure is not None and not figure.hedge
    return replace(claim, interval=Interval.exactly(middle_of(value))) if plain else claim
