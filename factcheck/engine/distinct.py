"""Entries put in order, each said once: two rules that notice one thing are one entry."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.model import Finding, Mark, Severity, Verified

_BOUND_WORD = 4  # characters of the longest words around a figure: 首次突破, 重新站上
Spots = frozenset[tuple[str, int, int]]
Place = tuple[str, int]


def findings(entries: Sequence[Finding | Verified]) -> tuple[Finding, ...]:
    """The findings by position; of those over the same figures only the loudest, most telling one.

    A number that is wrong by itself (减少3倍) explains the relations in which it is the suspect.
    """
    found = [entry for entry in entries if isinstance(entry, Finding)]
    found.sort(key=lambda one: (one.severity.rank, not one.expected, -len(one.marks)))
    alone = {one.marks[0].place for one in found if len(one.marks) == 1 and one.severity is not Severity.INFO}
    kept: list[Finding] = []
    heard: set[Spots] = set()
    for one in found:
        here = _spots(one.marks)
        explained = one.marks[0].place in alone if len(here) > 1 else False
        if not explained and (len(here) < 2 or not any(here <= others for others in heard)):
            kept.append(one)
            heard.add(here)
    kept = _worded(kept)
    kept.sort(key=lambda one: (one.marks[0].place.path, one.marks[0].place.start, one.rule))
    return _numbered(kept)


def verified(entries: Sequence[Finding | Verified]) -> tuple[Verified, ...]:
    """The relations that held, each set of figures once, the strongest entry first."""
    found = [entry for entry in entries if isinstance(entry, Verified)]
    found.sort(key=lambda one: one.weak)
    kept = {_spots(one.marks): one for one in reversed(found) if len(_spots(one.marks)) > 1}
    return tuple(sorted(kept.values(), key=lambda one: (one.marks[0].place.path, one.marks[0].place.start)))


def _spots(marks: Sequence[Mark]) -> Spots:
    return frozenset((mark.place.path, mark.place.start, mark.place.end) for mark in marks)


def _worded(found: Sequence[Finding]) -> list[Finding]:
    """The findings without those that another tells of the same figures with the words that bound them.

    突破1.5万元 against 14800元 says more than 1.5万元 against 14800元.
    """
    bounding: defaultdict[Place, list[Finding]] = defaultdict(list)
    for one in found:
        for mark in one.marks:
            bounding[mark.place.path, mark.place.end].append(one)
    return [one for one in found if not any(_tells(other, one) for other in _ending(bounding, one))]


def _ending(bounding: Mapping[Place, list[Finding]], one: Finding) -> list[Finding]:
    """The findings that mark something that ends where the first mark of `one` does."""
    place = one.marks[0].place
    return bounding[place.path, place.end]


def _tells(other: Finding, one: Finding) -> bool:
    """Whether `other` marks the same figures, as loudly, at least one with the word before it."""
    if len(one.marks) != len(other.marks) or other.severity.rank > one.severity.rank or other is one:
        return False
    ends = [{mark.place.end: mark.place.start for mark in each.marks} for each in (one, other)]
    gains = [ends[0][end] - ends[1].get(end, ends[0][end] + 1) for end in ends[0]]
    return min(gains) >= 0 and 0 < max(gains) <= _BOUND_WORD


def _numbered(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The same findings, those with one fingerprint in one file told apart by their order."""
    seen: Counter[tuple[str, str]] = Counter()
    numbered = []
    for one in found:
        place = (one.marks[0].place.path, one.fingerprint)
        text = f"{one.fingerprint}\0{seen[place]}"
        seen[place] += 1
        numbered.append(replace(one, fingerprint=hashlib.sha256(text.encode()).hexdigest()[:32]))
    return tuple(numbered)
