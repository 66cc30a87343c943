"""The words by which ordinary sentences tell an account, from `lexicon/accounts.toml`."""

from __future__ import annotations

from functools import cache

from factcheck.claims.lexicons import lexicon
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """What came on top (`step`), what tallies a list (`tally`), what became of each (`outcomes`),
    the verbs that say the same (`doing`).

    The words of an outcome stand longest first.
    """

    step: dict[str, tuple[str, ...]]
    tally: dict[str, tuple[str, ...]]
    outcomes: tuple[tuple[str, ...], ...]
    doing: tuple[tuple[str, ...], ...]


@cache
def told() -> Told:
    """The words of accounts."""
    found = lexicon("accounts")
    return Told(
        step={name: tuple(words) for name, words in found["step"].items()},
        tally={name: tuple(words) for name, words in found["tally"].items()},
        outcomes=tuple(tuple(sorted(group, key=len, reverse=True)) for group in found["outcomes"]["groups"]),
        doing=tuple(tuple(group) for group in found["doing"]["groups"]),
    )
