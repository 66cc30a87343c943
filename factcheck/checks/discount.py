"""A price after a discount against the price before it: 240元 at 八折 is 192元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.printing import rounded
from factcheck.checks.parts.told import Told, told
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Figure, Reading


def check(
    subject: Sequence[Claim],
    reading: Reading,
    *,
    before: tuple[str, ...] = (),
    after: tuple[str, ...] = (),
    more: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Every sentence with one price called `before`, one other price and one discount."""
    for here in told(reading, (), ("折",)):
        cuts = [one for one in here.figures if one.text.endswith("折") and one.interval is not None]
        prices = [one for one in here.figures if _is_price(one)]
        if len(cuts) != 1 or len(prices) != 2 or any(word in here.text for word in more):
            continue
        old = [one for one in prices if any(word in here.left(one) for word in before)]
        new = [one for one in prices if one not in old]
        if len(old) == len(new) == 1 and _follows(here, new[0], after):
            yield from _judged(old[0], new[0], cuts[0])


def _is_price(figure: Figure) -> bool:
    return (
        figure.unit is not None and figure.unit.dimension is Dimension.MONEY and figure.interval is not None
    )


def _follows(here: Told, new: Figure, after: tuple[str, ...]) -> bool:
    return any(word in here.left(new) for word in after)


def _judged(old: Figure, new: Figure, cut: Figure) -> Iterator[Judgement]:
    if old.interval is None or new.interval is None or cut.interval is None:
        return
    expected = old.interval * cut.interval.scaled(Fraction(1, 100))
    spots = Spot("new", new.span), Spot("old", old.span), Spot("cut", cut.span)
    if expected.meets(new.interval):
        yield held(*spots, equation=f"{new.text} = {old.text} × {cut.text}")
    else:
        yield conflict(*spots, equation=f"{new.text} ≠ {old.text} × {cut.text}", expected=_said(expected))


def _said(price: Interval) -> str:
    """The middle of a price to the fen."""
    middle = price.middle
    return "" if middle is None else rounded(middle, 2).removesuffix(".00") + "元"
