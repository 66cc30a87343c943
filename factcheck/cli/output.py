"""Where words go: answers to stdout, everything else to stderr."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from factcheck.model import Failure


def say(answer: str | bytes) -> None:
    """An answer as it is, on stdout, text always in UTF-8."""
    sys.stdout.buffer.write(answer.encode("utf-8", "replace") if isinstance(answer, str) else answer)
    sys.stdout.buffer.flush()


def complain(text: str) -> None:
    """One line on stderr."""
    sys.stderr.write(f"{text}\n")


def report_failures(failures: Sequence[Failure]) -> None:
    """One line per input that could not be read."""
    for failure in failures:
        complain(f"{failure.path}: {failure.message}")
