"""What a change is against: 同比, 比上年末, 较2019年, 高于全国."""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import cache

from factcheck.claims.lexicons import either, words
from factcheck.claims.mentions import DEFAULT, Against, Base
from factcheck.claims.names import name
from factcheck.claims.patterns import patterns
from factcheck.claims.skeleton import PERIOD, Slot
from factcheck.patterns import compiled
from factcheck.periods import is_key
from factcheck.periods.numerals import number

_PREVIOUS = frozenset(
    [
        "上月",
        "上季度",
        "上季",
        "上期",
        "前一月",
        "上周",
        "前一周",
        "前一日",
        "前一天",
        "头一天",
        "头天",
        "上一季度",
        "上一月",
    ]
)
_LAST_YEAR = ("去年", "上年")
_NEW_YEAR = (1, 1)
SAME_STRETCH = ("same stretch",)
"""The period of a base that is called 同期: no more of the year before than has passed of this one."""
# 是五年前的3倍: so many years before the time of what is spoken of.
_AGO = compiled("([\u4e00-\u9fff\\d]{1,3})年(?:前|之前|以前)的?")
_USUAL = compiled("([常往历多]年)(?:同期|平均|均值|水平|值|的)*")
_STILL = compiled("(?<![偿归退])(?:还要?|又|更)$")  # 比前一天还多
_NOTHING = ("", "，")  # what stands before most changes: …，增长5%


@cache
def _tails() -> tuple[tuple[Against, re.Pattern[str]], ...]:
    w = words()
    ends = f"[{PERIOD}、时]*(?:的)?(?:累计|平均|实际|名义|净|分别|依次|又|均|都|也)*$"
    return (
        (Against.TWO_YEARS, compiled(either(w.two_year) + ends)),
        (Against.AVERAGE, compiled(either(w.average) + ends)),
        (Against.YEAR, compiled(either(w.yoy) + ends)),
        (Against.PREVIOUS, compiled(either(w.previous) + ends)),
    )


def years(key: Hashable) -> int:
    """How many years apart the ends of a run of years are (2018年至2023年: 5)."""
    if not is_key(key) or not key[1] or not key[2]:
        return 0
    return key[2][0] - key[1][0]


def base(np: str, slots: list[Slot]) -> tuple[Base, str]:
    """The base said at the end of `np`, and `np` without it; `slots` are its periods, in order."""
    if np in _NOTHING:
        return DEFAULT, np
    for kind, tail in _tails():
        if found := tail.search(np):
            return Base(kind), np[: found.start()]
    if found := patterns().base.search(np):
        return compared(found.group("peer"), slots), np[: found.start()]
    return DEFAULT, np


def compared(peer: str, slots: list[Slot]) -> Base:
    """The base named by the words after 比, 较 or 与."""
    w = words()
    peer = _STILL.sub("", peer)
    words_only = peer.replace(PERIOD, "")
    said = next((slot.period for slot in reversed(slots) if slot.period is not None), None)
    if ago := _AGO.fullmatch(peer.replace(PERIOD, said.text) if said is not None else peer):
        return Base(Against.EARLIER, period=("years ago", number(ago.group(1))))
    dated = said if said is not None and said.first is not None else None
    text = said.text if said is not None and PERIOD in peer else words_only
    text = text.removesuffix("时").removesuffix("的").strip()
    whole = dated is not None and text.endswith("全年")
    if not whole and (kind := _relative(text, words_only)):
        return Base(kind, period=SAME_STRETCH if kind is Against.YEAR and text.endswith("同期") else None)
    if said is not None and PERIOD in peer:
        if dated is None and text.startswith(_LAST_YEAR):  # 比上年国庆假期
            return Base(Against.YEAR)
        period = said.key if dated is not None else ("said", said.text)
        return Base(Against.PERIOD, period=period, peer=name(words_only))
    if words_only in w.last_year:
        return Base(Against.YEAR)
    return _by_name(words_only) if words_only else DEFAULT


def _by_name(said: str) -> Base:
    """A time that has only a name (常年同期, 上赛季), or another thing."""
    if usual := _USUAL.fullmatch(said):
        return Base(Against.PERIOD, period=("said", usual.group(1)))
    named = name(said)
    if named.label and not (named.subject or named.indicator):
        return Base(Against.PERIOD, period=("said", named.label))
    return Base(Against.PEER, peer=named)


def _relative(text: str, words_only: str) -> Against | None:
    """The base that words of time alone name: 年初, 去年, 上月, 开张时."""
    w = words()
    if text.startswith(tuple(w.year_start)):
        return Against.YEAR_START
    if text in w.last_year and not words_only.strip("的"):
        return Against.YEAR
    if text == "当年" and not words_only.strip("的"):
        return Against.EARLIER
    if text in _PREVIOUS:
        return Against.PREVIOUS
    return Against.EARLIER if words_only.endswith(w.earlier) else None


def key_of(slot: Slot) -> Hashable:
    """The key of a period slot; one that cannot be resolved is told apart by its words.

    What there was 年初 is what there was at the end of the year before.
    """
    period = slot.period
    if period is None:
        return None
    if period.instant and period.first is not None and period.first[1:] == _NEW_YEAR:
        eve = (period.first[0] - 1, 12, 31)
        return period.anchor, eve, eve, True
    return period.key if period.first is not None else ("said", period.text)
