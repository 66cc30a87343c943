"""零 in a year written as a row of digits (二零二四年), and the letters O and l among digits."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.model import Reading
from factcheck.patterns import compiled

_YEAR = compiled(r"[一二][零〇一二三四五六七八九]{3}")


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """A conflict for each."""
    for period in reading.periods:
        year = _YEAR.search(period.text)
        if year is not None and "零" in year.group():
            found = conflict(Spot("text", period.span), reason="是年份，“零”应作“〇”")
            yield found.edited(period.text.replace("零", "〇"), "年份用“〇”")
    for figure in reading.figures:
        if "zero-letter" in figure.form:
            yield conflict(Spot("text", figure.span), reason="里混入了字母")
