"""The steps in order: read, split into articles, find figures, understand claims, judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck import readers
from factcheck.articles import articles
from factcheck.claims import reading
from factcheck.config import Settings
from factcheck.engine import Rule, home, judge, load
from factcheck.errors import ReadError
from factcheck.figures import lex
from factcheck.model import (
    Article,
    Document,
    Failure,
    PartialDate,
    Reading,
    Report,
)
from factcheck.periods import periods
from factcheck.pipeline.unchecked import unchecked


@dataclass(frozen=True, slots=True)
class Understood:
    """What was read of all inputs, before any rule has spoken."""

    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    failures: tuple[Failure, ...]


def check(paths: Sequence[str], settings: Settings) -> Report:
    """The report on every file under `paths`; a file that cannot be read becomes a failure.

    Raises:
        RuleError: a rule is malformed or unknown; nothing has been read yet.
    """
    rules = tuple(rule for rule in load([home()]) if rule.default)
    return _judged(understand_all(paths, settings), rules, cross=settings.cross)


def check_text(
    text: str, *, name: str = "text.md", published: PartialDate | None = None, rules: Sequence[Rule] = ()
) -> Report:
    """The report on one text, as if it were the file `name`; with `rules` only these."""
    document = Document(name, text, format=Path(name).suffix.lstrip(".") or "txt")
    found = readings(document, published=published)
    return _judged(Understood((document,), found, ()), rules, cross=False)


def understand_all(paths: Sequence[str], settings: Settings) -> Understood:
    """Every file under `paths` read and understood."""
    documents: list[Document] = []
    found: list[Reading] = []
    failures: list[Failure] = []
    for path in inputs(paths):
        try:
            document = readers.read(path, encoding=settings.encoding)
        except ReadError as error:
            failures.append(Failure(error.path, error.reason))
            continue
        except FileNotFoundError:
            failures.append(Failure(str(path), "没有这个文件"))
            continue
        except (OSError, UnicodeError) as error:
            failures.append(Failure(str(path), str(error)))
            continue
        documents.append(document)
        found += readings(document, published=settings.published, place_name=settings.place)
    return Understood(tuple(documents), tuple(found), tuple(failures))


def inputs(paths: Sequence[str]) -> Iterator[Path]:
    """The files under `paths`, folders walked in order of name."""
    for path in map(Path, paths):
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix in {".md", ".txt"})
        else:
            yield path


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


def _judged(understood: Understood, rules: Sequence[Rule], *, cross: bool) -> Report:
    judged = judge(understood.readings, rules, cross=cross)
    left = unchecked(understood.readings, judged.findings, judged.verified)
    return Report(
        understood.documents,
        understood.readings,
        judged.findings,
        judged.verified,
        left,
        understood.failures,
    )
