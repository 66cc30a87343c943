"""Lines into paragraphs: what a narrow column broke is joined again, and nothing else.

How wide a column is shows in its lines: those that break off inside a sentence are full. A line
that is not full ends something, a paragraph if it ends like a sentence, else a headline. Widths are
counted in cells (a Chinese character is two) and in characters, for both are met.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from string import ascii_letters, digits

from factcheck.articles.kinds import dateline, finished, headline_like, look_of, numbered, prose
from factcheck.articles.strips import Line, Strip
from factcheck.articles.tables import DECLINED
from factcheck.model import BlockKind, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_NARROWEST = 14
_WIDEST_LINE = 1.3
_FULL = 0.78
_INDENT = 3
_LEAD = 24
_AFTER_DIGIT = frozenset(digits + "个万亿千百名家件元吨人次座只台公亩米度倍")
_GOES_ON = compiled(r"[，。；、！？）”’》％%]|\.\d")


@dataclass(frozen=True, slots=True)
class Column:
    """How wide the lines of a block are, in cells and in characters.

    Attributes:
        cells: what a line that is broken usually takes.
        widest: what nearly all of them stay below.
        characters: how many characters such a line usually has.
        even: all have that many, whatever they take.
        indented: first lines of paragraphs are shorter, their indent being lost.
    """

    cells: int
    widest: int
    characters: int
    even: bool = False
    indented: bool = False

    def full(self, words: str) -> bool:
        """Whether a line of these words was broken because the column ended."""
        return cells(words) >= _FULL * self.cells or len(words) >= self.characters - 2 * self.indented

    def room(self, words: str) -> int:
        """How many cells are left in a line of these words."""
        if self.even:
            return 2 * (self.characters - len(words))
        return self.widest - cells(words)

    def exact(self, words: str) -> bool:
        """Whether a line of these words fills the column, or all of it but an indent."""
        return -_INDENT < self.room(words) < (2 * _INDENT if self.indented else _INDENT)

    def holds(self, lines: Sequence[Line]) -> bool:
        """Whether all these lines fit into the column."""
        return all(cells(line.words) <= _WIDEST_LINE * self.cells for line in lines)


def paragraphs(lines: Sequence[Line]) -> list[Strip]:
    """The paragraphs, headlines and tables that `lines` make, in the same order."""
    blocks = list(_blocks(lines))
    return [
        strip
        for block, column in zip(blocks, _columns(blocks), strict=True)
        for strip in _strips(block, column)
    ]


def cells(words: str) -> int:
    """How many cells of a terminal or of squared paper `words` take."""
    return len(words.encode("gb18030", "replace"))


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines without a blank line between them."""
    block: list[Line] = []
    for line in lines:
        if line.gap and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _columns(blocks: Sequence[list[Line]]) -> list[Column | None]:
    """The column of each block; one too short to show its own has that of its neighbours."""
    measured = [_column(block) for block in blocks]
    known = [column for column in measured if column]
    if not known:
        return [None] * len(blocks)
    even = _even(blocks, measured)
    indented = _indented(blocks, [replace(column, even=even) if column else None for column in measured])
    found: list[Column | None] = []
    last = replace(known[0], even=even, indented=indented)
    for block, column in zip(blocks, measured, strict=True):
        last = replace(column, even=even, indented=indented) if column else last
        fits = column or (len(block) < _NARROWEST and last.holds(block))
        found.append(last if fits else None)
    return found


def _even(blocks: Sequence[list[Line]], columns: Sequence[Column | None]) -> bool:
    """Whether lines between the first and the last of a block have the same number of characters."""
    inner = [
        {len(line.words) for line in block[1:-1]}
        for block, column in zip(blocks, columns, strict=True)
        if column
    ]
    return 4 * sum(len(lengths) < 2 for lengths in inner) > 3 * len(inner)


def _indented(blocks: Sequence[list[Line]], columns: Sequence[Column | None]) -> bool:
    """Whether first lines of paragraphs are shorter than others, their indent being lost."""
    both = [(block, column) for block, column in zip(blocks, columns, strict=True) if column]
    short = [_INDENT <= column.room(block[0].words) < 2 * _INDENT for block, column in both]
    return 3 * sum(short) > len(both)


def _column(block: Sequence[Line]) -> Column | None:
    """The column of a block whose lines are broken inside sentences, else `None`."""
    broken = [line.words for line in block[:-1] if not finished(line.words)]
    if len(broken) < 2 or 2 * len(broken) < len(block) - 1:
        return None
    widths = sorted(map(cells, broken))
    middle = widths[len(widths) // 2]
    close = sum(_FULL * middle <= width <= _WIDEST_LINE * middle for width in widths)
    if middle < _NARROWEST or 5 * close < 4 * len(widths) or not any(map(prose, broken)):
        return None
    lengths = sorted(map(len, broken[1:]))
    return Column(middle, widths[len(widths) * 9 // 10], lengths[len(lengths) // 2])


def _strips(block: Sequence[Line], column: Column | None) -> Iterator[Strip]:
    part = [block[0]]
    for line, following in pairwise(block):
        if not _goes_on(line, following, part, column):
            yield _strip(part, column)
            part = []
        part.append(following)
    yield _strip(part, column)


def _goes_on(line: Line, following: Line, part: Sequence[Line], column: Column | None) -> bool:
    """Whether `following` belongs to the same paragraph as `line`, the last of `part`."""
    if column is None or following.indented or _marked(line) or _marked(following):
        return False
    if finished(line.words):
        return (
            column.full(line.words)
            and cells(line.words) >= column.cells - 1
            and not _begins(following, column)
        )
    if _inseparable(line.words, following.words):
        return True
    if not column.full(line.words):
        words = "".join(one.words for one in part)
        return words.count("（") > words.count("）") or words.count("“") > words.count("”")
    return not dateline(following.words)


def _inseparable(words: str, following: str) -> bool:
    """Whether a number or a phrase plainly goes on in the next line, however short this one is."""
    if words[-1] in "，、" or (words[-1] in ascii_letters and following[0] in ascii_letters):
        return True
    return _GOES_ON.match(following) is not None or (words[-1] in digits and following[0] in _AFTER_DIGIT)


def _marked(line: Line) -> bool:
    return line.kind is not BlockKind.PARAGRAPH or line.table is not None


def _begins(line: Line, column: Column) -> bool:
    """Whether a line after a full stop begins something new."""
    words = line.words
    if numbered(words) or dateline(words) or look_of(words):
        return True
    return not finished(words) and column.room(words) >= _INDENT


def _strip(part: Sequence[Line], column: Column | None) -> Strip:
    """The strip of the lines in `part`."""
    first = part[0]
    words, spans = _joined(part)
    if _marked(first):
        reason = DECLINED if first.kind is BlockKind.DECLINED else ""
        return Strip(words, spans, first.kind, first.level, first.gap, reason=reason, table=first.table)
    look = look_of(words)
    if look is not None:
        return Strip(words, spans, look.kind, gap=first.gap, reason=look.reason)
    broken = not finished(words)
    full = column.full(part[-1].words) if column else prose(words)
    if headline_like(words) and not (broken and full and _text(part, words, column)):
        return Strip(words, spans, BlockKind.HEADING, gap=first.gap)
    fresh = _fresh(part, column)
    broken = broken and not (words.endswith("——") and len(words) > _LEAD)
    brim = column is not None and column.room(part[-1].words) < _INDENT
    wrapped = len(part) > 1
    return Strip(words, spans, gap=first.gap, open=broken and full, wrapped=wrapped, brim=brim, fresh=fresh)


def _text(part: Sequence[Line], words: str, column: Column | None) -> bool:
    """Whether full lines that break off are prose rather than a headline as wide as the column."""
    if prose(words) or (len(part) > 1 and column):
        return True
    return column is not None and column.exact(words) and words[-1] not in "—" and " " not in words


def _fresh(part: Sequence[Line], column: Column | None) -> bool | None:
    """Whether the first line shows that a paragraph begins here, or goes on."""
    first = part[0]
    if first.indented:
        return True
    if column is None:
        return None
    room = column.room(first.words)
    if len(part) == 1 and finished(first.words):
        return None if column.full(first.words) else False
    if not column.indented or room >= 2 * _INDENT:
        return None
    return room >= _INDENT


def _joined(part: Sequence[Line]) -> tuple[str, tuple[Span, ...]]:
    """The words of the lines in one run; between two Latin words the line break is read as a blank."""
    if len(part) == 1:
        return part[0].words, tuple([Span(*run) for run in part[0].runs])
    words = [part[0].words]
    runs = [*part[0].runs]
    for line, following in pairwise(part):
        if line.words[-1] in ascii_letters and following.words[0] in ascii_letters:
            words.append(" ")
            runs.append((line.runs[-1][1], line.runs[-1][1] + 1))
        words.append(following.words)
        runs += following.runs
    return "".join(words), tuple([Span(*run) for run in runs])
