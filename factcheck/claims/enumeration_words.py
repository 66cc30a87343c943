"""The word lists of `lexicon/enumerations.toml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from factcheck import toml
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """What bodies of one kind are `called` when they are counted, and how their `names` end."""

    called: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EnumerationWords:
    """Closed classes of words around lists; the table says what each holds."""

    joints: tuple[str, ...]
    joined_names: tuple[str, ...]
    opens: tuple[str, ...]
    totals: tuple[str, ...]
    leads: tuple[str, ...]
    tails: tuple[str, ...]
    closed_links: tuple[str, ...]
    open_links: tuple[str, ...]
    placed: tuple[str, ...]
    touching: tuple[str, ...]
    told_of: tuple[str, ...]
    copulas: tuple[str, ...]
    telling: tuple[str, ...]
    going_on: tuple[str, ...]
    people: tuple[str, ...]
    bare: tuple[str, ...]
    numbered: frozenset[str]
    occasions: frozenset[str]
    not_counts: tuple[str, ...]
    kinds: tuple[Kind, ...]


@cache
def enumeration_words() -> EnumerationWords:
    """The table, read once."""
    path = files("factcheck.claims") / "lexicon" / "enumerations.toml"
    table = toml.table(path.read_text(encoding="utf-8"))
    items, links, counts = table["items"], table["links"], table["counts"]
    return EnumerationWords(
        joints=tuple(items["joints"]),
        joined_names=tuple(items["names"]),
        opens=tuple(items["opens"]),
        totals=tuple(items["totals"]),
        leads=tuple(items["leads"]),
        tails=tuple(items["tails"]),
        closed_links=tuple(links["closed"]),
        open_links=tuple(links["open"]),
        placed=tuple(links["placed"]),
        touching=tuple(links["touching"]),
        told_of=tuple(links["told_of"]),
        copulas=tuple(links["copulas"]),
        telling=tuple(links["telling"]),
        going_on=tuple(links["going_on"]),
        people=tuple(links["people"]),
        bare=tuple(counts["bare"]),
        numbered=frozenset(counts["numbered"]),
        occasions=frozenset(counts["occasions"]),
        not_counts=tuple(counts["not_counts"]),
        kinds=tuple(Kind(tuple(one["called"]), tuple(one["names"])) for one in table["kinds"]),
    )
