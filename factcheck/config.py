"""What a run is told: rules chosen, severities, files left out, and what makes it fail."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from factcheck.model import PartialDate


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that decides what a run does.

    Attributes:
        select: rule names or prefixes to run; empty for all.
        ignore: rule names or prefixes to leave out.
        rules: extra folders of rule files.
        exclude: globs of files to leave out.
        place: the place the articles speak of, when they do not say.
        published: the date the articles speak from, when they do not say.
        encoding: the encoding of the files, `None` to detect it.
        cross: also tie claims of different files.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    place: str = ""
    published: PartialDate | None = None
    encoding: str | None = None
    cross: bool = True
