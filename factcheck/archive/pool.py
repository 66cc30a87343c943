"""Articles that meet: all made to say whose in full, as far as it is known among them.

An article that names no place may speak of the same 全市 as the next one: a newsroom has one city.
So unknowns meet their like, but only while no two known homes among all that meet say otherwise. A
table of facts that speaks of one subject alone names it for the articles it is given with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.archive.joining import joined
from factcheck.archive.setting import Home, home, names_of
from factcheck.archive.whose import UNKNOWN
from factcheck.archive.years import assumed
from factcheck.claims.divisions import NATION
from factcheck.claims.subjects import level
from factcheck.model import Claim, Fact, Quantity, Reading

_LEVELS = ("province", "city", "county", "town", "village")
_SMALL = ("town", "village")
_LEAD, _SEVERAL = 160, 2
_PLACED = re.compile(r"[\u4e00-\u9fff]{2,3}[省市县区镇乡](?=.{4})")
Answers = Mapping[str, str]
"""What each class of unknowns stands for: a name, or nobody (empty)."""


def met(
    readings: Sequence[Reading], references: Sequence[Reading] = (), homes: Iterable[Home] = ()
) -> tuple[Reading, ...]:
    """`readings` and `references` ready to be tied; `homes` are those of further articles they meet."""
    own = [home(reading.article) for reading in readings]
    everybody = [*own, *homes]
    known = {one.path: one for one in everybody if one.path}
    bodies = {one.body for one in everybody if one.body}
    alone = next(iter(known.values())) if len(known) == 1 else None
    fuller = _fuller(bodies)
    shared = {**_clear(len(known) > 1, len({fuller.get(one, one) for one in bodies}) > 1), **fuller}
    tables = tuple(_renamed(reading, _tabled(known)) for reading in references)
    sole = _sole(tables)
    found = []
    for reading, here in zip(readings, own, strict=True):
        ready = joined(reading, assumed(reading, tables), undated=True) if tables else joined(reading)
        like = {**_like(reading, alone), **_led(reading, known)}
        answers = {**shared, **like, **({} if here.path or here.body else sole)}
        found.append(_renamed(ready, answers))
    common = _common(found)
    return (*(_renamed(one, common) for one in found), *tables)


def _fuller(bodies: Iterable[str]) -> Answers:
    """The full name of each body that others call without its place: 红砖剧场, 桂舟市红砖剧场."""
    fuller: dict[str, set[str]] = {}
    for full in bodies:
        placed = _PLACED.match(full)
        if placed is not None and (short := full[placed.end() :]) in bodies:
            fuller.setdefault(short, set()).add(full)
    return {short: full.pop() for short, full in fuller.items() if len(full) == 1}


def _led(reading: Reading, known: Mapping[str, Home]) -> Answers:
    """The one known home that the headline or the opening names, for an article that has none of its own."""
    here = home(reading.article)
    if here.path or len(known) < _SEVERAL:
        return {}
    opening = reading.article.title + "\n" + reading.article.text[:_LEAD]
    small = (one for one in known.values() if one.level != "province")
    named = [one for one in small if any(name in opening for name in names_of(one))]
    return {UNKNOWN + named[0].level: named[0].path, UNKNOWN: named[0].path} if len(named) == 1 else {}


def _common(readings: Sequence[Reading]) -> Answers:
    """The one class of unknowns that is spoken of, for articles that say nothing at all."""
    classes = {
        side.subject
        for reading in readings
        for claim in reading.claims
        for side in _facts(claim.quantity)
        if side.subject.startswith(UNKNOWN)
    }
    classes.discard(UNKNOWN)
    return {UNKNOWN: classes.pop()} if len(classes) == 1 else {}


def _clear(places: bool, bodies: bool) -> Answers:
    """Nobody, for the unknowns that could be one of several."""
    answers = {UNKNOWN + one: "" for one in _SMALL}  # no newsroom has one village
    if places:
        answers |= {UNKNOWN + one: "" for one in (*_LEVELS, "")}
    if bodies:
        answers |= {UNKNOWN + "body": "", UNKNOWN: ""}
    return answers


def _like(reading: Reading, alone: Home | None) -> Answers:
    """The one known home, for an article that names it in passing, or says 全市 and names no other."""
    if alone is None or not alone.level:
        return {}
    text = reading.article.title + reading.article.text
    if any(name in text for name in names_of(alone)):
        return {UNKNOWN + alone.level: alone.path, UNKNOWN: alone.path}
    return {} if alone.level in _SMALL else {UNKNOWN + alone.level: alone.path}


def _tabled(known: Mapping[str, Home]) -> Answers:
    """The 全县 of a table, where the articles have one county."""
    by_level: dict[str, set[str]] = {}
    for one in known.values():
        by_level.setdefault(one.level, set()).add(one.path)
    return {UNKNOWN + at: next(iter(paths)) for at, paths in by_level.items() if at and len(paths) == 1}


def _sole(tables: Sequence[Reading]) -> Answers:
    """The one subject of all tables, for articles that do not say whose."""
    subjects = {side.subject for table in tables for claim in table.claims for side in _facts(claim.quantity)}
    subjects.discard(NATION)
    if len(subjects) != 1:
        return {}
    subject = subjects.pop()
    if subject.startswith(UNKNOWN):
        return {UNKNOWN: subject}
    at = level(subject.rpartition("/")[2]) or "body"
    return {UNKNOWN: subject, UNKNOWN + at: subject}


def _facts(quantity: Quantity) -> Iterable[Fact]:
    for side in (quantity.of, quantity.against):
        if isinstance(side, Fact):
            yield side
        elif side is not None:
            yield from _facts(side)


def _renamed(reading: Reading, answers: Answers) -> Reading:
    if not answers:
        return reading
    claims = [(claim, _answered(claim.quantity, answers)) for claim in reading.claims]
    return replace(reading, claims=tuple(_with(claim, one) for claim, one in claims if one is not None))


def _with(claim: Claim, quantity: Quantity) -> Claim:
    return claim if quantity == claim.quantity else replace(claim, quantity=quantity)


def _answered(quantity: Quantity, answers: Answers) -> Quantity | None:
    of = _side(quantity.of, answers)
    against = None if quantity.against is None else _side(quantity.against, answers)
    if of is None or (against is None and quantity.against is not None):
        return None
    return replace(quantity, of=of, against=against)


def _side(side: Fact | Quantity, answers: Answers) -> Fact | Quantity | None:
    if isinstance(side, Quantity):
        return _answered(side, answers)
    first, slash, rest = side.subject.partition("/")
    if first not in answers:
        return side
    whose = answers[first] + slash + rest
    return replace(side, subject=whose, indicator=_without(side.indicator, whose)) if answers[first] else None


def _without(indicator: str, whose: str) -> str:
    """机场旅客吞吐量 of 江州机场 → 旅客吞吐量."""
    house = next((whose[-size:] for size in (4, 3, 2) if indicator.startswith(whose[-size:])), "")
    return indicator.removeprefix(house)
