"""Archived articles as far as their claims need them: blank but for the words that are cited.

Every quoted word keeps its place: the blanks around it hold as many line ends as the file did, so
that path, line, column and offsets of a citation are those of the file when it was archived.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from json import loads

from factcheck.archive.exact import Memo
from factcheck.archive.rows import Row, claim
from factcheck.model import Article, Document, PartialDate, Piece, Reading, Span, Standing

_ANYWHERE = 1 << 40  # offsets stay what they are, even where the text is left out


@dataclass(frozen=True, slots=True)
class Known:
    """What an archive knows of an article."""

    number: int
    path: str
    title: str
    published: str
    place: str
    body: str


@dataclass(frozen=True, slots=True)
class _Words:
    start: int
    end: int
    line: int
    column: int
    text: str


def readings(
    rows: Iterable[Row],
    articles: Mapping[int, Known],
    standing: Standing,
    *,
    quoted: bool = True,
    times: Mapping[Row, int] | None = None,
) -> Iterator[Reading]:
    """One reading for each article of `rows`; without `quoted` their text is left out.

    `times` says how many claims a row stands for, where that is not one.
    """
    memo, counted = Memo(), times or {}
    by_article: dict[int, list[Row]] = {}
    for row in rows:
        by_article.setdefault(row.article, []).append(row)
    for number, found in by_article.items():
        article = _article(articles[number], found if quoted else (), standing)
        yield Reading(article, claims=tuple(claim(row, article, memo, counted.get(row, 1)) for row in found))


def _article(known: Known, rows: Sequence[Row], standing: Standing) -> Article:
    text = _text(rows)
    date = PartialDate(*map(int, known.published.split("-"))) if known.published else None
    pieces = (Piece(0, Span(0, _ANYWHERE)),)
    document = Document(known.path, text)
    return Article(
        document,
        text,
        pieces,
        title=known.title,
        published=date,
        place_name=known.place.rpartition("/")[2],
        standing=standing,
    )


def _text(rows: Sequence[Row]) -> str:
    """The words of the rows where they stood, everything else blank."""
    parts: list[str] = []
    at, line = 0, 1
    for words in sorted(set(_words(rows)), key=lambda one: (one.start, -one.end)):
        if words.start < at:
            continue
        parts += [_blank(words, at, line), words.text]
        at, line = words.start + len(words.text), words.line + words.text.count("\n")
    return "".join(parts)


def _words(rows: Iterable[Row]) -> Iterator[_Words]:
    for row in rows:
        yield _Words(row.start, row.end, row.line, row.column, row.words)
        for _, start, end, text, line, column in loads(row.marks) if row.marks else ():
            yield _Words(start, end, line, column, text)


def _blank(words: _Words, at: int, line: int) -> str:
    """What lies between `at` on `line` and the words, with the line ends it must have."""
    gap, ends = words.start - at, words.line - line
    if not ends:
        return " " * gap
    last = words.column - 1
    return "\n" * (ends - 1) + " " * (gap - ends - last) + "\n" + " " * last
