"""One kind of piece a date is made of, and the fragments that patterns of pieces share."""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.periods.phrase import Phrase, Rank
from factcheck.records import dataclass

Match = re.Match[str]
Reader = Callable[[Phrase, Match], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """A kind of piece.

    Attributes:
        rank: where it may stand in a date.
        pattern: finds it; starts with a character (not a look-behind) where that can be, because
            the matcher skips alternatives by their first character.
        read: fills a phrase from a match.
        opens: the first two characters it can begin with, blank-separated; `#` for a numeral.
        needs: the lowest rank it must follow directly; without it, it is no date.
    """

    rank: Rank
    pattern: str
    read: Reader
    opens: str
    needs: Rank = Rank.NONE


H = "〇○零一二三四五六七八九"
NUMERALS = "〇○零一二三四五六七八九十两廿卅百千正元首冬腊闰"
LEFT = r"(?<![0-9.·/])(?<![0-9][:：])(?<![^0-9年月日号]-)"
LEFT_H = f"(?<![{H}十百千万亿两第廿几数多])"
TO = r"[ \t\u3000]{0,2}(?:[—–―~～〜\-－]{1,3}|至|到)[ \t\u3000]{0,2}"
# What stands behind a year before for the same part of it: 上年同期, 去年的这个时候.
SAME_TIME = "(?:的?(?:同期|同一?时[期段间点]|这个?时候|此时))"
# 如今日均, 如今年产: what is so now; 正如今年 names the year.
NOT_NOWADAYS = "(?<![^正假例譬比诸]如)"

SMALL = "(?:[0-9]{1,2}|十[一二]?|[一二三四五六七八九两])"
DAY = "(?:[0-9]{1,2}|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
MONTH = f"(?:{LEFT}[0-9]{{1,2}}|{LEFT_H}(?:十[一二]?|[一二三四五六七八九]|元))"
YEAR = f"(?:{LEFT}[12][0-9]{{3}}|{LEFT_H}[一二][{H}]{{3}}|{LEFT_H}[一两二]千零[{H}十]{{1,3}})"
SHORT = f"(?:{LEFT}[0-9]{{2}}|{LEFT_H}[{H}]{{2}})"
FIRST = r"(?<![提产术孕生此目以之][前头])"
