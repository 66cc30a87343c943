"""A document as HTML lines in which every figure shows what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from factcheck.model import BlockKind, Document, Finding, Reading, Report, Span, Verified
from factcheck.reports.parts.safe import visible
from factcheck.reports.parts.statuses import Status, statuses
from factcheck.reports.parts.words import reason_words

_LOUDEST = ("suspect", "witness", "verified", "alone")
_CLASSES = {
    BlockKind.TITLE: "title",
    BlockKind.HEADING: "heading",
    BlockKind.BYLINE: "byline",
    BlockKind.BANNER: "byline",
    BlockKind.TABLE: "table",
    BlockKind.CAPTION: "heading",
    BlockKind.NOTE: "byline",
}


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch of a document to be marked: `kind` is a CSS class, `target` the id of what it belongs to."""

    start: int
    end: int
    kind: str
    target: str
    title: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Numbered:
    """The relations of a report with the ids they have on the page."""

    findings: tuple[tuple[str, Finding], ...]
    verified: tuple[tuple[str, Verified], ...]


def numbered(report: Report) -> Numbered:
    """Ids for all relations, in the order of the report."""
    return Numbered(
        tuple((f"f{at}", each) for at, each in enumerate(report.findings, 1)),
        tuple((f"v{at}", each) for at, each in enumerate(report.verified, 1)),
    )


def highlights(report: Report, ids: Numbered) -> Mapping[str, Sequence[Highlight]]:
    """What to mark in each document, by path, in reading order."""
    found: dict[str, list[Highlight]] = defaultdict(list)
    for target, finding in ids.findings:
        for at, mark in enumerate(finding.marks):
            kind = "witness" if at else "suspect"
            found[mark.place.path].append(Highlight(mark.place.start, mark.place.end, kind, target))
    for target, held in ids.verified:
        for mark in held.marks:
            found[mark.place.path].append(Highlight(mark.place.start, mark.place.end, "verified", target))
    for each in statuses(report):
        if each.status in (Status.ALONE, Status.NOT_READ) and each.reason is not None:
            place, words = each.place, reason_words(each.reason)
            found[place.path].append(Highlight(place.start, place.end, "alone", "", words))
    return {path: sorted(marks, key=lambda mark: (mark.start, mark.end)) for path, marks in found.items()}


def lines(document: Document, readings: Sequence[Reading], marks: Sequence[Highlight]) -> Iterator[str]:
    """Every line of `document` that is not blank, as one HTML element with its number."""
    kinds = dict(_kinds(document, readings))
    ends = [*(start - 1 for start in document.lines[1:]), len(document.text)]
    waiting = list(reversed(marks))
    open_marks: list[Highlight] = []
    for number, (start, end) in enumerate(zip(document.lines, ends, strict=True), 1):
        while waiting and waiting[-1].start < end:
            open_marks.append(waiting.pop())
        open_marks = [mark for mark in open_marks if mark.end > start]
        words = document.text[start:end].rstrip("\r")
        if words.strip():
            kind = kinds.get(number, "plain")
            inner = "".join(_segments(document.text, Span(start, start + len(words)), open_marks))
            yield f'<p class="line {kind}" data-line="{number}">{inner}</p>'


def _kinds(document: Document, readings: Sequence[Reading]) -> Iterator[tuple[int, str]]:
    for reading in readings:
        for block in reading.article.blocks:
            if block.kind in _CLASSES and block.span.end > block.span.start:
                first = reading.article.place(Span(block.span.start, block.span.start + 1)).line
                last = reading.article.place(Span(block.span.end - 1, block.span.end)).line
                for number in range(first, last + 1):
                    yield number, _CLASSES[block.kind]


def _segments(text: str, line: Span, marks: Sequence[Highlight]) -> Iterator[str]:
    edges = {at for mark in marks for at in (mark.start, mark.end) if line.start < at < line.end}
    cuts = sorted({line.start, line.end, *edges})
    for start, end in pairwise(cuts):
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        yield _segment(text[start:end], over)


def _segment(text: str, over: Sequence[Highlight]) -> str:
    words = escape(visible(text.replace("\t", " ")))
    if not over or not words:
        return words
    kind = min((mark.kind for mark in over), key=_LOUDEST.index)
    targets = list(dict.fromkeys(mark.target for mark in over if mark.target))
    if not targets:
        title = escape("；".join(dict.fromkeys(mark.title for mark in over)))
        return f'<span class="mark {kind}" tabindex="0" data-why="{title}">{words}</span>'
    shown = targets[0] if kind != "verified" else next(t for t in targets if t.startswith("v"))
    return f'<a class="mark {kind}" href="#{shown}" data-for="{" ".join(targets)}">{words}</a>'
