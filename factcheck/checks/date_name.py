"""Names that hold a month and a day (315晚会) without the mark between them and the quotes around."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.checks import Judgement, Spot, conflict
from factcheck.model import Figure, Reading, Span


def check(
    subject: Reading, reading: Reading, *, names: Mapping[str, tuple[str, ...]] | None = None
) -> Iterator[Judgement]:
    """A conflict when the digits of a figure are a key of `names` and one of its names follows."""
    text = reading.article.text
    known = names or {}
    for figure in reading.figures:
        bare = figure.number.of(text) if figure.number is not None else figure.text
        if bare in known and text.startswith(tuple(known[bare]), figure.span.end):
            yield _judged(text, figure, bare, known[bare])


def _judged(text: str, figure: Figure, bare: str, names: Sequence[str]) -> Judgement:
    name = next(name for name in names if text.startswith(name, figure.span.end))
    month = len(bare) - 2
    right = f"{int(bare[:month])}·{int(bare[month:])}"
    found = conflict(Spot("digits", Span(figure.span.start, figure.span.end)), expected=right, name=name)
    return found.edited(f"“{right}”", "加间隔号和引号")
