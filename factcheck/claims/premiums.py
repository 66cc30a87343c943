"""By how much a price at an auction is above where it began: 起拍价3.2亿元，…以4.6亿元竞得，溢价率43.75%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.claims.bind import Bound
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.skeleton import LEVEL, PERCENT
from factcheck.model import Claim, Measure, Quantity
from factcheck.patterns import compiled

_RATE = compiled("(?:溢价|增值)(?:率|幅度)?(?:高?达到?|约|为|是)*$")
_START = compiled("(?:起拍|起始|起叫|底|挂牌|评估|保留|出让起)(?:总)?价(?:格|款)?(?:仅|只|为|是|有|约|达)*$")
_SOLD = compiled(
    "(?:成交|落[槌锤]|竞得|最终)(?:总)?(?:价|价格|价款)(?:为|是|达到?|高达|约)*$|(?:以|报价)(?:总价|最高价)?$"
)
_BOUGHT = compiled(
    "的?(?:总价|价格|最高价|报价)?(?:竞得|成交|拍出|拍下|落[槌锤]|拿下|摘得|摘牌|斩获|收入囊中|竞买|胜出|买下|售出|夺得)"
)
_FAR, _SENTENCES = 8, 2


def premiums(mentions: Sequence[Mention], bound: Bound) -> Iterator[Claim]:
    """The premiums among `mentions`, as growths from where the price began to what was paid."""
    for at, rate in enumerate(mentions):
        if (
            rate.slot.mark != PERCENT
            or rate.role not in (Role.LEVEL, Role.GROWTH)
            or not _RATE.search(rate.lead)
        ):
            continue
        near = [m for m in mentions[max(0, at - _FAR) : at + 2] if _is_price(m, rate)]
        starts = [m for m in near if _START.search(m.lead)]
        sold = [m for m in near if m not in starts and (_SOLD.search(m.lead) or _BOUGHT.match(m.right))]
        if len(starts) == len(sold) == 1:
            yield from _tied(rate, sold[0], starts[0], bound)


def _is_price(mention: Mention, rate: Mention) -> bool:
    near = mention.where[0] == rate.where[0] and abs(mention.sentence[1] - rate.sentence[1]) <= _SENTENCES
    plain = mention.role is Role.LEVEL and mention.slot.mark == LEVEL and not mention.aside
    return near and plain and mention.base_unit == "元"


def _tied(rate: Mention, sold: Mention, start: Mention, bound: Bound) -> Iterator[Claim]:
    of, against = bound.levels.get(id(sold)), bound.levels.get(id(start))
    claims = bound.of.get(id(rate))
    if of is None or against is None or not claims or of.quantity == against.quantity:
        return
    quantity = Quantity(Measure.GROWTH, of.quantity.of, against.quantity.of)
    yield replace(claims[0], quantity=quantity, made_by="premium", alternative=0)
