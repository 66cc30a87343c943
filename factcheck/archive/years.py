"""The year an undated article speaks from, as the table of facts that came with it tells.

去年末 and 5月 of an article without a date mean nothing by themselves. Beside a table that knows the
end of one year and one May they do: the year is taken that lets most figures meet a row; where none does, the
year after the last row, which then decides nothing but what is of no year.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.archive.joining import joined
from factcheck.checks._across import key, level_of, stretch
from factcheck.model import Claim, Fact, Reading


def assumed(reading: Reading, tables: Sequence[Reading]) -> int | None:
    """The year `reading` speaks from; `None` when it says so itself, or when the tables do not tell."""
    if reading.article.published is not None:
        return None
    rows = {_alike(claim): claim for table in tables for claim in table.claims}
    years = {year for claim in rows.values() if (year := _year(claim)) is not None}
    found = [(_fits(reading, year, rows), year) for year in sorted({*years, *(year + 1 for year in years)})]
    best = max(found, default=((0, 0), 0))
    if best[0] == (0, 0):
        return best[1] or None
    tied = [one for one in found if one[0] == best[0]]
    return best[1] if len(tied) == 1 else None


def _fits(reading: Reading, year: int, rows: dict[object, Claim]) -> tuple[int, int]:
    """How many figures agree with their row, and how many have one, if it speaks from `year`."""
    met = [(claim, rows[_alike(claim)]) for claim in joined(reading, year).claims if _alike(claim) in rows]
    agreeing = sum(
        one.interval is not None and two.interval is not None and one.interval.meets(two.interval)
        for one, two in met
    )
    return agreeing, len(met)


def _alike(claim: Claim) -> object:
    """The key of a claim, whoever it is of."""
    measure, of, against, unit, modality = key(claim)
    return measure, _nobody(of), _nobody(against), unit, modality


def _nobody(side: object) -> object:
    if isinstance(side, Fact):
        return side.indicator, side.scope, side.period
    return side[1:] if isinstance(side, tuple) else side


def _year(claim: Claim) -> int | None:
    fact = level_of(claim) or (claim.quantity.of if isinstance(claim.quantity.of, Fact) else None)
    days = stretch(fact) if fact is not None else None
    return days.last[0] if days is not None else None
