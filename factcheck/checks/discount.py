"""A price after a discount against the price before it: 240元 at 八折 is 192元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.amounts import is_price
from factcheck.checks.parts.printing import magnitude, rounded
from factcheck.checks.parts.told import Told, told
from factcheck.interval import Interval
from factcheck.model import Claim, Figure, Reading
from factcheck.patterns import compiled

_AMOUNTS_TO = compiled("(?:相当于|等于|等同于|折合|算下来|差不多是?|合)(?:是|打了?|原价的?)*$")
_TWO = 2
_NEAR = 4


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
        prices = [one for one in here.figures if is_price(one)]
        if len(cuts) != 1 or len(prices) < _TWO:
            continue
        sides = _amounts_to(here, cuts[0], prices)
        others = here.text.replace("起拍", "")  # 30元起 is the least of several prices
        if sides is None and len(prices) == _TWO and not any(word in others for word in more):
            sides = _sides(here, cuts[0], prices, before, after)
        if sides is not None:
            yield from _judged(*sides, cuts[0])


def _amounts_to(here: Told, cut: Figure, prices: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """评估价268万元，以188万元成交，相当于打了七折: what the two prices told before it make."""
    ahead = [one for one in prices if one.span.end <= cut.span.start]
    if not _AMOUNTS_TO.search(here.left(cut)) or len(ahead) != _TWO:
        return None
    new, old = sorted(ahead, key=lambda one: one.worth or Fraction(0))
    return old, new


def _sides(
    here: Told, cut: Figure, prices: Sequence[Figure], before: tuple[str, ...], after: tuple[str, ...]
) -> tuple[Figure, Figure] | None:
    """The price before the discount by its words or because it is what is cut, and the other after it."""
    old = [one for one in prices if any(word in here.left(one) for word in before)]
    if not old and prices[0].span.end <= cut.span.start <= prices[1].span.start:
        old = [prices[0]]  # 把480元的门票打到七折，336元就能进园
    new = [one for one in prices if one not in old]
    if len(old) != 1 or len(new) != 1:
        return None
    told_so = any(word in here.left(new[0]) + here.right(new[0])[:_NEAR] for word in after)
    return (old[0], new[0]) if told_so else None


def _judged(old: Figure, new: Figure, cut: Figure) -> Iterator[Judgement]:
    if old.interval is None or new.interval is None or cut.interval is None:
        return
    expected = old.interval * cut.interval.scaled(Fraction(1, 100))
    spots = Spot("new", new.span), Spot("old", old.span), Spot("cut", cut.span)
    if expected.meets(new.interval):
        yield held(*spots, equation=f"{new.text} = {old.text} × {cut.text}")
    else:
        yield conflict(
            *spots, equation=f"{new.text} ≠ {old.text} × {cut.text}", expected=_said(expected, new)
        )


def _said(price: Interval, as_printed: Figure) -> str:
    """The middle of a price in the unit of another, to the hundredth: 875万元."""
    middle = price.middle
    size, word = magnitude(as_printed)
    return "" if middle is None else rounded(middle / size, 2).removesuffix(".00") + f"{word}元"
