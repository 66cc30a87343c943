"""What a house counts, which no office revises: its own levels, by whatever name its growth goes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from factcheck.checks._company import Company
from factcheck.model import Fact
from factcheck.patterns import compiled

_REVISED_PLACES = ("国", "省", "市", "州", "盟", "县", "区", "旗")
_OWN_PLACES = ("景区", "园区", "校区", "社区", "度假区", "保护区")
_MONEY = "元"
_SOLD = compiled("(?:销售|售出|销售量)$")


def own(whose: str) -> bool:
    """A house, whose numbers no office revises."""
    place = whose.endswith(_REVISED_PLACES) and not whose.endswith(_OWN_PLACES)
    return bool(whose) and not place and not whose.startswith("?")


def measured(fact: Fact, company: Company) -> Fact:
    """The one level that a growth alone is of, else the fact itself: 新车销量, 销售新车8.1万辆.

    Of a place only what is counted, under the same name: the rest is told by several offices.
    """
    if "|" in fact.indicator:
        return fact
    found = company.once("plain levels", lambda: _plain_levels(company)).get(_plain(fact), set())
    return next(iter(found)) if len(found) == 1 else fact


def _plain_levels(company: Company) -> dict[Fact, set[Fact]]:
    """The levels of things that are counted, by their names without the unit."""
    found: dict[Fact, set[Fact]] = defaultdict(set)
    for fact, _ in company.levels():
        if own(fact.subject) or not fact.indicator.endswith(_MONEY):
            found[_plain(fact)].add(fact)
    return found


def _plain(fact: Fact) -> Fact:
    """The fact by the letters of its name: 外借图书 is 图书外借, what is 售出 is 销量.

    A place has more than letters can tell apart.
    """
    words, _, unit = fact.indicator.partition("|")
    if not own(fact.subject):
        return replace(fact, indicator=words)
    words = words if unit == "元" else _SOLD.sub("销量", words)
    return replace(fact, indicator="".join(sorted(words)))
