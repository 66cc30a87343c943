"""Stretches of many years: 20世纪90年代, 21世纪, “十四五”, （1881—1936）, 2008.03—2012.06."""

from __future__ import annotations

from factcheck import calendar
from factcheck.model import Anchor, Grain
from factcheck.patterns import compiled
from factcheck.periods.context import Context, Resolved
from factcheck.periods.numerals import number
from factcheck.periods.phrase import Base, Edge, Phrase, Rank
from factcheck.periods.piece import LEFT, LEFT_H, TO, YEAR, H, Match, Piece

_SEASONS = "学年度?|财年|财政年度|财务年度|赛季|雪季|榨季|产季|采暖季|供暖季"
_PLAN_NAME = compiled("[^，。；、：“”《》（）]{0,12}?(?:规划|计划|纲要|蓝图)")


def pieces() -> dict[str, Piece]:
    """Every piece of this family by name."""
    return {**_between_years(), **_long()}


def _between_years() -> dict[str, Piece]:
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
    }


def _long() -> dict[str, Piece]:
    return {
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
    }


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


def _bc(phrase: Phrase, found: Match) -> None:
    """公元前221年, counted astronomically: the year before 1 is 0."""
    phrase.whole, phrase.year = "year", 1 - number(found["bc"])
    if phrase.year == 1:
        phrase.flags.add("no-year")
    phrase.say("year", phrase.year)


def _name_century(phrase: Phrase, written: str) -> None:
    if written[0] in "上本":
        phrase.year_base, phrase.number = Base.DOCUMENT, -1 if written[0] == "上" else 0
        return
    phrase.number = number(written)
    phrase.say("century", phrase.number)


def decade(phrase: Phrase, context: Context) -> Resolved:
    """20世纪90年代 is 1990 to 1999; 90年代 alone is the last one that is past."""
    base = 0 if (phrase.year or 0) > 100 else _century_of(phrase, context) * 100 - 100
    first, last = base + (phrase.year or 0), base + (phrase.year_end or 0)
    grain = Grain.DECADE if first == last else Grain.SPAN
    return Resolved(grain, Anchor.ABSOLUTE, (first, 1, 1), (last + 9, 12, 31))


def century(phrase: Phrase, context: Context) -> Resolved:
    """20世纪 is 1901 to 2000."""
    last = _century_of(phrase, context) * 100
    return Resolved(Grain.CENTURY, Anchor.ABSOLUTE, (last - 99, 1, 1), (last, 12, 31))


def _century_of(phrase: Phrase, context: Context) -> int:
    """The number of a century; 上世纪 in an article without a date is the twentieth, 90年代 is past."""
    if phrase.year_base is Base.TOPIC:
        year = context.published.year if context.published else 2001
        return 21 if 2000 + (phrase.year or 0) <= year else 20
    if phrase.year_base is not Base.DOCUMENT:
        return phrase.number
    year = context.published.year if context.published else 2001
    return (year - 1) // 100 + 1 + phrase.number


def plan(phrase: Phrase, context: Context) -> Resolved:
    """The first five-year plan began in 1953, the third, after a pause, in 1966."""
    number = phrase.number
    start = 1953 + 5 * (number - 1) if number < 3 else 1966 + 5 * (number - 3)
    first, last = (start, 1, 1), (start + 4, 12, 31)
    if "plan-end" in phrase.flags:
        return Resolved(Grain.DAY, Anchor.ABSOLUTE, last, last, instant=True)
    if "plan-start" in phrase.flags:
        return Resolved(Grain.DAY, Anchor.ABSOLUTE, first, first, instant=True, form={"approximate"})
    form = {"plan-name"} if "plan-name" in phrase.flags else set()
    return Resolved(Grain.SPAN, Anchor.ABSOLUTE, first, last, form=form)


def years(phrase: Phrase, context: Context) -> Resolved:
    """（1881—1936）, 公元前221年."""
    first, last = phrase.year or 0, phrase.year_end or phrase.year or 0
    grain = Grain.SPAN if phrase.year_end else Grain.YEAR
    if "no-year" in phrase.flags:
        return Resolved(grain, form={"impossible"})
    if last < first:
        return Resolved(grain, form={"reversed"})
    return Resolved(grain, Anchor.ABSOLUTE, (first, 1, 1), (last, 12, 31))


def resume(phrase: Phrase, context: Context) -> Resolved:
    """2008.03—2012.06."""
    first_month, last_month = phrase.months or (1, 12)
    first = (phrase.year or 0, first_month, 1)
    if phrase.year_end is None:
        return Resolved(Grain.SPAN, Anchor.ABSOLUTE, first, None)
    last = calendar.month_end(phrase.year_end, last_month)
    if last < first:
        return Resolved(Grain.SPAN, form={"reversed"})
    return Resolved(Grain.SPAN, Anchor.ABSOLUTE, first, last)
