"""Runs of numbered items: 一是…二是…, 第一，…第二，…, （一）…（二）…, ①…②…, 首先…其次….

A mark that goes on from the last one of its style belongs to that run; 一 begins a new run, nested in
the one before, which goes on when its own next number comes. A number that fits nowhere is kept in
the nearest run, so that gaps and repeats show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import pairwise

from factcheck.figures.numerals import whole
from factcheck.model import Article, BlockKind, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_N = "[一二三四五六七八九十]{1,3}"
_NEXT = "|".join(f"(?<={a}、){b}" for a, b in pairwise("一二三四五六七八九十"))  # 三、四月 are two months
_EDGE = r"(?:^|(?<=[。；;：:，,！？\n“”（(、）)—\s]))"
_STYLES = {
    "clause": rf"{_EDGE}(?P<clause>{_N})(?:是|要|则)(?=[^，。；\s])",
    "ordinal": rf"{_EDGE}第(?P<ordinal>{_N}|\d{{1,2}})(?=[，、：:,])",
    "step": rf"{_EDGE}第(?P<step>{_N}|\d{{1,2}})(?=步|阶段|环节|部分|批|层|类|档|关)",
    "which": rf"{_EDGE}其(?P<which>{_N})(?=[，、：:,是])",
    "bracket": rf"(?:[（(]\s*|(?<=[（(]\n))(?P<bracket>{_N}|\d{{1,2}})\s*[）)]",
    "circle": r"(?P<circle>[①-⑳])",
    "line": rf"(?:^|(?<=[\n：；。]))\s*(?P<line>{_N})、(?!{_NEXT})",
    "point": r"(?:^|(?<=\n))\s*(?P<point>\d{1,2})(?:[.．](?!\d)|、)",
    "sequence": rf"{_EDGE}(?P<sequence>首先|其次|再次|然后|此外|最后)(?=[，,是要])",
}
_MARKS = compiled("|".join(_STYLES.values()))
# What a mark may begin with: a bracket or a circle, else something behind an edge, and a blank or a number
# behind few of those. One set of characters comes first, so that the search runs through a text at once.
_SIGNS = r"（(①-⑳\s一二三四五六七八九十第其首再然此最"
_BEHIND = (
    r"(?s:(?<=[（(①-⑳])|(?<![^。；;：:，,！？\n“”（、(）)—\s].)"
    r"(?:(?<![\s\d])|(?<=\s)(?<![^\n：；。].)|(?<=\d)(?<![^\n].)))"
)
_FIRST = compiled(rf"[{_SIGNS}\d]{_BEHIND}")
_IN_LINE = compiled(rf"[{_SIGNS}]{_BEHIND}")  # the same but for numbers, of which texts are full
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "然后": 3, "此外": 4, "最后": 5}
_CLOSED = frozenset(
    {BlockKind.IGNORED, BlockKind.DECLINED, BlockKind.TABLE, BlockKind.NOTE, BlockKind.BYLINE}
)
_INLINE = frozenset({"bracket", "circle"})
_LONG = 4000


@dataclass(frozen=True, slots=True)
class Numbered:
    """One numbered mark: its style, what it says, where it stands, and whether a block begins with it."""

    style: str
    number: int
    span: Span
    block: int
    heads: bool


@dataclass(slots=True)
class Run:
    """Marks of one style that belong together; `ends` is where the last item ends."""

    marks: list[Numbered] = field(default_factory=list)
    end: int = 0

    @property
    def numbers(self) -> tuple[int, ...]:
        """What the marks say."""
        return tuple(mark.number for mark in self.marks)


def runs(article: Article) -> list[Run]:
    """The runs of `article` with two and more marks, by the position of their first."""
    open_runs: dict[str, list[Run]] = {}
    found: list[Run] = []
    for mark in _marks(article):
        stack = open_runs.setdefault(mark.style, [])
        if mark.number == 1:
            stack.append(Run([mark]))
            found.append(stack[-1])
        elif run := _continued(stack, mark):
            run.marks.append(mark)
    kept = [run for run in found if len(run.marks) > 1]
    for run in kept:
        run.end = _end(article.text, run)
    return kept


def _marks(article: Article) -> Iterator[Numbered]:
    blocks = [block.span for block in article.blocks if block.kind not in _CLOSED]
    for index, span in enumerate(blocks or _whole(article)):
        for found in _found(article.text, span):
            style = found.lastgroup or ""
            number = _number(found.group(style), style)
            if number is not None:
                at = Span(*_span(found, style))
                yield Numbered(style, number, at, index, at.start == span.start)


def _found(text: str, span: Span) -> Iterator[re.Match[str]]:
    """What `_MARKS.finditer` finds in `span`, tried only where a mark may begin."""
    numbers = text[span.start : span.start + 1].isdecimal() or text.find("\n", span.start, span.end) >= 0
    search = (_FIRST if numbers else _IN_LINE).search
    first = search(text, span.start, span.end)
    while first is not None:
        found = _MARKS.match(text, first.start(), span.end)
        if found is not None:
            yield found
        first = search(text, found.end() if found else first.end(), span.end)


def _span(found: re.Match[str], style: str) -> tuple[int, int]:
    start, end = found.span()
    return (found.start(style), end) if style in ("line", "point") else (start, end)


def _whole(article: Article) -> Sequence[Span]:
    return [Span(0, len(article.text))]


def _number(written: str, style: str) -> int | None:
    if style == "circle":
        return ord(written) - ord("①") + 1
    if style == "sequence":
        return _WORDS[written]
    return int(written) if written.isdecimal() else whole(written)


def _continued(stack: list[Run], mark: Numbered) -> Run | None:
    """The run `mark` goes on with; runs nested deeper are closed."""
    for depth in range(len(stack) - 1, -1, -1):
        last = stack[depth].marks[-1]
        if mark.number == last.number + 1 or (mark.style == "sequence" and mark.number >= last.number):
            del stack[depth + 1 :]
            return stack[depth]
    if not stack:
        return None
    last = stack[-1].marks[-1]
    near = mark.span.start - last.span.start < _LONG and mark.number in (last.number, last.number + 2)
    alike = mark.block == last.block or (mark.heads and last.heads)
    return stack[-1] if near and (mark.style not in _INLINE or alike) else None


def _end(text: str, run: Run) -> int:
    """The end of the sentence or line the last item stands in."""
    last = run.marks[-1].span
    stop = text.find("\n", last.end)
    return stop if stop >= 0 else len(text)
