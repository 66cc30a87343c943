"""Rows of items parted by the pause mark (、), each within the clause and the brackets it stands in.

`北京、上海（含崇明、浦东）、广州三市` is one row of three with a row of two inside its brackets. A row
knows nothing of counts; it only says where its items stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from functools import cache
from itertools import pairwise

from factcheck.claims.enumeration_words import enumeration_words
from factcheck.claims.lexicons import either
from factcheck.model import Span
from factcheck.patterns import compiled
from factcheck.records import dataclass
from factcheck.text.words import cutter

PAIRS = dict(zip("（(《“‘【〔「『", "）)》”’】〕」』", strict=True))
_OPENING, _CLOSING = "".join(PAIRS), "".join(PAIRS.values())
_BRACKETS = frozenset(_OPENING + _CLOSING)
_MARKS = _OPENING + _CLOSING + "、"
_STOPPING = r"。；;：!！？?，\n|—,:"
_PLAIN = r"(?:(?<![,:])|(?<!\d[,:])|(?!\d))"  # no comma or colon within a number
_BLANK = compiled("[ \u3000\t]")
_DIGIT = compiled(r"\d")
_BETWEEN = compiled(r"(?<=\d[^\d\s、])[和与及](?=\d)")  # 4胜1平和5战全胜 has no 平和 in it
# The next mark. Stops with no other mark between them are taken together, and so are brackets with no
# mark in them but stops: those part nothing.
_ON = rf"(?:[^{_MARKS}{_STOPPING}]*+[{_STOPPING}]{_PLAIN})*+"
_ASIDE = "|".join(f"(?<=[{left}])[^{_MARKS}]*+[{right}]" for left, right in PAIRS.items())
_ANY = compiled(rf"[{_MARKS}{_STOPPING}]{_PLAIN}(?:(?<=[{_STOPPING}]){_ON}|(?<=[{_OPENING}])(?:{_ASIDE}))?")


@dataclass(frozen=True, slots=True)
class Row:
    """Items parted by 、 in one clause.

    Attributes:
        items: the stretches between the marks, blanks cut off; the first may begin with words that
            lead to the list, the last may end with words that follow it.
        left: where the mark before the clause stands, one before the block's start when there is none.
        right: where the mark after the clause stands, the block's end when there is none.
    """

    items: tuple[Span, ...]
    left: int
    right: int


@dataclass(slots=True)
class _Frame:
    """A clause being read, and the bracket it stands in."""

    left: int
    closer: str = ""
    pauses: list[int] = field(default_factory=list)


def rows(text: str, block: Span) -> Iterator[Row]:
    """The rows of two and more items in `block`, inner ones first."""
    stack = [_Frame(block.start - 1)]
    for sign in _ANY.finditer(text, block.start, block.end):
        at, end = sign.span()
        mark = text[at]
        if mark == "、":
            stack[-1].pauses.append(at)
        elif mark not in _BRACKETS:
            frame = stack[-1]
            if frame.pauses:
                yield from _row(text, frame, at)
                frame.pauses = []
            frame.left = end - 1
        elif mark not in PAIRS:
            yield from _closed(text, stack, mark, at)
        elif end == at + 1:
            stack.append(_Frame(at, PAIRS[mark]))
    for frame in reversed(stack):
        yield from _row(text, frame, block.end)


def _closed(text: str, stack: list[_Frame], mark: str, at: int) -> Iterator[Row]:
    """The rows of the brackets that `mark` closes; none when it closes nothing."""
    while len(stack) > 1 and any(frame.closer == mark for frame in stack[1:]):
        frame = stack.pop()
        yield from _row(text, frame, at)
        if frame.closer == mark:
            return


def _row(text: str, frame: _Frame, end: int) -> tuple[Row, ...]:
    """The row that ends at `end`, if there is one."""
    if not frame.pauses:
        return ()
    edges = [frame.left, *frame.pauses, end]
    if _BLANK.search(text, frame.left + 1, end) is not None:
        items = [trimmed(text, a + 1, b) for a, b in pairwise(edges)]
        kept = tuple([item for item in items if item.end > item.start])
    else:
        kept = tuple([Span(a + 1, b) for a, b in pairwise(edges) if b > a + 1])
    return (Row(kept, frame.left, end),) if len(kept) > 1 else ()


def trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without blanks at its ends."""
    while start < end and text[start] in " \u3000\t":
        start += 1
    while end > start and text[end - 1] in " \u3000\t":
        end -= 1
    return Span(start, end)


def pieces(text: str, stretch: Span, marks: str) -> list[Span]:
    """`stretch` cut at `marks` that stand outside brackets; empty pieces are left out."""
    cuts, closers = [stretch.start - 1], []
    for mark in compiled(f"[{_OPENING}{_CLOSING}{marks}]").finditer(text, stretch.start, stretch.end):
        sign = mark.group()
        if sign in PAIRS:
            closers.append(PAIRS[sign])
        elif closers and sign == closers[-1]:
            closers.pop()
        elif sign in marks and not closers:
            cuts.append(mark.start())
    cuts.append(stretch.end)
    found = [trimmed(text, a + 1, b) for a, b in pairwise(cuts)]
    return [piece for piece in found if piece.end > piece.start]


def joined(text: str, stretch: Span) -> bool:
    """Whether a word that may join two items (和, 及, 以及) stands anywhere in `stretch`."""
    return _joints().search(text, stretch.start, stretch.end) is not None


def joints(text: str, item: Span) -> list[Span]:
    """The words in `item` that may join two items (和, 及, 以及); not those inside a known name."""
    if _joints().search(text, item.start + 1, item.end - 1) is None:  # the first or last word joins nothing
        return []
    words = item.of(text)
    found, at, depth = list[tuple[int, int]](), 0, 0
    joining = enumeration_words().joints
    for word, _ in cutter().cut(words):
        if word in _BRACKETS:  # a bracket is always a word of its own
            depth += 1 if word in PAIRS else -1
        elif word in joining and depth <= 0 and 0 < at < len(words) - len(word):
            found.append((at, at + len(word)))
        at += len(word)
    names = [name.span() for name in _names().finditer(words)] if found else []
    free = {joint for joint in found if not any(start <= joint[0] < end for start, end in names)}
    return sorted(Span(item.start + start, item.start + end) for start, end in free.union(_between(words)))


def _between(words: str) -> list[tuple[int, int]]:
    """The words that join two results: 4胜1平和5战全胜."""
    return [one.span() for one in _BETWEEN.finditer(words)] if _DIGIT.search(words) else []


@cache
def _joints() -> re.Pattern[str]:
    return compiled(either(enumeration_words().joints))


@cache
def _names() -> re.Pattern[str]:
    return compiled(either(enumeration_words().joined_names))
