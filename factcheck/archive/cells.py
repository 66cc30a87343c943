"""Tables of facts as cells that know where they stand: CSV, XLSX and Parquet.

A CSV file is its own text. For XLSX and Parquet the text is the table written out, a row a line and
tabs between cells, and that is what positions count.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from xml.etree import ElementTree

from factcheck.errors import ReadError
from factcheck.model import Document, Span

FORMATS = (".csv", ".tsv", ".xlsx", ".parquet")
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DIGITS = 15
_LIMIT = 64 * 1024 * 1024
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError),  # the package
    *(ElementTree.ParseError, IndexError, KeyError, ValueError),  # what is in it
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its words and where they stand in the text of the table."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A table: its text as a document, and its rows of cells."""

    document: Document
    rows: tuple[tuple[Cell, ...], ...]


def grid(path: Path) -> Grid:
    """The table in the file `path`.

    Raises:
        ReadError: it cannot be read, or is no table.
    """
    try:
        if path.suffix in (".csv", ".tsv"):
            text = _decoded(path)
            return Grid(Document(str(path), text, format="csv"), tuple(_parsed(text)))
        if path.suffix == ".xlsx":
            return _written(path, _sheet(path))
        if path.suffix == ".parquet":
            return _written(path, _parquet(path))
    except OSError as error:
        raise ReadError(str(path), f"读不出来（{error.strerror or error}）") from error
    raise ReadError(str(path), f"不认得这种表格；请用 {'、'.join(FORMATS)}")


def csv_grid(name: str, text: str) -> Grid:
    """The table in `text`, as if it were the file `name`."""
    return Grid(Document(name, text, format="csv"), tuple(_parsed(text)))


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030", "utf-16"):
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeError:
            continue
    raise ReadError(str(path), "编码认不出来；请存为 UTF-8")


def _parsed(text: str) -> Iterator[tuple[Cell, ...]]:
    """The rows of comma, tab or semicolon separated text, quotes as in RFC 4180."""
    first = text.partition("\n")[0]
    separator = max("\t;,", key=first.count)
    at, row = 0, []
    while at < len(text):
        cell, at = _cell(text, at, separator)
        row.append(cell)
        if at >= len(text) or text[at] == "\n":
            if any(one.text for one in row):
                yield tuple(row)
            row = []
        at += 1
    if any(one.text for one in row):
        yield tuple(row)


def _cell(text: str, at: int, separator: str) -> tuple[Cell, int]:
    """The cell that begins at `at`, and where it ends."""
    if text.startswith('"', at):
        end = at + 1
        while end < len(text) and not (text[end] == '"' and text[end + 1 : end + 2] != '"'):
            end += 2 if text[end] == '"' else 1
        words, after = text[at + 1 : end].replace('""', '"'), end + 1
        return Cell(words.strip(), Span(at + 1, end)), after
    end = at
    while end < len(text) and text[end] not in (separator, "\n"):
        end += 1
    words = text[at:end]
    start = at + len(words) - len(words.lstrip())
    return Cell(words.strip(), Span(start, start + len(words.strip()))), end


def _written(path: Path, rows: Sequence[Sequence[str]]) -> Grid:
    """Rows of words as a text with their cells."""
    parts: list[str] = []
    cells: list[tuple[Cell, ...]] = []
    at = 0
    for row in rows:
        found = []
        for number, words in enumerate(row):
            clean = " ".join(words.split())
            found.append(Cell(clean, Span(at, at + len(clean))))
            parts += [clean, "\n" if number == len(row) - 1 else "\t"]
            at += len(clean) + 1
        if any(cell.text for cell in found):
            cells.append(tuple(found))
    return Grid(Document(str(path), "".join(parts), format=path.suffix[1:]), tuple(cells))


def _parquet(path: Path) -> list[tuple[str, ...]]:
    from factcheck.archive.database import rows_of_parquet  # noqa: PLC0415  (most tables need no database)

    return rows_of_parquet(path)


def _sheet(path: Path) -> list[tuple[str, ...]]:
    """The first sheet of a workbook."""
    try:
        with zipfile.ZipFile(path) as book:
            shared = _strings(book) if "xl/sharedStrings.xml" in book.namelist() else []
            sheets = sorted(name for name in book.namelist() if name.startswith("xl/worksheets/sheet"))
            tree = _tree(book, sheets[0])
            return [_cells(row, shared) for row in tree.iter(f"{_SHEET}row")]
    except _BROKEN as error:
        raise ReadError(str(path), "不是完好的 XLSX；请另存后再试") from error


def _strings(book: zipfile.ZipFile) -> list[str]:
    tree = _tree(book, "xl/sharedStrings.xml")
    return ["".join(part.text or "" for part in one.iter(f"{_SHEET}t")) for one in tree.iter(f"{_SHEET}si")]


def _tree(book: zipfile.ZipFile, name: str) -> ElementTree.Element:
    if book.getinfo(name).file_size > _LIMIT:
        raise ValueError("too large")
    data = book.read(name)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError("declares entities")
    return ElementTree.fromstring(data)


def _cells(row: ElementTree.Element, shared: Sequence[str]) -> tuple[str, ...]:
    """The words of a row, empty cells that were left out put back."""
    found: dict[int, str] = {}
    for number, cell in enumerate(row.iter(f"{_SHEET}c")):
        found[_column(cell.get("r", ""), number)] = _words(cell, shared)
    return tuple(found.get(at, "") for at in range(max(found, default=-1) + 1))


def _column(reference: str, otherwise: int) -> int:
    letters = "".join(character for character in reference if character.isalpha())
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter.upper()) - 64
    return number - 1 if letters else otherwise


def _words(cell: ElementTree.Element, shared: Sequence[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{_SHEET}t"))
    value = cell.find(f"{_SHEET}v")
    text = (value.text or "") if value is not None else ""
    if kind == "s":
        return shared[int(text)] if text else ""
    return _number(text) if kind == "n" else text


def _number(text: str) -> str:
    """A number as a person would have typed it: 0.10000000000000001 is 0.1."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    short = Decimal(f"{value:.{_DIGITS}g}") if len(value.as_tuple().digits) > _DIGITS else value
    return f"{short.normalize():f}"
