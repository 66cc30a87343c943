"""The word lists of `lexicon/*.toml`, loaded once and compiled to patterns.

Nothing here knows a sentence; `Words` holds closed classes (directions, copulas, bases), `Known`
what must agree by definition, `Licences` the words that suspend a comparison.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from factcheck import toml
from factcheck.patterns import compiled
from factcheck.records import dataclass

ADDED_UP = "(?:[加合凑算](?:在|到)?(?:一起|起来|一块儿?)|加总|拢共)"
"""A pattern of the words that add up all of a list: 加起来, 合在一起."""


def lexicon(name: str) -> dict[str, Any]:
    """The table `lexicon/NAME.toml`."""
    text = (files("factcheck.claims") / "lexicon" / f"{name}.toml").read_text(encoding="utf-8")
    return toml.table(text)


def either(words: Iterable[str]) -> str:
    """A non-capturing alternation of plain words, longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w))) + ")"


def any_of(words: Iterable[str]) -> str:
    """An alternation that finds whether any of some words is there: those that hold another are left out."""
    found = set(words)
    return either(word for word in found if found.isdisjoint(_within(word)))


def _within(word: str) -> Iterator[str]:
    """The shorter words that a word holds."""
    for start in range(len(word)):
        for end in range(start + 1, len(word) + 1):
            if end - start < len(word):
                yield word[start:end]


@dataclass(frozen=True, slots=True)
class Words:
    """Closed classes of words; see `lexicon/words.toml` for what each holds."""

    up: frozenset[str]
    down: frozenset[str]
    growth_nouns: frozenset[str]
    fall_nouns: frozenset[str]
    adverbs: frozenset[str]
    arrival: frozenset[str]
    copula: frozenset[str]
    after: frozenset[str]
    leads: frozenset[str]
    kept: tuple[str, ...]
    kept_ends: tuple[str, ...]
    wholes: frozenset[str]
    within: frozenset[str]
    totals: frozenset[str]
    opens: frozenset[str]
    rest: frozenset[str]
    yoy: frozenset[str]
    previous: frozenset[str]
    year_start: frozenset[str]
    last_year: frozenset[str]
    earlier: tuple[str, ...]
    first: tuple[str, ...]
    average: frozenset[str]
    two_year: frozenset[str]
    places: dict[str, str]
    suffixes: frozenset[str]
    not_names: frozenset[str]
    plan: frozenset[str]
    measured: frozenset[str]
    forecast: frozenset[str]
    means: dict[str, tuple[str, ...]]
    intensive: tuple[str, ...]


def _places(table: dict[str, list[str]]) -> dict[str, str]:
    """The words for places (全省, 我市), each with its level."""
    levels = table.keys() - {"suffixes", "not_names"}
    return {word: level for level in levels for word in table[level]}


@cache
def words() -> Words:
    """The closed classes of words."""
    table = lexicon("words")
    direction, base, modality = table["direction"], table["base"], table["modality"]
    return Words(
        up=frozenset(direction["up"]),
        down=frozenset(direction["down"]),
        growth_nouns=frozenset(direction["growth_nouns"]),
        fall_nouns=frozenset(direction["fall_nouns"]),
        adverbs=frozenset(direction["adverbs"]),
        arrival=frozenset(direction["arrival"]),
        copula=frozenset(table["copula"]["words"]),
        after=frozenset(table["copula"]["after"]),
        leads=frozenset(table["copula"]["leads"]),
        kept=tuple(table["copula"]["kept"]),
        kept_ends=tuple(table["copula"]["kept_ends"]),
        wholes=frozenset(table["copula"]["wholes"]),
        within=frozenset(table["copula"]["within"]),
        totals=frozenset(table["copula"]["totals"]),
        opens=frozenset(table["copula"]["opens"]),
        rest=frozenset(table["copula"]["rest"]),
        yoy=frozenset(base["yoy"]),
        previous=frozenset(base["previous"]),
        year_start=frozenset(base["year_start"]),
        last_year=frozenset(base["last_year"])
        | {year + same for year in base["last_year"] for same in base["same_time"]},
        earlier=tuple(base["earlier"]),
        first=tuple(base["first"]),
        average=frozenset(base["average"]),
        two_year=frozenset(base["two_year"]),
        places=_places(table["place"]),
        suffixes=frozenset(table["place"]["suffixes"]),
        not_names=frozenset(table["place"]["not_names"]),
        plan=frozenset(modality["plan"]),
        measured=frozenset(modality["measured"]),
        forecast=frozenset(modality["forecast"]),
        means={name: tuple(units) for name, units in table["mean"].items()},
        intensive=tuple(table["intensive"]["endings"]),
    )


@dataclass(frozen=True, slots=True)
class Identity:
    """`name` = `of` ÷ or − `against`, by definition.

    A quotient may be said per `scale`; by `leeway` of itself it may miss the quotient of the levels.
    """

    name: str
    of: str
    against: str
    scale: int = 1
    leeway: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class NamedRate:
    """What is by definition any of `of` over any of `against`, said per so many of its base units.

    `units` are the base units that the two count in; by `leeway` of itself it may miss their quotient.
    """

    names: tuple[str, ...]
    of: tuple[str, ...]
    against: tuple[str, ...]
    units: tuple[str, ...]
    per: int
    leeway: Fraction


@dataclass(frozen=True, slots=True)
class NamedDifference:
    """What is the difference of two others by definition: any of the names, each term by any of its words."""

    names: tuple[str, ...]
    of: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What must agree by definition."""

    partitions: tuple[tuple[str, tuple[str, ...]], ...]
    quotients: dict[str, Identity]
    differences: tuple[NamedDifference, ...]
    sets: tuple[tuple[str, tuple[str, ...]], ...]
    divided: dict[tuple[str, ...], tuple[str, ...]]


def _quotient(entry: dict[str, Any]) -> Identity:
    leeway = Fraction(entry.get("leeway", "0"))
    return Identity(entry["name"], entry["of"], entry["against"], entry.get("scale", 1), leeway)


@cache
def known() -> Known:
    """The identities and complete sets."""
    table = lexicon("known")
    return Known(
        partitions=tuple((p["whole"], tuple(p["parts"])) for p in table["partition"]),
        quotients={q["name"]: _quotient(q) for q in table["quotient"]},
        differences=tuple(
            NamedDifference(tuple(d["name"]), tuple(d["of"]), tuple(d["against"]))
            for d in table["difference"]
        ),
        sets=tuple((s["name"], tuple(s["members"])) for s in table["set"]),
        divided={tuple(s["members"]): tuple(s["of"]) for s in table["set"] if "of" in s},
    )


@cache
def named_rates() -> tuple[NamedRate, ...]:
    """The rates that are said per so many."""
    return tuple(
        NamedRate(
            tuple(rate["name"]),
            tuple(rate["of"]),
            tuple(rate["against"]),
            tuple(rate["units"]),
            rate["per"],
            Fraction(rate["leeway"]),
        )
        for rate in lexicon("known")["rate"]
    )


@cache
def aliases() -> dict[str, str]:
    """Every listed name of an indicator → its canonical name."""
    table = lexicon("indicators")["alias"]
    return {name: canonical for canonical, names in table.items() for name in names}


@cache
def licence_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern over all licence words, and the licence each belongs to."""
    table = lexicon("licences")
    names = {word: name for name, found in table.items() for word in found}
    return compiled(either(set(names))), names


@cache
def exclusive() -> tuple[tuple[str, ...], ...]:
    """Groups of restrictions that exclude each other."""
    return tuple(tuple(group) for group in lexicon("indicators")["exclusive"]["groups"])


@cache
def _real() -> tuple[frozenset[str], tuple[str, ...]]:
    table = lexicon("indicators")["real"]
    return frozenset(table["names"]), tuple(table["endings"])


def is_real(indicator: str) -> bool:
    """Whether the growth of an indicator (a canonical name) is published at constant prices."""
    names, endings = _real()
    return indicator in names or indicator.endswith(endings)
