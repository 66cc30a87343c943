"""The pieces a page is laid out of: lines as they stand in the file, and the strips made of them."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model import BlockKind, Span, Table
from factcheck.records import dataclass

Run = tuple[int, int]
"""Start and end of a stretch of the document."""


class Line(NamedTuple):
    """One line of the file without its marks and the blanks at its ends.

    Attributes:
        words: what is read, copied from the document run by run.
        runs: where the runs of `words` stand.
        kind: its purpose when a mark or the format states it, else PARAGRAPH.
        level: 1 to 6 for a marked heading.
        gap: a blank line, a page mark or a table stands before it.
        indented: it begins with full-width blanks, as the first line of a paragraph does.
        table: the table, when it stands for one.
    """

    words: str
    runs: tuple[Run, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    gap: bool = False
    indented: bool = False
    table: Table | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """A paragraph, a headline or a table on its way into an article.

    Attributes:
        words: what is read.
        spans: where the runs of `words` stand in the document, in reading order.
        kind: its purpose.
        level: 1 to 6 for a marked heading.
        gap: a blank line, a page mark or a table stands before it.
        open: it is prose that breaks off inside a sentence.
        wrapped: it is made of lines that a narrow column broke.
        brim: its last line fills the column, so that more may follow though a sentence ends.
        fresh: whether it begins a paragraph, by the indent of its first line or because it is no
            more than the last line of one; `None` where neither can be seen.
        apart: it must not be joined to what stands before it.
        reason: why it is ignored or declined.
        table: the table, when it is one; its spans are those of the document.
    """

    words: str
    spans: tuple[Span, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    gap: bool = False
    open: bool = False
    wrapped: bool = False
    brim: bool = False
    fresh: bool | None = None
    apart: bool = False
    reason: str = ""
    table: Table | None = None
