"""Which files a glob of the configuration means."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from factcheck.readers.ignoring import patterns

Glob = Callable[[str], bool]


def glob(pattern: str, root: Path) -> Glob:
    """Whether a path is meant by `pattern`, written as in `.gitignore` and relative to `root`."""
    found = patterns([pattern], root)

    def means(path: str) -> bool:
        full = Path(os.path.abspath(path))  # noqa: PTH100  (resolve would follow links out of the tree)
        if not full.is_relative_to(root):
            return False
        below = [full, *(parent for parent in full.parents if parent != root and parent.is_relative_to(root))]
        return any(found.verdict(each, folder=each != full) for each in below)

    return means
