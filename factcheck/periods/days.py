"""Pieces that name a day, a weekday or a time of day."""

from __future__ import annotations

from factcheck.periods import words
from factcheck.periods.numerals import number
from factcheck.periods.phrase import Phrase, Rank
from factcheck.periods.piece import DAY, NOT_NOWADAYS, TO, Match, Piece

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
        "relday": Piece(
            Rank.DAY, rf"{NOT_NOWADAYS}(?P<rd>{words.pattern('days')})", _relday, words.openings("days")
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
