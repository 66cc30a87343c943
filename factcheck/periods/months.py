"""Pieces inside a year: 上半年, 前三季度, 1—9月, 本月, 上旬."""

from __future__ import annotations

from factcheck.periods import words
from factcheck.periods.numerals import number
from factcheck.periods.phrase import Base, Edge, Phrase, Rank
from factcheck.periods.piece import MONTH, SMALL, TO, Match, Piece

_FIRST = r"(?<![提产术孕生此目以之][前头])"


def pieces() -> dict[str, Piece]:
    """Every piece of this family by name."""
    return {
        "whole": Piece(Rank.PART, r"全年(?![级龄])", _whole, "全年"),
        "edge": Piece(
            Rank.EDGE,
            r"年(?P<e>[末底](?![端梢部薪])|初(?![步级中次始期心审]))(?<![0-9今去明前后]年.)|(?P<em>月)(?P<e2>[末底](?!薪)|初(?![步级次]))",
            _edge,
            "年末 年底 年初 月末 月底 月初",
        ),
        "half": Piece(
            Rank.PART,
            r"(?P<h>[上下前后])半年(?![级制刊多]|报[披显，。》”])|(?<=[0-9])H(?P<h2>[12])(?![0-9A-Za-z])",
            _half,
            "上半 下半 前半 后半 H1 H2",
        ),
        "quarters": Piece(
            Rank.PART,
            rf"第?(?P<q1>[一二三1-3])季?度?{TO}第?(?P<q2>[二三四2-4])季度",
            _quarters,
            "# 第一 第二 第三 第1 第2 第3",
        ),
        "quarter": Piece(
            Rank.PART,
            r"第?(?P<q>[一二三四1-4首])(?<![0-9.前至到一二三四五六七八九十个].)季度(?!假)|Q(?P<qq>[1-4])(?![0-9A-Za-z])(?:季度)?"
            r"|第?(?P<qa>[一二三1-3])、第?(?P<qb>[二三四2-4])季度",
            _quarter,
            "# 第一 第二 第三 第四 第1 第2 第3 第4 Q1 Q2 Q3 Q4 首季",
        ),
        "relquarter": Piece(
            Rank.PART, rf"(?P<qr>{words.pattern('quarters')})", _relquarter, words.openings("quarters")
        ),
        "firstquarters": Piece(
            Rank.PART,
            rf"[前头]{_FIRST}(?P<qf>[一二三两1-4])个?季度",
            _firstquarters,
            "前一 前二 前三 前两 前2 前3 头三 头两",
        ),
        "firstmonths": Piece(
            Rank.MONTH,
            rf"[前头]{_FIRST}(?P<fm>{SMALL})个?月(?![前后内])",
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
        "relmonth": Piece(
            Rank.MONTH, rf"(?P<rm>{words.pattern('months')})份?", _relmonth, words.openings("months")
        ),
        "seasonal": Piece(
            Rank.PART,
            '[春夏秋冬][季天]|暑期|暑假|寒假|汛期|春运|供暖季|采暖季|[“"]?(?:双1[12]|双十[一二])[”"]?',
            _seasonal,
            '双1 双十 “双 "双 春季 夏季 秋季 冬季 春天 夏天 秋天 冬天 暑期 暑假 寒假 汛期 春运 供暖 采暖',
            needs=Rank.YEAR,
        ),
        "tens": Piece(Rank.DAY, r"(?P<t>[上中下])(?P<tt>[中下])?旬", _tens, "上旬 中旬 下旬 上中 中下"),
        "barehanziday": Piece(
            Rank.DAY,
            r"(?:(?<=年.月)|(?<=年..月))(?P<bd>[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?![日号0-9一二三四五六七八九十百千万亿月个是要])",
            _barehanziday,
            "#",
            needs=Rank.MONTH,
        ),
    }


def _whole(phrase: Phrase, found: Match) -> None:
    """全年."""
    phrase.part = "year"


def _edge(phrase: Phrase, found: Match) -> None:
    """年末, 年底, 年初, 月末 standing alone or after a year or month."""
    phrase.edge = Edge.START if "初" in (found["e"], found["e2"]) else Edge.END
    if found["em"] and phrase.rank < Rank.MONTH:
        phrase.part, phrase.month_base = "month", Base.TOPIC


def _half(phrase: Phrase, found: Match) -> None:
    """上半年, 下半年."""
    first = (found["h"] or found["h2"]) in "上前1"
    phrase.part, phrase.months = "half", ((1, 6) if first else (7, 12))
    phrase.say("half", 1 if first else 2)


def _quarter(phrase: Phrase, found: Match) -> None:
    """一季度, 第三季度, Q3; 一、二季度 is the stretch of both."""
    if found["qa"]:
        _cumulative(phrase, number(found["qa"]), number(found["qb"]))
        return
    index = number(found["q"] or found["qq"])
    phrase.part, phrase.months = "quarter", (index * 3 - 2, index * 3)
    phrase.say("quarter", index)


def _quarters(phrase: Phrase, found: Match) -> None:
    """一至三季度."""
    _cumulative(phrase, number(found["q1"]), number(found["q2"]))


def _firstquarters(phrase: Phrase, found: Match) -> None:
    """前三季度."""
    _cumulative(phrase, 1, number(found["qf"]))


def _cumulative(phrase: Phrase, first: int, last: int) -> None:
    phrase.part, phrase.months = "cumulative", (first * 3 - 2, last * 3)
    phrase.say("quarter", first)
    phrase.say("end-quarter", last)


def _relquarter(phrase: Phrase, found: Match) -> None:
    """本季度, 上季度."""
    phrase.part = "quarter"
    phrase.month_base, phrase.number = words.meaning("quarters", found["qr"])


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


def _seasonal(phrase: Phrase, found: Match) -> None:
    """2024年春季, 去年汛期: part of the year, its days unknown."""
    phrase.whole = "season"


def _tens(phrase: Phrase, found: Match) -> None:
    """上旬, 中旬, 下旬."""
    phrase.tens = "上中下".index(found["t"]) + 1
    phrase.tens_end = "上中下".index(found["tt"]) + 1 if found["tt"] else phrase.tens
    if phrase.rank < Rank.MONTH:
        phrase.part, phrase.month_base = "month", Base.TOPIC


def _barehanziday(phrase: Phrase, found: Match) -> None:
    """二〇〇四年八月十五: with a year before it the month is not a lunar one."""
    value = number(found["bd"])
    phrase.days = (value, value)
    phrase.say("day", value)
