"""首届 and a number of the same edition: 首届第二届, 首届音乐周（第二届）."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import after, before
from factcheck.model import Figure, FigureKind, Reading
from factcheck.patterns import compiled

_BEFORE = compiled(r"首届(?:[\u4e00-\u9fff“”]{2,16}[（(])?$")
_AFTER = compiled(r"首届")


def check(subject: Figure, reading: Reading) -> Iterator[Judgement]:
    """A conflict when `subject` (第N届) stands right beside 首届, or in brackets behind what it names."""
    unit = subject.unit
    if subject.kind is not FigureKind.ORDINAL or unit is None or unit.name != "届" or subject.value == 1:
        return
    text = reading.article.text
    if _BEFORE.search(before(text, subject.span.start, 20)) or _AFTER.match(after(text, subject.span.end, 4)):
        yield conflict(Spot("nth", subject.span))
