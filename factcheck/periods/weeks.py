"""Pieces that name a week, a weekday or a part of the day."""

from __future__ import annotations

from factcheck.periods import words
from factcheck.periods.numerals import number
from factcheck.periods.phrase import Base, Phrase, Rank
from factcheck.periods.piece import Match, Piece

_WEEKDAY = "[一二三四五六日天]"
_WEEKDAY_OPENS = (
    "星期 礼拜 （星 （礼 (星 (礼 ，星 ，礼 ,星 ,礼 每星 每礼 每逢"
    " ，也 ，正 ，恰 ，刚 ，适 ，是 是星 是礼 是个 也就 也是 正好 恰好 刚好 正是 恰是 恰逢 正逢 适逢"
)
# 2月10日，也就是星期六; 5月1日恰逢周四.
_IS = "|[，,]?(?:也就?是|(?:正好|恰好|刚好|正|恰)?是|恰逢|正逢|适逢)个?"
_DAYPARTS = "上午|下午|中午|晚上|凌晨|清晨|傍晚|早晨|早上|深夜|午夜|午后|午间|晚间|早间|夜间|正午|一早"


def pieces() -> dict[str, Piece]:
    """Every piece of this family by name."""
    return {
        "allday": Piece(Rank.EDGE, r"全天(?![候然])", _allday, "全天"),
        "weekday": Piece(
            Rank.WEEKDAY,
            r"(?P<wo>[（(，,]\s?" + _IS + r")?(?P<we>每逢?)?(?P<wp>(?:星期|礼拜)(?P<w1>[一二三四五六日天])"
            r"|周(?P<w2>[一二三四五六日天])(?<![0-9一二两三四五六七八九十百几半首满上下本当这]周.))(?![期年岁转均报制])"
            r"(?P<wc>\s?[）)])?",
            _weekday,
            " ".join(
                [*(f"{a}周" for a in "（(，,每是"), *(f"周{d}" for d in _WEEKDAY[1:-1]), _WEEKDAY_OPENS]
            ),
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


def _iso_weekday(written: str) -> int:
    return 7 if written in "日天" else "一二三四五六".index(written) + 1
