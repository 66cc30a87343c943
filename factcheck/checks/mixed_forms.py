"""Numbers of one sort in one list, some in Arabic and some in Chinese digits: 第三章、第4章和第五章."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.quotes import spoken
from factcheck.checks.parts.within import figures_within
from factcheck.model import Enumeration, Figure, Reading


def check(subject: Enumeration, reading: Reading) -> Iterator[Judgement]:
    """A conflict at the figure whose digits differ from those of most items; one figure an item."""
    if subject.style != "pause" or len(subject.items) < 3:
        return
    last: list[Figure] = []
    for item in subject.items:
        here = figures_within(reading, item)
        if not here:
            return
        last.append(here[-1])
    if len({_sort(figure) for figure in last}) > 1:
        return
    arabic = [figure for figure in last if _arabic(figure)]
    chinese = [figure for figure in last if not _arabic(figure)]
    few, most = sorted((arabic, chinese), key=len)
    if few and len(few) < len(most) and not spoken(reading.article.text, few[0].span):
        yield conflict(Spot("figure", few[0].span), Spot("other", most[0].span))


def _arabic(figure: Figure) -> bool:
    return any("0" <= char <= "9" for char in figure.text)


def _sort(figure: Figure) -> tuple[str, str]:
    return figure.kind.value, figure.unit.name if figure.unit is not None else ""
