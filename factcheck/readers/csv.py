"""Tables as comma- or tab-separated text: every cell stands where it stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.errors import ReadError
from factcheck.model import Block, BlockKind, Cell, Document, Span, Table
from factcheck.readers.decoding import decode

SUFFIXES = (".csv", ".tsv", ".tab")

_DELIMITERS = ",\t;|"
_SAMPLE = 20_000
_MOST_CELLS = 200_000

_LINE_END = re.compile(r"\r\n|\r|\n")

_Row = list[Span]


def read(data: bytes, name: str, encoding: str | None) -> Document:
    """The document in `data`: one table, lines with a single cell above and below it as captions and notes.

    Raises:
        ReadError: the bytes cannot be decoded, or the table is larger than any article needs.
    """
    text, used = decode(data, name, encoding)
    rows = [row for row in _rows(text, _delimiter(text), name) if any(span.of(text).strip() for span in row)]
    if not rows:
        return Document(name, text, "csv", used)
    single = [sum(bool(span.of(text).strip()) for span in row) < 2 for row in rows]
    first = next((index for index, alone in enumerate(single) if not alone), 0)
    last = len(rows) - next((index for index, alone in enumerate(reversed(single)) if not alone), 0)
    around = [
        *((row, BlockKind.CAPTION) for row in rows[:first]),
        *((row, BlockKind.NOTE) for row in rows[last:]),
    ]
    blocks = [block for row, kind in around for block in _stated(text, row, kind)]
    table = _table(rows[first:last])
    blocks.append(Block(BlockKind.TABLE, table.span))
    blocks.sort(key=lambda block: block.span)
    return Document(name, text, "csv", used, tuple(blocks), (table,))


def _delimiter(text: str) -> str:
    """The mark that is in the most lines the same number of times."""
    lines = text[:_SAMPLE].splitlines()[:50]

    def evenness(mark: str) -> tuple[int, int]:
        counts = [line.count(mark) for line in lines if mark in line]
        usual = max(set(counts), key=counts.count) if counts else 0
        return counts.count(usual), usual

    return max(_DELIMITERS, key=evenness)


def _rows(text: str, delimiter: str, name: str) -> Iterator[_Row]:
    field = re.compile(rf'[ ]*"(?P<quoted>(?:[^"]|"")*)"[ ]*|(?P<plain>[^{re.escape(delimiter)}\r\n]*)')
    row: _Row = []
    position = count = 0
    while position < len(text):
        found = field.match(text, position)
        assert found is not None  # the second half matches anything
        row.append(Span(*found.span("plain" if found["quoted"] is None else "quoted")))
        count += 1
        if count > _MOST_CELLS:
            raise ReadError(name, f"表格过大（上限 {_MOST_CELLS} 格），请拆分")
        position = found.end()
        if text[position : position + 1] == delimiter:
            position += 1
            continue
        yield row
        row = []
        position = _line_end(text, position)
    if row:
        yield row


def _line_end(text: str, position: int) -> int:
    """Where the next row begins: after this line's end, wherever that is."""
    end = _LINE_END.search(text, position)
    return end.end() if end else len(text)


def _table(rows: Sequence[_Row]) -> Table:
    cells = tuple(
        Cell(span, number, column) for number, row in enumerate(rows) for column, span in enumerate(row)
    )
    return Table(Span(rows[0][0].start, rows[-1][-1].end), cells)


def _stated(text: str, row: _Row, kind: BlockKind) -> Iterator[Block]:
    """A line with one cell: the cell is what is read, the marks around it are not."""
    cell = next(span for span in row if span.of(text).strip())
    yield Block(kind, cell)
    for start, end in ((row[0].start, cell.start), (cell.end, row[-1].end)):
        if start < end:
            yield Block(BlockKind.IGNORED, Span(start, end), reason="标记")
