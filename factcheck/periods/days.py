"""Pieces that name a day, a weekday or a time of day."""

from __future__ import annotations

from factcheck.periods import words
from factcheck.periods.numerals import number
from factcheck.periods.phrase import Base, Phrase, Rank
from factcheck.periods.piece import DAY, TO, Match, Piece

_WEEKDAY = "[一二三四五六日天]"
_WEEKDAY_OPENS = "星期 礼拜 （星 （礼 (星 (礼 ，星 ，礼 ,星 ,礼 每星 每礼 每逢"
_DAYPARTS = "上午|下午|中午|晚上|凌晨|清晨|傍晚|早晨|早上|深夜|午夜|午后|午间|晚间|早间|夜间|正午|一早"
_NUMBER_SIGNS = "楼线院门机船井文令馆桥路台厂库厅车仓位案店选码室口坑舱球桩煤泵炉塔墩洞岛站地产平矿人"


def pieces() -> dict[str, Piece]:
    """Every piece of this family by name."""
    return {
        "spaced": Piece(
            Rank.DAY,
            r"(?P<xy>[12][0-9]{3})(?<![^\n]....) (?P<xm>[0-9]{1,2}) (?P<xd>[0-9]{1,2})(?![^\n])",
            _spaced,
            "#",
        ),
        "iso": Piece(
            Rank.DAY,
            r"(?P<iy>[12][0-9]{3})(?<![0-9.:/].{4})(?<![^0-9日]-.{4})(?P<is>[-/.])(?P<im>[0-9]{1,2})"
            r"(?:(?P=is)(?P<id>[0-9]{1,2})|-(?P<ie>1[3-9]|2[0-9]|3[01]))"
            r"(?![0-9]|[./][0-9]|-(?![12][0-9]{3}[-/.]))日?",
            _iso,
            "#",
        ),
        "dmy": Piece(
            Rank.DAY,
            r"(?P<dx>(?<![0-9.:/\-])[0-9]{1,2})/(?P<dy>[0-9]{1,2})/(?P<dz>[12][0-9]{3})(?![0-9./\-])",
            _dmy,
            "#",
        ),
        "days": Piece(
            Rank.DAY,
            rf"(?P<d1>(?<![0-9.]){DAY})\s?[日号]?{TO}(?P<d2>{DAY})\s?[日号](?!线)",
            _days,
            "#",
        ),
        "day": Piece(Rank.DAY, rf"(?P<d>(?<![0-9.]){DAY})\s?日", _day, "#"),
        "numbered": Piece(Rank.DAY, rf"(?P<n>(?<![0-9.A-Za-z]){DAY})号(?![{_NUMBER_SIGNS}])", _numbered, "#"),
        "relday": Piece(Rank.DAY, rf"(?P<rd>{words.pattern('days')})", _relday, words.openings("days")),
        "allday": Piece(Rank.EDGE, r"全天(?![候然])", _allday, "全天"),
        "weekday": Piece(
            Rank.WEEKDAY,
            r"(?P<wo>[（(，,]\s?)?(?P<we>每逢?)?(?P<wp>(?:星期|礼拜)(?P<w1>[一二三四五六日天])"
            r"|周(?P<w2>[一二三四五六日天])(?<![0-9一二两三四五六七八九十百几半首满上下本当这]周.))(?![期年岁转均报制])"
            r"(?P<wc>\s?[）)])?",
            _weekday,
            " ".join([*(f"{a}周" for a in "（(，,每"), *(f"周{d}" for d in _WEEKDAY[1:-1]), _WEEKDAY_OPENS]),
        ),
        "relweek": Piece(
            Rank.DAY,
            rf"(?P<rw>{words.pattern('weeks')})(?P<rwd>(?:周|星期|礼拜)?{_WEEKDAY}|末)?",
            _relweek,
            words.openings("weeks"),
        ),
        "nthweek": Piece(
            Rank.DAY,
            r"(?:第(?P<nw>[0-9]{1,2}|[一二三四五六七八九十]{1,3})|前(?P<fw>[0-9]{1,2}|[一二三四两]))个?周(?![年岁])",
            _nthweek,
            " ".join(f"{a}{b}" for a in "第前" for b in "0123456789一二三四五六七八九十两"),
        ),
        "daypart": Piece(
            Rank.DAYPART,
            rf"(?P<dp>{_DAYPARTS})",
            _daypart,
            "上午 下午 中午 晚上 凌晨 清晨 傍晚 早晨 早上 深夜 午夜 午后 午间 晚间 早间 夜间 正午 一早",
        ),
    }


def _iso(phrase: Phrase, found: Match) -> None:
    """2024-03-05, 2024.3.5, 2024/3/5."""
    _full(phrase, int(found["iy"]), int(found["im"]), int(found["id"] or found["ie"]))


def _spaced(phrase: Phrase, found: Match) -> None:
    """2024 3 5, alone on its line as in a page header."""
    _full(phrase, int(found["xy"]), int(found["xm"]), int(found["xd"]))


def _dmy(phrase: Phrase, found: Match) -> None:
    """05/23/2024: read only when one of the two cannot be a month, or both are equal."""
    one, two = int(found["dx"]), int(found["dy"])
    if one == two or (one > 12) != (two > 12):
        month, day = (two, one) if one > 12 else (one, two)
        _full(phrase, int(found["dz"]), month, day)
        return
    phrase.flags.add("weak")


def _full(phrase: Phrase, year: int, month: int, day: int) -> None:
    phrase.year, phrase.months, phrase.days = year, (month, month), (day, day)
    phrase.say("year", year)
    phrase.say("month", month)
    phrase.say("day", day)


def _day(phrase: Phrase, found: Match) -> None:
    """15日; a bare 三日 may as well be a length."""
    _set(phrase, found["d"])


def _numbered(phrase: Phrase, found: Match) -> None:
    """15号; alone it may as well number a house."""
    _set(phrase, found["n"])
    if phrase.rank < Rank.MONTH:
        phrase.flags.add("house")


def _set(phrase: Phrase, written: str) -> None:
    value = number(written)
    phrase.days = (value, value)
    phrase.say("day", value)
    if phrase.rank < Rank.MONTH:
        phrase.flags.add("bare")
        if not written.isdecimal():
            phrase.flags.add("weak")


def _days(phrase: Phrase, found: Match) -> None:
    """15日至20日."""
    phrase.days = (number(found["d1"]), number(found["d2"]))
    phrase.say("day", phrase.days[0])
    phrase.say("end-day", phrase.days[1])
    if phrase.rank < Rank.MONTH:
        phrase.flags.add("bare")


def _relday(phrase: Phrase, found: Match) -> None:
    """昨日, 今天, 当日, 次日."""
    word = found["rd"]
    phrase.part = "day"
    phrase.day_base, phrase.number = words.meaning("days", word)
    if word == "第二天":
        phrase.flags.add("clause-start")
    if word[-1] in "晚晨早夜":
        phrase.say("daypart", word[-1])


def _allday(phrase: Phrase, found: Match) -> None:
    """全天: of the day before it, else the day spoken of."""
    if phrase.rank == Rank.NONE:
        phrase.part, phrase.day_base = "day", Base.TOPIC


def _weekday(phrase: Phrase, found: Match) -> None:
    """星期五, 周五, （星期五）; 每周五 is no date."""
    phrase.weekday = _iso_weekday(found["w1"] or found["w2"])
    phrase.say("weekday", phrase.weekday)
    if found["we"]:
        phrase.flags.add("recurring")
    if phrase.rank == Rank.NONE:
        phrase.start, phrase.end = found.span("wp")
        phrase.part, phrase.week = "week", 0
        phrase.flags.add("bare-weekday")
    elif bool(found["wc"]) is not ((found["wo"] or "")[:1] in ("（", "(")):
        phrase.end = found.end("wp")


def _iso_weekday(written: str) -> int:
    return 7 if written in "日天" else "一二三四五六".index(written) + 1


def _relweek(phrase: Phrase, found: Match) -> None:
    """上周, 本周五, 下下周日, 上周末."""
    phrase.part = "week"
    phrase.day_base, phrase.week = words.meaning("weeks", found["rw"])
    written = found["rwd"]
    if written == "末":
        phrase.flags.add("weekend")
    elif written:
        phrase.weekday = _iso_weekday(written[-1])
        phrase.say("weekday", phrase.weekday)


def _nthweek(phrase: Phrase, found: Match) -> None:
    """第二周, 前2周 of a month or year."""
    first = number(found["nw"]) if found["nw"] else 1
    last = first if found["nw"] else number(found["fw"])
    if phrase.rank > Rank.NONE:
        phrase.weeks = (first, last)
    elif found["fw"]:
        phrase.whole, phrase.name, phrase.number = "rolling", "weeks", -last
    else:
        phrase.flags.add("weak")


def _daypart(phrase: Phrase, found: Match) -> None:
    """上午, 下午, 晚."""
    phrase.say("daypart", found["dp"])
