"""The blocks of a web page as lines: an iterative walk, as pages may be nested deep."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import field
from typing import TYPE_CHECKING

from factcheck.model import BlockKind
from factcheck.patterns import compiled
from factcheck.readers.draft import Draft, Slot
from factcheck.readers.html_main import UNREAD, furniture
from factcheck.records import dataclass

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS = compiled(
    r"address|article|blockquote|body|center|dd|details|div|dl|dt|fieldset|"
    r"figcaption|figure|h1|h2|h3|h4|h5|h6|header|hr|li|main|ol|p|pre|section|"
    r"summary|table|td|th|tr|ul|caption"
)
_KINDS = {
    **{f"h{level}": (BlockKind.HEADING, level) for level in range(1, 7)},
    "li": (BlockKind.ITEM, 0),
    "figcaption": (BlockKind.CAPTION, 0),
    "caption": (BlockKind.CAPTION, 0),
}
_WRAP = compiled(r"\s*\n\s*")
_BLANKS = compiled(r"[ \t\r\f]+")
_PLAIN = compiled(r"[!-~]")
_ADDRESSED = compiled(r"<!--\s*factcheck\s*[:：]")
_LONGEST_CELL = 200


@dataclass(slots=True)
class Page:
    """What is told of a page: lines and tables, and the title of its window."""

    draft: Draft
    title: str = ""
    words: list[str] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    comments: list[str] = field(default_factory=list)
    length: int = 0


def told(root: LexborNode, page: Page) -> None:
    """Write the blocks under `root` into the draft of `page`."""
    page.length = len(root.text(strip=True))
    waiting: list[LexborNode | Callable[[], None]] = [root]
    while waiting:
        node = waiting.pop()
        if callable(node):
            node()
        else:
            waiting += reversed(list(_steps(node, page)))
    _flush(page)
    _write_comments(page)


def _steps(node: LexborNode, page: Page) -> Iterator[LexborNode | Callable[[], None]]:
    """What is to be done for a node: its children between the beginning and the end of its block."""
    tag = node.tag
    if tag == "-text":
        page.words.append(node.text_content or "")
    elif tag == "-comment" and _ADDRESSED.match(node.html or ""):
        page.comments.append(node.html or "")
    elif tag == "br":
        _flush(page)
    elif tag is None or tag.startswith("-") or UNREAD.fullmatch(tag) or furniture(node, page.length // 2):
        return
    elif tag == "table" and _is_data(node):
        _flush(page)
        _write_table(node, page)
    elif tag == "sup" and _reference(node, page):
        page.words.append(f"[{node.text(strip=True)}]")
    elif _BLOCKS.fullmatch(tag):
        yield lambda: _open(page, tag)
        yield from _children(node)
        yield lambda: _flush(page)
    else:
        yield from _children(node)


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _open(page: Page, tag: str) -> None:
    _flush(page)
    page.kind, page.level = _KINDS.get(tag, (BlockKind.PARAGRAPH, 0))


def _flush(page: Page) -> None:
    """End the line that is being written."""
    words = _collapsed("".join(page.words))
    page.words.clear()
    if words:
        _write_comments(page)
        page.draft.line(words, page.kind, page.level)
        page.kind, page.level = BlockKind.PARAGRAPH, 0


def _write_comments(page: Page) -> None:
    """Comments that speak to this tool stand on lines of their own before the block they are in or before."""
    for words in page.comments:
        page.draft.ignored(" ".join(words.split()), "注释")
    page.comments.clear()


def _collapsed(words: str) -> str:
    """Blanks as a browser shows them; a line end in the source is none between Chinese characters."""
    bare = words.strip()
    return _BLANKS.sub(" ", _WRAP.sub(lambda found: _joint(bare, found), bare))


def _joint(words: str, found: re.Match[str]) -> str:
    before, after = words[found.start() - 1], words[found.end()]
    if before.isdecimal() and after in ".%":
        return ""
    return " " if _PLAIN.match(before) and _PLAIN.match(after) else ""


def _reference(node: LexborNode, page: Page) -> bool:
    """Whether a raised number follows a number, which it must not be read as part of."""
    raised = node.text(strip=True)
    before = next((words for words in reversed(page.words) if words), "")
    return raised.isdecimal() and before[-1:].isdecimal()


def _is_data(table: LexborNode) -> bool:
    """Whether a table holds data; one that lays out the page has long cells or tables in cells."""
    if table.css("table table") or len(table.css("tr")) < 2:
        return False
    return all(len(cell.text(strip=True)) <= _LONGEST_CELL for cell in table.css("td, th"))


def _write_table(table: LexborNode, page: Page) -> None:
    _write_comments(page)
    caption = table.css_first("caption")
    if caption is not None:
        page.draft.line(_collapsed(caption.text()), BlockKind.CAPTION)
    rows = [[_slot(cell) for cell in _children(row) if cell.tag in {"td", "th"}] for row in table.css("tr")]
    page.draft.table(rows)


def _slot(cell: LexborNode) -> Slot:
    return Slot(
        _collapsed(cell.text(separator=" ") if cell.css_first("p, br, div") else cell.text()),
        _count(cell.attributes.get("colspan")),
        _count(cell.attributes.get("rowspan")),
        header=cell.tag == "th" and cell.parent is not None and not cell.parent.css("td"),
    )


def _count(written: str | None) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 4 else 1
