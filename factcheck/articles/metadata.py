"""Title, date and place of an article, each with how it was learnt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from factcheck.articles.dates import Clue, dated
from factcheck.articles.places import place_of
from factcheck.model import Article, BlockKind, Found, PartialDate

_STATED = "指定"


def described(
    articles: Sequence[Article], published: PartialDate | None, place_name: str
) -> tuple[Article, ...]:
    """The articles of one document with title, date and place; what the caller states overrides."""
    if published is not None:
        clues: list[Clue | None] = [Clue(published, _STATED)] * len(articles)
    else:
        clues = dated(articles)
    return tuple(_one(article, clue, place_name) for article, clue in zip(articles, clues, strict=True))


def _one(article: Article, clue: Clue | None, place_name: str) -> Article:
    title = _title(article)
    words = title.value if title else ""
    if place_name:
        where: Found | None = Found("place", place_name, _STATED)
    else:
        where = place_of(article.document.path, words, article.text)
    when = Found("published", str(clue.date), clue.how, clue.span) if clue else None
    return replace(
        article,
        title=words,
        published=clue.date if clue else None,
        place_name=where.value if where else "",
        found=tuple(item for item in (title, when, where) if item is not None),
    )


def _title(article: Article) -> Found | None:
    """The title blocks; else what the format states; else the name of the file when it says something."""
    spans = [block.span for block in article.blocks if block.kind is BlockKind.TITLE]
    if spans:
        words = " ".join(span.of(article.text) for span in spans)
        return Found("title", words, "标题行", spans[0])
    stated = dict(article.document.meta).get("title", "")
    if stated:
        return Found("title", stated, "文首元数据")
    stem = PurePath(article.document.path).stem
    if any("\u4e00" <= character <= "\u9fff" for character in stem):
        return Found("title", stem, "文件名")
    return None
