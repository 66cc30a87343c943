"""Pieces that name days by festivals, solar terms or the lunar calendar."""

from __future__ import annotations

from factcheck import calendar
from factcheck.periods.numerals import number
from factcheck.periods.phrase import Phrase, Rank
from factcheck.periods.piece import LEFT_H, Match, Piece

_FREE_TERMS = "惊蛰|春分|芒种|夏至|立春|立夏|立秋|立冬|处暑|秋分|寒露|霜降|冬至"
_HOLIDAY = "假期|小长假|长假|假日|黄金周|档期|档|期间|前后|前夕|临近|将至|前|后"
_STANDS = r"(?=[，。、；：！？（()）”\s当这是为至到至遇逢恰放]|$)"
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
_SEXAGENARY = "(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]|[鼠牛虎兔龙蛇马羊猴鸡狗猪])年"
_MONTH = "(?:十[一二]?|[正一二三四五六七八九冬腊])"
_DAY = (
    "(?:初[一二三四五六七八九十]|二十[一二三四五六七八九]?|三十|十[一二三四五六七八九]?"
    "|廿[一二三四五六七八九]?|卅)"
)
_NOT_COUNT = "(?![0-9一二三四五六七八九十百千万亿多余几来年月日号个名家位人项天户辆岁件])"


def lunar() -> dict[str, Piece]:
    """The piece that reads days of the lunar calendar."""
    pattern = (
        rf"[农阴]历(?:{_SEXAGENARY})?(?P<la1>闰?(?:{_MONTH}|[0-9]{{1,2}}))月(?P<la2>{_DAY}|[0-9]{{1,2}})?日?"
        rf"|(?P<lb1>{LEFT_H}(?:闰(?:{_MONTH}|[0-9]{{1,2}})|[正冬腊]))月(?P<lb2>{_DAY}(?!日?[多余几]))?日?"
        rf"|(?P<lc1>{LEFT_H}{_MONTH})月(?P<lc2>初[一二三四五六七八九十]|廿[一二三四五六七八九]?)日?"
        rf"|(?P<ld1>{LEFT_H}(?<![〇○零一二三四五六七八九]年)八)月(?P<ld2>十五){_NOT_COUNT}"
        r"|大年(?P<le2>初[一二三四五六七八九十]|三十)"
    )
    return {"lunar": Piece(Rank.DAY, pattern, _lunar, "# 农历 阴历 大年")}


def pieces() -> dict[str, Piece]:
    """The pieces that read festivals and solar terms."""
    festivals = (*calendar.solar_festivals(), *calendar.lunar_festivals(), "清明")
    return {
        "festival": Piece(
            Rank.DAY,
            _festival_pattern("|".join(festivals)),
            _festival,
            " ".join(['农历 阴历 “五 “十 "五 "十 五一 十一', *(name[:2] for name in festivals)]),
        ),
        "term": Piece(
            Rank.DAY,
            _term_pattern("|".join(calendar.terms())),
            _term,
            " ".join(["农历 阴历", *calendar.terms()]),
        ),
    }


def _festival_pattern(names: str) -> str:
    alone = rf"(?<!元宵)(?<!清明)(?<![{_SURNAMES}]国庆){_STANDS}"
    return (
        rf"(?:[农阴]历)?(?P<fn>{names})(?:节?[、和]?(?:{names}))?(?:节日?)?(?P<fh>{_HOLIDAY})"
        rf"|(?:[农阴]历)?(?P<f2>{names})(?:节(?![联日目能文庙档晚])|{alone})"
        r"|[“\"]?(?P<f3>五一|十一)[”\"]?(?P<f4>假期|小长假|长假|假日|黄金周|期间)"
    )


def _term_pattern(names: str) -> str:
    led = "|".join(f"(?<={word})" for word in ("今日", "今天", "节气", "时值", "适逢", "正值", "恰逢"))
    return (
        rf"(?:[农阴]历|(?:{led}))(?P<t1>{names})"
        rf"|(?P<t2>{_FREE_TERMS})(?![行计])节?气?"
        rf"|(?P<t3>{names})(?:节气|时节|当天|当日)"
    )


def _lunar(phrase: Phrase, found: Match) -> None:
    """农历八月十五, 正月初六, 九月廿二, 闰四月, 大年初一."""
    phrase.whole = "lunar"
    month = found["la1"] or found["lb1"] or found["lc1"] or found["ld1"]
    day = found["la2"] or found["lb2"] or found["lc2"] or found["ld2"] or found["le2"]
    if month is None:
        month, phrase.number = ("正", 0) if day != "三十" else ("腊", -1)
    if month[0] == "闰":
        phrase.flags.add("leap")
        month = month[1:]
    value = {"正": 1, "冬": 11, "腊": 12}.get(month) or number(month)
    phrase.months = (value, value)
    phrase.say("month", value)
    if day:
        value = number(day.removeprefix("初"))
        phrase.days = (value, value)
        phrase.say("day", value)
    if any(char in "0123456789" for char in month + (day or "")):
        phrase.flags.add("arabic")


def _festival(phrase: Phrase, found: Match) -> None:
    """中秋节; 春节假期 and 国庆前后 are stretches the name alone does not settle."""
    name = found["fn"] or found["f2"] or {"五一": "劳动节", "十一": "国庆"}[found["f3"]]
    phrase.whole, phrase.name = "festival", name
    if found["fh"] or found["f4"]:
        phrase.flags.add("holiday")
    phrase.say("festival", name)


def _term(phrase: Phrase, found: Match) -> None:
    """春分, 清明时节."""
    phrase.whole, phrase.name = "festival", found["t1"] or found["t2"] or found["t3"]
    phrase.say("festival", phrase.name)
