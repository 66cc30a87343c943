"""What a store of electricity holds is energy; beside its power, 容量 in 千瓦 lacks the hours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import any_of, before, sentence
from factcheck.checks.parts.within import numbered
from factcheck.model import Dimension, Figure, Reading
from factcheck.patterns import compiled

_HOLDS = compiled(
    r"(?:[、，,；;/（(和及与]|储能|总|电池|储存)(?:容量|储电量)(?:合计|共计|总计|共|各|均|分别)?(?:为|达到?|是|约)*$"
)
_POWER = compiled(r"功率|出力")


def check(subject: Reading, reading: Reading, *, stores: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """A conflict when the 容量 of one of `stores` is given in 千瓦 and its power is told before it."""
    text = reading.article.text
    for figure in reading.figures if any_of(stores).search(numbered(reading).text) else ():
        if figure.unit is not None and figure.unit.dimension is Dimension.POWER:
            yield from _judged(text, figure, any_of(stores))


def _judged(text: str, figure: Figure, stores: re.Pattern[str]) -> Iterator[Judgement]:
    start = figure.span.start
    if _HOLDS.search(before(text, start, 14)) is None:
        return
    ahead = text[sentence(text, start).start : start]
    if stores.search(ahead) and _POWER.search(ahead):
        right = f"{figure.text}时"
        found = conflict(Spot("figure", figure.span), expected=right)
        yield found.edited(right, "储存的电量按千瓦时计")
