"""Pieces that count back or forth from the article's day: 近五年, 未来三天, 两年前, 近日, 截至目前."""

from __future__ import annotations

from factcheck.patterns import compiled
from factcheck.periods.numerals import number
from factcheck.periods.phrase import Phrase, Rank
from factcheck.periods.piece import SAME_TIME, Match, Piece

_EVENT = compiled(
    "(?:党的)?(?:十[八九]|二十)(?:大|届[一二三四五六七]中全会)$|改革开放$|新中国成立$|建国$|长期$|一直$|[入开][春夏秋冬汛年局]$"
    "|建[国省市县区厂校]$|(?:成立|投产|投用|运营|开通|实施|启动|开工|上市|发布|开展)$"
)
_NUMBER = r"(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})"
_UNIT = "年|个月|个?季度|周|个?星期|天|日"
_HEADS = (
    "最近|过去(?<!已过去)(?<!已经过去)(?<!又过去)(?<!就过去)的?|未来的?|今后的?|接下来的?"
    "|近(?<![时隔了达过有为约长满经耗需接将附靠临邻]近)"
)
_AFTER_RECENT = ("，", ",", "、", "（", "(", "全", "我")
_LENGTHS = {
    "年": "years",
    "月": "months",
    "度": "quarters",
    "周": "weeks",
    "期": "weeks",
    "天": "days",
    "日": "days",
}


def pieces() -> dict[str, Piece]:
    """Every piece of this family by name."""
    return {
        "rolling": Piece(
            Rank.WHOLE,
            rf"(?P<ro>{_HEADS})\s?(?P<rn>{_NUMBER})\s?(?P<ru>{_UNIT})(?![级龄代均])[来间里内]?",
            _rolling,
            "最近 过去 未来 今后 接下 "
            + " ".join(f"{a}{b}" for a in "近" for b in "0123456789一二两三四五六七八九十"),
        ),
        "ago": Piece(
            Rank.WHOLE,
            rf"(?P<an>{_NUMBER})(?P<au>年|个月|周|个?星期|天)[以之]?(?P<ad2>[前后])"
            rf"(?![后期续来0-9一二三四五六七八九十两]|的(?:今[天日年]|现在))(?:的?同一?个?(?:月份?|季度?|阶段)|{SAME_TIME})?",
            _ago,
            "#",
        ),
        "since": Piece(
            Rank.WHOLE,
            rf"(?P<sa>{_NUMBER})(?:(?P<sb>半)|多)?(?P<su>年|个半?月|个多月)(?P<sh>半)?(?:以来|来(?![临自到说看]))",
            _since,
            "#",
        ),
        "vague": Piece(
            Rank.WHOLE,
            r"近日(?!点)|日前(?!夕)(?<![0-9一二三四五六七八九十目今当明昨节生益念]日前)|近年来?|近几年来?|近期|近来|多年来|几年来|数年来|连日来"
            r"|前不久|不久前|近段时间(?:以来)?|一段时间以来",
            _vague,
            "近日 日前 近年 近几 近期 近来 多年 几年 数年 连日 前不 不久 近段 一段",
        ),
        "event": Piece(
            Rank.WHOLE, "以来(?<!记录以来)(?<!有史以来)(?<!统计以来)(?<!观测以来)", _event, "以来"
        ),
        "now": Piece(
            Rank.DAY, r"目前为止|目前(?<=截[至止]目前)|发稿(?<=截[至止]发稿)[时前]?", _now, "目前 发稿 当前"
        ),
    }


def _rolling(phrase: Phrase, found: Match) -> None:
    """近五年, 未来三天."""
    size = number(found["rn"])
    forth = found["ro"][0] in "未今接"
    phrase.whole, phrase.number = "rolling", size if forth else -size
    phrase.name = _LENGTHS[found["ru"][-1]]
    if (
        found["ro"] == "近"
        and size > 12
        and found[0][-1] not in "来间里"
        and not found.string.startswith(_AFTER_RECENT, found.end())
    ):
        phrase.flags.add("weak")  # 近30年 may as well be a little less than thirty years


def _ago(phrase: Phrase, found: Match) -> None:
    """两年前, 七年后."""
    size = number(found["an"])
    phrase.whole, phrase.number = "ago", -size if found["ad2"] == "前" else size
    phrase.name = _LENGTHS[found["au"][-1]]
    phrase.flags.add("clause-start")


def _since(phrase: Phrase, found: Match) -> None:
    """五年来, 3个多月以来, 3年半以来."""
    size = number(found["sa"])
    years = found["su"] == "年"
    half = found["sh"] or "半" in found["su"]
    phrase.whole, phrase.name = "since-length", "months"
    phrase.number = -(size * 12 + (6 if half else 0)) if years else -size
    phrase.flags.add("since-length")


def _vague(phrase: Phrase, found: Match) -> None:
    """近日, 近年来: no days can be given."""
    phrase.whole = "vague"
    phrase.name = "days" if found[0] in ("近日", "日前") else "years"


def _event(phrase: Phrase, found: Match) -> None:
    """改革开放以来, 入夏以来: open, from a day the text does not name."""
    phrase.whole, phrase.name = "vague", "years"
    clause = _EVENT.search(found.string, max(0, phrase.start - 12), phrase.start)
    phrase.start = clause.start() if clause else phrase.start
    phrase.flags.add("since-event")


def _now(phrase: Phrase, found: Match) -> None:
    """截至目前."""
    phrase.part = "day"
    phrase.day_base, phrase.number = phrase.day_base.DOCUMENT, 0
    phrase.flags.add("as-of")
