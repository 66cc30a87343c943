"""What a format may be told beside the report itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How to print.

    Attributes:
        width: columns of the terminal.
        color: whether the output goes to a terminal that shows colour.
        root: the folder that paths are shown relative to; empty to show them as they are.
        verbose: leave nothing out for the sake of length.
    """

    width: int = 80
    color: bool = False
    root: str = ""
    verbose: bool = False
