"""A ratio against the two numbers it is the ratio of: 36人, 24人, 男女比为2∶3."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.compared import base
from factcheck.checks.parts.told import near, told
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Figure, Group, GroupKind, Reading

_COUNTED = (Dimension.COUNT, Dimension.MONEY, Dimension.MASS, Dimension.AREA, Dimension.LENGTH)
_LEEWAY = Interval.between(Fraction(95, 100), Fraction(105, 100))


def check(subject: Sequence[Claim], reading: Reading, *, words: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """Every sentence with just two like numbers and a ratio of two after them."""
    groups = [one for one in reading.groups if one.kind is GroupKind.RATIO and len(one.figures) == 2]
    for here in told(reading, (), words) if groups else ():
        for group in groups:
            if not here.span.start <= group.span.start < here.span.end:
                continue
            amounts = [one for one in here.figures if one.span.end <= group.span.start and _counted(one)]
            before = here.text[: group.span.start - here.span.start][-10:]
            if len(amounts) == 2 and any(word in before for word in words):
                yield from _judged(amounts[0], amounts[1], group)


def _counted(figure: Figure) -> bool:
    unit = figure.unit
    return figure.interval is not None and unit is not None and unit.dimension in _COUNTED


def _judged(one: Figure, two: Figure, group: Group) -> Iterator[Judgement]:
    amounts = [base(figure) for figure in (one, two)]
    known = [interval for interval in amounts if interval is not None]
    sides = [Fraction(figure.value) for figure in group.figures if figure.value]
    if len(known) + len(sides) < 4 or one.unit is None or two.unit is None:
        return
    if one.unit.dimension is not two.unit.dimension:
        return
    stated = Interval.exactly(sides[0] / sides[1])
    try:
        counted = known[0] / known[1]
    except ZeroDivisionError:  # a number that may be nothing
        return
    spots = Spot("ratio", group.span), Spot("one", one.span), Spot("two", two.span)
    said = "∶".join(figure.text for figure in group.figures)
    if (stated * _LEEWAY).meets(counted):
        yield held(*spots, equation=f"{one.text} ∶ {two.text} = {said}")
    elif near(stated, counted) or (stated.reciprocal() * _LEEWAY).meets(counted):
        yield conflict(*spots, equation=f"{one.text} ∶ {two.text} ≠ {said}")
