"""Articles on their way into an archive: what is kept of a file, under which name."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from factcheck.archive.exact import Memo
from factcheck.archive.joining import joined
from factcheck.archive.remembered import Known
from factcheck.archive.rows import row
from factcheck.archive.setting import home
from factcheck.archive.store import Entry
from factcheck.model import Document, Reading


def entries(document: Document, readings: Sequence[Reading], path: str) -> list[Entry]:
    """What an archive keeps of a file under the name `path`: an entry for each of its articles."""
    memo, digest = Memo(), digest_of(document)
    found = []
    for number, reading in enumerate(readings):
        article, here = reading.article, home(reading.article)
        known = Known(
            _number(path, number),
            path,
            article.title,
            str(article.published) if article.published is not None else "",
            here.path,
            here.body,
        )
        claims = joined(reading).claims
        found.append(Entry(known, digest, tuple(row(claim, known.number, memo) for claim in claims)))
    return found


def digest_of(document: Document) -> str:
    """What stays the same while the text of a file does."""
    return hashlib.sha256(document.text.encode("utf-8", "replace")).hexdigest()


def kept_name(file: str, archive: Path) -> str:
    """The name a file is kept under: from the folder of the archive where it lies below it, else in full."""
    full = Path(file).resolve()
    folder = archive.resolve().parent
    return full.relative_to(folder).as_posix() if full.is_relative_to(folder) else full.as_posix()


def shown_name(kept: str, archive: Path) -> str:
    """The name under which a reader here finds a kept file: from this folder where it lies below it."""
    full = Path(os.path.normpath(archive.resolve().parent / kept))
    here = Path.cwd()
    return str(full.relative_to(here)) if full.is_relative_to(here) else str(full)


def _number(path: str, article: int) -> int:
    """A number for one article of a file, the same whenever it is added."""
    digest = hashlib.blake2b(f"{path}\0{article}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
