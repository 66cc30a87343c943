"""The words around a finding, cut to a readable length, with suspect and witnesses told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.model import Document, Finding, Mark, Verified
from factcheck.records import Enum
from factcheck.reports.parts.safe import visible

_STOPS = "。！？；!?;\n"
_BEFORE, _AFTER = 28, 18


class Role(Enum):
    """What a stretch of a quotation is."""

    PLAIN = "plain"
    SUSPECT = "suspect"
    WITNESS = "witness"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of quoted words with one role."""

    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Quote:
    """Some words of one document, from one line on."""

    path: str
    line: int
    pieces: tuple[Piece, ...]


def quotes(relation: Finding | Verified, documents: Mapping[str, Document]) -> tuple[Quote, ...]:
    """The words that hold the marks of `relation`, the suspect's first, nearby marks in one quote."""
    suspect = relation.marks[0] if isinstance(relation, Finding) else None
    found: list[tuple[bool, Quote]] = []
    for path in dict.fromkeys(mark.place.path for mark in relation.marks):
        marks = sorted(
            {mark.place: mark for mark in relation.marks if mark.place.path == path}.values(),
            key=lambda mark: (mark.place.start, -mark.place.end),
        )
        document = documents.get(path)
        for window in _windows(marks, document):
            holds = suspect is not None and any(mark.place == suspect.place for mark in window.marks)
            found.append((not holds, _quote(window, document, suspect)))
    return tuple(quote for _, quote in sorted(found, key=lambda pair: pair[0]))


def bracketed(quote: Quote) -> str:
    """The quote as one line, the suspect in 【】 and the witnesses in 〔〕."""
    wraps = {Role.PLAIN: ("", ""), Role.SUSPECT: ("【", "】"), Role.WITNESS: ("〔", "〕")}
    return "".join(wraps[piece.role][0] + piece.text + wraps[piece.role][1] for piece in quote.pieces)


@dataclass(frozen=True, slots=True)
class _Window:
    start: int
    end: int
    marks: tuple[Mark, ...]


def _windows(marks: Sequence[Mark], document: Document | None) -> Iterator[_Window]:
    """Sentences around marks in order; those that touch are one."""
    last: _Window | None = None
    for mark in marks:
        start, end = _around(mark, document)
        if last is not None and start <= last.end + 1:
            last = _Window(last.start, max(last.end, end), (*last.marks, mark))
            continue
        if last is not None:
            yield last
        last = _Window(start, end, (mark,))
    if last is not None:
        yield last


def _around(mark: Mark, document: Document | None) -> tuple[int, int]:
    place = mark.place
    if document is None:
        return place.start, place.end
    text = document.text
    low, high = max(place.start - _BEFORE, 0), min(place.end + _AFTER, len(text))
    start = max((text.rfind(stop, low, place.start) + 1 for stop in _STOPS), default=0)
    ends = [at for stop in _STOPS if (at := text.find(stop, place.end, high)) >= 0]
    return max(start, low), min([*ends, high])


def _quote(window: _Window, document: Document | None, suspect: Mark | None) -> Quote:
    first = window.marks[0].place
    if document is None:
        role = Role.WITNESS if suspect is None or suspect.place != first else Role.SUSPECT
        return Quote(first.path, first.line, tuple(_piece(first.text, role)))
    return Quote(first.path, first.line, tuple(_pieces(window, document.text, suspect)))


def _pieces(window: _Window, text: str, suspect: Mark | None) -> Iterator[Piece]:
    places = [mark.place for mark in window.marks]
    ends = {at for place in places for at in (place.start, place.end)}
    cuts = sorted({window.start, window.end, *(at for at in ends if window.start < at < window.end)})
    if window.start > 0 and text[window.start - 1] not in _STOPS:
        yield Piece("…", Role.PLAIN)
    for start, end in pairwise(cuts):
        over = [place for place in places if place.start <= start and end <= place.end]
        if suspect is not None and suspect.place in over:
            yield from _piece(text[start:end], Role.SUSPECT)
        else:
            yield from _piece(text[start:end], Role.WITNESS if over else Role.PLAIN)
    if window.end < len(text) and text[window.end] not in _STOPS:
        yield Piece("…", Role.PLAIN)


def _piece(text: str, role: Role) -> Iterator[Piece]:
    joined = "".join(text.split("\n")).replace("\r", "")
    if joined:
        yield Piece(visible(joined), role)
