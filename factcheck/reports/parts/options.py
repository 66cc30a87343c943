"""What a format may be told beside the report itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How to print.

    Attributes:
        width: columns of the terminal.
        color: whether the output goes to a terminal that shows colour.
    """

    width: int = 80
    color: bool = False
