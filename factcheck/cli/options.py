"""Options that several commands share, and what they are read into."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.errors import ConfigError
from factcheck.model import PartialDate

Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help="稿件或文件夹。")]
Date = Annotated[
    str, typer.Option("--date", metavar="日期", help="稿件的日期：2024、2024-06 或 2024-06-18。")
]
PlaceName = Annotated[str, typer.Option("--place", metavar="地名", help="稿件里“我市”“全县”所指的地方。")]
Encoding = Annotated[str, typer.Option("--encoding", metavar="编码", help="文本的编码；不给就自动识别。")]


def partial_date(written: str) -> PartialDate | None:
    """The date a user wrote as 2024, 2024-06 or 2024-06-18; `None` for nothing.

    Raises:
        ConfigError: it is not such a date.
    """
    if not written:
        return None
    try:
        numbers = [int(part) for part in written.split("-")]
    except ValueError:
        numbers = []
    if not _plausible(numbers):
        raise ConfigError(f"--date {written}: 不是日期；请写成 2024、2024-06 或 2024-06-18")
    return PartialDate(*numbers)


def _plausible(numbers: list[int]) -> bool:
    bounds = ((1, 9999), (1, 12), (1, 31))
    return 1 <= len(numbers) <= 3 and all(
        low <= number <= high for number, (low, high) in zip(numbers, bounds, strict=False)
    )
