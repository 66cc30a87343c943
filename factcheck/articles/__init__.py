"""Documents into articles: pages split, pieces ordered, wrapped lines joined, datelines read."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.articles.compose import composed
from factcheck.articles.headlines import stacked, titled
from factcheck.articles.lines import lines
from factcheck.articles.metadata import described
from factcheck.articles.notes import noted
from factcheck.articles.page import split
from factcheck.articles.pictures import captioned
from factcheck.articles.running import without_running_heads
from factcheck.articles.seams import mended
from factcheck.articles.strips import Strip
from factcheck.articles.tables import gridded, titled_tables
from factcheck.articles.wrapping import paragraphs
from factcheck.model import Article, Document, PartialDate


def articles(
    document: Document, *, published: PartialDate | None = None, place_name: str = ""
) -> tuple[Article, ...]:
    """The articles of `document`, in reading order; `published` and `place_name` override what is found."""
    strips = captioned(without_running_heads(stacked(paragraphs(gridded(lines(document))))))
    found = [composed(document, _finished(part)) for part in split(strips)]
    return described(found, published, place_name)


def _finished(strips: Sequence[Strip]) -> list[Strip]:
    """The strips of one article with broken paragraphs mended and headline, tables and notes told."""
    return noted(titled_tables(titled(mended(strips))))
