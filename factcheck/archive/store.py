"""placeholder."""

from __future__ import annotations

from pathlib import Path


def rows_of_parquet(path: Path) -> list[tuple[str, ...]]:
    """x."""
    return []
