"""Pieces that name a year, or a stretch counted in years: 2024年, 去年, “十四五”, 20世纪90年代."""

from __future__ import annotations

from factcheck.periods import words
from factcheck.periods.numerals import number
from factcheck.periods.phrase import Base, Phrase, Rank
from factcheck.periods.piece import LEFT, LEFT_H, NOT_NOWADAYS, SAME_TIME, SHORT, TO, YEAR, H, Match, Piece

_SHORT_TAIL = (
    r"(?=\s?(?:(?:[0-9]{1,2}|[一二三四五六七八九十元]{1,2})月|[上下]半年|第?[一二三四1-4]季度|[底末]|第[0-9]{1,2}周"
    r"|第[0-9一二三四五六七八九十]{1,2}个月|前[0-9一二三四五六七八九十两]{1,2}个?月))"
)

_SPACE = r"[^\S\n\t]?"  # nothing that parts cells: the next row may begin with 年末
# 2024年, and the years before the last of 2022—2024年 and 2022、2023和2024年.
_YEAR_TAIL = (
    rf"(?:{_SPACE}|\n(?!年[末初底内度均产]))年度?(?![级龄轮代]|头(?![一两二三几0-9]))|(?={TO}(?:[12][0-9]{{3}}|[0-9]{{2}}|[一二][{H}]{{3}})\s?年)|(?=[QH][1-4])"
    r"|(?=(?:[、和]\s?[12][0-9]{3}){1,6}\s?年)"
)


def pieces() -> dict[str, Piece]:
    """Every piece of this family by name."""
    return {
        "ad": Piece(Rank.YEAR, rf"公元(?P<ad>[0-9]{{1,4}}|[{H}十百千]{{1,6}})年", _ad, "公元"),
        "republic": Piece(
            Rank.YEAR,
            r"民国(?P<mg>[0-9]{1,2}|[元一二三四五六七八九十廿卅]{1,3})年(?![代间])",
            _republic,
            "民国",
        ),
        "year": Piece(
            Rank.YEAR,
            rf"(?P<y>{YEAR})(?:{_YEAR_TAIL})",
            _year,
            "#",
        ),
        "short": Piece(
            Rank.YEAR,
            rf"(?P<ys>{SHORT}){_SPACE}年(?:{_SHORT_TAIL}|(?<=[0-9][—–\-至到][0-9]{{2}}年))"
            rf"|(?P<yz>(?:{LEFT}0[0-9]|{LEFT_H}[〇零][{H}]))\s?年(?![级龄])",
            _short,
            "#",
        ),
        "relyear": Piece(
            Rank.YEAR,
            rf"{NOT_NOWADAYS}(?P<ry>{words.pattern('years')})度?(?P<rs>{SAME_TIME})?",
            _relyear,
            words.openings("years"),
        ),
        "reign": Piece(
            Rank.YEAR,
            rf"(?P<rt>{words.names('reigns')})(?P<rn2>元|[0-9]{{1,2}}|[一二三四五六七八九十廿卅]{{1,3}})年(?![代间])",
            _reign,
            words.openings("reigns"),
        ),
        "both": Piece(Rank.WHOLE, "(?P<tw>今明|去今)两年", _both, "今明 去今"),
        "same": Piece(
            Rank.PART, r"同期(?<!历史同期)(?<!不同期)(?<![常历]年同期)(?![盼限望房货刊声])", _same, "同期"
        ),
    }


def _year(phrase: Phrase, found: Match) -> None:
    """2024年, 二〇二四年."""
    phrase.year = number(found["y"])
    phrase.say("year", phrase.year)
    if phrase.year % 100 == 0 and phrase.year != 1900:
        phrase.flags.add("round")


def _short(phrase: Phrase, found: Match) -> None:
    """24年3月: the century is settled by the document's date."""
    phrase.year = number(found["ys"] or found["yz"])
    phrase.flags.add("short-year")
    phrase.say("year", phrase.year)


def _relyear(phrase: Phrase, found: Match) -> None:
    """今年, 去年, 上年, 次年, and 去年同期."""
    phrase.year_base, phrase.year = words.meaning("years", found["ry"])
    if found["rs"]:
        phrase.whole = "same"


def _same(phrase: Phrase, found: Match) -> None:
    """同期: the nearest stretch in the year named with it; alone, a year earlier when compared with."""
    phrase.whole = "same"
    if phrase.rank == Rank.NONE:
        phrase.year_base, phrase.year = Base.TOPIC, -1
        phrase.flags.add("alone")


def _both(phrase: Phrase, found: Match) -> None:
    """今明两年."""
    phrase.whole, phrase.number = "both", 0 if found["tw"] == "今明" else -1


def _ad(phrase: Phrase, found: Match) -> None:
    """公元618年."""
    phrase.year = number(found["ad"])
    phrase.say("year", phrase.year)
    if phrase.year == 0:
        phrase.whole = "year"
        phrase.flags.add("no-year")


def _republic(phrase: Phrase, found: Match) -> None:
    """民国二十六年: the first was 1912."""
    value = 1 if found["mg"] == "元" else number(found["mg"])
    phrase.year = 1911 + value
    phrase.say("republic", value)


def _reign(phrase: Phrase, found: Match) -> None:
    """光绪二十六年: a reign is counted in lunar years, so a day or two at either end are off."""
    value = 1 if found["rn2"] == "元" else number(found["rn2"])
    phrase.year = words.first_year(found["rt"]) + value - 1
    phrase.say("reign", value)
    phrase.flags.add("reign")
    if found["rn2"].isdecimal():
        phrase.flags.add("arabic")
