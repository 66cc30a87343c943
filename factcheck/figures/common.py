"""The common shape, read in one step: plain digits, perhaps 万 or 亿, a unit, nothing odd around.

Three figures in four of a statistical text look like this. Whatever does not is left to the general
reader, which gives the same answer for these too (a test holds the two against each other).
"""

from __future__ import annotations

import re
import string

from factcheck.figures.page import Page
from factcheck.figures.pieces import Piece

_COMMON = re.compile(r"([0-9]{1,15}+)(?:\.([0-9]{1,12}+))?+ ?(万亿|亿|万|) ?")
_LARGE = {"": 0, "万": 4, "亿": 8, "万亿": 12}
_LEFT = frozenset("第前下负币-－−–—―+±./_&〔（［([“‘「『·¥￥$＄€£₩₹图表届时点" + string.ascii_letters)
_RIGHT = frozenset("-－−–—―~～〜∼至到半多余来万亿零一二三四五六七八九两0123456789/每 比:：∶=+")


def common(page: Page, start: int, limit: int) -> int:
    """Add the figure at `start` if it has the common shape; where it ends, or 0."""
    plain = page.plain
    before = plain[start - 1]
    if before == " ":
        before = plain[start - 2]
    if before in _LEFT or (before == "长" and plain[start - 3] == "负"):
        return 0
    found = _COMMON.match(plain, start)
    unit = None if found is None else page.units.at(plain, found.end())
    if found is None or unit is None:
        return 0
    entry, end = unit
    if entry.careful or end > limit or plain[end] in _RIGHT:
        return 0
    whole, places, large = found.groups("")
    exponent = _LARGE[large] - len(places)
    page.add(
        Piece(
            start,
            start,
            found.end(3),
            end,
            int(whole + places),
            exponent,
            entry.unit,
            entry.kind,
            large != "",
        )
    )
    return end
