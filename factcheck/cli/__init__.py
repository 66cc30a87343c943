"""The command line: one file per command; options in, exit status out, no logic."""

from __future__ import annotations

import sys

__all__ = ["main"]

INTERRUPTED = 130


def main() -> None:
    """Run the command that the arguments name and leave with its status.

    0 is clean, 1 means findings, 2 that the run itself failed; an interrupt is 130, and a quiet one
    even while the program is still being loaded.
    """
    try:
        from factcheck.cli.parts.app import run  # noqa: PLC0415  (so that loading can be interrupted)

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = INTERRUPTED
    sys.exit(status)
