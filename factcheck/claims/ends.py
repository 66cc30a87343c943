"""Two levels of one thing at two times: whether the words tell which of them was first.

The words of the clause count (去年底, 上届, 原有; 如今, 达到), then the times they are of.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.calendar import next_day
from factcheck.claims.facts import interval_of, root
from factcheck.claims.lexicons import any_of, either
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.terms import AGAIN
from factcheck.claims.told import told
from factcheck.model import Anchor, Dimension
from factcheck.patterns import compiled
from factcheck.periods import is_key
from factcheck.text.words import cutter

_SO_FAR = compiled("已(?![成知故])|截[至止]|目前|迄今|至今|眼下")
_PRESENT = compiled("今[春夏秋冬](?!季)|如今|而今|现在|眼下")
_NUMBER = compiled("(?:[这那该此]?[个一]?)?(?:数字?|数据|数量)(?:还|只|仅|有|是|为)*")
_NOUNS = ("n", "vn", "j", "b", "x", "l", "eng")
_HAN = compiled("[\u4e00-\u9fff]")


def is_level(mention: Mention) -> bool:
    """Whether a mention tells a level of its own: not one told again, no part, no length of time.

    What a colon opens is no part where it is told of a time: 逐年递增：2021年3.2亿元，2024年5.53亿元.
    """
    part = mention.name.within and not mention.period_said
    if mention.role is not Role.LEVEL or mention.made_by in AGAIN or part:
        return False
    unit = mention.slot.unit
    return (unit is None or unit.dimension is not Dimension.DURATION) and interval_of(mention) is not None


def earlier(one: Mention, other: Mention) -> bool:
    """Whether the words tell that one level is of an earlier time than the other."""
    words, others = _words(one, other), _words(other, one)
    mine, its = rung(words), rung(others)
    if mine and its and mine[0] == its[0] and mine[1] != its[1]:
        return mine[1] < its[1]  # 前日8时102.51米，昨日8时104.37米
    before = then().search(words) is not None
    if now().search(words) and not before:
        return False
    if before or one.last_year:
        return True
    if is_key(one.period) and one.period == other.period and _PRESENT.search(others):
        return True  # 五年前，用电负荷还是820万千瓦，今夏已冲上1320万千瓦
    return is_key(one.period) and one.period[0] is Anchor.DOCUMENT and _ends_before(one, other)


def _words(one: Mention, other: Mention) -> str:
    """The words of its clause before a figure; those after the other where that stands before it there."""
    beside = one.where[:3] == other.where[:3] and one.where > other.where
    return one.lead.rpartition(other.slot.printed)[2] if beside else one.lead


def _ends_before(one: Mention, other: Mention) -> bool:
    """Whether one is of a time before the other's, or of a year gone by where the other is of now."""
    last, mine = other.period, one.period
    if not is_key(mine) or mine[2] is None or (mine[2][0] >= 0 and not mine[3]):
        return False
    if mine[2][0] < 0 and now().search(other.lead):
        return True
    return is_key(last) and last[2] is not None and mine[0] is last[0] and next_day(mine[2]) <= last[2]


def rung(lead: str) -> tuple[int, int] | None:
    """Which row of times that follow each other a clause names one of, and which of them."""
    found = [
        (row, at)
        for row, times in enumerate(_ladders())
        for at, time in enumerate(times)
        if time.search(lead) is not None
    ]
    return found[0] if len(found) == 1 else None


@cache
def _ladders() -> tuple[tuple[re.Pattern[str], ...], ...]:
    rows = [*told().step["ladders"], f"{_turned('前')} {_turned('后')}"]
    return tuple(tuple(compiled(time) for time in row.split(" ")) for row in rows)


def _turned(side: str) -> str:
    """A pattern of the time before (前) or after (后) an event."""
    return f"{either(told().step['turns'])}[之以]?{side}"


@cache
def then() -> re.Pattern[str]:
    """Words of an earlier time."""
    return compiled(f"{any_of(told().step['earlier'])}|{_turned('前')}|[一二两三四五六七八九十几多\\d]年前")


@cache
def now() -> re.Pattern[str]:
    """Words of now."""
    return compiled(f"{any_of(told().step['now'])}|{_turned('后')}")


def of_one(start: Mention, end: Mention) -> bool:
    """They are levels of one thing: of one name, or one of them of none of its own."""
    names = [bare(root(m).name.indicator) for m in (start, end)]
    if not all(names):
        return True
    return bool(pairs(names[0]) & pairs(names[1])) or any(len(name) == 1 for name in names)


def bare(name: str) -> str:
    """A name without words of time, and empty for 这个数字 and for no noun at all (只剩)."""
    left = "".join(_HAN.findall(now().sub("", then().sub("", name))))
    return "" if _NUMBER.fullmatch(left) or not _named(left) else left


def _named(words: str) -> bool:
    """Whether some words hold a noun."""
    return any(tag.startswith(_NOUNS) for _, tag in cutter().cut(words))


def pairs(words: str) -> set[str]:
    """The runs of two characters of some words."""
    return {words[at : at + 2] for at in range(len(words) - 1)}


def to_date(topic: Mention | None) -> bool:
    """今年已销售400万件: what there was of a year so far, which is not held against the whole of another."""
    if topic is None or topic.role is not Role.LEVEL or not is_key(topic.period):
        return False
    first, last = topic.period[1:3]
    whole = first is not None and last is not None and first[1:] == (1, 1) and last[1:] == (12, 31)
    return whole and _SO_FAR.search(topic.lead) is not None
