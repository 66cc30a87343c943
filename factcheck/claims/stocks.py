"""What there is at two times, and what came on top between them: 年末余额, 年初余额, 全年新增.

A net increase (净增) is what the stock at the end is above the stock at the start. So is 新增 said of
loans, deposits and other balances, by the convention of bank statistics; new users and new vehicles
are counted gross, and nothing is claimed of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from factcheck.calendar import next_day
from factcheck.claims.bind import Bound
from factcheck.claims.facts import fact_of, root
from factcheck.claims.mentions import Mention, Role
from factcheck.model import Claim, Measure, Quantity
from factcheck.patterns import compiled
from factcheck.periods import is_key
from factcheck.periods.arithmetic import Key

_CAME = compiled(
    r"^(?:全年|一年)?(?:来|间|共|累计)*(?:(?P<net>净增加?|净增长|净新增)|新增加?|多增)(?:的|了)?"
)
_BALANCES = ("余额", "贷款", "存款", "融资", "存量")
_WHOLE_YEAR = compiled("全年|一年|当年")


def increases(mentions: Sequence[Mention], bound: Bound) -> list[Claim]:
    """Net increases as the difference of the two stocks of their paragraph, as claims."""
    made = []
    for _, together in groupby(mentions, key=lambda m: m.where[0]):
        paragraph = [m for m in together if m.role is Role.LEVEL]
        for flow in paragraph:
            came, claim = _CAME.match(flow.name.indicator), bound.levels.get(id(flow))
            if came is None or claim is None:
                continue
            pairs = list(_pairs(flow, came, paragraph))
            if len(pairs) == 1:
                start, end = pairs[0]
                quantity = Quantity(Measure.DIFFERENCE, fact_of(end), fact_of(start), "increment")
                made.append(replace(claim, quantity=quantity, made_by="net-increase"))
    return made


def _pairs(
    flow: Mention, came: re.Match[str], paragraph: Sequence[Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """The stocks at the first and at the last moment of a flow, of what is named after it `came`."""
    thing, net = flow.name.indicator[came.end() :], came["net"] is not None
    stocks: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for m in paragraph:
        if m is not flow and m.base_unit == flow.base_unit and _moment(m) is not None and not m.modality:
            name = root(m).name.indicator
            if thing in name and (net or name.endswith(_BALANCES)):
                stocks[m.subject, name].append(m)
    for held in stocks.values():
        yield from ((one, two) for one in held for two in held if _spans(flow, one, two))


def _moment(mention: Mention) -> Key | None:
    """The period of a stock that was said to hold on one day."""
    period = mention.period
    return period if is_key(period) and period[3] and period[1] and period[2] else None


def _spans(flow: Mention, one: Mention, two: Mention) -> bool:
    """Whether the flow goes on from the day of the one stock to that of the other."""
    start, end, period = _moment(one), _moment(two), flow.period
    if start is None or end is None or start[0] is not end[0] or start[2] is None or end[2] is None:
        return False
    together = flow.sentence == one.sentence == two.sentence
    if not is_key(period) or period[3] or not period[1]:
        return together and start[2] < end[2]
    if together and _WHOLE_YEAR.search(flow.lead) and start[2][1:] == end[2][1:]:
        return start[2][0] + 1 == end[2][0]
    begun = period[1] in (start[2], next_day(start[2]))
    return begun and period[0] is end[0] and period[2] == end[2]
