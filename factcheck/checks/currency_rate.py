"""The rate between two currencies that an amount and its equivalent imply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.printing import rounded
from factcheck.checks.parts.told import told
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Figure, Reading
from factcheck.patterns import compiled

_EQUALS = compiled(r"(?:人民币)?[（(，,]?(?:约合|折合|约折合|合|相当于)(?:人民币)?(?:约|近|超)?")


def check(subject: Sequence[Claim], reading: Reading, *, rates: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """Every amount with its equivalent right after it, one in 元, one in a currency with known rates.

    `rates` says how many yuan one unit has been worth, as `美元 6 8.5`.
    """
    for here in told(reading, (), ("约合", "折合", "合人民币", "相当于人民币")):
        for one, two in zip(here.figures, here.figures[1:], strict=False):
            if _EQUALS.fullmatch(here.left(two)):
                yield from _judged(one, two, _known(rates))


def _known(rates: Sequence[str]) -> dict[str, Interval]:
    """What one unit of each currency has been worth."""
    each = map(str.split, rates)
    return {name: Interval.between(Fraction(low), Fraction(high)) for name, low, high in each}


def _judged(one: Figure, two: Figure, known: dict[str, Interval]) -> Iterator[Judgement]:
    names = [_currency(figure) for figure in (one, two)]
    if "元" not in names or not (set(names) & known.keys()):
        return
    yuan, foreign = (one, two) if names[0] == "元" else (two, one)
    if yuan.interval is None or foreign.interval is None:
        return
    try:
        implied = yuan.interval / foreign.interval
    except ZeroDivisionError:  # an amount that may be nothing
        return
    spots = Spot("equivalent", two.span), Spot("amount", one.span)
    if implied.meets(known[_currency(foreign)]):
        yield held(*spots, weak=True)
    else:
        middle = implied.middle
        rate = "" if middle is None else rounded(middle, 3)
        yield conflict(*spots, rate=rate, currency=_currency(foreign))


def _currency(figure: Figure) -> str:
    unit = figure.unit
    return unit.base if unit is not None and unit.dimension is Dimension.MONEY else ""
