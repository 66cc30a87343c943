"""The usual shape, read in one step: plain digits, perhaps 万 or 亿, a unit, nothing odd around.

Four figures in five of a statistical text look like this. Whatever does not is left to the general
reader, which gives the same answer for these too (a test holds the two against each other).
"""

from __future__ import annotations

import re
import string

from factcheck.figures.making import plain
from factcheck.figures.page import Page
from factcheck.figures.pieces import Piece
from factcheck.model import FigureKind, Span

_USUAL = re.compile(r"([1-9][0-9]{0,14}+|0(?![0-9]))(?:\.([0-9]{1,12}+))?+(?: ?(万亿|亿|万))?+ ?")
_LARGE = {"": 0, "万": 4, "亿": 8, "万亿": 12}
_LEFT = frozenset("第前下负币-－−–—―+±./_&〔（［([“‘「『·¥￥$＄€£₩₹图表届时点长、双" + string.ascii_letters)
_RIGHT = frozenset("-－−–—―~～〜∼至到半多余来万亿零一二三四五六七八九两0123456789/每 比:：∶=+")


def usual(page: Page, start: int, limit: int) -> int:
    """Add the figure at `start` if it has the usual shape; where it ends, or 0."""
    text = page.plain
    before = text[start - 1]
    if before == " ":
        before = text[start - 2]
    if before in _LEFT and _is_odd(page, before, start):
        return 0
    found = _USUAL.match(text, start)
    unit = None if found is None else page.units.at(text, found.end())
    if found is None or unit is None:
        return 0
    entry, end = unit
    if entry.careful or end > limit or text[end] in _RIGHT:
        return 0
    whole, places, large = found.groups("")
    mantissa, exponent, stop = (
        int(whole + places),
        _LARGE[large] - len(places),
        found.end(3 if large else 2 if places else 1),
    )
    if page.is_plain(start, end) and (exponent or not large):
        spans = Span(start, end), Span(start, stop)
        page.keep(plain(page.text[start:end], spans, mantissa, exponent, entry))
    else:
        page.add(Piece(start, start, stop, end, mantissa, exponent, entry.unit, entry.kind, large != ""))
    return end


def _is_odd(page: Page, before: str, start: int) -> bool:
    """Whether what stands before the number is more than the end of a word or of a list item."""
    if before == "长":
        return page.plain[start - 3] == "负"
    if before == "、":
        return bool(page.figures) and page.figures[-1].kind is FigureKind.ORDINAL
    return True
