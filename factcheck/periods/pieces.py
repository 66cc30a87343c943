"""Readers of the single pieces of a date: each fills its part of a `Phrase`."""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.periods.numerals import number
from factcheck.periods.phrase import Base, Edge, Phrase, Rank

Match = re.Match[str]

_YEARS = {
    "大前年": (Base.DOCUMENT, -3),
    "前年": (Base.DOCUMENT, -2),
    "去年": (Base.DOCUMENT, -1),
    "今年": (Base.DOCUMENT, 0),
    "本年": (Base.DOCUMENT, 0),
    "这一年": (Base.DOCUMENT, 0),
    "明年": (Base.DOCUMENT, 1),
    "来年": (Base.DOCUMENT, 1),
    "下一年": (Base.TOPIC, 1),
    "后年": (Base.DOCUMENT, 2),
    "上年": (Base.TOPIC, -1),
    "上一年": (Base.TOPIC, -1),
    "当年": (Base.ANTECEDENT, 0),
    "同年": (Base.ANTECEDENT, 0),
    "次年": (Base.ANTECEDENT, 1),
    "翌年": (Base.ANTECEDENT, 1),
}
_MONTHS = {
    "本": (Base.DOCUMENT, 0),
    "这": (Base.DOCUMENT, 0),
    "上": (Base.DOCUMENT, -1),
    "下": (Base.DOCUMENT, 1),
}
_DAYS = {
    "大前天": -3,
    "前天": -2,
    "前日": -2,
    "昨": -1,
    "今": 0,
    "本日": 0,
    "明": 1,
    "后天": 2,
    "大后天": 3,
}


def year(phrase: Phrase, found: Match) -> None:
    """2024年, 二〇二四年, with 末, 底 or 初 when they follow."""
    phrase.year = number(found["y"])
    phrase.say("year", phrase.year)
    _edge(phrase, found["ye"])


def short(phrase: Phrase, found: Match) -> None:
    """24年3月: the century is settled by the document's date."""
    phrase.year = number(found["ys"])
    phrase.flags.add("short-year")
    phrase.say("year", found["ys"])
    _edge(phrase, found["se"])


def years(phrase: Phrase, found: Match) -> None:
    """2016—2020年."""
    phrase.year, phrase.year_end = number(found["y1"]), number(found["y2"])
    phrase.say("year", phrase.year)
    phrase.say("end-year", phrase.year_end)


def relyear(phrase: Phrase, found: Match) -> None:
    """今年, 去年, 上年, 次年, and 去年同期."""
    phrase.year_base, phrase.year = _YEARS[found["ry"]]
    if found["rs"]:
        phrase.whole = "same"
    _edge(phrase, found["re"])


def same(phrase: Phrase, found: Match) -> None:
    """同期 alone: the nearest stretch, a year earlier."""
    phrase.whole, phrase.year_base, phrase.year = "same", Base.TOPIC, -1


def edge(phrase: Phrase, found: Match) -> None:
    """年末, 年底, 年初, after a year or alone."""
    _edge(phrase, found["e"] or found["e2"])


def whole(phrase: Phrase, found: Match) -> None:
    """全年."""
    phrase.part = "year"


def half(phrase: Phrase, found: Match) -> None:
    """上半年, 下半年."""
    first = found["h"] in "上前"
    phrase.part, phrase.months = "half", ((1, 6) if first else (7, 12))
    phrase.say("half", 1 if first else 2)


def quarter(phrase: Phrase, found: Match) -> None:
    """一季度, 第三季度, Q3, 前三季度, 本季度."""
    phrase.part = "quarter"
    if found["qr"]:
        phrase.month_base, phrase.number = _MONTHS[found["qr"]]
        return
    if found["qf"]:
        last = number(found["qf"])
        phrase.months = (1, last * 3)
        phrase.part = "cumulative"
        phrase.say("quarter", 1)
        phrase.say("end-quarter", last)
        return
    index = number(found["q"] or found["qq"])
    phrase.months = (index * 3 - 2, index * 3)
    phrase.say("quarter", index)


def quarters(phrase: Phrase, found: Match) -> None:
    """一至三季度."""
    first, last = number(found["q1"]), number(found["q2"])
    phrase.part, phrase.months = "cumulative", (first * 3 - 2, last * 3)
    phrase.say("quarter", first)
    phrase.say("end-quarter", last)


def firstmonths(phrase: Phrase, found: Match) -> None:
    """前11个月."""
    last = number(found["fm"])
    phrase.months = (1, last)
    phrase.say("month", 1)
    phrase.say("end-month", last)


def months(phrase: Phrase, found: Match) -> None:
    """1—9月."""
    phrase.months = (_month(found["m1"]), number(found["m2"]))
    phrase.say("month", phrase.months[0])
    phrase.say("end-month", phrase.months[1])


def month(phrase: Phrase, found: Match) -> None:
    """9月, 十二月, 元月."""
    value = _month(found["m"])
    phrase.months = (value, value)
    phrase.say("month", value)
    _edge(phrase, found["mb"])


def relmonth(phrase: Phrase, found: Match) -> None:
    """本月, 上月, 当月, 同月."""
    head = found["rm"][0]
    phrase.part = "month"
    phrase.month_base, phrase.number = _MONTHS.get(head, (Base.ANTECEDENT, 0))


def monthedge(phrase: Phrase, found: Match) -> None:
    """月末, 月底, 月初."""
    phrase.part = phrase.part or "month"
    _edge(phrase, found["me"])
    if phrase.months is None and phrase.rank < Rank.MONTH:
        phrase.month_base = Base.TOPIC


def tens(phrase: Phrase, found: Match) -> None:
    """上旬, 中旬, 下旬."""
    phrase.tens = "上中下".index(found["t"]) + 1
    if phrase.months is None and phrase.rank < Rank.MONTH:
        phrase.part, phrase.month_base = "month", Base.TOPIC


def day(phrase: Phrase, found: Match) -> None:
    """15日."""
    value = number(found["d"])
    phrase.days = (value, value)
    phrase.say("day", value)


def days(phrase: Phrase, found: Match) -> None:
    """15日至20日."""
    phrase.days = (number(found["d1"]), number(found["d2"]))
    phrase.say("day", phrase.days[0])
    phrase.say("end-day", phrase.days[1])


def iso(phrase: Phrase, found: Match) -> None:
    """2024-03-05."""
    phrase.year, value, last = int(found["iy"]), int(found["im"]), int(found["id"])
    phrase.months, phrase.days = (value, value), (last, last)
    phrase.say("year", phrase.year)
    phrase.say("month", value)
    phrase.say("day", last)


def relday(phrase: Phrase, found: Match) -> None:
    """昨日, 今天, 当日, 次日."""
    word = found["rd"]
    if word[0] in "当同次翌":
        phrase.day_base, phrase.number = Base.ANTECEDENT, int(word[0] in "次翌")
    else:
        shift = _DAYS[word] if word in _DAYS else _DAYS[word[0]]
        phrase.day_base, phrase.number = Base.DOCUMENT, shift
    phrase.part = "day"
    if word[1] in "晚晨早夜":
        phrase.say("daypart", word[1])


def daypart(phrase: Phrase, found: Match) -> None:
    """上午, 下午, 晚 after a date."""
    phrase.say("daypart", found["dp"])


def decade(phrase: Phrase, found: Match) -> None:
    """20世纪90年代."""
    written = found["dc"]
    century = 20 if written[0] == "上" else 21 if written == "本" else number(written)
    tens_digit = number(found["dd"]) if found["dd"].isdecimal() else number(found["dd"][0]) * 10
    phrase.whole, phrase.year = "decade", (century - 1) * 100 + tens_digit
    phrase.say("century", century)
    phrase.say("decade", tens_digit)


def plan(phrase: Phrase, found: Match) -> None:
    """“十四五”时期: 1953 began the first plan, 1966 the third."""
    phrase.whole, phrase.number = "plan", number(found["p"][:-1])
    phrase.say("plan", phrase.number)


def _month(written: str) -> int:
    return 1 if written == "元" else number(written)


def _edge(phrase: Phrase, written: str | None) -> None:
    if written:
        phrase.edge = Edge.START if written == "初" else Edge.END


READERS: dict[str, tuple[Rank, Callable[[Phrase, Match], None]]] = {
    "iso": (Rank.DAY, iso),
    "year": (Rank.YEAR, year),
    "short": (Rank.YEAR, short),
    "years": (Rank.YEAR, years),
    "relyear": (Rank.YEAR, relyear),
    "same": (Rank.WHOLE, same),
    "edge": (Rank.EDGE, edge),
    "whole": (Rank.PART, whole),
    "half": (Rank.PART, half),
    "quarters": (Rank.PART, quarters),
    "quarter": (Rank.PART, quarter),
    "firstmonths": (Rank.MONTH, firstmonths),
    "months": (Rank.MONTH, months),
    "month": (Rank.MONTH, month),
    "relmonth": (Rank.MONTH, relmonth),
    "monthedge": (Rank.EDGE, monthedge),
    "tens": (Rank.DAY, tens),
    "days": (Rank.DAY, days),
    "day": (Rank.DAY, day),
    "relday": (Rank.DAY, relday),
    "daypart": (Rank.DAYPART, daypart),
    "decade": (Rank.WHOLE, decade),
    "plan": (Rank.WHOLE, plan),
}
