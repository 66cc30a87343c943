"""How long something took, behind the only two days told before it: 3月1日入轨，同年8月8日…，历时160天."""

from __future__ import annotations

import re

from factcheck.checks.parts.around import sentence
from factcheck.checks.parts.durations import Duration
from factcheck.checks.parts.stretches import Stretch, kind_of, pair
from factcheck.checks.parts.within import periods_within
from factcheck.model import Reading, Span
from factcheck.patterns import compiled

_SHUT_OFF = (
    "中断|停运|停航|停飞|封闭|关闭|停产|停工|断流|断电|断水|断网|停课|被困|失联|停业|闭馆|停水|停电|停气|停暖|滞留|管制"
    "|封航|停摆|限行|走失|失踪|离家|出走"
)
CUE = compiled(
    f"[，,。；](?:考试|比赛|前后|全程|总共|一共|连续|累计|共|总|在[\u4e00-\u9fff]{{2,4}})?"
    f"(?:历时|历经|耗时|用时|用了|花了|(?P<off>{_SHUT_OFF}))"
    r"(?P<all>的这?)?(?:时间|时长|总共|一共|共|已经|正好|整整|刚好|仅|只|了|为|达|长达)*(?=[\d一二两三四五六七八九十])"
)
_SHUT = compiled(r"(?:时间|整)?(?:期?[里间内中])?(?:[，。；、）)！？!?,;\n”]|$)")
_PLANNED = compiled("计划|预计|拟|将|原定|约定|合同|应当|不迟于|最晚")
# 6月1日20时出发，6月2日4时遇险，被困6小时 did not begin with the first of the two.
_WHOLE = compiled("(?:历时|历经|耗时|用时|用了|花了)[^，,；;]{0,6}$")
_KINDS = ("day", "clock")
_TWO, _ROOM = 2, 18


def _cue(text: str, at: int) -> re.Match[str] | None:
    found = list(CUE.finditer(text, max(0, at - _ROOM), at + 1))
    return found[-1] if found and found[-1].end() == at else None


def _is_later(reading: Reading, start: int) -> bool:
    """8时12分开出。9时30分经停，10时45分到达，全程…: whether a clock time is told right before."""
    text = reading.article.text
    inside = sentence(text, max(start - 1, 0))
    first = inside.start if inside.start < start else _sentence_before(text, start)
    ahead = periods_within(reading, Span(first, start)) if first < start else ()
    return any(kind_of(one) == "clock" for one in ahead)


def _sentence_before(text: str, start: int) -> int:
    """Where the sentence before the one that begins at `start` begins, if it is of its paragraph."""
    before = start - 1
    return sentence(text, before - 1).start if before > 0 and text[before] in "。！？" else start


def only_two(duration: Duration, reading: Reading) -> list[Stretch]:
    """The stretch from the first to the second of the two days told before; none when there are others."""
    text, at = reading.article.text, duration.span
    cue = _cue(text, at.start)
    if cue is None or not _SHUT.match(text, at.end):
        return []
    inside = sentence(text, at.start)
    start = max(inside.start, *(text.rfind(sign, inside.start, at.start) + 1 for sign in "；;"))
    told = periods_within(reading, Span(start, at.start))
    if len(told) < _TWO and start == inside.start:
        start = _sentence_before(text, inside.start)
        told = periods_within(reading, Span(start, at.start))
    if len(told) != _TWO or not all(kind_of(one) in _KINDS for one in told):
        return []
    timed = any(kind_of(one) == "clock" for one in told)
    if timed and _is_later(reading, start):
        return []
    off = cue["off"]
    begun = off is not None and (off in text[told[0].span.end : told[1].span.start] or bool(cue["all"]))
    if _PLANNED.search(text, start, at.start) or (
        timed and not begun and not _WHOLE.search(text, start, at.start)
    ):
        return []
    kind = "clock" if duration.unit == "minute" else "day"
    return [one for one in pair(told[0], told[1], kind) if one.lengths(duration.unit)]
