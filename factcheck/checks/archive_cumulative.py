"""Sums since New Year in several articles: they only grow, and their differences are the months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from fractions import Fraction

from factcheck import calendar
from factcheck.checks import Judgement, conflict, held
from factcheck.checks._across import (
    PRELIMINARY,
    QUOTED,
    REVISED,
    Day,
    accusable,
    added,
    cited,
    flows,
    interval,
    level_of,
    spot,
    stretch,
    when,
    words,
)
from factcheck.checks._company import Company
from factcheck.checks.parts.printing import printed
from factcheck.model import Claim, Modality, Reading

_MONTHS = 12
_STOCK, _SUMMED = "时点数", "累计数"


def check(subject: Company, reading: Reading, *, kind: str = "falls") -> Iterator[Judgement]:
    """`falls`: a later sum is smaller; `month`: a month is no difference of two; `tiled`: nor are several."""
    for sums, singles in subject.once("sums", lambda: list(_series(subject.claims()))):
        if kind == "falls":
            yield from _falling(sums)
        elif kind == "tiled":
            yield from _tiled(sums, singles)
        else:
            yield from _months(sums, singles)


def _series(claims: Sequence[Claim]) -> Iterator[tuple[dict[Day, list[Claim]], list[Claim]]]:
    """By whose, what and year: the sums since New Year (or since the start) by last day; the rest."""
    sums: dict[Hashable, dict[Day, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    singles: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        fact = level_of(claim)
        days = stretch(fact) if fact is not None else None
        if fact is None or days is None or not _sums_up(claim):
            continue
        place = (fact.subject, fact.indicator, fact.scope)
        if days.instant and _SUMMED in claim.licences:
            sums[(*place, "start")][days.last].append(claim)
        elif not days.instant and days.first[1:] == (1, 1) and days.first[0] == days.last[0]:
            sums[(*place, days.first[0])][days.last].append(claim)
        elif not days.instant and days.first[0] == days.last[0]:
            singles[(*place, days.first[0])].append(claim)
    for series, found in sums.items():
        if sum(map(len, found.values())) > 1:
            yield found, singles.get(series, [])


def _sums_up(claim: Claim) -> bool:
    """An actual number of things that happened, not of things there are; neither revised nor quoted."""
    plain = not claim.licences & {REVISED, PRELIMINARY, QUOTED, _STOCK, "修订", "可比口径"}
    return plain and flows(claim) and claim.modality is Modality.ACTUAL


def _falling(sums: dict[Day, list[Claim]]) -> Iterator[Judgement]:
    """Each sum against the largest before it."""
    for claim, before in _falls(sums):
        yield from _fallen(claim, before)


def _falls(sums: dict[Day, list[Claim]]) -> Iterator[tuple[Claim, Claim]]:
    """The sums that are below the largest before them, of another article."""
    largest: Claim | None = None
    for day in sorted(sums):
        for claim in sums[day]:
            if largest is not None and largest.article is not claim.article and _below(claim, largest):
                yield claim, largest
        largest = max([*sums[day], *([largest] if largest else [])], key=_bottom)


def _fallen(claim: Claim, before: Claim) -> Iterator[Judgement]:
    if not accusable(claim) and not accusable(before):
        return
    suspect, witness = (claim, before) if accusable(claim) else (before, claim)
    yield conflict(
        spot("this", suspect),
        spot("other", witness),
        equation=f"{words(claim)} < {words(before)}",
        where=cited(witness),
        now=words(claim),
        before=words(before),
    )


def _months(sums: dict[Day, list[Claim]], singles: Sequence[Claim]) -> Iterator[Judgement]:
    doubted = {id(claim) for pair in _falls(sums) for claim in pair}
    sums = {day: [claim for claim in told if id(claim) not in doubted] for day, told in sums.items()}
    for single in singles:
        fact = level_of(single)
        days = stretch(fact) if fact is not None else None
        if days is None:
            continue
        ends, starts = sums.get(days.last, ()), sums.get(calendar.add_days(days.first, -1), ())
        found = [(a, b) for a in ends[:8] for b in starts[:8]]
        if found and not any(_agrees(single, a, b) for a, b in found):
            yield from _wrong_month(single, *min(found, key=lambda pair: _distance(single, *pair)))
        elif found:
            until, before = next(pair for pair in found if _agrees(single, *pair))
            if before.article is not single.article and any(map(accusable, (single, until, before))):
                yield held(
                    spot("month", single), spot("sum", until), spot("before", before),
                    equation=f"{words(single)} = {words(until)} − {words(before)}",
                )  # fmt: skip


def _wrong_month(single: Claim, until: Claim, before: Claim) -> Iterator[Judgement]:
    together = {id(claim.article) for claim in (single, until, before)}
    if len(together) < 2 or _below(until, before):
        return
    ordered = [claim for claim in (single, until, before) if accusable(claim)]
    if ordered:
        roles = {id(single): "month", id(until): "sum", id(before): "before"}
        rest = [claim for claim in (single, until, before) if claim is not ordered[0]]
        yield conflict(
            *(spot(roles[id(claim)], claim) for claim in (ordered[0], *rest)),
            equation=f"{words(single)} ≠ {words(until)} − {words(before)}",
            gap=printed(interval(until) - interval(before), single),
            where=cited(next((claim for claim in rest if claim.article is not ordered[0].article), rest[0])),
        )


def _tiled(sums: dict[Day, list[Claim]], singles: Sequence[Claim]) -> Iterator[Judgement]:
    """上半年, 三季度 and 四季度 told in several articles, against the whole year."""
    ending: dict[Day, Claim] = {}
    for single in singles:
        fact = level_of(single)
        if fact is not None and (days := stretch(fact)) is not None:
            known = ending.setdefault(days.last, single)
            ending[days.last] = min(known, single, key=_loose)
    for last in sorted(sums):
        pieces: list[Claim] = []
        start = last
        while start in ending and len(pieces) < _MONTHS and (start == last or start not in sums):
            fact = level_of(ending[start])
            days = stretch(fact) if fact is not None else None
            if days is None:
                break
            pieces.append(ending[start])
            start = calendar.add_days(days.first, -1)
        if len(pieces) > 1 and start in sums:
            first, whole = (min(sums[day], key=_loose) for day in (start, last))
            yield from _added(whole, [first, *reversed(pieces)])


def _loose(claim: Claim) -> Fraction:
    """How much a claim leaves open: two thousand odd says less than 2217."""
    width = interval(claim).width
    return width if width is not None else Fraction(10**40)


def _added(whole: Claim, pieces: Sequence[Claim]) -> Iterator[Judgement]:
    """The sum of a year against all that was told of its stretches, in two articles at least."""
    claims = [whole, *pieces]
    if len({id(claim.article) for claim in claims}) < 2 or not any(map(accusable, claims)):
        return
    total = added(pieces)
    equation = " + ".join(map(words, pieces))
    spots = spot("sum", whole), *(spot("part", piece) for piece in pieces)
    if total.meets(interval(whole)):
        yield held(*spots, equation=f"{words(whole)} = {equation}")
    elif accusable(whole):
        other = next(piece for piece in pieces if piece.article is not whole.article)
        gap = printed(total, whole)
        yield conflict(
            *spots, equation=f"{words(whole)} ≠ {equation}", expected=gap, gap=gap, where=cited(other)
        )


def _agrees(single: Claim, until: Claim, before: Claim) -> bool:
    return (interval(until) - interval(before)).meets(interval(single))


def _distance(single: Claim, until: Claim, before: Claim) -> tuple[bool, int]:
    """Pairs of the newest articles first, the sum in the single's own."""
    date = when(before.article) or (0, 0, 0)
    return until.article is not single.article, -(date[0] * 400 + date[1] * 31 + date[2])


def _below(claim: Claim, other: Claim) -> bool:
    low, high = interval(other), interval(claim)
    return not low.meets(high) and _bottom(claim) < _bottom(other)


def _bottom(claim: Claim) -> Fraction:
    bottom = interval(claim).bottom
    return bottom if bottom is not None else Fraction(-(10**40))
