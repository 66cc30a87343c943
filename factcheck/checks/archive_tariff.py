"""Set prices told by several articles: what held before a change, what holds after it, what holds today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

from factcheck import calendar
from factcheck.checks import Judgement, held
from factcheck.checks._across import (
    TARIFF,
    Day,
    accusable,
    accused,
    differing,
    interval,
    spot,
    stretch,
)
from factcheck.checks._company import Company
from factcheck.model import Claim, Reading

_NEVER = (9999, 12, 31)
_Price = tuple[Day, Day, Claim]


def check(subject: Company, reading: Reading) -> Iterator[Judgement]:
    """Two prices of one thing that are said to hold on the same day."""
    prices: dict[Hashable, list[_Price]] = defaultdict(list)
    for claim in subject.claims():
        if claim.quantity.sort == TARIFF and (days := stretch(claim.quantity.root)) is not None:
            fact = claim.quantity.root
            prices[fact.subject, fact.indicator].append((days.first, days.last, claim))
    for told in prices.values():
        yield from _compared(_until_changed(told))


def _until_changed(told: Sequence[_Price]) -> list[_Price]:
    """The prices, each no longer than to the day before the next one that begins."""
    begins = sorted({first for first, last, _ in told if first != last})
    found = []
    for first, last, claim in told:
        following = (start for start in begins if start > first and first != last)
        found.append((first, min(last, calendar.add_days(next(following, _NEVER), -1)), claim))
    return found


def _compared(told: Sequence[_Price]) -> Iterator[Judgement]:
    """Each two of different articles whose days meet; a price is accused once."""
    told_of: set[int] = set()
    for (start, end, one), (first, last, two) in combinations(told, 2):
        if one.article is two.article or start > last or first > end:
            continue
        suspect, witness = accused(one, two)
        if not accusable(suspect) or id(suspect) in told_of:
            continue
        if interval(one).meets(interval(two)):
            yield held(spot("this", suspect), spot("other", witness))
        else:
            told_of.add(id(suspect))
            yield differing(suspect, witness)
