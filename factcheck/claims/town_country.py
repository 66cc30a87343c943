"""The ratio of the incomes of town and country: 城镇居民人均44260元，农村22130元，城乡收入比为2.00."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.bind import Bound
from factcheck.claims.facts import fact_of, interval_of
from factcheck.claims.mentions import Mention, Role
from factcheck.interval import Interval
from factcheck.model import Claim, Measure, Quantity
from factcheck.patterns import compiled

_RATIO = compiled(
    "城乡(?:居民)?(?:人均)?(?:可支配)?(?P<what>收入|消费)(?:支出|水平)?的?(?:倍差|之比|比值?|相对差距)"
    "(?:进一步|继续)?(?:分别|由|从|缩小|下降|降低?|缩减|为|是|约|达|到|至)*$"
)
_BEFORE = compiled("由|从")  # 由2.06缩小到2.01: of a year before
_TOWN, _COUNTRY = compiled("城镇"), compiled("农村|乡村|农民")
_NO_PART = compiled("工资性|经营|财产|转移|食品|居住|医疗|教育|交通|增[加收]")
_FAR, _PAIR = 14, 2


def town_country(mentions: Sequence[Mention], bound: Bound) -> Iterator[Claim]:
    """What the ratios of town and country among `mentions` claim of the two levels before them."""
    if "城乡" not in bound.article.text:
        return
    for at, mention in enumerate(mentions):
        found = _RATIO.search(mention.lead)
        said = _value(mention) if found is not None else None
        if found is None or said is None or mention.last_year or _BEFORE.search(mention.left):
            continue
        near = [m for m in mentions[max(0, at - _FAR) : at] if m.where[0] == mention.where[0]]
        levels = [m for m in reversed(near) if _counts(m, found["what"])]
        town = next((m for m in levels if _TOWN.search(m.lead) and not _COUNTRY.search(m.left)), None)
        country = next((m for m in levels if _COUNTRY.search(m.left)), None)
        if (
            town is None
            or country is None
            or town.sentence != country.sentence
            or town.period != country.period
        ):
            continue
        yield Claim(
            Quantity(Measure.QUOTIENT, fact_of(town), fact_of(country), "ratio"),
            said,
            mention.slot.figures,
            bound.article,
            words=tuple(mention.spans),
            made_by="named-ratio",
            group=mention.slot.group,
        )


def _counts(mention: Mention, what: str) -> bool:
    """Whether a level is what all of them have (or spend) a head, and no part of it."""
    if mention.role is not Role.LEVEL or mention.base_unit != "元" or mention.aside or mention.last_year:
        return False
    spent = ("消费" in mention.lead) is (what == "消费")
    return spent and interval_of(mention) is not None and not _NO_PART.search(mention.left)


def _value(mention: Mention) -> Interval | None:
    """What 2.01 or 2.01∶1 can mean."""
    group = mention.slot.group
    if group is None:
        plain = mention.slot.unit is None and mention.role is Role.LEVEL
        return interval_of(mention) if plain else None
    sides = group.figures
    to_one = len(sides) == _PAIR and mention.role is Role.RATIO and sides[1].value == 1
    return sides[0].interval if to_one else None
