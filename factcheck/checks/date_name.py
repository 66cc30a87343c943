"""Names that hold a month and a day (315晚会) without the mark between them and the quotes around."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.checks import Judgement, Spot, conflict
from factcheck.model import Figure, Reading, Span


def check(
    subject: Figure, reading: Reading, *, names: Mapping[str, tuple[str, ...]] | None = None
) -> Iterator[Judgement]:
    """A conflict when the digits of `subject` are a key of `names` and one of its names follows."""
    text = reading.article.text
    bare = subject.number.of(text) if subject.number is not None else subject.text
    for name in (names or {}).get(bare, ()):
        if text.startswith(name, subject.span.end):
            month = len(bare) - 2
            right = f"{int(bare[:month])}·{int(bare[month:])}"
            found = conflict(
                Spot("digits", Span(subject.span.start, subject.span.end)), expected=right, name=name
            )
            yield found.edited(f"“{right}”", "加间隔号和引号")
            return
