"""Amounts in two currencies added up as if they were one: 28.0亿元 and 7.0亿美元 make no 35.0亿元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import combinations

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.printing import written
from factcheck.checks.parts.told import told
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Reading

_MOST = 5
_GRAVE = 50


def check(
    subject: Sequence[Claim], reading: Reading, *, foreign: tuple[str, ...] = (), added: tuple[str, ...] = ()
) -> Iterator[Judgement]:
    """Every sentence with a `foreign` currency and a word of adding, in which the bare numbers add up."""
    for here in told(reading, subject, foreign):
        money = [one for one in here.levels() if one.unit and one.unit.dimension is Dimension.MONEY]
        if len({one.unit for one in money}) > 1 and any(word in here.text for word in added):
            yield from _sums(money[:_MOST])


def _sums(money: Sequence[Claim]) -> Iterator[Judgement]:
    """The first or the last amount as the sum of the others, whatever their currencies."""
    for whole, parts in ((money[0], money[1:]), (money[-1], money[:-1])):
        for count in range(2, len(parts) + 1):
            for some in combinations(parts, count):
                if len({one.unit for one in (whole, *some)}) > 1 and _adds_up(whole, some):
                    equation = f"{written(whole)} ≠ {' + '.join(map(written, some))}"
                    spots = Spot("whole", whole.span), *(Spot("part", one.span) for one in some)
                    yield conflict(*spots, equation=equation)
                    return


def _adds_up(whole: Claim, parts: Sequence[Claim]) -> bool:
    """The printed numbers add up, exactly enough to be no chance."""
    if any(figure.hedge for one in (whole, *parts) for figure in one.figures):
        return False
    printed = [one.figures[0].interval for one in (whole, *parts)]
    known = [one for one in printed if one is not None and one.bounded]
    if len(known) < len(printed):
        return False
    total = reduce(Interval.__add__, known[1:])
    middle, width = total.middle, total.width
    if middle is None or width is None or width * 10 >= middle:
        return False
    grave = all(one.middle is not None and one.middle * _GRAVE >= middle for one in known[1:])
    return grave and total.meets(known[0])
