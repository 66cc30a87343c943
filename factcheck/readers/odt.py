"""OpenDocument texts: paragraphs, headings, tables, text boxes and notes; no deleted text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from factcheck.errors import ReadError
from factcheck.model import BlockKind, Document
from factcheck.patterns import compiled
from factcheck.readers.draft import Draft, Slot
from factcheck.readers.zipped import attribute, opened
from factcheck.records import dataclass

SUFFIXES = (".odt", ".ott")

_BODY = "content.xml"
_SKIPPED = frozenset({"tracked-changes", "annotation", "note-citation", "hidden-text", "forms", "ruby-text"})
_MOST_BLANKS = 40
_BLANKS = compiled(r"[ \t\r\n]+")


@dataclass(slots=True)
class _Text:
    """The text while it is read; the last of each list is the innermost open one."""

    draft: Draft = field(default_factory=Draft)
    words: list[list[str]] = field(default_factory=list)
    inside: list[list[str]] = field(default_factory=list)
    rows: list[list[list[Slot]]] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    level: int = 0
    skipped: int = 0


def read(data: bytes, name: str, encoding: str | None) -> Document:
    """The document in `data`; notes follow the text.

    Raises:
        ReadError: the package is broken, hostile, or no OpenDocument text.
    """
    package = opened(data, name)
    if _BODY not in package.parts():
        raise ReadError(name, "压缩包里没有正文，可能不是 OpenDocument 文档，请另存为 .docx 或 .odt")
    text = _Text()
    for event in package.events(_BODY):
        _tell(text, *event)
    for note in text.notes:
        text.draft.line(note, BlockKind.NOTE)
    return text.draft.document(name, "odt")


def _tell(text: _Text, kind: str, tag: str, attributes: dict[str, str]) -> None:
    if kind == "=":
        if text.words and not text.skipped:
            text.words[-1].append(_BLANKS.sub(" ", tag))
    elif text.skipped:
        text.skipped += 1 if kind == "<" else -1
    elif kind == "<":
        _begin(text, tag, attributes)
    elif tag in _ENDS:
        _ENDS[tag](text)


def _begin(text: _Text, tag: str, attributes: dict[str, str]) -> None:
    if tag in _SKIPPED:
        text.skipped = 1
    elif tag in {"p", "h"}:
        level = attribute(attributes, "outline-level")
        text.level = int(level) if tag == "h" and level.isdecimal() else 0
        text.words.append([])
    elif tag in {"s", "tab", "line-break"} and text.words:
        count = attribute(attributes, "c")
        text.words[-1].append(" " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS))
    elif tag == "table":
        text.rows.append([])
    elif tag == "table-row" and text.rows:
        text.rows[-1].append([])
    elif tag in {"table-cell", "covered-table-cell"}:
        across, down = (attribute(attributes, f"number-{side}-spanned") for side in ("columns", "rows"))
        text.spans.append((int(across) if across.isdecimal() else 1, int(down) if down.isdecimal() else 1))
        text.inside.append([])
    elif tag in {"text-box", "note-body"}:
        text.inside.append([])


def _end_paragraph(text: _Text) -> None:
    if not text.words:
        return
    words = "".join(text.words.pop())
    if text.inside:
        text.inside[-1].append(words)
    else:
        text.draft.line(words, BlockKind.HEADING if text.level else BlockKind.PARAGRAPH, text.level)
    text.level = 0


def _end_cell(text: _Text) -> None:
    if text.inside and text.rows and text.rows[-1]:
        text.rows[-1][-1].append(Slot(" ".join(text.inside.pop()), *text.spans.pop()))


def _end_covered(text: _Text) -> None:
    """A cell that another covers has no place of its own."""
    if text.inside and text.spans:
        text.inside.pop()
        text.spans.pop()


def _end_table(text: _Text) -> None:
    if not text.rows:
        return
    rows = text.rows.pop()
    if text.inside:
        text.inside[-1] += [" ".join(slot.words for slot in row) for row in rows]
    else:
        text.draft.table(rows)


def _end_box(text: _Text) -> None:
    lines = text.inside.pop() if text.inside else []
    if text.inside:
        text.inside[-1] += lines
    else:
        for line in lines:
            text.draft.line(line)


def _end_note(text: _Text) -> None:
    if text.inside:
        text.notes.append(" ".join(text.inside.pop()))


_ENDS: dict[str, Callable[[_Text], None]] = {
    "p": _end_paragraph,
    "h": _end_paragraph,
    "table-cell": _end_cell,
    "covered-table-cell": _end_covered,
    "table": _end_table,
    "text-box": _end_box,
    "note-body": _end_note,
}
