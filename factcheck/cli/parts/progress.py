"""How far a long run has come, on stderr and only where a person is looking."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from factcheck.cli.parts.width import cells, columns
from factcheck.pipeline.sources import Tell, silent
from factcheck.reports.parts.safe import visible

_PATIENCE = 0.5  # seconds before anything is shown: a short run needs no bar
_BAR = 20


@contextmanager
def progress(*, quiet: bool) -> Iterator[Tell]:
    """Something to tell of progress; the bar is gone when the run is over."""
    if quiet or not sys.stderr.isatty():
        yield silent
        return
    started = time.monotonic()
    shown: list[int] = []

    def tell(done: int, total: int, name: str) -> None:
        if time.monotonic() - started > _PATIENCE and total > 1:
            shown.append(done)
            sys.stderr.write("\r\x1b[K" + _line(done, total, name))
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _line(done: int, total: int, name: str) -> str:
    full = _BAR * done // total
    head = f"{'█' * full}{'░' * (_BAR - full)} {done}/{total} "
    shown = visible(name)
    while shown and cells(head + shown) >= columns():
        shown = shown[1:]
    return head + shown
