"""Units that are not used in print any more: 马力, 公分, 市斤; quoted speech is left alone."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.model import Figure, Reading


def check(
    subject: Figure,
    reading: Reading,
    *,
    units: tuple[str, ...] = (),
    instead: tuple[str, ...] = (),
    models: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """A conflict for each of the `units` outside quotation marks; `instead` names the modern ones in turn.

    Right before one of the `models` the measure is part of the name of a thing (40英尺集装箱).
    """
    name = "" if subject.unit is None else subject.unit.name
    if name not in units or reading.article.text.startswith(models, subject.span.end):
        return
    text = reading.article.text[: subject.span.start]
    if text.count("“") <= text.count("”"):
        yield conflict(Spot("figure", subject.span), expected=instead[units.index(name)])
