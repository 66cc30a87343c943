"""The command line: one file per command; options in, exit status out, no logic."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from factcheck import kept

__all__ = ["main"]

INTERRUPTED = 130
_COLLECTIONS = (100_000, 20, 100)  # nearly all that is made lives to the end: looking for garbage is in vain


def main() -> None:
    """Run the command that the arguments name and leave with its status.

    0 is clean, 1 means findings, 2 that the run itself failed; an interrupt is 130, and a quiet one
    even while the program is still being loaded.
    """
    gc.set_threshold(*_COLLECTIONS)
    for name in ("stdout", "stderr"):  # closed by whoever started this: nobody listens
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
    try:
        kept.recall()
        from factcheck.cli.parts.app import run  # noqa: PLC0415  (so that loading can be interrupted)

        status = run(sys.argv[1:])
        kept.remember()
    except KeyboardInterrupt:
        status = INTERRUPTED
    sys.exit(status)
