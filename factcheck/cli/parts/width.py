"""How wide text is on a terminal, where a Chinese character takes two columns."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from unicodedata import combining, east_asian_width

_WIDEST = 100


def cells(text: str) -> int:
    """The columns `text` takes."""
    return sum(2 if east_asian_width(char) in "WF" else 0 if combining(char) else 1 for char in text)


def padded(text: str, width: int) -> str:
    """`text` with blanks up to `width` columns."""
    return text + " " * (width - cells(text))


def wrapped(text: str, width: int) -> Iterator[str]:
    """`text` in lines of at most `width` columns; Chinese may break anywhere, words only between."""
    line = ""
    for word in _words(text):
        if line and cells(line + word.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += word if line else word.lstrip()
    if line:
        yield line.rstrip()


def columns() -> int:
    """The width of the terminal; 80 when there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def help_width() -> int:
    """A comfortable width for help."""
    return min(columns(), _WIDEST)


def colored(choice: str) -> bool:
    """Whether to use colour on stdout: as asked, else on a terminal unless `NO_COLOR` is set."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def _words(text: str) -> Iterator[str]:
    """Pieces between which a line may break; closing punctuation stays with what it closes."""
    word = ""
    for char in text:
        breakable = east_asian_width(char) in "WF" and char not in "，。；：、！？）》”』"
        if word and (breakable or word[-1] == " " or _breaks_after(word[-1], char)):
            yield word
            word = ""
        word += char
    if word:
        yield word


def _breaks_after(before: str, char: str) -> bool:
    return (
        east_asian_width(before) in "WF" and before not in "（《“『" and char not in "，。；：、！？）》”』 "
    )
