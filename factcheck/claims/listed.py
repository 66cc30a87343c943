"""Lists of words looked up at the ends of a text, however long the lists are."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Listed:
    """Words by the characters they begin and end with.

    Attributes:
        words: the words.
        firsts: their first characters.
        lasts: their last characters.
        lengths: how long they are, longest first.
    """

    words: frozenset[str]
    firsts: frozenset[str]
    lasts: frozenset[str]
    lengths: tuple[int, ...]

    def starts(self, text: str) -> int:
        """How long the longest word is that `text` starts with, 0 when there is none."""
        if text[:1] in self.firsts:
            for length in self.lengths:
                if text[:length] in self.words:
                    return min(length, len(text))
        return 0

    def ends(self, text: str) -> int:
        """How long the longest word is that `text` ends with, 0 when there is none."""
        if text[-1:] in self.lasts:
            for length in self.lengths:
                if text[-length:] in self.words:
                    return min(length, len(text))
        return 0


def listed(words: Iterable[str]) -> Listed:
    """The look-up of `words`, none of which is empty."""
    kept = frozenset(words)
    return Listed(
        kept,
        frozenset(word[0] for word in kept),
        frozenset(word[-1] for word in kept),
        tuple(sorted({len(word) for word in kept}, reverse=True)),
    )
