"""A figure said to be per something twice: 日均每天, 时速……每小时."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import clause
from factcheck.checks.parts.quotes import spoken
from factcheck.model import Figure, Reading, Span


def check(
    subject: Figure, reading: Reading, *, pairs: tuple[tuple[str, str], ...] = ()
) -> Iterator[Judgement]:
    """A conflict when both words of one of `pairs` stand before `subject` in its clause, in order."""
    text = reading.article.text
    start = clause(text, subject.span.start).start
    ahead = text[start : subject.span.start]
    if spoken(text, subject.span):
        return
    for per, each in pairs:
        if per not in ahead or each not in ahead:
            continue
        found = re.search(f"{per}[^0-9，。、（）]{{0,8}}?{each}[^0-9，。、（）]{{0,10}}$", ahead)
        if found is not None:
            whole = Span(start + found.start(), subject.span.end)
            words = whole.of(text)
            judged = conflict(Spot("text", whole), per=per, each=each)
            yield judged.edited(words.replace(each, "", 1), f"删去“{each}”")
            return
