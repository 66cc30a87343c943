"""The stretches of time a duration may speak of: before it, around it or behind it in its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.checks.parts.around import clause, sentence
from factcheck.checks.parts.durations import Duration
from factcheck.checks.parts.stretches import Stretch
from factcheck.model import Span
from factcheck.patterns import compiled

_PAUSE = compiled(r"(?:之?后|整|左右|有余)?[，,；;。]|之?后[于在]")
_OPENED = compiled(r"[（(]\s*(?:即|从|自)?$")
_RUNNING = compiled(r"(?:这)?(?:的|[，,])")
_WHILE = compiled(r"(?:多|整)?(?:的?时间)?(?:之?间|里|内|当中)")
_TAKEN = compiled("用时|耗时|时长|时间|限时|片长|持续|历时")
_DOING = compiled("(?<!耗)(?<!用)(?<!历)[\u4e00-\u9fff](?<![时程段间费花了])共$")
_NEAR = 4
_OWN = compiled("[\u4e00-\u9fff]{2,12}")
_WHOLE = compiled(
    "全|总|整|本次|此次|前后|共|单程|往返|项目|工程|活动|比赛|赛事|施工|[车班趟航]|会议|考试|讲座|演出|电影|影片|停[电水气运]|交通|管制|[的期]$"
)
_PLANNED = compiled("(?:合同|约定|计划|原定|规定|预计|目标|批复|核定|要求)[^，,。；]{0,4}$")
_DUE = compiled("应|须|需|计划|拟|将|要求|约定|预计|[至到]")
_ABROAD = compiled("当地时间|时差|格林尼治")


def partners(duration: Duration, known: Sequence[Stretch], text: str) -> list[Stretch]:
    """The stretches the duration may speak of, nearest first."""
    at = duration.span
    if duration.unit == "minute" and _ABROAD.search(text, *_edges(text, at.start)):
        return []
    inside = sentence(text, at.start)
    here = [one for one in reversed(known) if inside.start <= one.start and one.end <= inside.end]
    ahead = [one for one in here if one.end <= at.start]
    shut = _PAUSE.match(text, at.end) is not None
    around = [one for one in here if shut and one.start < at.start and at.end <= one.end]
    if not ahead and duration.unit == "minute":
        ahead = [
            one
            for one in reversed(known)
            if one.end <= at.start and one.end >= inside.start and "\n" not in text[one.start : at.start]
        ]
    follow = [one for one in reversed(here) if at.end <= one.start and not _parted(at.end, one.start, text)]
    if duration.unit == "minute" and _DOING.search(text, max(0, at.start - _NEAR), at.start):
        follow = []  # 悬停共18分钟，15时20分离开，15时49分降落
    voice = _quoted(inside, at.start, text)
    found = [one for one in around or ahead or follow if _quoted(inside, one.start, text) == voice]
    return [one for one in found if one.lengths(duration.unit)]


def bracketed(duration: Duration, known: Sequence[Stretch], text: str) -> list[Stretch]:
    """The stretches in brackets right behind the duration, or right before it where it is in brackets."""
    at = duration.span
    brackets = text[at.end : at.end + 3]
    if not any(sign in brackets for sign in "（(）)"):
        return []
    near = [one for one in known if at.end <= one.start <= at.end + 3]
    behind = [one for one in near if _OPENED.search(text, at.end, one.start) and one.lengths(duration.unit)]
    if behind or text[at.end : at.end + 1] not in ("）", ")"):
        return behind
    near = [one for one in known if 0 < at.start - one.end <= 3]
    return [one for one in near if _OPENED.search(text, one.end, at.start) and one.lengths(duration.unit)]


def running(duration: Duration, known: Sequence[Stretch], text: str) -> bool:
    """Whether it names the stretch right before it once more (至2023年10月6日，两年六个月间).

    Behind a comma only years and years with months do: 1日至7日，3天内 may be any three days.
    """
    at = duration.span
    if not _WHILE.match(text, at.end):
        return False
    links = [text[one.end : at.start] for one in known if 0 < at.start - one.end <= 2]
    years = duration.unit == "year" and text.startswith("间", at.end)
    exact = years or (duration.unit == "month" and "年" in duration.text)
    return any(_RUNNING.fullmatch(link) and (exact or "的" in link) for link in links)


def whole(
    cue: re.Match[str] | None, duration: Duration, found: Sequence[Stretch], text: str
) -> Sequence[Stretch]:
    """The stretches of which a thing named right before the cue (麻醉用时) can be no part.

    A length that was planned (合同工期) is not that of what was done.
    """
    if cue is not None and _PLANNED.search(text, max(0, cue.start() - 8), cue.start()):
        found = [one for one in found if _DUE.search(text, one.start, one.end + 1)]
    own = text[clause(text, cue.start()).start : cue.start()] if cue else ""
    if duration.unit != "minute" or cue is None or not _TAKEN.search(cue.group("cue")):
        return found
    if not _OWN.fullmatch(own) or _WHOLE.search(own):
        return found
    least = duration.interval.bottom or 0
    return [one for one in found if max(one.lengths("minute")) <= least]


def of_a_part(cue: re.Match[str] | None, text: str) -> bool:
    """水下测绘历时60天, 麻醉用时40分钟: whether the length is of work that nothing before it speaks of."""
    if cue is None or not _TAKEN.search(cue.group("cue")):
        return False
    start = clause(text, cue.start()).start
    own = text[start : cue.start()]
    named = _OWN.fullmatch(own) is not None and _WHOLE.search(own) is None
    return named and own[-2:] not in text[sentence(text, start).start : start]


def _quoted(inside: Span, at: int, text: str) -> int:
    """Where the quotation that holds `at` opens; -1 outside of any: what others say is no word of ours."""
    opened = text.rfind("“", inside.start, at)
    return opened if opened > text.rfind("”", inside.start, at) else -1


def _parted(first: int, last: int, text: str) -> bool:
    """Whether a semicolon parts what is said."""
    return any(sign in text[first:last] for sign in "；;")


def _edges(text: str, at: int) -> tuple[int, int]:
    inside = sentence(text, at)
    return inside.start, inside.end
