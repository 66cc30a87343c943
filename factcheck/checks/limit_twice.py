"""A limit said before a figure and again behind it: 最低须保持在50万亩以上."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import any_of, before, either
from factcheck.checks.parts.quotes import spoken
from factcheck.model import Figure, Reading, Span


def check(
    subject: Figure,
    reading: Reading,
    *,
    limits: tuple[str, ...] = (),
    musts: tuple[str, ...] = (),
    again: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """A conflict when a limit that is demanded stands before `subject` and a word of `again` behind it.

    Without a word that demands (须, 应) 最低 may name something of its own (最低气温).
    """
    text = reading.article.text
    behind = any_of(again).match(text, subject.span.end)
    if behind is None or spoken(text, subject.span):
        return
    front = f"(?P<limit>{either(limits)}){either(musts)}[^，。；、0-9]{{0,5}}$"
    found = re.search(front, before(text, subject.span.start, 14))
    if found is not None:
        whole = Span(subject.span.start - (len(found.string) - found.start()), behind.end())
        yield conflict(Spot("text", whole), first=found.group("limit"), last=behind.group())
