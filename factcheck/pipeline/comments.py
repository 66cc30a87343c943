"""Comments in an article that silence a rule, in Markdown and HTML.

    <!-- factcheck: ignore[growth/levels-disagree] 口径不同，已核 -->
        the next block, or the one it stands in
    <!-- factcheck: disable[sums] --> … <!-- factcheck: enable[sums] -->
        everything between
    <!-- factcheck: file-ignore[wording] -->
        the whole file

A rule must be named: a comment that silences everything would hide the next mistake too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model import BlockKind, Document, Place, Reading, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_COMMENT = compiled(
    r"<!--\s*factcheck\s*[:：]\s*(?P<action>[\w-]+)\s*(?:[\[［](?P<rules>[^\]］]*)[\]］])?(?P<reason>[\s\S]*?)-->"
)
_BETWEEN = compiled(r"[\s,，、]+")
ACTIONS = ("ignore", "disable", "enable", "file-ignore")


@dataclass(frozen=True, slots=True)
class Directive:
    """One comment that speaks to factcheck.

    Attributes:
        action: what it says, one of `ACTIONS` or a slip of the pen.
        rules: the rule names or prefixes it names.
        reason: why, in the writer's words.
        place: where the comment stands.
        over: the stretch of the document it silences.
    """

    action: str
    rules: tuple[str, ...]
    reason: str
    place: Place
    over: Span


def directives(document: Document, readings: Sequence[Reading]) -> tuple[Directive, ...]:
    """The comments of `document` that speak to factcheck, in order; `readings` are of its articles."""
    said = [found for block in document.blocks if (found := _said(document, block.kind, block.span))]
    if not said:
        return ()
    blocks = sorted(_blocks(readings))
    return tuple(_directive(at, said, document, blocks) for at in range(len(said)))


def _said(document: Document, kind: BlockKind, span: Span) -> re.Match[str] | None:
    if kind is not BlockKind.IGNORED or not document.text.startswith("<!--", span.start):
        return None
    return _COMMENT.match(document.text, span.start, span.end)


def _directive(
    at: int, said: Sequence[re.Match[str]], document: Document, blocks: Sequence[Span]
) -> Directive:
    found = said[at]
    place = document.place(Span(*found.span()))
    rules = _rules(found)
    match found.group("action"):
        case "file-ignore":
            over = Span(0, len(document.text))
        case "disable":
            over = Span(found.end(), _enabled(rules, said[at + 1 :], len(document.text)))
        case "ignore":
            over = _block(found, document.text, blocks)
        case _:
            over = Span(found.end(), found.end())
    return Directive(found.group("action"), rules, found.group("reason").strip(), place, over)


def _rules(found: re.Match[str]) -> tuple[str, ...]:
    return tuple(word for word in _BETWEEN.split(found.group("rules") or "") if word)


def _enabled(rules: Sequence[str], later: Sequence[re.Match[str]], end: int) -> int:
    """Where the first comment after it takes a `disable` back; one without rules takes all back."""
    for found in later:
        if found.group("action") == "enable" and (not _rules(found) or set(_rules(found)) & set(rules)):
            return found.start()
    return end


def _block(found: re.Match[str], text: str, blocks: Sequence[Span]) -> Span:
    """The block a comment stands in when words stand before it there, else the next one."""
    line = text.rfind("\n", 0, found.start()) + 1
    if text[line : found.start()].strip():
        around = [block for block in blocks if block.start < found.start() and block.end > line]
        return around[-1] if around else Span(line, found.start())
    return next((block for block in blocks if block.end > found.end()), Span(found.end(), found.end()))


def _blocks(readings: Sequence[Reading]) -> Iterator[Span]:
    for reading in readings:
        for block in reading.article.blocks:
            if block.kind is not BlockKind.IGNORED and block.span.end > block.span.start:
                place = reading.article.place(block.span)
                yield Span(place.start, place.end)
