"""A clock time told as so long after another: 22时47分发射，约19分钟后，23时06分入轨."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import before, paragraph
from factcheck.checks.parts.durations import Duration, durations
from factcheck.checks.parts.stretches import clock_minute, kind_of
from factcheck.checks.parts.within import periods_within
from factcheck.interval import Interval
from factcheck.model import Period, Reading, Span
from factcheck.patterns import compiled

_AFTER = compiled(r"(?:之后|以后|过后|后)[，,]?(?:即|也就是|在|于|当[天日晚]|次日|凌晨)?")
_LOOSE = compiled("(?:约|大约|近|将近|超过|不到|不足|短短)$")
_UNITS = {"minute": 1, "hour": 60}
_DAY = 24 * 60
_ROUGH = 3


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Every clock time right behind 分钟后 or 小时后, against the clock time told before in its paragraph."""
    text = reading.article.text
    clocks = [one for one in reading.periods if one.part("hour") and kind_of(one) == "clock"]
    if len(clocks) < 2:
        return
    for duration in durations(reading.figures, text):
        found = _AFTER.match(text, duration.span.end) if duration.unit in _UNITS else None
        later = next((one for one in clocks if found and one.span.start == found.end()), None)
        first = _before(reading, duration.span) if later is not None else None
        if later is not None and first is not None:
            yield from _judged(first, later, duration, text)


def _before(reading: Reading, at: Span) -> Period | None:
    """The last clock time of the paragraph before a stretch of time, if it is the only one of its sort."""
    inside = paragraph(reading.article.text, at.start)
    told = [one for one in periods_within(reading, Span(inside.start, at.start)) if one.part("hour")]
    return told[-1] if told and kind_of(told[-1]) == "clock" else None


def _judged(first: Period, later: Period, duration: Duration, text: str) -> Iterator[Judgement]:
    start, end = clock_minute(first), clock_minute(later)
    if start is None or end is None:
        return
    apart = (end - start) % _DAY
    rough = _LOOSE.search(before(text, duration.span.start, 4)) is not None or duration.unit == "hour"
    said = duration.interval.scaled(_UNITS[duration.unit])
    room = Fraction(_ROUGH if rough else 1)
    spots = Spot("later", later.span), Spot("first", first.span), Spot("length", duration.span)
    shown = f"{first.text} + {duration.text}"
    if Interval.between(apart - room, apart + room).meets(said):
        yield held(*spots, equation=f"{shown} = {later.text}")
    elif apart < _DAY // 2:
        yield conflict(*spots, equation=f"{shown} ≠ {later.text}", expected=f"{apart}分钟")
