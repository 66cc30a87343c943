"""Documents into articles: pages split, pieces ordered, wrapped lines joined, datelines read."""

from __future__ import annotations

from factcheck.articles.compose import composed
from factcheck.articles.headlines import titled
from factcheck.articles.metadata import described
from factcheck.articles.strips import strips
from factcheck.model import Article, Document, PartialDate


def articles(
    document: Document, *, published: PartialDate | None = None, place_name: str = ""
) -> tuple[Article, ...]:
    """The articles of `document`, in reading order; `published` and `place_name` override what is found."""
    whole = composed(document, titled(strips(document)))
    return (described(whole, published, place_name),)
