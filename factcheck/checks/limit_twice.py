"""A limit said before a figure and again behind it: 最低须保持在50万亩以上."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import any_of, before, either
from factcheck.checks.parts.quotes import spoken
from factcheck.model import Figure, Reading, Span
from factcheck.patterns import compiled


def check(
    subject: Reading,
    reading: Reading,
    *,
    limits: tuple[str, ...] = (),
    musts: tuple[str, ...] = (),
    again: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """A conflict when a limit that is demanded stands before a figure and a word of `again` behind it.

    Without a word that demands (须, 应) 最低 may name something of its own (最低气温).
    """
    text, repeated = reading.article.text, any_of(again)
    front = compiled(f"(?P<limit>{either(limits)}){either(musts)}[^，。；、0-9]{{0,5}}$")
    for figure in reading.figures:
        if text.startswith(again, figure.span.end) and not spoken(text, figure.span):
            yield from _judged(text, figure, front, repeated)


def _judged(
    text: str, figure: Figure, front: re.Pattern[str], repeated: re.Pattern[str]
) -> Iterator[Judgement]:
    behind = repeated.match(text, figure.span.end)
    found = front.search(before(text, figure.span.start, 14))
    if found is not None and behind is not None:
        whole = Span(figure.span.start - (len(found.string) - found.start()), behind.end())
        yield conflict(Spot("text", whole), first=found.group("limit"), last=behind.group())
