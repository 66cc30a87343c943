"""Numbered runs as enumerations, with the count that the sentence before them states."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.enumeration_counts import Count, Counts
from factcheck.claims.enumeration_rows import trimmed
from factcheck.claims.enumeration_runs import Run, runs
from factcheck.claims.enumeration_words import enumeration_words
from factcheck.model import Article, Enumeration, Span
from factcheck.patterns import compiled

_STOPS = compiled(r"[。！？!?\n]")
_CLAUSE = compiled(r"[，,；;。！？!?\n]")
_ELLIPSIS = compiled(r"…|\.\.\.|略|节选|摘录|摘自")
_OPENING = compiled(r"(?:具体|主要|分别|内容|它们?|其|即|包括|如下|有|是|为|做法|措施|来说|而言)+")
_COMMA = compiled(r"[，,；;]")
_LEAD = 120
_NEAR = 14
_FAR = 32


def numbered(article: Article, known: Counts) -> Iterator[Enumeration]:
    """The numbered runs of `article`, each with its count when one is stated."""
    for run in runs(article):
        count = _announcing(article.text, run, known) or _closing(article.text, run, known)
        if run.marks[0].style != "step" or (count is not None and _set_out(article.text, run, count)):
            yield _enumeration(article, run, count)


def _set_out(text: str, run: Run, count: Count) -> bool:
    """分三步走：第一步…: steps are told one by one after a colon, each called what is counted."""
    first = run.marks[0].span
    words = {text[mark.span.end : mark.span.end + 1] for mark in run.marks}
    called = len(words) == 1 and words.pop() in text[count.start : first.start]
    return called and text[count.end : first.start].rstrip().endswith(("：", ":"))


def _enumeration(article: Article, run: Run, count: Count | None) -> Enumeration:
    text = article.text
    marks = [mark.span for mark in run.marks]
    ends = [*(mark.start for mark in marks[1:]), run.end]
    items = tuple(trimmed(text, mark.start, end) for mark, end in zip(marks, ends, strict=True))
    style = "sequence" if run.marks[0].style == "sequence" else "numbered"
    return Enumeration(
        count.figure if count else None,
        "",
        items,
        article,
        open=style == "sequence" or _ELLIPSIS.search(text, marks[0].start, run.end) is not None,
        style=style,
        made_by=run.marks[0].style,
        marks=tuple(marks),
        numbers=run.numbers,
    )


def _announcing(text: str, run: Run, known: Counts) -> Count | None:
    """The last count of the sentence that leads to `run`, by preference one that fits."""
    first = run.marks[0].span.start
    stops = [stop.end() for stop in _STOPS.finditer(text, max(0, first - _LEAD), first)]
    lead = _lead(text, first, stops)
    fitting = [count for count in known.within(lead) if _fits(count) and _leads(text, count, first)]
    same = [count for count in fitting if count.value == len(run.marks)]
    for found in (same or fitting)[-1:]:
        if abs(found.value - len(run.marks)) <= max(2, found.value // 3):
            return found
    return None


def _leads(text: str, count: Count, first: int) -> bool:
    """Whether the words between a count and the first mark let the one announce the other."""
    between = text[count.end : first].strip(" \u3000\n")
    if text[count.start - 1 : count.start] in ("“", "‘", "《"):
        return len(between) <= _NEAR and between[-1:] in ("：", ":")
    if between[-1:] in ("。", "！", "？") or _STOPS.search(between):
        return len(between) <= _NEAR and not _COMMA.search(between)
    return len(between) <= _FAR and len(_COMMA.findall(between)) <= 1


def _closing(text: str, run: Run, known: Counts) -> Count | None:
    """The count behind the last of the numbered words of one sentence: （1）甲、（2）乙两个阶段."""
    first, last = run.marks[0].span, run.marks[-1].span
    stop = _STOPS.search(text, first.end)
    if run.marks[0].style not in ("bracket", "circle") or (stop is not None and stop.start() < last.end):
        return None
    end = _CLAUSE.search(text, last.end)
    inside = known.within(Span(last.end + 1, end.start() if end else len(text)))
    return next((count for count in inside if count.followed and _fits(count)), None)


def _lead(text: str, first: int, stops: list[int]) -> Span:
    """The words before the first mark in its sentence, else the sentence before."""
    end = first
    for start in reversed([max(0, first - _LEAD), *stops]):
        words = text[start:end].strip(" \u3000\n—：:“。")
        if words and not _OPENING.fullmatch(words):
            return Span(start, end)
        end = start
    return Span(first, first)


def _fits(count: Count) -> bool:
    unit = count.figure.unit
    return unit is not None and unit.name in enumeration_words().numbered
