"""A page into its articles: each with its headline, its paragraphs in order, its captions and lists.

A page with one article is left as it stands. On a page with several, every paragraph, headline,
caption and list goes to the article it speaks of; what fits none stays where it was.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from factcheck.articles.columns import Unit, dealt
from factcheck.articles.furniture import Furniture, placed
from factcheck.articles.kinds import numbered
from factcheck.articles.openers import openers
from factcheck.articles.order import ordered
from factcheck.articles.strips import Strip
from factcheck.articles.vocabulary import told_in, words_of
from factcheck.model import BlockKind
from factcheck.records import dataclass

_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE, BlockKind.NOTE, BlockKind.DECLINED})
_MINOR_LEVEL = 4
_PAGE = 100
_NEIGHBOURS = 8


@dataclass(slots=True)
class _Laid:
    """A page taken apart: units of text, and what stands around them with the unit before it."""

    units: list[Unit] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)


def split(strips: Sequence[Strip]) -> list[list[Strip]]:
    """The strips of each article on the page."""
    beginnings = openers(strips)
    if len(beginnings) < 2:
        return [list(strips)]
    laid = _laid(strips, frozenset(beginnings))
    return [article for part in _parted(laid) for article in _articles(part)]


def _articles(laid: _Laid) -> list[list[Strip]]:
    breaks = frozenset(piece.after for piece in laid.furniture)
    return placed(ordered(laid.units, dealt(laid.units), breaks), laid.furniture)


def _parted(laid: _Laid) -> Iterator[_Laid]:
    """Pages that are taken apart by themselves: a file may hold a year of them."""
    starts = [0]
    for index, unit in enumerate(laid.units):
        whole = unit.opens and not laid.units[index - 1].strips[-1].open
        if whole and index - starts[-1] >= _PAGE:
            starts.append(index)
    ends = [*starts[1:], len(laid.units)]
    shelves = _shelved(laid, starts)
    for start, end, furniture in zip(starts, ends, shelves, strict=True):
        page = _Laid(laid.units[start:end], furniture)
        if start:
            page.units = [replace(unit, place=unit.place - start) for unit in page.units]
            page.furniture = [replace(piece, after=piece.after - start) for piece in furniture]
        yield page


def _shelved(laid: _Laid, starts: Sequence[int]) -> list[list[Furniture]]:
    """The furniture of each page; what stands between two goes where its words are."""
    shelves: list[list[Furniture]] = [[] for _ in starts]
    for piece in laid.furniture:
        page = bisect_right(starts, max(0, piece.after)) - 1
        if piece.after + 1 in starts[1:] and _looks_on(piece, laid.units):
            page += 1
        shelves[page].append(piece)
    return shelves


def _looks_on(piece: Furniture, units: Sequence[Unit]) -> bool:
    """Whether a strip shares no fewer words with what follows than with what is before."""
    words = words_of(piece.strip.words)
    place = piece.after + 1
    before, behind = units[max(0, place - _NEIGHBOURS) : place], units[place : place + _NEIGHBOURS]
    past, coming = (told_in("\n".join(unit.text for unit in near), words) for near in (before, behind))
    return len(words & coming) >= len(words & past)


def _laid(strips: Sequence[Strip], beginnings: frozenset[int]) -> _Laid:
    laid = _Laid()
    heading: list[Strip] = []
    opening = False
    for index, strip in enumerate(strips):
        opening = opening or index in beginnings
        if strip.kind in _BODY:
            _add(laid, heading, strip, opening=opening)
            heading, opening = [], False
        elif _with_next(strips, index, heading, beginnings, opening=opening):
            heading.append(strip)
        else:
            laid.furniture.append(Furniture(strip, len(laid.units) - 1))
    laid.furniture += [Furniture(strip, len(laid.units) - 1) for strip in heading]
    return laid


def _add(laid: _Laid, heading: Sequence[Strip], strip: Strip, *, opening: bool) -> None:
    """A unit of its own, or a list or a note added to the unit before it."""
    if strip.kind is not BlockKind.PARAGRAPH and laid.units and not heading and not opening:
        last = laid.units[-1]
        laid.units[-1] = replace(last, strips=(*last.strips, strip))
    else:
        laid.units.append(Unit(len(laid.units), (*heading, strip), opening))


def _with_next(
    strips: Sequence[Strip],
    index: int,
    heading: Sequence[Strip],
    beginnings: frozenset[int],
    *,
    opening: bool,
) -> bool:
    """Whether a strip belongs to the text after it: a byline that opens it, a heading inside an article."""
    strip = strips[index]
    if strip.kind is BlockKind.BYLINE:
        return opening or bool(heading)
    if strip.kind is not BlockKind.HEADING:
        return False
    if strip.level >= _MINOR_LEVEL or numbered(strip.words):
        return True
    return strip.level > 0 and _inside(strips, index, beginnings)


def _inside(strips: Sequence[Strip], index: int, beginnings: frozenset[int]) -> bool:
    """Whether prose that ends stands before the strip, and prose that begins no article after it."""
    before = next((strip for strip in reversed(strips[:index]) if strip.kind in _BODY), None)
    if before is None or before.open:
        return False
    for after in range(index, len(strips)):
        if after in beginnings:
            return False
        if strips[after].kind in _BODY:
            return True
    return False
