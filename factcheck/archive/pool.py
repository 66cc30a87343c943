"""Articles that meet: all made to say whose in full, as far as it is known among them.

An article that names no place may speak of the same 全市 as the next one: a newsroom has one city.
So unknowns meet their like, but only while no two known homes among all that meet say otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.archive.joining import joined
from factcheck.archive.setting import Home, home, names_of
from factcheck.archive.whose import UNKNOWN
from factcheck.model import Claim, Fact, Quantity, Reading


def met(readings: Sequence[Reading], homes: Iterable[Home] = ()) -> tuple[Reading, ...]:
    """`readings` ready to be tied with each other; `homes` are those of further articles they meet."""
    own = [home(reading.article) for reading in readings]
    known = [one for one in (*own, *homes) if one.path]
    bodies = {one.body for one in (*own, *homes) if one.body}
    paths = {one.path for one in known}
    alone = len(paths) <= 1
    found = []
    for reading, here in zip(readings, own, strict=True):
        ready = joined(reading)
        if not here.path or not here.body:
            names = _answers(reading, known if alone else (), unclear=not alone, bodies=len(bodies) > 1)
            ready = replace(ready, claims=tuple(_renamed(ready.claims, names)))
        found.append(ready)
    return tuple(found)


def _answers(reading: Reading, known: Sequence[Home], *, unclear: bool, bodies: bool) -> Mapping[str, str]:
    """What the unknowns of an article stand for: a name, themselves, or nobody (empty)."""
    answers: dict[str, str] = {}
    if unclear:
        answers = {UNKNOWN + level: "" for level in ("province", "city", "county", "town", "village", "")}
    if bodies:
        answers |= {UNKNOWN + "body": "", UNKNOWN: ""}
    for one in known:
        text = reading.article.title + reading.article.text
        if any(name in text for name in names_of(one)):
            answers |= {UNKNOWN + one.level: one.path, UNKNOWN: one.path}
    return answers


def _renamed(claims: Iterable[Claim], answers: Mapping[str, str]) -> Iterable[Claim]:
    for claim in claims:
        if not answers:
            yield claim
        elif (quantity := _answered(claim.quantity, answers)) is not None:
            yield claim if quantity == claim.quantity else replace(claim, quantity=quantity)


def _answered(quantity: Quantity, answers: Mapping[str, str]) -> Quantity | None:
    of = _side(quantity.of, answers)
    against = None if quantity.against is None else _side(quantity.against, answers)
    if of is None or (against is None and quantity.against is not None):
        return None
    return replace(quantity, of=of, against=against)


def _side(side: Fact | Quantity, answers: Mapping[str, str]) -> Fact | Quantity | None:
    if isinstance(side, Quantity):
        return _answered(side, answers)
    first, slash, rest = side.subject.partition("/")
    if first not in answers:
        return side
    return replace(side, subject=answers[first] + slash + rest) if answers[first] else None
