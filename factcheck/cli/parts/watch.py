"""`--watch`: run again whenever an article changes, until interrupted."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

_EVERY = 0.5  # seconds

State = dict[str, tuple[int, int]]


def watched(run: Callable[[], int], names: Callable[[], Sequence[str]]) -> int:
    """Run now and after every change of the files that `names` lists; ends by an interrupt only."""
    seen: State = {}
    while True:
        now = state(names())
        if now != seen:
            seen = now
            if sys.stdout.isatty():
                sys.stdout.write("\x1b[2J\x1b[H")
                sys.stdout.flush()
            run()
        time.sleep(_EVERY)


def state(names: Sequence[str]) -> State:
    """Size and time of change of each file that exists."""
    found: State = {}
    for name in names:
        try:
            status = Path(name).stat()
        except OSError:
            continue
        found[name] = (status.st_mtime_ns, status.st_size)
    return found
