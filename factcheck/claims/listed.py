"""Lists of words looked up at the ends of a text, however long the lists are."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Listed:
    """Words by the characters they begin and end with.

    Attributes:
        words: the words.
        firsts: for each of their first characters how long the words are, longest first.
        lasts: the same for their last characters.
    """

    words: frozenset[str]
    firsts: dict[str, tuple[int, ...]]
    lasts: dict[str, tuple[int, ...]]

    def starts(self, text: str) -> int:
        """How long the longest word is that `text` starts with, 0 when there is none."""
        for length in self.firsts.get(text[:1], ()):
            if text[:length] in self.words:
                return min(length, len(text))
        return 0

    def ends(self, text: str) -> int:
        """How long the longest word is that `text` ends with, 0 when there is none."""
        for length in self.lasts.get(text[-1:], ()):
            if text[-length:] in self.words:
                return min(length, len(text))
        return 0


def listed(words: Iterable[str]) -> Listed:
    """The look-up of `words`, none of which is empty."""
    kept = frozenset(words)
    return Listed(kept, _lengths(kept, 0), _lengths(kept, -1))


def _lengths(words: frozenset[str], place: int) -> dict[str, tuple[int, ...]]:
    """How long the words are by the character at one place of them."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[place], set()).add(len(word))
    return {char: tuple(sorted(lengths, reverse=True)) for char, lengths in found.items()}
