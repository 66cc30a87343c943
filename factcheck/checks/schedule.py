"""Two appointments of one place or one person at the same time.

The place is one when the sentence says so (在…单独使用场地, 2号手术室); the person is one when the second
appointment is told of 他, 她 or 又.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import after, any_of, sentence
from factcheck.checks.parts.dates import said
from factcheck.model import Period, Reading
from factcheck.model.period import Day
from factcheck.patterns import compiled
from factcheck.records import dataclass

_HE = compiled(r"[，,]?[^，。；]{0,6}?(?:[他她](?!们)[^，。；]{0,3}(?:又|还|再|也)|[他她]又|又在)")


@dataclass(frozen=True, slots=True)
class _Slot:
    """From when to when on which day, in minutes."""

    period: Period
    day: Day | None
    start: int
    end: int


def check(subject: Reading, reading: Reading, *, alone: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """Compare the clock times of each sentence: of one place (a word of `alone`), or of one person."""
    text = reading.article.text
    sentences: dict[int, list[_Slot]] = {}
    for slot in _slots(reading):
        sentences.setdefault(sentence(text, slot.period.span.start).start, []).append(slot)
    words = any_of(alone)
    for start, slots in sentences.items():
        shared = words.search(text, start, sentence(text, start).end) is not None
        for first, second in combinations(slots, 2):
            ranged = first.end > first.start and second.end > second.start
            if shared and ranged:
                yield from _judged(first, second)
            elif not ranged and _HE.match(after(text, second.period.span.end, 24)):
                yield from _moment(first, second)


def _slots(reading: Reading) -> Iterator[_Slot]:
    day: Day | None = None
    for period in reading.periods:
        hour, end = said(period, "hour"), said(period, "end-hour")
        day = period.first or day
        if hour is None or period.part("end-day") is not None or "impossible" in period.form:
            continue
        start = hour * 60 + (said(period, "minute") or 0)
        last = start if end is None else end * 60 + (said(period, "end-minute") or 0)
        yield _Slot(period, period.first or day, start, last)


def _judged(first: _Slot, second: _Slot) -> Iterator[Judgement]:
    spots = Spot("second", second.period.span), Spot("first", first.period.span)
    if first.day != second.day:
        return
    if first.start < second.end and second.start < first.end:
        yield conflict(*spots, equation=f"{second.period.text} ∩ {first.period.text} ≠ ∅")
    else:
        yield held(*spots, equation=f"{first.period.text} ∩ {second.period.text} = ∅", weak=True)


def _moment(first: _Slot, second: _Slot) -> Iterator[Judgement]:
    if first.day == second.day and first.start == second.start:
        spots = Spot("second", second.period.span), Spot("first", first.period.span)
        yield conflict(*spots, equation=f"{second.period.text} = {first.period.text}")
