"""How many minutes earlier or later than planned: 原定11时到达，实际10时48分到达，提前12分钟."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import any_of, before, clause, in_clause, sentence
from factcheck.checks.parts.durations import durations
from factcheck.checks.parts.stretches import clock_minute, kind_of
from factcheck.checks.parts.within import periods_within
from factcheck.model import Period, Reading, Span
from factcheck.patterns import compiled

_MOVED = compiled(
    "(?:提前|提早|推迟|推后|延后|延迟|延误|延长|顺延|晚点|误点|正?晚|早|迟到?|超时|多开放?|多营业)(?:了|到|近|约|整整|足足)*$"
)
_LOOSE = compiled("约|近|多|余|左右|以上|至少|最多|不到")
_AGAINST = compiled(r"(?:比|较|与|和)[^，,。；;\d]{0,10}$")
_FROM = compiled(r"(?:由|从|自)[^，,。；;\d]{0,8}$")
_UNTIL = compiled(r"[^，,。；;\d]{0,8}[至到为成]$")
_REALLY = compiled("实际|就|[改才]|调整|最终|现|结果|直到|直至")
# 3号线延后30分钟, 末班车推迟20分钟
_THING = compiled(
    "[，,](?P<name>[^，,。；;]{0,6}?[^，,。；;全整各][线路站馆园厅区院校班组店车船门场])(?:则|也|相应|同时|将|拟|计划)*"
    f"{_MOVED.pattern}"
)
_DAY, _TWO, _AROUND, _FAR = 24 * 60, 2, 10, 20


def check(subject: Reading, reading: Reading, *, plans: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """Compare the minutes with the only two clock times told before them in their sentence.

    One of the two is beside a word of `plans`, or moved from one to the other (由22时延长至23时).
    """
    text = reading.article.text
    if not any(period.part("hour") for period in reading.periods):
        return
    words = any_of(plans)
    for duration in durations(reading.figures, text):
        at = duration.span
        if duration.unit != "minute" or _MOVED.search(before(text, at.start, 8)) is None:
            continue
        told = _told(reading, at)
        if not told or at.start - told[-1].span.end > _FAR or _of_another(told, at, text):
            continue
        loose = _LOOSE.search(text[max(0, at.start - 2) : at.start] + text[at.end : at.end + 2])
        if loose or not _one_event(told, words, text):
            continue
        apart = _apart(told)
        if apart is None:
            continue
        spots = Spot("minutes", at), *(Spot("time", one.span) for one in told)
        shown = "至".join(one.text for one in told)
        if Fraction(apart) in duration.interval:
            yield held(*spots, equation=f"{shown} = {duration.text}")
        else:
            yield conflict(*spots, equation=f"{shown} ≠ {duration.text}", expected=_printed(apart))


def _told(reading: Reading, at: Span) -> Sequence[Period]:
    """The two clock times before it in its sentence, or one stretch (22时延长至23时); empty for any other."""
    inside = sentence(reading.article.text, at.start)
    told = [
        one for one in periods_within(reading, Span(inside.start, at.start)) if one.part("hour") is not None
    ]
    if len(told) == 1:
        return told if told[0].part("end-hour") is not None and "延" in told[0].text else []
    plain = all(kind_of(one) == "clock" for one in told)
    days = {one.part("day") for one in told} - {None}
    return told if len(told) == _TWO and plain and len(days) <= 1 else []


def _one_event(told: Sequence[Period], plans: re.Pattern[str], text: str) -> bool:
    """Whether two clock times are of one thing: one against the other, from one to the other, or planned."""
    first, last = told[0], told[-1]
    if first is last:
        return _FROM.search(before(text, first.span.start, _AROUND)) is not None
    link = text[first.span.end : last.span.start]
    if any(sign in link for sign in "；;："):
        return False
    if _FROM.search(before(text, first.span.start, _AROUND)):
        return _UNTIL.fullmatch(link) is not None
    if _AGAINST.search(link):
        return link[:1] not in "，,"
    planned = [one for one in told if plans.search(before(text, one.span.start, _AROUND))]
    if len(planned) != 1:
        return False
    other = last if planned[0] is first else first
    around = text[clause(text, other.span.start).start : clause(text, other.span.end).end]
    event = in_clause(text[planned[0].span.end :][:_AROUND])[-_TWO:]
    return _REALLY.search(around) is not None or (len(event) == _TWO and event in around)


def _of_another(told: Sequence[Period], at: Span, text: str) -> bool:
    """由23时推迟至24时；3号线延后30分钟: whether something else is named that was moved by so much."""
    link = text[told[-1].span.end : at.start]
    if any(sign in link for sign in "；;"):
        return True
    named = _THING.search(link)
    return named is not None and named["name"] not in text[sentence(text, at.start).start : told[-1].span.end]


def _apart(told: Sequence[Period]) -> int | None:
    first = clock_minute(told[0])
    last = clock_minute(told[-1], "end-" if len(told) == 1 else "")
    return None if first is None or last is None else min(abs(last - first), _DAY - abs(last - first))


def _printed(minutes: int) -> str:
    hours, left = divmod(minutes, 60)
    return (f"{hours}小时" if hours else "") + (f"{left}分钟" if left else "")
