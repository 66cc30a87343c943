"""Pieces that name a year, or a stretch counted in years: 2024年, 去年, “十四五”, 20世纪90年代."""

from __future__ import annotations

import re

from factcheck.periods import words
from factcheck.periods.numerals import number
from factcheck.periods.phrase import Base, Edge, Phrase, Rank
from factcheck.periods.piece import LEFT, LEFT_H, SHORT, TO, YEAR, H, Match, Piece

_PLAN_NAME = re.compile("[^，。；、：“”《》（）]{0,12}?(?:规划|计划|纲要|蓝图)")
_SEASONS = "学年度?|财年|财政年度|财务年度|赛季|雪季|榨季|产季|采暖季|供暖季"
_SHORT_TAIL = (
    r"(?=\s?(?:(?:[0-9]{1,2}|[一二三四五六七八九十元]{1,2})月|[上下]半年|第?[一二三四1-4]季度|[底末]|第[0-9]{1,2}周"
    r"|第[0-9一二三四五六七八九十]{1,2}个月|前[0-9一二三四五六七八九十两]{1,2}个?月))"
)


def pieces() -> dict[str, Piece]:
    """Every piece of this family by name."""
    return {
        "season": Piece(
            Rank.YEAR,
            rf"(?P<s1>{YEAR})年?(?:{TO}|/)(?P<s2>[12][0-9]{{3}}|[0-9]{{2}}|[一二][{H}]{{3}})年?度?(?P<sn>{_SEASONS})(?P<se>[初末])?"
            rf"|(?P<s3>{YEAR}|{LEFT}[0-9]{{2}})年?(?P<so>{_SEASONS})",
            _season,
            "#",
        ),
        "lifespan": Piece(
            Rank.WHOLE,
            r"(?P<l1>[12][0-9]{3})(?<=[（(从自].{4})\s?(?:[—–―]{1,2}|[\-－~～至])\s?"
            r"(?P<l2>[12][0-9]{3})(?![0-9.%％]|\s?[年学财赛\-])",
            _lifespan,
            "#",
        ),
        "resume": Piece(
            Rank.WHOLE,
            rf"(?P<v1>{LEFT}[12][0-9]{{3}})\.(?P<v2>0[1-9]|1[0-2]|[1-9](?=[^0-9]{{1,4}}[12][0-9]{{3}}\.[0-9]))\s?[—–―\-~～至]{{1,2}}\s?"
            r"(?:(?P<v3>[12][0-9]{3})(?:\.(?P<v4>0[1-9]|1[0-2]|[1-9]))?|今)(?![0-9.\-])",
            _resume,
            "#",
        ),
        "decade": Piece(
            Rank.WHOLE,
            r"(?:(?P<dc>[12]?[0-9]|十[六七八九]|二十一?|上个?|本)世纪)?"
            rf"(?P<dd>{LEFT}(?:[12][0-9])?[0-9]0|{LEFT_H}[一二三四五六七八九]{{1,2}}十)年代(?P<de>初期?|中期|末期?|前期|后期)?",
            _decade,
            "# 上世 上个 本世",
        ),
        "century": Piece(
            Rank.WHOLE,
            rf"(?P<ce>{LEFT}[12]?[0-9]|{LEFT_H}十[一二三四五六七八九]|二十一?|上个?|本)世纪"
            r"(?![经海马学])(?P<cf>初|中叶|末|前期|后期|上半叶|下半叶)?",
            _century,
            "# 上世 上个 本世",
        ),
        "plan": Piece(
            Rank.WHOLE,
            r"[“‘\"「『](?P<p1>十[一二三四五六]?五|[一二三四五六七八九]五)[”’\"」』](?!普法)(?P<p2>时期|期间|末期?|初期?)?"
            rf"|(?P<p3>{LEFT_H}十[一二三四五六]五)(?P<p4>时期|期间|末期?|初期?|(?=以来|规划|收官|开局))",
            _plan,
            " ".join(["#", *(f"{quote}{digit}" for quote in '“‘"「『' for digit in "十一二三四五六七八九")]),
        ),
        "bc": Piece(Rank.WHOLE, rf"公元前(?P<bc>[0-9]{{1,4}}|[{H}十百千]{{1,6}})年", _bc, "公元"),
        "ad": Piece(Rank.YEAR, rf"公元(?P<ad>[0-9]{{1,4}}|[{H}十百千]{{1,6}})年", _ad, "公元"),
        "republic": Piece(
            Rank.YEAR,
            r"民国(?P<mg>[0-9]{1,2}|[元一二三四五六七八九十廿卅]{1,3})年(?![代间])",
            _republic,
            "民国",
        ),
        "year": Piece(
            Rank.YEAR,
            rf"(?P<y>{YEAR})(?:\s?年度?(?![级龄头轮代])|(?={TO}(?:[12][0-9]{{3}}|[0-9]{{2}}|[一二][{H}]{{3}})\s?年)|(?=[QH][1-4]))",
            _year,
            "#",
        ),
        "short": Piece(
            Rank.YEAR,
            rf"(?P<ys>{SHORT})\s?年(?:{_SHORT_TAIL}|(?<=[0-9][—–\-至到][0-9]{{2}}年))"
            rf"|(?P<yz>(?:{LEFT}0[0-9]|{LEFT_H}[〇零][{H}]))\s?年(?![级龄])",
            _short,
            "#",
        ),
        "relyear": Piece(
            Rank.YEAR,
            rf"(?P<ry>{words.pattern('years')})度?(?P<rs>同期)?",
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
            Rank.PART, r"同期(?<!历史同期)(?<!不同期)(?<!常年同期)(?![盼限望房货刊声])", _same, "同期"
        ),
    }


def _year(phrase: Phrase, found: Match) -> None:
    """2024年, 二〇二四年."""
    phrase.year = number(found["y"])
    phrase.say("year", phrase.year)


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


def _bc(phrase: Phrase, found: Match) -> None:
    """公元前221年, counted astronomically: the year before 1 is 0."""
    phrase.whole, phrase.year = "year", 1 - number(found["bc"])
    if phrase.year == 1:
        phrase.flags.add("no-year")
    phrase.say("year", phrase.year)


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


def _lifespan(phrase: Phrase, found: Match) -> None:
    """（1881—1936）."""
    phrase.whole, phrase.year, phrase.year_end = "year", number(found["l1"]), number(found["l2"])
    phrase.say("year", phrase.year)
    phrase.say("end-year", phrase.year_end)


def _resume(phrase: Phrase, found: Match) -> None:
    """2008.03—2012.06, as careers are listed."""
    phrase.whole, phrase.year, phrase.months = "resume", int(found["v1"]), (int(found["v2"]), 12)
    phrase.say("year", phrase.year)
    phrase.say("month", phrase.months[0])
    if not found["v3"]:
        phrase.flags.add("since")
        return
    phrase.year_end = int(found["v3"])
    phrase.say("end-year", phrase.year_end)
    if found["v4"]:
        phrase.months = (phrase.months[0], int(found["v4"]))
        phrase.say("end-month", phrase.months[1])


def _season(phrase: Phrase, found: Match) -> None:
    """2024—2025学年, 2024/25财年, 2024财年: only school years have known days."""
    name = found["sn"] or found["so"]
    phrase.whole = "school-year" if name[0] == "学" else "fiscal" if "财" in name else "season"
    phrase.year = number(found["s1"] or found["s3"])
    phrase.say("year", phrase.year)
    if found["se"]:
        phrase.edge = Edge.START if found["se"] == "初" else Edge.END
    if found["s2"]:
        phrase.year_end = number(found["s2"])
        phrase.say("end-year", phrase.year_end)


def _decade(phrase: Phrase, found: Match) -> None:
    """20世纪90年代, 上世纪八九十年代, 1990年代, 90年代."""
    phrase.whole = "decade"
    written = found["dd"]
    if len(written) == 4:
        phrase.year = phrase.year_end = int(written)
    else:
        tens = [number(written)] * 2 if written.isdecimal() else [number(c) * 10 for c in written[:-1]]
        phrase.year, phrase.year_end = tens[0], tens[-1]
        phrase.say("decade", tens[-1])
        if found["dc"]:
            _name_century(phrase, found["dc"])
        else:
            phrase.year_base = Base.TOPIC
    if found["de"]:
        phrase.flags.add("approximate")


def _century(phrase: Phrase, found: Match) -> None:
    """20世纪, 上世纪末, 本世纪初."""
    phrase.whole = "century"
    _name_century(phrase, found["ce"])
    if found["cf"]:
        phrase.flags.add("approximate")


def _name_century(phrase: Phrase, written: str) -> None:
    if written[0] in "上本":
        phrase.year_base, phrase.number = Base.DOCUMENT, -1 if written[0] == "上" else 0
        return
    phrase.number = number(written)
    phrase.say("century", phrase.number)


def _plan(phrase: Phrase, found: Match) -> None:
    """“十四五”时期: the fourteenth five-year plan."""
    name = found["p1"] or found["p3"]
    phrase.whole, phrase.number = "plan", number(name[:-1])
    phrase.say("plan", phrase.number)
    if _PLAN_NAME.match(found.string, found.end()):
        phrase.flags.add("plan-name")
    part = (found["p2"] or found["p4"] or "")[:1]
    if part in ("末", "初"):
        phrase.flags.add("plan-end" if part == "末" else "plan-start")
