"""A figure said to be per something twice: 日均每天, 时速……每小时."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import before
from factcheck.checks.parts.quotes import spoken
from factcheck.model import Figure, Reading, Span

_REACH = 24


def check(
    subject: Figure, reading: Reading, *, pairs: tuple[tuple[str, str], ...] = ()
) -> Iterator[Judgement]:
    """A conflict when both words of one of `pairs` stand before `subject` in its clause, in order."""
    text = reading.article.text
    ahead = before(text, subject.span.start, _REACH)
    start = subject.span.start - len(ahead)
    for per, each in pairs:
        if per not in ahead or each not in ahead or spoken(text, subject.span):
            continue
        found = re.search(f"{per}[^0-9，。、（）：:；;]{{0,8}}?{each}[^0-9，。、（）]{{0,10}}$", ahead)
        if found is not None:
            whole = Span(start + found.start(), subject.span.end)
            words = whole.of(text)
            judged = conflict(Spot("text", whole), per=per, each=each)
            yield judged.edited(words.replace(each, "", 1), f"删去“{each}”")
            return
