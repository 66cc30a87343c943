"""Levels that go on from another at a time of their own: one year of several, the next month."""

from __future__ import annotations

from collections.abc import Hashable

from factcheck.claims.mentions import Mention
from factcheck.patterns import compiled
from factcheck.periods import is_key, month_count

_MONTHS = 12
_OVER_YEARS = compiled(
    "(?<![第近十百千])[两二三四五六]年(?:间|来|里|内)?[^，。；、]{0,4}?(?:共|累计|合计|总计|总共)"
)
_USUALLY = compiled("(?:[常往历]年|多年)(?:平均|同期|正常)*")
_NEXT = ("次", "翌", "第二")


def of_its_own(mention: Mention, topic: Mention) -> str:
    """What a level told of one time is called, where the topic is of all years; empty where it is not.

    两年共投入8.4亿元，去年3.8亿元、今年4.6亿元; 历年平均亩产620公斤，去年达到680公斤，增长3%.
    """
    named = topic.name.indicator
    if _OVER_YEARS.search(topic.lead) and _is_year(mention.period):
        return named
    usual = _USUALLY.search(named)
    return named[: usual.start()] + named[usual.end() :] if usual is not None else ""


def _is_year(period: Hashable) -> bool:
    """Whether a time is one whole year."""
    return is_key(period) and month_count(period) == _MONTHS


def is_next(period: Hashable) -> bool:
    """首月32万元，次月28万元，下降12.5%: a time without dates that follows the one before it."""
    return isinstance(period, tuple) and period[0] == "said" and str(period[1]).startswith(_NEXT)
