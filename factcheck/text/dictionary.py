"""jieba's dictionary, looked up in its file as words are met: nothing to load, nothing to keep on disk.

The file has a line `word count tag` for every word, in the order of their characters but for a few. The
lines of the words with two given characters in front are found by halving and read the first time a text
holds those characters: a page of text needs a hundredth of the file.
"""

from __future__ import annotations

import mmap
import re
from bisect import bisect_left, bisect_right
from dataclasses import field
from math import log
from pathlib import Path

from factcheck.patterns import compiled
from factcheck.records import dataclass

_FIRST = "一"  # the words before it, which hold Latin letters, are in no order and rare
_LEAST = 7  # words that were counted less often are left out: names, mostly, that swallow common words
_LINE = compiled(r"^(\S+) ([1-9]\d+|[7-9]) (\S+)$", re.M)
_STEP = 2048
_SLACK = 256  # neighbours may have changed places
_MOST_PAIRS = 500_000
_TOTAL = log(59_404_730)  # all that was counted, of words counted `_LEAST` times or more


@dataclass(slots=True, eq=False)
class Dictionary:
    """The words met so far, each with its weight: the logarithm of how probable it is.

    Attributes:
        data: the file.
        marks: the first two characters of a line in every so many bytes, from `_FIRST` on.
        offsets: where the line before each of these ends.
        singles: the weights of single characters; 0 for one that is no word.
        weights: the weights of longer words, 0 for what only begins words, `None` for a pair of
            characters that begins none.
        tags: the part of speech of each word.
        unknown: the weight of a character that is no word.
    """

    data: mmap.mmap
    marks: list[str]
    offsets: list[int]
    singles: dict[str, float] = field(default_factory=dict)
    weights: dict[str, float | None] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    unknown: float = -_TOTAL

    def single(self, character: str) -> float:
        """Look a character up; its weight, 0 when it is no word."""
        found = self._found(character + " ")
        weight = log(int(found[0][1])) - _TOTAL if found else 0.0
        if found:
            self.tags[character] = found[0][2]
        self.singles[character] = weight
        return weight

    def pair(self, pair: str) -> float | None:
        """Look up all words that two characters begin; the weight of the two."""
        weights = self.weights
        if len(weights) > _MOST_PAIRS:
            weights.clear()
        for word, count, tag in self._found(pair):
            weights[word] = log(int(count)) - _TOTAL
            self.tags[word] = tag
            for end in range(2, len(word)):
                weights.setdefault(word[:end], 0.0)
        return weights.setdefault(pair, None)

    def _found(self, start: str) -> list[tuple[str, str, str]]:
        """Word, count and tag in the lines that begin with `start`, two characters."""
        if start[0] < _FIRST or not self.marks:
            return []
        low = self.offsets[max(bisect_left(self.marks, start) - 1, 0)]
        after = bisect_right(self.marks, start)
        high = self.offsets[after] + _SLACK if after < len(self.offsets) else len(self.data)
        key = b"\n" + start.encode()
        first = self.data.find(key, low, high)
        if first < 0:
            return []
        end = self.data.find(b"\n", self.data.rfind(key, first, high) + 1)
        return _LINE.findall(self.data[first + 1 : end if end > 0 else len(self.data)].decode())


def dictionary(source: Path) -> Dictionary:
    """The dictionary in the file `source`.

    Raises:
        OSError: there is no such file.
    """
    with source.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    found = Dictionary(data, [], [])
    for place in range(max(data.find(f"\n{_FIRST} ".encode()), 0), len(data), _STEP):
        end = data.find(b"\n", place)
        if 0 <= end < len(data) - 1:
            found.marks.append(data[end + 1 : end + 9].decode(errors="ignore")[:2])
            found.offsets.append(end)
    return found
