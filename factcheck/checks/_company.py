"""Articles that meet: their claims sorted once, for all judgements that compare them.

A newsroom's archive brings many claims of one fact together, so nothing here ever looks at pairs:
claims are grouped by what they claim, and each group is looked at as a whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import field
from typing import TypeVar, cast

from factcheck.checks._across import dated, growth_key, interval, key, level_of, looseness
from factcheck.interval import Interval
from factcheck.model import Claim, Fact, Measure, Modality, Reading, Standing
from factcheck.records import dataclass

Made = TypeVar("Made")
_BASES = frozenset({"不变价", "可比口径"})  # a real growth and a nominal one are two numbers


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """All claims of one quantity, of several articles; `agree` when one value fits them all."""

    claims: Sequence[Claim]
    agree: bool


@dataclass(slots=True, eq=False)
class Level:
    """All that is said of one level or growth, by article."""

    claims: dict[int, Claim] = field(default_factory=dict)
    common: Interval | None = None
    agree: bool = True

    def add(self, claim: Claim) -> None:
        """One more claim; of an article the one that says most counts, the first of those."""
        told = self.claims.setdefault(id(claim.article), claim)
        if told is not claim and looseness(claim) < looseness(told):
            self.claims[id(claim.article)] = claim
        if self.agree and self.common is not None and interval(claim) != self.common:
            self.common = self.common.intersect(interval(claim))
            self.agree = self.common is not None
        elif self.common is None and self.agree:
            self.common = interval(claim)


@dataclass(slots=True, eq=False)
class Company:
    """The articles and references that meet.

    Attributes:
        readings: all of them, their claims joined: whose, what and when in full.
        verify: what agrees is wanted too, not only what conflicts.
        made: what was prepared for one judgement and serves the next.
    """

    readings: tuple[Reading, ...]
    verify: bool = True
    made: dict[str, object] = field(default_factory=dict)

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """What `make` makes, made once under this name."""
        if name not in self.made:
            self.made[name] = make()
        return cast(Made, self.made[name])

    def every(self) -> Sequence[Claim]:
        """The claims of the articles, those without a time included."""
        return self.once("every", lambda: [c for r in self.readings if not _reference(r) for c in r.claims])

    def claims(self) -> Sequence[Claim]:
        """The dated claims of the articles."""
        return self.once("claims", lambda: [claim for claim in self.every() if dated(claim.quantity)])

    def rows(self) -> Sequence[Claim]:
        """The claims of the references."""
        return self.once("rows", lambda: [c for r in self.readings if _reference(r) for c in r.claims])

    def groups(self) -> Sequence[Group]:
        """The claims of one quantity each that several articles make."""
        return self.once("groups", lambda: _groups(self.claims()))

    def growths(self) -> dict[tuple[Hashable, Modality], Level]:
        """What is said of each growth."""
        return self.once("growths", lambda: _growths(self.claims()))

    def levels(self) -> dict[tuple[Fact, Modality], Level]:
        """What is said of each level."""
        return self.once("levels", lambda: _levels(self.claims()))


def _reference(reading: Reading) -> bool:
    return reading.article.standing is Standing.REFERENCE


def _groups(claims: Sequence[Claim]) -> list[Group]:
    found: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.interval is not None:
            found[key(claim), claim.licences & _BASES].append(claim)
    groups = [group for group in found.values() if len(group) > 1]
    return [Group(group, _agree(group)) for group in groups if _several(group)]


def _several(group: Sequence[Claim]) -> bool:
    first = group[0].article
    return any(claim.article is not first for claim in group)


def _agree(group: Sequence[Claim]) -> bool:
    """One value fits every claim; few different intervals are ever looked at."""
    common: Interval | None = None
    for one in {interval(claim) for claim in group}:
        common = one if common is None else common.intersect(one)
        if common is None:
            return False
    return True


def _growths(claims: Sequence[Claim]) -> dict[tuple[Hashable, Modality], Level]:
    found: dict[tuple[Hashable, Modality], Level] = defaultdict(Level)
    for claim in claims:
        if claim.quantity.measure is Measure.GROWTH and not claim.quantity.over:
            found[growth_key(claim.quantity), claim.modality].add(claim)
    return dict(found)


def _levels(claims: Sequence[Claim]) -> dict[tuple[Fact, Modality], Level]:
    found: dict[tuple[Fact, Modality], Level] = defaultdict(Level)
    for claim in claims:
        fact = level_of(claim)
        if fact is not None:
            found[fact, claim.modality].add(claim)
    return dict(found)
