"""A figure said to be per something twice: 日均每天, 时速……每小时."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import before
from factcheck.checks.parts.quotes import spoken
from factcheck.checks.parts.told import told
from factcheck.model import Figure, Reading, Span

_REACH = 24


def check(
    subject: Reading, reading: Reading, *, pairs: tuple[tuple[str, str], ...] = ()
) -> Iterator[Judgement]:
    """A conflict when both words of one of `pairs` stand before a figure in its clause, in order."""
    for here in told(reading, (), [each for _, each in pairs]):
        said = [pair for pair in pairs if pair[0] in here.text and pair[1] in here.text]
        for figure in here.figures if said else ():
            yield from _judged(reading.article.text, figure, said)


def _judged(text: str, figure: Figure, pairs: Sequence[tuple[str, str]]) -> Iterator[Judgement]:
    ahead = before(text, figure.span.start, _REACH)
    start = figure.span.start - len(ahead)
    for per, each in pairs:
        if per not in ahead or each not in ahead or spoken(text, figure.span):
            continue
        found = re.search(f"{per}[^0-9，。、（）：:；;]{{0,8}}?{each}[^0-9，。、（）]{{0,10}}$", ahead)
        if found is not None:
            whole = Span(start + found.start(), figure.span.end)
            words = whole.of(text)
            judged = conflict(Spot("text", whole), per=per, each=each)
            yield judged.edited(words.replace(each, "", 1), f"删去“{each}”")
            return
