"""Pieces that name a time of day by the clock: 8时12分, 下午3点, 15:30."""

from __future__ import annotations

from factcheck.periods.numerals import number
from factcheck.periods.phrase import Phrase, Rank
from factcheck.periods.piece import Match, Piece

_DIGITS = "[0-9]{1,2}"
_HANZI = "二?十[一二三四五六七八九]?|[零一二两三四五六七八九]"
_MINUTE = r"(?P<{0}>[0-9]{{1,2}}|[二三四五]?十[一二三四五六七八九]?|零?[一二三四五六七八九])"


def pieces() -> dict[str, Piece]:
    """Every piece of this family by name."""
    return {
        "clock": Piece(
            Rank.CLOCK,
            rf"(?P<kh>(?<![0-9.A-Za-z])(?<![0-9][:：]){_DIGITS}|(?<![百千万几数第零一二三四五六七八九十]){_HANZI})\s?时"
            rf"(?![代期段速尚事光空间差机装髦常效限局制])(?:{_MINUTE.format('km')}分(?![之钟点])(?:[0-9]{{1,2}}秒)?|(?P<kx>半|许|整|正))?",
            _clock,
            "#",
        ),
        "point": Piece(
            Rank.CLOCK,
            rf"(?P<ph>(?<![0-9.A-Za-z])(?<![0-9][:：]){_DIGITS}|(?<![百千万几数第零一二三四五六七八九十之]){_HANZI})点"
            rf"(?![多几对线位子火睛击赞评名播缀])(?:{_MINUTE.format('pm')}分?(?![之点个])|(?P<px>半|钟|整|许|一刻|三刻))?",
            _point,
            "#",
        ),
        "colon": Piece(
            Rank.CLOCK,
            r"(?P<ch>(?<![0-9.])(?<![0-9][:：])[0-9]{1,2})[:：](?P<cm>[0-9]{2})(?:[:：][0-9]{2})?(?![0-9:：%])",
            _colon,
            "#",
        ),
    }


def _clock(phrase: Phrase, found: Match) -> None:
    """8时12分; 十时 needs a word that shows it is a time."""
    minute = found["km"]
    _say(phrase, found["kh"], minute or ("30" if found["kx"] == "半" else None))
    hanzi = not found["kh"].isdecimal()
    if not minute and (hanzi or int(found["kh"]) > 24) and not found["kx"]:
        phrase.flags.add("weak-clock")


def _point(phrase: Phrase, found: Match) -> None:
    """下午3点, 3点半; a bare 3点 may as well be a score or a remark."""
    quarter = {"半": "30", "一刻": "15", "三刻": "45"}.get(found["px"] or "")
    _say(phrase, found["ph"], found["pm"] or quarter)
    spoken = found["ph"].isdecimal() or found[0].endswith("分")
    if not found["px"] and not (found["pm"] and spoken):
        phrase.flags.add("weak-clock")


def _colon(phrase: Phrase, found: Match) -> None:
    """15:30; alone it may as well be a score."""
    _say(phrase, found["ch"], found["cm"])
    phrase.flags.add("weak-clock")


def _say(phrase: Phrase, hour: str, minute: str | None) -> None:
    phrase.clock = True
    phrase.say("hour", number(hour))
    if minute:
        phrase.say("minute", number(minute))
