"""Words and their parts of speech: the only module that knows jieba.

Words are cut as jieba cuts them: the most probable row of its dictionary's words. Unknown words are not
guessed (no HMM): the guesses glue function words to nouns. jieba itself is not loaded, as it would first
read 350,000 words and keep them in a predictable file of the shared temporary folder that is fed to
`marshal`; see `dictionary` for how a word is looked up instead.
"""

from __future__ import annotations

import re
from dataclasses import field
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from factcheck.patterns import compiled
from factcheck.records import dataclass
from factcheck.text.dictionary import Dictionary, dictionary

_MEMO = 50_000
# What jieba takes for parts of words; anything else stands alone.
_RUN = compiled(r"([\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]+)")
_ALONE = compiled(r"\r\n|.", re.S)
_NEVER = float("-inf")
_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")


@dataclass(slots=True, eq=False)
class Cutter:
    """A dictionary segmenter with a memo of the windows it has cut."""

    dictionary: Dictionary
    memo: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def cut(self, window: str) -> tuple[tuple[str, str], ...]:
        """The words of `window` with their parts of speech (jieba's tags; `x` when unknown)."""
        found = self.memo.get(window)
        if found is None:
            tags = self.dictionary.tags
            found = tuple([(word, tags.get(word, "x")) for word in _words(window, self.dictionary)])
            if len(self.memo) < _MEMO:
                self.memo[window] = found
        return found


@cache
def cutter() -> Cutter:
    """The segmenter.

    Raises:
        FileNotFoundError: jieba is not installed.
    """
    found = find_spec("jieba")
    if found is None or found.origin is None:
        raise FileNotFoundError("jieba")
    return Cutter(dictionary(Path(found.origin).parent / "dict.txt"))


def _words(window: str, known: Dictionary) -> list[str]:
    found: list[str] = []
    for place, run in enumerate(_RUN.split(window)):
        if place % 2:
            found += _spelled(run, _ends(run, known))
        elif run:
            found += _ALONE.findall(run)
    return found


def _ends(run: str, known: Dictionary) -> list[int]:
    """For each character where the word that begins there ends, if one does, in the most probable row."""
    length = len(run)
    best, ends = [0.0] * (length + 1), [length] * length
    singles, weights = known.singles, known.weights
    for start in range(length - 1, -1, -1):
        single = singles.get(run[start])
        if single is None:
            single = known.single(run[start])
        top, last = single + best[start + 1] if single else _NEVER, start + 1
        end = start + 2
        weight = None
        if end <= length:
            try:
                weight = weights[run[start:end]]
            except KeyError:  # met for the first time
                weight = known.pair(run[start:end])
        while weight is not None:
            if weight and weight + best[end] >= top:
                top, last = weight + best[end], end
            end += 1
            weight = weights.get(run[start:end]) if end <= length else None
        best[start], ends[start] = top if top > _NEVER else known.unknown + best[start + 1], last
    return ends


def _spelled(run: str, ends: list[int]) -> list[str]:
    """The words of `run`; single Latin letters and digits in a row are one."""
    words: list[str] = []
    start, letters = 0, ""
    while start < len(run):
        word = run[start : ends[start]]
        start = ends[start]
        if word in _LATIN:
            letters += word
            continue
        if letters:
            words.append(letters)
            letters = ""
        words.append(word)
    if letters:
        words.append(letters)
    return words
