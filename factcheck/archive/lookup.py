"""Names looked up by their letters, so that no article is held against every name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

FIRST, LAST = slice(2), slice(-2, None)
"""The two letters a name begins or ends with."""


def by_letters(names: Iterable[str], letters: slice = FIRST) -> dict[str, list[str]]:
    """The names by some of their letters."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        found[name[letters]].append(name)
    return found


def pairs_of(text: str) -> set[str]:
    """Each two neighbouring letters of a text."""
    return {text[at : at + 2] for at in range(len(text) - 1)}


def begun_in(text: str, names: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Those of the names, by their first two letters, of which these stand in the text; in no order."""
    return (name for pair in pairs_of(text) & names.keys() for name in names[pair])
