"""One part of a Word document, told as an editor sees it, from the events of an XML parser."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field

from factcheck.model import BlockKind
from factcheck.readers.draft import Draft, Slot
from factcheck.readers.zipped import Event, attribute
from factcheck.records import dataclass

_SKIPPED = frozenset({"del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "rt"})
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
_OFF = frozenset({"0", "false", "off", "none"})
_RULES = frozenset({"separator", "continuationSeparator", "continuationNotice"})

Styles = dict[str, tuple[BlockKind, int]]
"""What each style of the document is for, by its id."""


@dataclass(slots=True)
class _Paragraph:
    """A paragraph being read; boxes anchored in it wait for its end."""

    words: list[str] = field(default_factory=list)
    style: str = ""
    boxed: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Run:
    """A run of characters being read, and how many paragraphs were open when it began."""

    depth: int
    hidden: bool = False
    raised: bool = False


@dataclass(slots=True)
class _Table:
    """A table being read, with the cell and the row that are open."""

    rows: list[list[Slot]] = field(default_factory=list)
    across: int = 1
    above: bool = False
    header: bool = False
    row_properties: bool = False
    deleted: bool = False


@dataclass(slots=True)
class Story:
    """One part of the document while it is read; the last of each list is the innermost open one.

    `inside` holds the lines of open cells and text boxes: where it is empty, lines go to the page.
    """

    draft: Draft
    styles: Styles
    kind: BlockKind = BlockKind.PARAGRAPH
    paragraphs: list[_Paragraph] = field(default_factory=list)
    runs: list[_Run] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=list)
    inside: list[list[str]] = field(default_factory=list)
    skipped: int = 0
    in_text: bool = False
    placeholder: bool = False


def tell(events: Iterable[Event], story: Story) -> None:
    """Write what the events tell into the draft of the story."""
    for kind, tag, attributes in events:
        if kind == "=":
            _characters(story, tag)
        elif story.skipped:
            story.skipped += 1 if kind == "<" else -1
        elif kind == "<":
            _begin(story, tag, attributes)
        elif tag in _ENDS:
            _ENDS[tag](story)


def _characters(story: Story, text: str) -> None:
    if not story.in_text or story.skipped or not story.paragraphs:
        return
    run = story.runs[-1] if story.runs else _Run(0)
    words = story.paragraphs[-1].words
    if run.raised and text.isdecimal() and words and words[-1][-1:].isdecimal():
        text = f"[{text}]"  # a reference must not become the last digit of the number before it
    if not run.hidden:
        words.append(text)


def _begin(story: Story, tag: str, attributes: dict[str, str]) -> None:
    if tag == "del" and story.tables and story.tables[-1].row_properties:
        story.tables[-1].deleted = True
    if tag in _SKIPPED:
        story.skipped = 1
    elif tag in _BREAKS:
        if story.runs and story.paragraphs and not story.runs[-1].hidden:
            story.paragraphs[-1].words.append(_BREAKS[tag])
    elif tag in _BEGINS:
        _BEGINS[tag](story, attributes)


def _begin_run(story: Story, attributes: dict[str, str]) -> None:
    story.runs.append(_Run(len(story.paragraphs)))


def _begin_text(story: Story, attributes: dict[str, str]) -> None:
    story.in_text = True


def _hide(story: Story, attributes: dict[str, str]) -> None:
    """Hidden text: only the properties of the run itself count, not those of a paragraph mark."""
    if story.runs and story.runs[-1].depth == len(story.paragraphs):
        story.runs[-1].hidden = attribute(attributes, "val") not in _OFF


def _raise(story: Story, attributes: dict[str, str]) -> None:
    if story.runs:
        story.runs[-1].raised = attribute(attributes, "val") == "superscript"


def _set_style(story: Story, attributes: dict[str, str]) -> None:
    if story.paragraphs:
        story.paragraphs[-1].style = attribute(attributes, "val")


def _begin_row(story: Story, attributes: dict[str, str]) -> None:
    if story.tables:
        table = story.tables[-1]
        table.rows.append([])
        table.header = table.deleted = False


def _row_properties(story: Story, attributes: dict[str, str]) -> None:
    if story.tables:
        story.tables[-1].row_properties = True


def _header_row(story: Story, attributes: dict[str, str]) -> None:
    if story.tables:
        story.tables[-1].header = attribute(attributes, "val") not in _OFF


def _begin_cell(story: Story, attributes: dict[str, str]) -> None:
    if story.tables:
        story.tables[-1].across, story.tables[-1].above = 1, False
        story.inside.append([])


def _span_columns(story: Story, attributes: dict[str, str]) -> None:
    value = attribute(attributes, "val")
    if story.tables and value.isdecimal():
        story.tables[-1].across = int(value[:4])


def _merge_down(story: Story, attributes: dict[str, str]) -> None:
    if story.tables:
        story.tables[-1].above = attribute(attributes, "val") != "restart"


def _begin_note(story: Story, attributes: dict[str, str]) -> None:
    if attribute(attributes, "type") in _RULES:
        story.skipped = 1


def _begin_control(story: Story, attributes: dict[str, str]) -> None:
    """A content control that still shows its prompt says nothing."""
    story.skipped = int(story.placeholder)
    story.placeholder = False


def _prompt(story: Story, attributes: dict[str, str]) -> None:
    story.placeholder = True


def _end_paragraph(story: Story) -> None:
    if not story.paragraphs:
        return
    paragraph = story.paragraphs.pop()
    kind, level = story.styles.get(paragraph.style, (story.kind, 0))
    for words in ("".join(paragraph.words).split("\n"), paragraph.boxed):
        for line in words:
            if story.inside:
                story.inside[-1].append(line)
            else:
                story.draft.line(line, kind, level)
        kind, level = story.kind, 0


def _end_run(story: Story) -> None:
    if story.runs:
        story.runs.pop()


def _end_text(story: Story) -> None:
    story.in_text = False


def _end_row_properties(story: Story) -> None:
    if story.tables:
        story.tables[-1].row_properties = False


def _end_row(story: Story) -> None:
    if story.tables and story.tables[-1].deleted and story.tables[-1].rows:
        story.tables[-1].rows.pop()


def _end_cell(story: Story) -> None:
    if story.tables and story.inside and story.tables[-1].rows:
        table = story.tables[-1]
        words = " ".join(filter(None, story.inside.pop()))
        table.rows[-1].append(Slot(words, table.across, 1, table.above, table.header))


def _end_table(story: Story) -> None:
    if not story.tables:
        return
    rows = story.tables.pop().rows
    if story.inside:
        story.inside[-1] += [" ".join(slot.words for slot in row) for row in rows]
    else:
        story.draft.table(rows)


def _end_box(story: Story) -> None:
    if story.inside:
        lines = story.inside.pop()
        if story.paragraphs:
            story.paragraphs[-1].boxed += lines


_BEGINS: dict[str, Callable[[Story, dict[str, str]], None]] = {
    "p": lambda story, _: story.paragraphs.append(_Paragraph()),
    "r": _begin_run,
    "t": _begin_text,
    "vanish": _hide,
    "vertAlign": _raise,
    "pStyle": _set_style,
    "tbl": lambda story, _: story.tables.append(_Table()),
    "tr": _begin_row,
    "trPr": _row_properties,
    "tblHeader": _header_row,
    "tc": _begin_cell,
    "gridSpan": _span_columns,
    "vMerge": _merge_down,
    "txbxContent": lambda story, _: story.inside.append([]),
    "footnote": _begin_note,
    "endnote": _begin_note,
    "showingPlcHdr": _prompt,
    "sdtContent": _begin_control,
}
_ENDS: dict[str, Callable[[Story], None]] = {
    "p": _end_paragraph,
    "r": _end_run,
    "t": _end_text,
    "tbl": _end_table,
    "trPr": _end_row_properties,
    "tr": _end_row,
    "tc": _end_cell,
    "txbxContent": _end_box,
}
