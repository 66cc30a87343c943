"""Rows that are said to be sorted: by the words above the table, or by a column of places.

Which column the words mean is read from the words themselves (按投资额由大到小), and is plain when there is
only one; a column of places belongs to the column before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims.table_labels import Kind
from factcheck.claims.table_sheet import Entry, Sheet
from factcheck.claims.table_words import table_words
from factcheck.model import Order, Span
from factcheck.patterns import compiled

_CLAUSE = compiled(r"[^，。；！？\n]*$")
_FEWEST, _FEWEST_UNSAID = 3, 4


def sorted_rows(sheet: Sheet) -> list[Order]:
    """The orders that the rows of `sheet` are said to stand in."""
    stated = _stated(sheet)
    if stated is not None:
        return [stated]
    return list(_placed(sheet))


def _stated(sheet: Sheet) -> Order | None:
    """The order that the words above the table state."""
    text = sheet.article.text
    for span in sheet.around.above:
        words = span.of(text)
        down, up = table_words().down.search(words), table_words().up.search(words)
        if (down is None) == (up is None):
            continue
        found = down or up
        assert found is not None
        column = _meant(sheet, words, found.start())
        entries = _rows(sheet, column) if column is not None else []
        ordered = _by_place(entries, _label_places(sheet)) or entries
        if len(ordered) < _FEWEST:
            return None
        said = Span(span.start + found.start(), span.start + found.end())
        claims = tuple(sheet.said[entry.spot] for entry in ordered)
        return Order(claims, down is not None, sheet.article, said, "table")
    return None


def _meant(sheet: Sheet, words: str, at: int) -> int | None:
    """The column that the words before the order name, or the only one there is."""
    columns = [c for c, head in sheet.columns.items() if head.kind is not Kind.OTHER and _rows(sheet, c)]
    clause = _CLAUSE.search(words[:at])
    near = clause.group() if clause else words[:at]
    named = [c for c in columns if sheet.columns[c].words and sheet.columns[c].words in near]
    kinds = [c for c in columns if sheet.columns[c].kind is _kind_named(near)]
    for choice in (named, kinds, columns):
        if choice:
            longest = max(choice, key=lambda c: len(sheet.columns[c].words))
            return longest if len(choice) == 1 or choice is named else None
    return None


def _kind_named(words: str) -> Kind | None:
    w = table_words()
    for kind, pattern in ((Kind.GROWTH, w.growth), (Kind.SHARE, w.shares), (Kind.PROGRESS, w.progress)):
        if pattern.search(words):
            return kind
    return None


def _rows(sheet: Sheet, column: int) -> list[Entry]:
    """The numbers of a column, totals, parts of rows and what is left over set aside."""
    w = table_words()
    found = []
    for row, head in sheet.rows.items():
        entry = sheet.entries.get((row, column))
        plain = not head.total and not head.within and head.words not in w.rest and head.words not in w.apart
        if entry is not None and plain and entry.spot in sheet.said:
            found.append(entry)
    return found if len({entry.base for entry in found}) == 1 else []


def _placed(sheet: Sheet) -> Iterator[Order]:
    """The orders that columns of places state."""
    for column, head in sheet.columns.items():
        if head.said not in table_words().ranks:
            continue
        before = [c for c in sheet.columns if c < column and sheet.columns[c].kind is not Kind.OTHER]
        if before:
            places = {row: int(e.figure.value or 0) for (row, c), e in sheet.entries.items() if c == column}
            yield from _unsaid(sheet, before[-1], places)
    columns = [c for c, head in sheet.columns.items() if head.kind is not Kind.OTHER]
    if len(columns) == 1:
        yield from _unsaid(sheet, columns[0], _label_places(sheet))


def _label_places(sheet: Sheet) -> dict[int, int]:
    """The places in a label column, by row."""
    laid, grid = sheet.grid.laid, sheet.grid
    for column in grid.labels:
        if any(laid.words(row, column) in table_words().ranks for row in grid.heads):
            values = {row: laid.values.get((row, column)) for row in grid.body}
            return {row: int(v.figure.value or 0) for row, v in values.items() if v is not None}
    return {}


def _by_place(entries: Sequence[Entry], places: dict[int, int]) -> list[Entry]:
    """The numbers by their places; none when a place is missing."""
    if not places or not all(places.get(entry.spot[0]) for entry in entries):
        return []
    return sorted(entries, key=lambda entry: places[entry.spot[0]])


def _unsaid(sheet: Sheet, column: int, places: dict[int, int]) -> Iterator[Order]:
    """The order by places; whether the largest comes first is what most neighbours show."""
    ordered = _by_place(_rows(sheet, column), places)
    placed = [places[entry.spot[0]] for entry in ordered]
    if len(ordered) < _FEWEST_UNSAID or placed[0] != 1 or placed[-1] > len(ordered):
        return
    values = [entry.interval.middle or 0 for entry in ordered]
    falls = sum(one > two for one, two in pairwise(values))
    rises = sum(one < two for one, two in pairwise(values))
    if min(falls, rises) <= 1 < max(falls, rises):
        claims = tuple(sheet.said[entry.spot] for entry in ordered)
        yield Order(claims, falls > rises, sheet.article, None, "table")
