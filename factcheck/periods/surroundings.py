"""The words around a date: those that change what it means, and those that show it is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from factcheck.patterns import compiled
from factcheck.periods.phrase import Phrase, Rank

LASTING = frozenset({"since", "before", "after", "about"})

_BEFORE = frozenset("至止到了 ")  # the last character of what `_before` finds
_AFTER = frozenset("以至开期时左前上之后起")  # the first character of what `_after` finds
_SUSPECT = frozenset({"daypart", "recurring", "weak-clock", "weak", "house", "bare", "clause-start", "round"})
_FROM = frozenset("自从")
_NO_EXTENT = frozenset({"rolling", "ago", "since-length", "vague", "same"})


def dress(text: str, phrase: Phrase) -> None:
    """Note the words around a date (截至, 以来, 以前, 起, 左右); those that belong to it are taken in."""
    if text[max(0, phrase.start - 1) : phrase.start] in _BEFORE:
        before = _before().search(text, max(0, phrase.start - 4), phrase.start)
        if before:
            phrase.start = before.start()
            phrase.flags.add("as-of")
    if (
        phrase.whole in _NO_EXTENT
        or _take_clause(text, phrase)
        or text[phrase.end : phrase.end + 1] not in _AFTER
    ):
        return
    after = _after().match(text, phrase.end)
    if after is None or after.lastgroup is None:
        return
    phrase.flags.add(after.lastgroup)
    if after.lastgroup in ("since", "during"):
        phrase.end = after.end()


def _take_clause(text: str, phrase: Phrase) -> bool:
    """自2004年成立以来 is all since 2004; 2024年展会期间 is not the year 2024."""
    if phrase.rank > Rank.DAY or phrase.whole:
        return False
    if text[max(0, phrase.start - 1) : phrase.start] in _FROM and (
        found := _since_event().match(text, phrase.end)
    ):
        phrase.end = found.end()
        phrase.flags.add("since")
        return True
    near = phrase.rank == Rank.YEAR and text.find("期间", phrase.end, phrase.end + 10) >= 0
    if near and (found := _event().match(text, phrase.end)):
        phrase.end, phrase.whole = found.end(), "season"
        return True
    return False


@cache
def _since_event() -> re.Pattern[str]:
    return compiled(r"[^，。；：！？、\n0-9]{1,30}?以来")


@cache
def _event() -> re.Pattern[str]:
    return compiled(r"[^，。；：！？、\s的至到—\-]{1,8}?期间")


@cache
def _before() -> re.Pattern[str]:
    return compiled(r"截[至止](?:到|至|了)?\s?$")


@cache
def _after() -> re.Pattern[str]:
    return compiled(
        r"(?P<since>(?:开始)?以来|至今(?![年天日晚早]))|(?P<during>期间|时期)|(?P<about>左右|前后|上下)"
        r"|(?P<before>之前|以前|前(?![往沿后列景置夕所线述身端三两二四五十0-9几任副来方锋面台缀半头进]))"
        r"|(?P<after>之后|以后|后(?![来续期半年者面勤台备方天劲援退撤移])|起(?![来点码步重飞伏草诉源初航义到至—]))"
    )


def stands(text: str, phrase: Phrase) -> bool:
    """Whether a phrase is a date at all where it stands: a bare 上午, 三日 or 21:15 is none."""
    if phrase.rank == Rank.YEAR and _counted(text, phrase):
        return False
    if phrase.until is None and phrase.flags.isdisjoint(_SUSPECT):
        return True
    if phrase.flags <= {"daypart"} or "recurring" in phrase.flags:
        return False
    if phrase.until is not None:
        return _stands_joined(text, phrase, phrase.until)
    if "weak-clock" in phrase.flags:
        dated = "daypart" in phrase.flags or phrase.days is not None or phrase.part == "day"
        return dated or _timed(text, phrase)
    doubts = _doubts()
    return not any(doubts[flag](text, phrase) for flag in phrase.flags & doubts.keys())


def _counted(text: str, phrase: Phrase) -> bool:
    """Whether a bare 1033年 counts the years since something: 距今已有1033年."""
    return _ago().search(text, max(0, phrase.start - 8), phrase.start) is not None


@cache
def _ago() -> re.Pattern[str]:
    return compiled("距今(?:已经|已|约|大约|有|近|超过|逾|整整|长达|达)*$")


def _timed(text: str, phrase: Phrase) -> bool:
    """Whether the words beside a bare 5:50 make it a time: 末班车5:50, 9:30开门."""
    left, right = _timetable()
    ahead = left.search(text, max(0, phrase.start - 8), phrase.start)
    return ahead is not None or right.match(text, phrase.end) is not None


@cache
def _timetable() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return compiled(
        r"(?:[首末头尾早晚](?:班车?|航|车|趟)(?:时间|发车)?|(?:时间|时刻)(?:调整|提前|推迟|延长)?)(?:分别)?(?:为|是|至|到|在|于|：|:)?\s?$"
    ), compiled(
        "(?:正式|准时|准点|提前|才|就|方)?(?:开门|关门|闭馆|开馆|开园|闭园|发车|收车|打烊|停诊|开诊|出摊|收摊|开餐|收餐|收班|歇业|闭店|[开关]店|清场|(?:开始|停止)[运营供接售办]|起飞|降落|鸣枪|发枪|起跑|开跑|上课|下课|出发|抵达|到达|[始终]?[发到开](?=[，,]))"
    )


def _stands_joined(text: str, first: Phrase, last: Phrase) -> bool:
    if first.clock and last.clock:
        colon = any(sign in text[first.start : last.end] for sign in ":：")
        scored = colon and _score().search(text, max(0, first.start - 4), first.start)
        return not scored or first.days is not None
    if "recurring" in last.flags:
        return False
    return not ("bare" in first.flags and _length(text, first))


@cache
def _score() -> re.Pattern[str]:
    return compiled(r"比分|以$|(?<!时间)(?<![改整定延])为$")


@cache
def _clause_start() -> re.Pattern[str]:
    return compiled(r"(?:^|[，。；：、！？“（(\s]|早在|[，。；][而但可在]|[于在与比较和])$")


def _house_number(text: str, phrase: Phrase) -> bool:
    """Whether a bare 15号 may number something else than a day."""
    left, right = _day_numbers()
    start = max(0, phrase.start - 2)
    return left.search(text, start, phrase.start) is None or right.match(text, phrase.end) is None


@cache
def _day_numbers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return compiled(r"(?:^|[，。；：、\s于在到从至自]|截至)$"), compiled(
        r"[，。；、\s）)上下中早晚凌前起止左]|$"
    )


def _inside_clause(text: str, phrase: Phrase) -> bool:
    """Whether 两年前 counts from something named before it, not from the article's day."""
    return _clause_start().search(text, max(0, phrase.start - 2), phrase.start) is None


@cache
def _lengths() -> tuple[re.Pattern[str], re.Pattern[str]]:
    left = compiled(
        r"(?:第|每|共|为期|历时|连续|近|逾|约|超|超过|满|仅|达|需|用时|余|这|前|后|头|[少多低大]于|最多|工作)$"
    )
    right = compiled(r"内|之内|以内|后|之后|以上|以下|多|的[时工]|[报益均常子元产供照用志程语渐化游活谈线]")
    return left, right


def _length(text: str, phrase: Phrase) -> bool:
    """Whether a bare 30日 is a length: 连续30日, 30日内."""
    left, right = _lengths()
    return bool(left.search(text, max(0, phrase.start - 3), phrase.start) or right.match(text, phrase.end))


def _round_length(text: str, phrase: Phrase) -> bool:
    """Whether a round 1000年 or 2000年 is a length: 2000年前, 1500年历史."""
    return phrase.rank == Rank.YEAR and _round_years().match(text, phrase.end) is not None


@cache
def _round_years() -> re.Pattern[str]:
    return compiled(r"的?(?:来|间|历史|以上|之久|左右|前(?!后|[，。完建]))|以来的?历史")


def _weak(text: str, phrase: Phrase) -> bool:
    """Whether a bare 三日 is only a number of days; 二十四日 at the start of a clause is a date."""
    return phrase.days is None or phrase.days[0] < 11 or _house_number(text, phrase)


@cache
def _doubts() -> dict[str, Callable[[str, Phrase], bool]]:
    return {
        "weak": _weak,
        "house": _house_number,
        "bare": _length,
        "clause-start": _inside_clause,
        "round": _round_length,
    }
