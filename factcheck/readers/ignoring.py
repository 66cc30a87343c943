"""Patterns as written in `.gitignore`: which paths of a tree are not wanted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from factcheck.records import dataclass

_WILDCARDS = re.compile(r"(?P<deep>\*\*/)|(?P<all>/?\*\*)|(?P<star>\*)|(?P<one>\?)|(?P<set>\[[^]/]+\])")
_MEANING = {"deep": "(?:.*/)?", "all": ".*", "star": "[^/]*", "one": "[^/]"}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line: what it matches, whether only folders, and whether it takes back (`!`)."""

    matches: re.Pattern[str]
    folders: bool
    wanted: bool


@dataclass(frozen=True, slots=True)
class Patterns:
    """The lines of one pattern file, which stands in `folder`."""

    folder: Path
    lines: tuple[Pattern, ...]

    def verdict(self, path: Path, *, folder: bool) -> bool | None:
        """Whether `path` is ignored, `None` when no line speaks of it; the last line wins."""
        name = path.relative_to(self.folder).as_posix()
        for line in reversed(self.lines):
            if (folder or not line.folders) and line.matches.fullmatch(name):
                return not line.wanted
        return None


def patterns(lines: Sequence[str], folder: Path) -> Patterns:
    """The patterns in `lines`, which hold below `folder`."""
    wanted = (line.rstrip() for line in lines)
    return Patterns(folder, tuple(_pattern(line) for line in wanted if line and not line.startswith("#")))


def _pattern(line: str) -> Pattern:
    wanted = line.startswith("!")
    body = line[1:] if wanted else line
    folders = body.endswith("/")
    body = body.rstrip("/")
    anchored = "/" in body
    body = body.removeprefix("/")
    prefix = "" if anchored else "(?:.*/)?"
    try:
        matches = re.compile(prefix + _expression(body))
    except re.error:  # a set such as [z-a] that means nothing stands for itself
        matches = re.compile(prefix + re.escape(body))
    return Pattern(matches, folders, wanted)


def _expression(body: str) -> str:
    """The regular expression of one glob; everything that is no wildcard stands for itself."""
    parts: list[str] = []
    last = 0
    for found in _WILDCARDS.finditer(body):
        parts.append(re.escape(body[last : found.start()]))
        parts.append(_wildcard(found))
        last = found.end()
    return "".join([*parts, re.escape(body[last:])])


def _wildcard(found: re.Match[str]) -> str:
    kind = found.lastgroup or ""
    if kind != "set":
        return _MEANING[kind]
    inner = found.group()[1:-1].replace("\\", "\\\\").replace("[", "\\[")
    return f"[^{inner[1:]}]" if inner.startswith("!") else f"[{inner}]"
