"""Documents into articles: pages split, pieces ordered, wrapped lines joined, datelines read."""

from __future__ import annotations

from factcheck.articles.compose import composed
from factcheck.articles.headlines import stacked, titled
from factcheck.articles.lines import lines
from factcheck.articles.metadata import described
from factcheck.articles.page import split
from factcheck.articles.pictures import captioned
from factcheck.articles.seams import mended
from factcheck.articles.wrapping import paragraphs
from factcheck.model import Article, Document, PartialDate


def articles(
    document: Document, *, published: PartialDate | None = None, place_name: str = ""
) -> tuple[Article, ...]:
    """The articles of `document`, in reading order; `published` and `place_name` override what is found."""
    strips = captioned(stacked(paragraphs(lines(document))))
    found = [composed(document, titled(mended(part))) for part in split(strips)]
    return tuple(described(article, published, place_name) for article in found)
