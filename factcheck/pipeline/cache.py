"""What was understood of a file, kept until the file, the settings or factcheck itself change.

The key is a digest of all that matters: the bytes of the file, its name, the settings that bear on
reading, and factcheck's own code and word lists. So a cache is right after `git checkout` and in CI,
where times of change mean nothing. Entries are JSON of known records (`codec`), in a folder of the
user's cache that nobody else may enter.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import factcheck
from factcheck.config import Settings
from factcheck.kept import folder, private, put_away
from factcheck.model import Document, Reading
from factcheck.pipeline.codec import decoded, encoded
from factcheck.pipeline.stamp import stamp

_MAX_ENTRY = 64 * 1024 * 1024
_MAX_ENTRIES, _SLACK = 4_000, 400
_FOLDER = "read"
Result = tuple[Document, tuple[Reading, ...]]
"""What is kept of a file."""


def key(data: bytes, name: str, settings: Settings) -> str:
    """The name of the entry for a file of these bytes under these settings."""
    said = (name, settings.encoding, str(settings.published), settings.place)
    return hashlib.sha256(b"\0".join([_stamp(), repr(said).encode(), data])).hexdigest()


def recalled(name: str) -> Result | None:
    """The entry `name`, `None` when there is none that can be trusted and read."""
    try:
        file = private(_FOLDER) / name
        if file.stat().st_size > _MAX_ENTRY:
            return None
        found = decoded(file.read_text(encoding="utf-8"))
        os.utime(file)
    except (OSError, ValueError):
        return None
    return found if isinstance(found, tuple) and len(found) == 2 else None


def remember(name: str, result: Result) -> None:
    """Keep `result` as the entry `name`; a cache that cannot be written is no cache, and no failure."""
    try:
        put_away(_FOLDER, name, encoded(result).encode("utf-8"))
    except (OSError, TypeError, ValueError):
        return


def tidy() -> None:
    """Drop the entries that were not used for longest when there are too many."""
    try:
        with os.scandir(folder() / _FOLDER) as found:
            if sum(1 for _ in found) <= _MAX_ENTRIES + _SLACK:
                return
        entries = sorted(_entries(), key=lambda entry: entry.stat().st_mtime)
        for entry in entries[: max(len(entries) - _MAX_ENTRIES, 0)]:
            entry.unlink(missing_ok=True)
    except OSError:
        return


def clear() -> int:
    """Drop every entry; how many there were."""
    entries = list(_entries())
    for entry in entries:
        entry.unlink(missing_ok=True)
    return len(entries)


def _entries() -> Iterator[Path]:
    home = folder() / _FOLDER
    if home.is_dir() and not home.is_symlink():
        yield from (entry for entry in home.iterdir() if entry.is_file() and not entry.is_symlink())


@cache
def _stamp() -> bytes:
    """A digest of factcheck's own code and word lists."""
    return stamp(Path(factcheck.__file__).parent, factcheck.__version__)
