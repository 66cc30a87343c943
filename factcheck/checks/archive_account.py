"""A whole that one article tells and its parts, told in others: 进出口 is 出口 and 进口."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.checks import Judgement, conflict, held
from factcheck.checks._across import (
    PRELIMINARY,
    QUOTED,
    REVISED,
    accusable,
    added,
    cited,
    days_apart,
    interval,
    looseness,
    spot,
    when,
    words,
)
from factcheck.checks._company import Company, Level
from factcheck.checks.parts.printing import printed
from factcheck.model import Claim, Fact, Modality, Reading

_OPEN = frozenset({REVISED, PRELIMINARY, QUOTED, "修订", "可比口径"})


def check(
    subject: Company, reading: Reading, *, sets: Sequence[str] = (), season: int = 150
) -> Iterator[Judgement]:
    """Each whole whose parts are all told of the same subject and days.

    `sets` says what adds up, one line each: 进出口 = 出口 + 进口. Articles further apart than `season` days
    may have different states of the same statistics.
    """
    parts = dict(map(_set, sets))
    known = subject.levels()
    named: dict[str, list[Fact]] = defaultdict(list)
    for fact, modality in known:
        name = fact.indicator.partition("|")[0]
        if modality is Modality.ACTUAL and name in parts:
            named[name].append(fact)
    for name, wholes in named.items():
        for whole in wholes:
            pieces = [known.get((_part(whole, one), Modality.ACTUAL)) for one in parts[name]]
            found = [piece for piece in pieces if piece is not None]
            if len(found) == len(pieces):
                yield from _judged(known[whole, Modality.ACTUAL], found, season)


def _set(line: str) -> tuple[str, tuple[str, ...]]:
    whole, _, parts = line.partition("=")
    return whole.strip(), tuple(part.strip() for part in parts.split("+"))


def _part(whole: Fact, name: str) -> Fact:
    _, bar, unit = whole.indicator.partition("|")
    return replace(whole, indicator=name + bar + unit)


def _judged(whole: Level, parts: Sequence[Level], season: int) -> Iterator[Judgement]:
    """All articles agree on each number, and no one article tells them all: that is judged there."""
    levels = (whole, *parts)
    if not all(level.agree for level in levels) or set.intersection(*(set(one.claims) for one in levels)):
        return
    total, *pieces = (min(level.claims.values(), key=looseness) for level in levels)
    claims = (total, *pieces)
    if any(claim.licences & _OPEN for claim in claims) or not any(map(accusable, claims)):
        return
    whole_sum = added(pieces)
    equation = " + ".join(map(words, pieces))
    spots = (spot("total", total), *(spot("part", piece) for piece in pieces))
    if whole_sum.meets(interval(total)):
        yield held(*spots, equation=f"{words(total)} = {equation}")
    elif accusable(total) and _of_one_season(claims, season):
        other = next(piece for piece in pieces if piece.article is not total.article)
        gap = printed(whole_sum, total)
        yield conflict(
            *spots, equation=f"{words(total)} ≠ {equation}", parts=equation, expected=gap, where=cited(other)
        )


def _of_one_season(claims: Sequence[Claim], season: int) -> bool:
    days = sorted(day for claim in claims if (day := when(claim.article)) is not None)
    return len(days) == len(claims) and days_apart(days[0], days[-1]) <= season
