"""The usual shape, read in one step: plain digits, perhaps 万 or 亿, a unit, nothing odd around.

Four figures in five of a statistical text look like this. Whatever does not is left to the general
reader, which gives the same answer for these too (a test holds the two against each other).
"""

from __future__ import annotations

import re
import string

from factcheck.figures.contexts import contexts
from factcheck.figures.labels import is_place
from factcheck.figures.making import bare, plain
from factcheck.figures.page import Page
from factcheck.figures.pieces import Piece
from factcheck.model import FigureKind, Span
from factcheck.patterns import compiled

_USUAL = compiled(r"([1-9][0-9]{0,14}+|0(?![0-9]))(?:\.([0-9]{1,12}+))?+(?: ?(万亿|亿|万))?+ ?")
_GAP = frozenset(" \t\n|\0")
_NEXT = compiled(r"[ \t]*+(?:[\n|\0]|[0-9](?![0-9]{0,17}[/年月日时]))")
_NAMED = frozenset("图表注—–-\t\n\0|\u3000")
_LARGE = {"": 0, "万": 4, "亿": 8, "万亿": 12}
_LEFT = frozenset("第前下负币-－−–—―+±./_&〔（［([“‘「『·¥￥$＄€£₩₹图表届时点长、双" + string.ascii_letters)
_RIGHT = frozenset("-－−–—―~～〜∼至到半多余来万亿零一二三四五六七八九两0123456789/每 比:：∶=+")


def usual(page: Page, start: int, limit: int) -> int:
    """Add the figure at `start` if it has the usual shape; where it ends, or 0."""
    text = page.plain
    before = text[start - 1]
    if before == " ":
        before = text[start - 2]
    if text[start - 2] == "一" or (before in _LEFT and _is_odd(page, before, start)):
        return 0  # 一盏240元 is so much for each
    found = _USUAL.match(text, start)
    if found is None:
        return 0
    unit = page.units.at(text, found.end())
    if unit is None:
        return _cell(page, before, found)
    entry, end = unit
    odd = entry.careful or entry.unit.name == "块" or end > limit or text[end] in _RIGHT
    if odd or is_place(text, start, end, entry.unit):
        return 0
    whole, places, large = found.groups("")
    mantissa, exponent = int(whole + places), _LARGE[large] - len(places)
    stop = found.end(3 if large else 2 if places else 1)
    if page.is_plain(start, end) and (exponent or not large):
        spans = Span(start, end), Span(start, stop)
        page.keep(plain(page.text[start:end], spans, mantissa, exponent, entry))
    else:
        page.add(Piece(start, start, stop, end, mantissa, exponent, entry.unit, entry.kind, large != ""))
    return end


def _cell(page: Page, before: str, found: re.Match[str]) -> int:
    """Add the number of a cell in a table: blanks on both sides, another number or the line's end behind."""
    text = page.plain
    whole, places, large = found.groups("")
    start, end = found.start(), found.end(2 if places else 1)
    lone = text[start - 1] in _GAP and text[end] in _GAP and _NEXT.match(text, end) is not None
    if not lone or large or before in _NAMED or (len(whole) == 4 and whole[:2] in ("19", "20")):
        return 0
    if before in contexts().called_ends or not page.is_plain(start, end):
        return 0
    page.keep(bare(page.text[start:end], Span(start, end), int(whole + places), -len(places)))
    return end


def _is_odd(page: Page, before: str, start: int) -> bool:
    """Whether what stands before the number is more than the end of a word or of a list item."""
    if before == "长":
        return page.plain[start - 3] == "负"
    if before == "、":
        return bool(page.figures) and page.figures[-1].kind is FigureKind.ORDINAL
    return True
