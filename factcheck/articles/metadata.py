"""Title, date and place of an article, each with how it was learnt."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from factcheck.articles.dates import dated
from factcheck.articles.places import place_of
from factcheck.model import Article, BlockKind, Found, PartialDate


def described(article: Article, published: PartialDate | None, place_name: str) -> Article:
    """The article with its title, date and place; what the caller states overrides what is found."""
    title = _title(article)
    date, when = _date(article, published)
    where = (
        Found("place", place_name, "指定")
        if place_name
        else place_of(article.document.path, title.value if title else "", article.text)
    )
    found = tuple(item for item in (title, when, where) if item is not None)
    return replace(
        article,
        title=title.value if title else "",
        published=date,
        place_name=where.value if where else "",
        found=found,
    )


def _date(article: Article, published: PartialDate | None) -> tuple[PartialDate | None, Found | None]:
    if published is not None:
        return published, Found("published", str(published), "指定")
    clue = dated(article)
    if clue is None:
        return None, None
    return clue.date, Found("published", str(clue.date), clue.how, clue.span)


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
