"""Excel workbooks: each visible sheet as a table, numbers as the cells show them.

A cell that shows 5.2% holds 0.052 and a format; what an editor reads is 5.2%, so that is the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from factcheck.errors import ReadError
from factcheck.model import BlockKind, Document
from factcheck.patterns import compiled
from factcheck.readers.cell_formats import shown
from factcheck.readers.draft import Draft, Slot
from factcheck.readers.zipped import Package, attribute, opened
from factcheck.records import dataclass

SUFFIXES = (".xlsx", ".xlsm")

_WORKBOOK = "xl/workbook.xml"
_PLACE = compiled(r"([A-Z]{1,3})(\d{1,7})")
_MOST_CELLS = 200_000
_MOST_ACROSS = 64
_MOST_MERGED = 2000
_NOTE = compiled(r"[（(*]?(?:注|说明|备注|数据来源|资料来源)")


@dataclass(slots=True)
class _Book:
    """What all sheets share."""

    strings: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    from_1904: bool = False


@dataclass(slots=True)
class _Sheet:
    """The cells of a sheet by row and then column, and the rectangles that are merged."""

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    count: int = 0
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)


def read(data: bytes, name: str, encoding: str | None) -> Document:
    """The document in `data`.

    Raises:
        ReadError: the package is broken, hostile, no workbook, or larger than any article needs.
    """
    package = opened(data, name)
    if _WORKBOOK not in package.parts():
        raise ReadError(name, "压缩包里没有工作簿，可能不是 Excel 文档，请在 Excel 中另存为 .xlsx")
    book = _Book(_strings(package), _formats(package))
    draft = Draft()
    for title, part in _sheets(package, book):
        sheet = _sheet(package, part, book)
        if sheet.rows:
            draft.gap()
            _write(sheet, title, draft)
    return draft.document(name, "xlsx")


def _sheets(package: Package, book: _Book) -> list[tuple[str, str]]:
    """Name and part of every sheet that is not hidden."""
    targets = {
        attribute(attributes, "Id"): attribute(attributes, "Target")
        for kind, tag, attributes in package.events("xl/_rels/workbook.xml.rels")
        if (kind, tag) == ("<", "Relationship")
    }
    found: list[tuple[str, str]] = []
    for kind, tag, attributes in package.events(_WORKBOOK):
        if (kind, tag) == ("<", "workbookPr"):
            book.from_1904 = attribute(attributes, "date1904") in {"1", "true"}
        if (kind, tag) == ("<", "sheet") and attribute(attributes, "state") in {"", "visible"}:
            target = targets.get(attribute(attributes, "id"), "")
            part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            found.append((attribute(attributes, "name"), part))
    return found


def _strings(package: Package) -> list[str]:
    """The shared strings; pronunciation guides are left out."""
    found: list[str] = []
    words: list[str] = []
    inside = guide = False
    for kind, tag, _ in package.events("xl/sharedStrings.xml"):
        if kind == "=":
            if inside and not guide:
                words.append(tag)
        elif tag == "t":
            inside = kind == "<"
        elif tag == "rPh":
            guide = kind == "<"
        elif tag == "si" and kind == ">":
            found.append("".join(words))
            words = []
    return found


def _formats(package: Package) -> list[str]:
    """The number format of each cell style: the number of a built-in one or its code."""
    codes: dict[str, str] = {}
    found: list[str] = []
    inside = False
    for kind, tag, attributes in package.events("xl/styles.xml"):
        if tag == "cellXfs":
            inside = kind == "<"
        elif kind == "<" and tag == "numFmt":
            codes[attribute(attributes, "numFmtId")] = attribute(attributes, "formatCode")
        elif kind == "<" and tag == "xf" and inside:
            number = attribute(attributes, "numFmtId")
            found.append(codes.get(number, number))
    return found


def _sheet(package: Package, part: str, book: _Book) -> _Sheet:
    sheet = _Sheet()
    cell: dict[str, str] = {}
    words: list[str] = []
    inside = False
    for kind, tag, attributes in package.events(part):
        if kind == "=":
            if inside:
                words.append(tag)
        elif tag in {"v", "t"}:
            inside = kind == "<"
        elif kind == "<":
            cell, words = _begun(sheet, tag, attributes, cell, words)
        elif tag == "c":
            _keep(sheet, cell, "".join(words), book)
            if sheet.count > _MOST_CELLS:
                raise ReadError(package.name, f"表格过大（上限 {_MOST_CELLS} 格），请拆分")
    return sheet


def _begun(
    sheet: _Sheet, tag: str, attributes: dict[str, str], cell: dict[str, str], words: list[str]
) -> tuple[dict[str, str], list[str]]:
    """The cell that is open and its words, after this element has begun."""
    if tag == "c":
        return attributes, []
    if tag == "row" and attribute(attributes, "hidden") in {"1", "true"}:
        row = attribute(attributes, "r")
        sheet.hidden |= {int(row)} if row.isdecimal() else set()
    if tag == "mergeCell":
        corners = [_place(corner) for corner in attribute(attributes, "ref").split(":")]
        if len(corners) == 2 and all(map(all, corners)) and len(sheet.merged) < _MOST_MERGED:
            (top, left), (bottom, right) = corners
            sheet.merged[top, left] = (bottom - top + 1, right - left + 1)
    return cell, words


def _keep(sheet: _Sheet, cell: dict[str, str], words: str, book: _Book) -> None:
    """Put the words a cell shows into its place."""
    row, column = _place(attribute(cell, "r"))
    sort, style = attribute(cell, "t"), attribute(cell, "s")
    if sort == "s":
        words = book.strings[int(words)] if words.isdecimal() and int(words) < len(book.strings) else ""
    elif sort == "b":
        words = {"1": "TRUE", "0": "FALSE"}.get(words, "")
    elif sort in {"", "n"} and words:
        number = int(style) if style.isdecimal() else 0
        words = shown(words, book.formats[number] if number < len(book.formats) else "0", book.from_1904)
    if words.strip() and sort != "e" and row:
        sheet.rows.setdefault(row, {})[column] = words
        sheet.count += 1


def _place(written: str) -> tuple[int, int]:
    """Row and column of a reference such as B12, counted from 1; zeros when it is none."""
    found = _PLACE.fullmatch(written)
    if not found:
        return 0, 0
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _write(sheet: _Sheet, title: str, draft: Draft) -> None:
    """The sheet as captions, a table and notes: lines with one cell above and below are no rows."""
    rows = [row for row in sorted(sheet.rows) if row not in sheet.hidden]
    grid = [row for row in rows if len(sheet.rows[row]) > 1]
    above = [row for row in rows if grid and row < grid[0]]
    if grid and not above:
        draft.line(title, BlockKind.CAPTION)
    for row in above:
        draft.line(_only(sheet, row), BlockKind.CAPTION)
    inner = [row for row in rows if grid and grid[0] <= row <= grid[-1]]
    left = min((min(sheet.rows[row]) for row in inner), default=1)
    draft.table([list(_slots(sheet, row, left)) for row in inner])
    for row in rows:
        if not grid or row > grid[-1]:
            words = _only(sheet, row)
            draft.line(words, BlockKind.NOTE if _NOTE.match(words) else BlockKind.PARAGRAPH)


def _only(sheet: _Sheet, row: int) -> str:
    return next(iter(sheet.rows[row].values()), "")


def _slots(sheet: _Sheet, row: int, left: int) -> Iterator[Slot]:
    """The cells of a row; what a merged cell from above covers is left out."""
    cells = sheet.rows[row]
    covered = {
        column
        for (top, first), (down, across) in sheet.merged.items()
        if top < row < top + down
        for column in range(first, first + min(across, _MOST_ACROSS))
    }
    column = left
    while column <= max(cells):
        down, across = sheet.merged.get((row, column), (1, 1))
        if column not in covered:
            yield Slot(cells.get(column, ""), across, down)
        column += max(1, across)
