"""Where words go: answers to stdout or to a file, everything else to stderr."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

from factcheck.errors import ConfigError
from factcheck.model import Failure
from factcheck.reports.parts.safe import visible


def say(answer: str | bytes) -> None:
    """An answer as it is, on stdout, text always in UTF-8; a closed pipe is no reason to complain."""
    try:
        sys.stdout.buffer.write(_bytes(answer))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(text: str) -> None:
    """One line on stderr, nothing in it a terminal would obey."""
    sys.stderr.buffer.write(_bytes(f"{visible(text)}\n"))
    sys.stderr.flush()


def report_failures(failures: Sequence[Failure]) -> None:
    """One line per input that could not be read."""
    for failure in failures:
        complain(f"{failure.path}: {failure.message}")


def write(answer: str | bytes, path: Path) -> None:
    """An answer into the file `path`, all or nothing; a link is replaced, never followed.

    Raises:
        ConfigError: it cannot be written.
    """
    try:
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            path.write_bytes(_bytes(answer))  # a device or a pipe
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        draft.write_bytes(_bytes(answer))
        draft.replace(path)
    except OSError as error:
        raise ConfigError(f"{path}：写不进去（{error.strerror}），请检查路径和权限") from error


def _bytes(answer: str | bytes) -> bytes:
    return answer.encode("utf-8", "replace") if isinstance(answer, str) else answer
