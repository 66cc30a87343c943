"""Pieces that divide the year: 全年, 上半年, 三季度, 前三季度, 汛期."""

from __future__ import annotations

from factcheck.periods import words
from factcheck.periods.numerals import number
from factcheck.periods.phrase import Phrase, Rank
from factcheck.periods.piece import FIRST, TO, Match, Piece

_SEASONS = '[春夏秋冬][季天]|暑期|暑假|寒假|汛期|春运|供暖季|采暖季|[“"]?(?:双1[12]|双十[一二])[”"]?'
_SEASON_OPENINGS = (
    '双1 双十 “双 "双 春季 夏季 秋季 冬季 春天 夏天 秋天 冬天 暑期 暑假 寒假 汛期 春运 供暖 采暖'
)
_INTERIM = (
    r"(?<=年)(?P<interim>半年度?(?=报|业绩|公告|经营|财务|利润|净利|营[收业]|快报|分红|权益)"
    r"|中期(?=报告|业绩|财务|分红)|中报)"
)


def pieces() -> dict[str, Piece]:
    """Every piece of this family by name."""
    return {
        "whole": Piece(Rank.PART, r"全年(?![级龄])", _whole, "全年"),
        "half": Piece(
            Rank.PART,
            r"(?P<h>[上下前后])半年(?![级制刊多]|报[披显，。》”])|(?<=[0-9])H(?P<h2>[12])(?![0-9A-Za-z])",
            _half,
            "上半 下半 前半 后半 H1 H2",
        ),
        "interim": Piece(Rank.PART, _INTERIM, _interim, "半年 中期 中报", needs=Rank.YEAR),
        "quarters": Piece(
            Rank.PART,
            rf"第?(?P<q1>[一二三1-3])季?度?{TO}第?(?P<q2>[二三四2-4])季度",
            _quarters,
            "# 第一 第二 第三 第1 第2 第3",
        ),
        "quarter": Piece(
            Rank.PART,
            r"第?(?P<q>[一二三四1-4首])(?<![0-9.前至到一二三四五六七八九十个].)季度(?!假)|Q(?P<qq>[1-4])(?![0-9A-Za-z])(?:季度)?"
            r"|第?(?P<qa>[一二三1-3])(?P<qm>(?:、第?[二三2-3])*)[、和]第?(?P<qb>[二三四2-4])季度",
            _quarter,
            "# 第一 第二 第三 第四 第1 第2 第3 第4 Q1 Q2 Q3 Q4 首季",
        ),
        "relquarter": Piece(
            Rank.PART, rf"(?P<qr>{words.pattern('quarters')})", _relquarter, words.openings("quarters")
        ),
        "firstquarters": Piece(
            Rank.PART,
            rf"[前头]{FIRST}(?P<qf>[一二三两1-4])个?季度",
            _firstquarters,
            "前一 前二 前三 前两 前2 前3 头三 头两",
        ),
        "seasonal": Piece(Rank.PART, _SEASONS, _seasonal, _SEASON_OPENINGS, needs=Rank.YEAR),
    }


def _whole(phrase: Phrase, found: Match) -> None:
    """全年."""
    phrase.part = "year"


def _half(phrase: Phrase, found: Match) -> None:
    """上半年, 下半年."""
    first = (found["h"] or found["h2"]) in "上前1"
    phrase.part, phrase.months = "half", ((1, 6) if first else (7, 12))
    phrase.say("half", 1 if first else 2)


def _interim(phrase: Phrase, found: Match) -> None:
    """2025年半年度报告, 2025年中报: the half year a company reports on."""
    phrase.part, phrase.months = "half", (1, 6)
    phrase.say("half", 1)


def _quarter(phrase: Phrase, found: Match) -> None:
    """一季度, 第三季度, Q3; 一、二季度 is the stretch of both, 一、三季度 is none."""
    if found["qa"]:
        first, last = number(found["qa"]), number(found["qb"])
        _cumulative(phrase, first, last)
        if last - first != found["qm"].count("、") + 1:
            phrase.whole = "list"
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


def _seasonal(phrase: Phrase, found: Match) -> None:
    """2024年春季, 去年汛期: part of the year, its days unknown."""
    phrase.whole = "season"
