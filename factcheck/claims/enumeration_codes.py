"""Codes that counts nearby spell out: “1+9+N”（1支队伍、9个部门、N个窗口）, “33618”: 3个、3个、6个、18个."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.enumeration_counts import Count, Counts
from factcheck.claims.enumeration_rows import pieces
from factcheck.model import Article, Enumeration, Figure, FigureKind, Span
from factcheck.patterns import compiled

_PLUS = compiled(r"[0-9]{1,3}(?:\+(?:[0-9]{1,3}|[NXnx]))+")
_DIGITS = compiled(r"[1-9][0-9]{2,5}")
_GLOSS = compiled(r"[”\"]?[\u4e00-\u9fff]{0,14}?[（(]")
_WORDS = compiled(r"[\u4e00-\u9fff“”]{2,10}")
_REACH = 1500
_NOUN = 10


def codes(article: Article, figures: Sequence[Figure], known: Counts) -> Iterator[Enumeration]:
    """The codes of `article` with the counts that spell them."""
    spelled: set[str] = set()
    for figure in figures:
        if figure.kind is not FigureKind.CODE or figure.text in spelled:
            continue
        spans = _glossed(article.text, figure, figures) if _PLUS.fullmatch(figure.text) else ()
        if _DIGITS.fullmatch(figure.text):
            spans = _spelled(article.text, figure, known)
        if spans:
            spelled.add(figure.text)
            yield Enumeration(figure, "", spans, article, style="digits", made_by="code")


def _glossed(text: str, code: Figure, figures: Sequence[Figure]) -> tuple[Span, ...]:
    """The figures that begin the items of the brackets behind a code, when they are as many as its parts."""
    opened = _GLOSS.match(text, code.span.end)
    close = text.find("）" if opened and opened.group()[-1] == "（" else ")", code.span.end)
    if opened is None or close < 0:
        return ()
    items = pieces(text, Span(opened.end(), close), "、，,")
    parts = code.text.split("+")
    if len(items) != len(parts):
        return ()
    starts = {figure.span.start: figure for figure in figures}
    found = [starts.get(item.start) for item in items]
    return tuple(
        figure.number or figure.span if figure is not None else Span(item.start, item.start + 1)
        for figure, item in zip(found, items, strict=True)
    )


def _spelled(text: str, code: Figure, known: Counts) -> tuple[Span, ...]:
    """The counts of one noun behind a code that make its digits when written in a row."""
    after = known.within(Span(code.span.end, code.span.end + _REACH))
    for place, first in enumerate(after):
        if not code.text.startswith(str(first.value)):
            continue
        for noun in _nouns(text, first):
            row = [count for count in after[place:] if noun in text[count.end : count.end + _NOUN]]
            for size in range(2, len(row) + 1):
                if "".join(str(count.value) for count in row[:size]) == code.text:
                    return tuple(count.figure.span for count in row[:size])
    return ()


def _nouns(text: str, count: Count) -> Iterator[str]:
    words = _WORDS.match(text, count.end, count.end + _NOUN)
    for start in range(len(words.group()) - 1 if words else 0):
        if words is not None:
            yield words.group()[start : start + 2]
