"""Markdown: the text stays as it is; what is markup, code or a link's address is marked as ignored.

Positions are those of the file. Headings and list items carry their own marks (`#`, `-`), which
`articles` knows in every format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Block, BlockKind, Document, Span, Table
from factcheck.patterns import compiled
from factcheck.readers.decoding import decode
from factcheck.readers.frontmatter import FRONT_MATTER, entries, stated_title
from factcheck.readers.pipes import pipe_tables
from factcheck.readers.tagged_tables import tagged_tables

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")

_FENCE = compiled(
    r"^ {0,3}(?P<fence>`{3,12}|~{3,12})(?![`~])[^\n]*\n(?:.*\n)*?(?: {0,3}(?P=fence)[`~]*[ \t\r]*$|\Z)",
    re.MULTILINE,
)
_CUE = compiled(r"`+|~+|<+|\[+|[!*_\\]|https?://")
_INLINE = compiled(
    r"""
    (?P<code>(?<!`)(?P<ticks>`{1,3})(?!`)[^`\n]{1,400}(?P=ticks)(?!`))
    | (?P<image>!\[)(?P<alt>[^\]\n]{0,400})(?P<source>\]\([^)\n]{0,2000}\))
    | (?P<open>\[)(?!\d+\])(?P<label>[^\]\n]{1,400})(?P<target>\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\]))
    | (?P<definition>(?<![^\n])\[[^\]\n]{1,200}\]:[ \t]*(?:https?:|/|\#|<|\.)[^\n]*)
    | (?P<footnote>\[\^[^\]\n]{1,60}\]:?)
    | (?P<address><(?:https?|mailto|ftp):[^>\s]{1,2000}>|https?://[!-~]{1,2000})
    | (?P<tag></?(?!PAGE_DIV)[A-Za-z][A-Za-z0-9]{0,20}(?:\s[^<>\n]{0,500})?/?>)
    | (?P<strong>\*\*\*|\*\*|__|(?<![\w*])\*(?=[^\s*\d])|(?<=[^\s*\d])\*(?![\w*]))
    | (?P<deleted>~~[^~\n]{1,400}~~)
    | (?P<escape>\\)[!-/:-@\[-`{-~]
    """,
    re.VERBOSE,
)
_LINE_CUE = compiled(r"(?:^|\n)[ ]{0,3}[>\-*_=]")
_LINE = compiled(
    r"""
    (?P<quote>^(?:\ {0,3}>\ ?)+)
    | (?P<rule>^\ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+|-+)[ \t\r]*$)
    """,
    re.VERBOSE | re.MULTILINE,
)
_TITLED = compiled(r"^ {0,3}#[ \t]|^[^\n]+\n=+[ \t]*$", re.MULTILINE)
_FRONT = "文首元数据"
_KEPT = frozenset({"alt", "label"})
_REASONS = {
    "code": "代码",
    "source": "链接地址",
    "target": "链接地址",
    "definition": "链接地址",
    "address": "链接地址",
    "deleted": "删除线",
}


def read(data: bytes, name: str, encoding: str | None) -> Document:
    """The document in `data`.

    Raises:
        ReadError: the bytes cannot be decoded.
    """
    text, used = decode(data, name, encoding)
    return marked(name, text, used)


def marked(name: str, text: str, encoding: str = "utf-8") -> Document:
    """The document of a Markdown `text`, its markup marked as ignored."""
    front = FRONT_MATTER.match(text)
    start = front.end() if front else 0
    tables = tuple(sorted([*pipe_tables(text, start), *tagged_tables(text, start)], key=_position))
    hidden = [*_fences(text, start)]
    title = stated_title(front) if front and not _TITLED.search(text, start) else None
    if title is not None:
        hidden += [_ignored(0, title.start, _FRONT), _ignored(title.end, start, _FRONT)]
    elif front:
        hidden.append(_ignored(0, start, _FRONT))
    hidden += _comments(text, start)
    hidden += _inline(text, start)
    if _LINE_CUE.search(text, start):
        hidden += (_ignored(*found.span(), "标记") for found in _LINE.finditer(text, start))
    stated = [Block(BlockKind.TABLE, table.span) for table in tables]
    stated += [Block(BlockKind.TITLE, title, 1)] if title is not None else []
    blocks = sorted([*_outermost(hidden), *stated], key=lambda block: block.span)
    return Document(
        name, text, "md", encoding, tuple(blocks), tables, entries(front.group("body")) if front else ()
    )


def _position(table: Table) -> Span:
    return table.span


def _fences(text: str, start: int) -> Iterator[Block]:
    if "```" in text or "~~~" in text:
        for found in _FENCE.finditer(text, start):
            yield _ignored(found.start(), found.end(), "代码")


def _inline(text: str, start: int) -> Iterator[Block]:
    """Marks inside lines; most text has none, so that places where one can begin are looked for first."""
    cue = _CUE.search(text, start)
    while cue:
        found = _INLINE.match(text, cue.start())
        if found:
            yield from _marks(found)
        cue = _CUE.search(text, max(found.end() if found else 0, cue.end()))


def _comments(text: str, start: int) -> Iterator[Block]:
    start = text.find("<!--", start)
    while start >= 0 and (end := text.find("-->", start + 4)) >= 0:
        yield _ignored(start, end + 3, "注释")
        start = text.find("<!--", end + 3)


def _marks(found: re.Match[str]) -> Iterator[Block]:
    for part, words in found.groupdict().items():
        if words and part not in _KEPT and part != "ticks":
            yield _ignored(*found.span(part), _REASONS.get(part, "标记"))


def _ignored(start: int, end: int, reason: str) -> Block:
    return Block(BlockKind.IGNORED, Span(start, end), reason=reason)


def _outermost(blocks: list[Block]) -> Iterator[Block]:
    """Ignored stretches without those that lie in another."""
    end = -1
    for block in sorted(blocks, key=lambda block: (block.span.start, -block.span.end)):
        if block.span.start >= end:
            yield block
            end = block.span.end
