"""Ordinary words that hold a numeral and are no number (一起, 统一, 千方百计), looked up on the spot."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from factcheck import toml
from factcheck.records import dataclass

_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两半廿卅壹贰叁肆伍陆柒捌玖拾佰仟兆首")
_OPEN = _NUMERALS | frozenset("点分")
_GOES_ON = frozenset("〇零一二三四五六七八九十百千万亿之折钟")


@dataclass(frozen=True, slots=True)
class Words:
    """The words, and for each numeral where words around it may start and how long they are.

    `pairs` are the numerals with the character before or behind them; one of them is in every word.
    """

    words: frozenset[str]
    shapes: dict[str, tuple[tuple[int, int], ...]]
    pairs: frozenset[str]

    def end_at(self, text: str, at: int, floor: int = 0) -> int:
        """Where the longest word that covers the numeral at `at` ends; `at` itself when there is none.

        No word reaches back before `floor`.
        """
        if text[at : at + 2] not in self.pairs and text[at - 1 : at + 1] not in self.pairs:
            return at
        ordinal = text[at - 1] == "第"  # 第一批 is the first, 一批 is a few
        for before, length in self.shapes.get(text[at], ()):
            start = at - before
            end = start + length
            if start < floor or text[start:end] not in self.words:
                continue
            goes_on = text[end] in _GOES_ON and text[end - 1] in _OPEN
            if before or not (ordinal or goes_on):
                return end
        return at


@cache
def words() -> Words:
    """The table of words, read once."""
    table = toml.table(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    listed = frozenset(table["words"].split())
    shapes: dict[str, set[tuple[int, int]]] = {}
    pairs: set[str] = set()
    for word in listed:
        for index, c in enumerate(word):
            if c in _NUMERALS:
                shapes.setdefault(c, set()).add((index, len(word)))
                pairs |= {word[index : index + 2], word[max(index - 1, 0) : index + 1]}
    return Words(
        listed,
        {c: tuple(sorted(rows, key=lambda row: (row[0] - row[1], row[0]))) for c, rows in shapes.items()},
        frozenset(pair for pair in pairs if len(pair) > 1),
    )
