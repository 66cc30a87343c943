"""首届 and a number of the same edition: 首届第二届, 首届音乐周（第二届）."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import after, before
from factcheck.model import FigureKind, Reading
from factcheck.patterns import compiled

_BEFORE = compiled(r"首届(?:[\u4e00-\u9fff“”]{2,16}[（(])?$")
_AFTER = compiled(r"首届")


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """A conflict when a 第N届 stands right beside 首届, or in brackets behind what it names."""
    text = reading.article.text
    for figure in reading.figures if "首届" in text else ():
        unit = figure.unit
        if figure.kind is not FigureKind.ORDINAL or unit is None or unit.name != "届" or figure.value == 1:
            continue
        ahead, behind = before(text, figure.span.start, 20), after(text, figure.span.end, 4)
        if _BEFORE.search(ahead) or _AFTER.match(behind):
            yield conflict(Spot("nth", figure.span))
