"""One place, every way of counting columns that another program may expect.

`Place` counts code points. reviewdog counts UTF-8 bytes. Counting the wrong thing puts the mark
beside the number as soon as the line holds a rare character (𠮷) or an emoji.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.model import Document, Place, Report


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns of a stretch, 1-based, the end column one past the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(place: Place) -> Region:
    """The region of `place` in code points."""
    breaks = place.text.count("\n")
    if not breaks:
        return Region(place.line, place.column, place.line, place.column + place.end - place.start)
    tail = len(place.text) - place.text.rfind("\n")
    return Region(place.line, place.column, place.line + breaks, tail)


def byte_region(place: Place, documents: Mapping[str, Document]) -> Region:
    """The region of `place` in UTF-8 bytes, as rdjson wants it."""
    points, document = region(place), documents.get(place.path)
    if document is None:
        return points
    return Region(
        points.line,
        _byte_column(document, points.line, points.column),
        points.end_line,
        _byte_column(document, points.end_line, points.end_column),
    )


def by_path(report: Report) -> Mapping[str, Document]:
    """The documents of a report under their paths."""
    return {document.path: document for document in report.documents}


def _byte_column(document: Document, line: int, column: int) -> int:
    start = document.lines[line - 1]
    return len(document.text[start : start + column - 1].encode("utf-8", "replace")) + 1
