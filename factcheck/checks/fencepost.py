"""Counts that are one off: posts and gaps, floors climbed, names changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.within import saying
from factcheck.model import Dimension, Figure, FigureKind, Reading, Span
from factcheck.patterns import compiled

_EVERY = compiled(r"(?:每隔|每|间隔|间距为?|相距)\s?$")
_BOTH = compiled(r"两端都|两头都|两端各|首尾都|两端均|包括两端|含两端")
_ROUND = compiled(r"环形|圆形|环|一圈|周长|湖边|操场")
_CHANGED = compiled(r"(?:改|更|换|易|变更)(?:了|过)?$")
_HINT = compiled("每|间隔|间距|相距|改|更|换|易|楼|层")  # one of them is in each of the three patterns
_FLOOR = compiled(r"[楼层]$")
_CLIMBED = compiled(r"(?:爬|上|登|走)(?:了|过)?$")


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Judge the three patterns in every sentence that holds the figures of one."""
    text = reading.article.text
    for inside, held_here in saying(reading, _HINT):
        figures = [figure for figure in held_here if figure.value is not None]
        yield from _posts(text, inside, figures)
        yield from _names(text, figures)
        yield from _floors(text, figures)


def _posts(text: str, inside: Span, figures: Sequence[Figure]) -> Iterator[Judgement]:
    """Length and gap, and how many posts: one more than gaps when both ends have one."""
    for place, gap in enumerate(figures):
        if place == 0 or not _EVERY.search(text, max(inside.start, gap.span.start - 3), gap.span.start):
            continue
        whole, counts = figures[place - 1], [one for one in figures[place + 1 :] if _counted(one)]
        if not (
            _long(whole) and _long(gap) and counts and whole.unit == gap.unit and gap.value and whole.value
        ):
            continue
        posts, count = Fraction(whole.value) / Fraction(gap.value), counts[-1]
        ringed, ended = (
            _ROUND.search(text, inside.start, inside.end),
            _BOTH.search(text, inside.start, inside.end),
        )
        if posts.denominator != 1 or not (ringed or ended):
            continue
        wanted = int(posts) + (0 if ringed else 1)
        spots = Spot("count", count.span), Spot("whole", whole.span), Spot("gap", gap.span)
        yield from _judged(spots, count, wanted, f"{whole.text} ÷ {gap.text}" + ("" if ringed else " + 1"))


def _names(text: str, figures: Sequence[Figure]) -> Iterator[Judgement]:
    """N个名字, changed N − 1 times."""
    for place, names in enumerate(figures):
        if names.unit is None or names.unit.name != "个" or not text.startswith("名", names.span.end):
            continue
        for times in figures[place + 1 :]:
            changed = _CHANGED.search(text, max(0, times.span.start - 4), times.span.start)
            if changed and times.unit is not None and times.unit.name == "次" and names.value is not None:
                spots = Spot("count", times.span), Spot("whole", names.span)
                yield from _judged(spots, times, int(names.value) - 1, f"{names.text} − 1")
                return


def _floors(text: str, figures: Sequence[Figure]) -> Iterator[Judgement]:
    """From one floor up to another: as many flights as the floors differ by."""
    for first, second, flights in zip(figures, figures[1:], figures[2:], strict=False):
        between = text[first.span.end : second.span.start]
        ends = [_FLOOR.search(one.text) for one in (first, second)]
        climbed = _CLIMBED.search(text, max(0, flights.span.start - 3), flights.span.start)
        if not (all(ends) and climbed and flights.text[-1:] == "层" and re.search("[到至上]", between)):
            continue
        if first.value is not None and second.value is not None:
            wanted = int(second.value) - int(first.value)
            spots = Spot("count", flights.span), Spot("first", first.span), Spot("last", second.span)
            yield from _judged(spots, flights, wanted, f"{second.text} − {first.text}")


def _judged(spots: tuple[Spot, ...], count: Figure, wanted: int, sum_: str) -> Iterator[Judgement]:
    if count.value == wanted:
        yield held(*spots, equation=f"{sum_} = {count.text}")
    elif count.value is not None and abs(count.value - wanted) == 1:
        yield conflict(*spots, equation=f"{sum_} ≠ {count.text}", expected=str(wanted))


def _long(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.dimension is Dimension.LENGTH


def _counted(figure: Figure) -> bool:
    return (
        figure.unit is not None
        and figure.unit.dimension is Dimension.COUNT
        and figure.kind is FigureKind.QUANTITY
    )
