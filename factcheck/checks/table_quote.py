"""A sentence that repeats the digits of a cell under another unit, or of another time."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.model import Quote, Reading


def check(subject: Quote, reading: Reading, *, differs: str) -> Iterator[Judgement]:
    """Every quote that differs from its cell in `differs` (`unit` or `period`)."""
    if subject.differs != differs:
        return
    head, said = Spot("head", subject.head), Spot("text", subject.said.span)
    cell = Spot("cell", subject.cell.span)
    if subject.words is None:
        yield conflict(said, head, cell)
    else:
        yield conflict(Spot("period", subject.words), head, said, cell)
