"""The steps in order: read, split into articles, find figures, understand claims, judge."""

from __future__ import annotations

from factcheck.articles import articles
from factcheck.claims import reading
from factcheck.figures import lex
from factcheck.model import Article, Document, PartialDate, Reading
from factcheck.periods import periods


def readings(
    document: Document, *, published: PartialDate | None = None, place_name: str = ""
) -> tuple[Reading, ...]:
    """Everything understood of each article of `document`."""
    found = articles(document, published=published, place_name=place_name)
    return tuple(understand(article) for article in found)


def understand(article: Article) -> Reading:
    """Everything understood of one article."""
    dates = periods(article.text, article.published)
    seen = lex(article.text, dates)
    return reading(article, seen.tokens, seen.figures, seen.groups, dates)
