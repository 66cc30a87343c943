"""Where articles begin on a page: datelines, bylines, headlines of the first level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.articles.kinds import dateline, numbered
from factcheck.articles.strips import Strip
from factcheck.articles.vocabulary import share, told_in, words_of
from factcheck.model import BlockKind

_SIGNS = frozenset("□■●◎▲◇◆○△▼◉")
_FURNITURE = frozenset({BlockKind.CAPTION, BlockKind.IGNORED, BlockKind.BANNER, BlockKind.BYLINE})
_WINDOW = 1500
_LEAST_BODY = 60
_TOLD_BELOW = 0.4


def openers(strips: Sequence[Strip]) -> list[int]:
    """The strips at which an article begins, in order; never fewer than needed to hold all prose."""
    found = _apart(strips, [index for index in range(len(strips)) if _opens(strips, index)])
    if not found:
        found = _apart(strips, list(_top_headings(strips)))
    found = sorted({*found, *_shifts(strips, found)})
    first = _first_prose(strips)
    if first is not None and (not found or _prose_before(strips, found[0]) >= _LEAST_BODY):
        found = [first, *(index for index in found if index > first)]
    return found


def _opens(strips: Sequence[Strip], index: int) -> bool:
    strip = strips[index]
    if strip.kind is BlockKind.PARAGRAPH:
        return dateline(strip.words)
    if strip.kind is not BlockKind.BYLINE or not _before_prose(strips, index):
        return False
    signed = strip.words[0] in _SIGNS
    return signed or ("记者" in strip.words and index > 0 and strips[index - 1].kind is BlockKind.HEADING)


def _before_prose(strips: Sequence[Strip], index: int) -> bool:
    """Whether the next strip that is no picture is prose."""
    following = (strip for strip in strips[index + 1 : index + 5] if strip.kind not in _FURNITURE)
    strip = next(following, None)
    return strip is not None and strip.kind is BlockKind.PARAGRAPH


def _apart(strips: Sequence[Strip], indices: Sequence[int]) -> list[int]:
    """Of beginnings with no prose between them, only the first: a byline and its dateline are one."""
    kept: list[int] = []
    for index in indices:
        between = strips[kept[-1] : index] if kept else []
        if not kept or any(strip.kind is BlockKind.PARAGRAPH for strip in between):
            kept.append(index)
    return kept


def _top_headings(strips: Sequence[Strip]) -> Iterator[int]:
    """Headings marked as first level that are no numbered sections, where there are several."""
    top = [
        index
        for index, strip in enumerate(strips)
        if strip.kind is BlockKind.HEADING and strip.level == 1 and not numbered(strip.words)
    ]
    if len(top) > 1:
        yield from (index for index in top if len(strips[index].words) > 5)


def _shifts(strips: Sequence[Strip], known: Sequence[int]) -> Iterator[int]:
    """Stacks of headlines after which the text speaks of something else."""
    for first, last in _stacks(strips):
        if any(first <= index <= last + 1 for index in known):
            continue
        before, after = _text(strips, range(first - 1, -1, -1)), _text(strips, range(last, len(strips)))
        head = words_of("\n".join(strip.words for strip in strips[first:last]))
        past, coming = (share(head, told_in(text, head)) for text in (before, after))
        if coming > 2 * past and coming > _TOLD_BELOW:
            yield first


def _stacks(strips: Sequence[Strip]) -> Iterator[tuple[int, int]]:
    """Two or more headlines without number or level in a row, after prose that ends and before prose."""
    index = 1
    while index < len(strips):
        last = index
        while last < len(strips) and _plain_heading(strips[last]):
            last += 1
        if last - index > 1 and last < len(strips) and _prose(strips[last]) and _ended(strips[index - 1]):
            yield index, last
        index = last + 1


def _plain_heading(strip: Strip) -> bool:
    return strip.kind is BlockKind.HEADING and not strip.level and not numbered(strip.words)


def _prose(strip: Strip) -> bool:
    return strip.kind is BlockKind.PARAGRAPH


def _ended(strip: Strip) -> bool:
    return strip.kind is BlockKind.PARAGRAPH and not strip.open


def _text(strips: Sequence[Strip], order: range) -> str:
    """The prose met in this order until there is enough of it to judge by."""
    found: list[str] = []
    length = 0
    for index in order:
        if strips[index].kind is BlockKind.PARAGRAPH:
            found.append(strips[index].words)
            length += len(strips[index].words)
            if length > _WINDOW:
                break
    return "\n".join(found)


def _first_prose(strips: Sequence[Strip]) -> int | None:
    return next((index for index, strip in enumerate(strips) if strip.kind is BlockKind.PARAGRAPH), None)


def _prose_before(strips: Sequence[Strip], index: int) -> int:
    return sum(len(strip.words) for strip in strips[:index] if strip.kind is BlockKind.PARAGRAPH)
