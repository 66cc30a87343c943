"""Paths and standard input into what they hold; what cannot be read becomes a failure, the rest goes on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from factcheck import readers
from factcheck.config import Settings
from factcheck.model import Document, Failure
from factcheck.pipeline.globs import glob

STDIN = "-"
_WORTH = 300_000  # bytes below which starting processes costs more than it saves

Tell = Callable[[int, int, str], None]
"""Hears how many files are done, of how many, and which one comes next."""


def silent(done: int, total: int, name: str) -> None:
    """Nobody listens."""


def inputs(paths: Sequence[str], settings: Settings) -> tuple[tuple[str, ...], tuple[Failure, ...]]:
    """The files to read, each once and in order, `-` for standard input; failures for paths without any."""
    named: dict[str, str] = {}
    failures: list[Failure] = []
    globs = [glob(pattern, settings.root) for pattern in settings.exclude if settings.force_exclude]
    for path in paths:
        if path == STDIN:
            named[STDIN] = STDIN
        elif not path:  # a variable of a script that was never set; never the whole folder
            failures.append(Failure("“”", "文件名是空的，请给出文件或文件夹"))
        elif not any(means(path) for means in globs):
            found, missing = readers.inputs([path], settings.exclude)
            for file in found:  # one file under two names is one file, or it would agree with itself
                named.setdefault(os.path.realpath(file), str(file))
            failures += missing
    return tuple(named.values()), tuple(failures)


def document(name: str, settings: Settings) -> Document:
    """The document in the file `name`, or in standard input for `-`.

    Raises:
        ReadError: it cannot be read.
    """
    if name != STDIN:
        return readers.read(Path(name), encoding=settings.encoding)
    data = sys.stdin.buffer.read(readers.MAX_BYTES + 1)
    return readers.read_bytes(data, settings.stdin_name or STDIN, settings.encoding)


def processes(names: Sequence[str], settings: Settings) -> int:
    """How many processes to use: as many as asked for, else as many as are worth their start."""
    if STDIN in names:
        return 1
    if settings.jobs:
        return settings.jobs
    size = sum(Path(name).stat().st_size for name in names if Path(name).is_file())
    return min(os.cpu_count() or 1, len(names)) if size > _WORTH else 1
