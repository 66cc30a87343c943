"""Paths and standard input into documents; what cannot be read becomes a failure, the rest goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from factcheck import readers
from factcheck.config import Settings
from factcheck.errors import ReadError
from factcheck.model import Document, Failure

STDIN = "-"

Tell = Callable[[int, int, str], None]
"""Hears how many files are done, of how many, and which one comes next."""


def silent(done: int, total: int, name: str) -> None:
    """Nobody listens."""


def inputs(paths: Sequence[str], settings: Settings) -> tuple[tuple[str, ...], tuple[Failure, ...]]:
    """The files to read, each once and in order, `-` for standard input; failures for paths without any."""
    named: dict[str, None] = {}
    failures: list[Failure] = []
    for path in paths:
        if path == STDIN:
            named[STDIN] = None
            continue
        found, missing = readers.inputs([path], settings.exclude)
        named.update(dict.fromkeys(map(str, found)))
        failures += missing
    return tuple(named), tuple(failures)


def documents(names: Sequence[str], settings: Settings, tell: Tell = silent) -> Iterator[Document | Failure]:
    """Each file as a document, or why it could not be read."""
    for done, name in enumerate(names):
        tell(done, len(names), name)
        try:
            yield _document(name, settings)
        except ReadError as error:
            yield Failure(error.path, error.reason)


def _document(name: str, settings: Settings) -> Document:
    if name != STDIN:
        return readers.read(Path(name), encoding=settings.encoding)
    data = sys.stdin.buffer.read(readers.MAX_BYTES + 1)
    return readers.read_bytes(data, settings.stdin_name or STDIN, settings.encoding)
