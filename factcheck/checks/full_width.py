"""Full-width digits, told once for the whole article."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.within import numbered
from factcheck.model import Reading
from factcheck.patterns import compiled

_WIDE = compiled("[０-９]")


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """A conflict at the first figure or date that is written with one."""
    figures = reading.figures if _WIDE.search(numbered(reading).text) else ()
    spans = [figure.span for figure in figures if _WIDE.search(figure.text)]
    spans += [period.span for period in reading.periods if _WIDE.search(period.text)]
    if spans:
        first = min(spans, key=lambda span: span.start)
        yield conflict(Spot("text", first), count=str(len(spans)))
