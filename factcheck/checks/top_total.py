"""What the first N make together against the whole they belong to: the part cannot be the greater."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import clause, sentence
from factcheck.checks.parts.compared import base
from factcheck.checks.parts.within import figures_within
from factcheck.model import Figure, FigureKind, Reading, Span
from factcheck.patterns import compiled

_TOGETHER = compiled(r"合计|总计|共计|累计|总额|之和|加起来|一共")
_WHOLE = compiled(r"全[市省县区国州镇村行]|全部|总[量额数]|全行业|各项|所有")


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare the sum of the first N (前五家合计) with a whole of the same unit in the same sentence."""
    text = reading.article.text
    for first in reading.figures:
        if first.kind is not FigureKind.ORDINAL or not first.text.startswith("前"):
            continue
        end = sentence(text, first.span.end).end
        behind = figures_within(reading, Span(first.span.end, end))
        rest = [one for one in behind if one.unit is not None]
        if not rest or not _TOGETHER.search(text, first.span.end, rest[0].span.start):
            continue
        part = rest[0]
        for whole in rest[1:]:
            if whole.unit == part.unit and _WHOLE.search(_words(text, whole)):
                yield from _judged(first, part, whole)


def _words(text: str, figure: Figure) -> str:
    return text[clause(text, figure.span.start).start : figure.span.start]


def _judged(first: Figure, part: Figure, whole: Figure) -> Iterator[Judgement]:
    some, all_ = base(part), base(whole)
    if some is None or all_ is None or some.bottom is None or all_.top is None:
        return
    spots = Spot("part", part.span), Spot("whole", whole.span)
    if some.bottom > all_.top:
        yield conflict(*spots, equation=f"{part.text} > {whole.text}", top=first.text)
    else:
        yield held(*spots, equation=f"{part.text} ≤ {whole.text}", weak=True)
