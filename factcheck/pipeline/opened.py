"""One file read and understood, from the cache when nothing about it has changed."""

from __future__ import annotations

from pathlib import Path

from factcheck import readers
from factcheck.articles import articles
from factcheck.claims import reading
from factcheck.config import Settings
from factcheck.errors import ReadError
from factcheck.figures import lex
from factcheck.model import Article, Document, Failure, PartialDate, Reading
from factcheck.periods import periods
from factcheck.pipeline import cache
from factcheck.pipeline.bugs import bug
from factcheck.pipeline.sources import STDIN, document
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """A file's document and everything understood of its articles."""

    document: Document
    readings: tuple[Reading, ...]


def opened(name: str, settings: Settings) -> Opened | Failure:
    """The file `name` read and understood, or why it could not be read."""
    key = _key(name, settings) if settings.cache and name != STDIN else None
    if key is not None and (known := cache.recalled(key)) is not None:
        return Opened(*known)
    try:
        found = document(name, settings)
        result = Opened(found, readings(found, published=settings.published, place_name=settings.place))
    except ReadError as error:
        return Failure(error.path, error.reason)
    except Exception as error:
        return bug(name, error)
    if key is not None:
        cache.remember(key, (result.document, result.readings))
    return result


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


def _key(name: str, settings: Settings) -> str | None:
    """The name of the cache entry; `None` for what the reader will refuse anyway."""
    file = Path(name)
    try:
        if not file.is_file() or file.stat().st_size > readers.MAX_BYTES:
            return None
        return cache.key(file.read_bytes(), name, settings)
    except OSError:
        return None
