"""Chinese text in lines: no number parted from its unit, no closing mark at the start of a line.

A terminal library breaks at blanks, which Chinese has not, or between any two characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.measure import Measurement
from rich.text import Text

from factcheck.patterns import compiled

_WORD = compiled(
    r"\s|[（【〔《“‘]*(?:[!-~−–]+(?:[万亿千百]*[\u4e00-\u9fff])?|\S)[，。、；：？！）】〕》”’…]*"
)


@dataclass(frozen=True, slots=True, eq=False)
class Prose:
    """Words for the terminal, broken into lines of whatever room there is; every line after the first
    and the first itself start `indent` columns in."""

    words: Text
    indent: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """The lines."""
        room = max(options.max_width - self.indent, 1)
        for line in self.words.split("\n", allow_blank=True):
            for part in line.divide(breaks(line.plain, room)):
                part.rstrip()
                yield Text(" " * self.indent).append_text(part)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Anything from two columns to all there are."""
        return Measurement(min(2 + self.indent, options.max_width), options.max_width)


def breaks(text: str, width: int) -> list[int]:
    """Where to break `text` so that no line is wider than `width`."""
    found: list[int] = []
    used = 0
    for word in _words(text, width):
        size = cell_len(text[word[0] : word[1]].rstrip())
        if used and used + size > width:
            found.append(word[0])
            used = 0
        used += cell_len(text[word[0] : word[1]])
    return found


def _words(text: str, width: int) -> Iterator[tuple[int, int]]:
    """What stays together; a word wider than a line is taken apart."""
    for word in _WORD.finditer(text):
        if cell_len(word[0]) <= width:
            yield word.span()
        else:
            yield from ((at, at + 1) for at in range(*word.span()))
