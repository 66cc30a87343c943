"""Days of good air against their rate: 优良天数298天，优良率81.4% of the 366 days of 2024.

The days that were measured may be a few less than those of the calendar, never more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck import calendar
from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import before
from factcheck.checks.parts.printing import rounded
from factcheck.checks.parts.within import periods_within, saying
from factcheck.model import Anchor, Figure, FigureKind, Grain, Period, Reading, Span
from factcheck.patterns import compiled

_COUNTED = compiled("天数|日数")
_COUNT = compiled(rf"(?:优良(?:空气)?|达标)(?:{_COUNTED.pattern})(?:共|累计|达到?|为|有|是|已)*$")
_RATE = compiled(
    r"(?:优良率|达标率|(?:优良|达标)(?:天数|日数)?(?:的)?(?:比例|比率|占比)|占比)(?:达到?|为|是)*$"
)
_ANOTHER = compiled("平均|[各个]市|分别|去年|上年|同期|预计|力争|目标|以上")
_PLACE = compiled("[省市县区州镇城]")
_LOOSE = compiled("[约近超逾余多几]")
_MEASURED, _LONGEST = 30, 366
_KEY = 4  # how many members the key of a period has


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare the days and the rate of sentences that tell one of each."""
    text = reading.article.text
    for inside, figures in saying(reading, _COUNTED):
        days = [one for one in figures if one.unit and one.unit.name == "天" and _told(text, one, _COUNT)]
        if len(days) != 1:
            continue
        rates = [one for one in figures if one.kind is FigureKind.PERCENT and _told(text, one, _RATE)]
        if len(rates) == 1 and _together(text, inside, days[0], rates[0]):
            yield from _judged(days[0], rates[0], _longest(reading, inside, days[0]))


def _together(text: str, inside: Span, days: Figure, rate: Figure) -> bool:
    """Whether both are of one place: none is named between them."""
    first, last = sorted((days.span, rate.span), key=lambda one: one.start)
    return not _ANOTHER.search(inside.of(text)) and not _PLACE.search(text, first.end, last.start)


def _told(text: str, figure: Figure, words: re.Pattern[str]) -> bool:
    return words.search(before(text, figure.span.start, 14)) is not None


def _longest(reading: Reading, inside: Span, days: Figure) -> list[int]:
    """How many days the stretch of a sentence has at most: that it names, or else that it is understood of.

    Without any it is a year, where so many days fit no half of one.
    """
    named = {_days(one) for one in periods_within(reading, inside)}
    if named:
        length = named.pop()
        return [length] if length is not None and not named else []
    keys = [one.quantity.root.period for one in reading.claims if days in one.figures]
    ends = [key[1:3] for key in keys if isinstance(key, tuple) and len(key) == _KEY]
    known = [calendar.length(first, last) for first, last in ends if first is not None and last is not None]
    year = [_LONGEST] if known or (days.value or 0) > _LONGEST // 2 else []
    return [*(min(one, _LONGEST) for one in known), *year]


def _days(period: Period) -> int | None:
    """How many days a period has at most; unknown where it is not dated, unless it is a year."""
    if period.first is None or period.last is None:
        return _LONGEST if period.grain is Grain.YEAR else None
    loose = period.anchor is Anchor.DOCUMENT or bool(period.form)
    return min(calendar.length(period.first, period.last) + loose, _LONGEST)


def _judged(days: Figure, rate: Figure, lengths: Sequence[int]) -> Iterator[Judgement]:
    """The rate of some number of measured days, up to those of the stretch, must round to what is told."""
    if rate.interval is None or not days.value or not lengths or _LOOSE.search(days.hedge + rate.hedge):
        return
    share = Fraction(days.value) * 100
    fits = [
        count
        for longest in lengths
        for count in range(max(1, longest - longest // _MEASURED), longest + 1)
        if share / count in rate.interval
    ]
    spots = Spot("rate", rate.span), Spot("days", days.span)
    right = f"{rounded(share / lengths[0], 1)}%"
    if fits:
        yield held(*spots, equation=f"{days.text} ÷ {fits[-1]}天 = {rate.text}")
    else:
        yield conflict(*spots, equation=f"{days.text} ÷ {lengths[0]}天 ≠ {rate.text}", expected=right)
