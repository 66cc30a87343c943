"""Names against the figures that 分别 or 依次 gives them: as many of the one as of the other."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.model import Enumeration, Reading, Span


def check(subject: Enumeration, reading: Reading) -> Iterator[Judgement]:
    """Compare the numbers of names and figures; twice as many of one as of the other may be pairs."""
    if subject.style != "respective" or not subject.values:
        return
    names, values = len(subject.items), len(subject.values)
    figures = Spot("values", Span(subject.values[0].start, subject.values[-1].end))
    listed = Spot("names", Span(subject.items[0].start, subject.items[-1].end))
    if names == values:
        yield held(figures, listed, equation=f"{names} = {values}", weak=True)
    elif not (_fair(subject, values) or values % names == 0 or names % values == 0):
        yield conflict(
            figures,
            listed,
            equation=f"{names} ≠ {values}",
            expected=str(names),
            count=str(values),
            total=str(names),
        )


def _fair(subject: Enumeration, values: int) -> bool:
    return subject.loose or values in subject.fair or (subject.open and values > len(subject.items))
