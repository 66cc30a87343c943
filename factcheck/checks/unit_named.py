"""Units that are not used in print any more: 马力, 公分, 市斤; quoted speech is left alone."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import sentence
from factcheck.model import Reading


def check(
    subject: Reading,
    reading: Reading,
    *,
    units: tuple[str, ...] = (),
    instead: tuple[str, ...] = (),
    models: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """A conflict for each of the `units` outside quotation marks; `instead` names the modern ones in turn.

    Beside one of the `models` the measure is part of the name of a thing (40英尺集装箱; 40英尺的箱子).
    """
    text, modern = reading.article.text, dict(zip(units, instead, strict=False))
    for figure in reading.figures:
        name = "" if figure.unit is None else figure.unit.name
        if name not in modern:
            continue
        around = sentence(text, figure.span.start).of(text)
        if text.startswith("的", figure.span.end) and any(model in around for model in models):
            continue
        if text.startswith(models, figure.span.end):
            continue
        if text.count("“", 0, figure.span.start) <= text.count("”", 0, figure.span.start):
            yield conflict(Spot("figure", figure.span), expected=modern[name])
