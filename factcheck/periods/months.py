"""Pieces inside a year: 上半年, 前三季度, 1—9月, 本月, 上旬."""

from __future__ import annotations

from factcheck.periods import words
from factcheck.periods.numerals import number
from factcheck.periods.phrase import Base, Edge, Phrase, Rank
from factcheck.periods.piece import FIRST, MONTH, SMALL, TO, Match, Piece


def pieces() -> dict[str, Piece]:
    """Every piece of this family by name."""
    return {**_named(), **_counted()}


def _named() -> dict[str, Piece]:
    return {
        "edge": Piece(
            Rank.EDGE,
            r"年(?P<e>[末底](?![端梢部薪])|初(?![步级中次始期心审]))(?<![0-9今去明前后]年.)|(?P<em>月)(?P<e2>[末底](?!薪)|初(?![步级次]))",
            _edge,
            "年末 年底 年初 月末 月底 月初",
        ),
        "relmonth": Piece(
            Rank.MONTH, rf"(?P<rm>{words.pattern('months')})份?", _relmonth, words.openings("months")
        ),
        "halfmonth": Piece(Rank.DAY, r"(?P<hm>[上前下后])半个?月", _half_month, "上半 前半 下半 后半"),
        "tens": Piece(Rank.DAY, r"(?P<t>[上中下])(?P<tt>[中下])?旬", _tens, "上旬 中旬 下旬 上中 中下"),
    }


def _counted() -> dict[str, Piece]:
    return {
        "firstmonths": Piece(
            Rank.MONTH,
            rf"[前头]{FIRST}(?P<fm>{SMALL})个?月(?![前后内])",
            _firstmonths,
            " ".join(f"{a}{b}" for a in "前头" for b in "0123456789一二三四五六七八九十两"),
        ),
        "nthmonth": Piece(
            Rank.MONTH,
            rf"第(?P<nm>{SMALL})个月",
            _nthmonth,
            " ".join(f"第{b}" for b in "0123456789一二三四五六七八九十"),
            needs=Rank.YEAR,
        ),
        "months": Piece(
            Rank.MONTH,
            rf"(?P<m1>{MONTH})(?:(?:\s?月份?)?{TO}|(?P<ml>(?:、{SMALL})*、))(?P<m2>{SMALL})\s?月份?"
            r"(?![龄嫂经票租供薪刊牙饼街])(?![0-9一二三四五六七八九十]{1,3}[日号])",
            _months,
            "#",
        ),
        "month": Piece(
            Rank.MONTH,
            rf"(?P<m>{MONTH})\s?月份?(?![龄嫂经票租供薪刊牙饼街天菊]|怀胎|流火)(?!(?<=三月)三|(?<=一月)一)",
            _month,
            "#",
        ),
        "barehanziday": Piece(
            Rank.DAY,
            r"(?:(?<=年.月)|(?<=年..月))(?P<bd>[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?![日号0-9一二三四五六七八九十百千万亿月个是要])",
            _barehanziday,
            "#",
            needs=Rank.MONTH,
        ),
    }


def _edge(phrase: Phrase, found: Match) -> None:
    """年末, 年底, 年初, 月末 standing alone or after a year or month."""
    phrase.edge = Edge.START if "初" in (found["e"], found["e2"]) else Edge.END
    if found["em"] and phrase.rank < Rank.MONTH:
        phrase.part, phrase.month_base = "month", Base.TOPIC


def _firstmonths(phrase: Phrase, found: Match) -> None:
    """前11个月."""
    last = number(found["fm"])
    phrase.months = (1, last)
    phrase.say("month", 1)
    phrase.say("end-month", last)


def _nthmonth(phrase: Phrase, found: Match) -> None:
    """第8个月 after a year."""
    value = number(found["nm"])
    phrase.months = (value, value)
    phrase.say("month", value)


def _months(phrase: Phrase, found: Match) -> None:
    """1—9月; 1、2月 is the stretch of both, 3、5月 is none."""
    phrase.months = (_number(found["m1"]), number(found["m2"]))
    if found["ml"] and phrase.months[1] - phrase.months[0] != found["ml"].count("、"):
        phrase.whole = "list"
    phrase.say("month", phrase.months[0])
    phrase.say("end-month", phrase.months[1])


def _month(phrase: Phrase, found: Match) -> None:
    """9月, 十二月, 元月."""
    value = _number(found["m"])
    phrase.months = (value, value)
    phrase.say("month", value)


def _number(written: str) -> int:
    return 1 if written == "元" else number(written)


def _relmonth(phrase: Phrase, found: Match) -> None:
    """本月, 上月, 当月, 同月."""
    phrase.part = "month"
    phrase.month_base, phrase.number = words.meaning("months", found["rm"])


def _tens(phrase: Phrase, found: Match) -> None:
    """上旬, 中旬, 下旬."""
    phrase.tens = "上中下".index(found["t"]) + 1
    phrase.tens_end = "上中下".index(found["tt"]) + 1 if found["tt"] else phrase.tens
    if phrase.rank < Rank.MONTH:
        phrase.part, phrase.month_base = "month", Base.TOPIC


def _half_month(phrase: Phrase, found: Match) -> None:
    """7月上半月 are its first fifteen days; its second half is told no closer than 中下旬."""
    if found["hm"] in "上前":
        phrase.days = (1, 15)
    else:
        phrase.tens, phrase.tens_end = 2, 3
    if phrase.rank < Rank.MONTH:
        phrase.part, phrase.month_base = "month", Base.TOPIC


def _barehanziday(phrase: Phrase, found: Match) -> None:
    """二〇〇四年八月十五: with a year before it the month is not a lunar one."""
    value = number(found["bd"])
    phrase.days = (value, value)
    phrase.say("day", value)
