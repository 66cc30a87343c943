"""Two dates that stand side by side, one explaining the other: 三季度（7月至9月）, 2026年即….

The words between them decide; nothing here reads a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Period, Reading
from factcheck.patterns import compiled

_BRACKET = compiled(r"(?:规划|时期|期间|当天|当日)?\s?[（(]\s?(?:即|指)?")
_CALLED = compiled(
    r"[，,]?(?:即|也就是|亦即|就是|准确地说是?|确切地说是?|具体为|具体是|也即|正是|恰是|恰逢|正值|适逢|正逢|欣逢|喜逢)(?:从|自|为)?"
)
_NEAR = 12


def side_by_side(reading: Reading) -> Iterator[tuple[Period, Period, str]]:
    """Neighbouring dates with the words between them, in one sentence and at most 12 characters apart."""
    text = reading.article.text
    for first, second in pairwise(reading.periods):
        if second.span.start - first.span.end <= _NEAR:
            between = text[first.span.end : second.span.start]
            if not any(stop in between for stop in "。；;！？\n"):
                yield first, second, between


def explained(reading: Reading) -> Iterator[tuple[Period, Period]]:
    """Neighbouring dates of which the second says again what the first is: by brackets, or by 即."""
    text = reading.article.text
    for first, second, between in side_by_side(reading):
        closed = text[second.span.end : second.span.end + 1] in ("）", ")")
        if (_BRACKET.fullmatch(between) and closed) or _CALLED.fullmatch(between):
            yield first, second
