"""Names of a level that say its topic once more, in short or by words of time: 去年余额, 建厂之初, 该公司."""

from __future__ import annotations

from factcheck.claims.again import of_one_unit
from factcheck.claims.context import HOLIDAYS
from factcheck.claims.lexicons import words
from factcheck.claims.mentions import Mention
from factcheck.patterns import compiled

_STRETCHES = frozenset(
    ["首日", "首周", "首月", "首季", "首场", "首年", "当日", "当天", "单日", "前三天", "头三天"]
)
_FLOW = compiled("[新增减]")  # 新增企业 are not 企业
# 远航汽车36580辆，去年10月该公司曾交付38144辆: of the one its sentence speaks of.
_THAT_ONE = compiled("该(?:公司|企业|车企|品牌|集团|行|店|校|院|厂|县|市|区|镇|村|国|省|队|站|馆)")


def of_another_time(mention: Mention, topic: Mention | None) -> bool:
    """日处理1200吨，而建厂之初只有300吨: words for a time before are no name."""
    earlier = mention.name.indicator.endswith(words().earlier)
    return earlier and topic is not None and topic.period == mention.period and not mention.period_said


def shortened(mention: Mention, topic: Mention | None) -> bool:
    """去年年末余额为…: the last word of the topic's name, at another time, is the topic."""
    named = mention.name.indicator
    if not named or topic is None or topic.sentence != mention.sentence or not mention.period_said:
        return False
    if _THAT_ONE.search(mention.lead):
        return of_one_unit(topic, mention) and topic.period != mention.period
    whole = topic.name.indicator
    if named in HOLIDAYS:  # 接待游客96万人次；去年假期为80万人次
        return of_one_unit(topic, mention) and mention.last_year and not mention.name.subject
    if named in _STRETCHES and named in whole:  # 春运首日发送12.6万人次，去年首日为11.4万人次
        return of_one_unit(topic, mention) and mention.last_year and not mention.name.subject
    more = whole.removesuffix(named) if whole.endswith(named) else whole.removeprefix(named)
    longer = more not in ("", topic.name.indicator) and not _FLOW.search(more)
    return longer and len(named) > 1 and of_one_unit(topic, mention) and topic.period != mention.period
