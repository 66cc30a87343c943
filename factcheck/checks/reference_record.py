"""Records against the rows of a facts table: a higher value of an earlier time refutes 创历史新高.

Only rows of the same shape are compared: whole years with whole years, first quarters with first
quarters. 2022年以来 and 近一年 leave out what lies before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks._across import (
    PRELIMINARY,
    QUOTED,
    REVISED,
    Stretch,
    accusable,
    cited,
    interval,
    row_text,
    series,
    spot,
    stretch,
)
from factcheck.checks._company import Company
from factcheck.model import Claim, Measure, Modality, Reading
from factcheck.patterns import compiled

_UNFIT = frozenset({REVISED, PRELIMINARY, QUOTED, "可比口径", "修订"})
_RECORD = compiled(r"(?:(?P<since>\d{4})年以来|近(?P<years>\d+)年)?(?:同期)?(?P<sort>新高|新低)|首次")


def check(subject: Company, reading: Reading, *, articles: bool = False) -> Iterator[Judgement]:
    """Every figure that claims a record, and whose like the table, or the `articles`, has from before."""
    rows = subject.once(f"rows by line {articles}", lambda: _rows(subject, articles=articles))
    for claim in subject.claims():
        record = next((found for name in claim.licences if (found := _RECORD.fullmatch(name))), None)
        fit = accusable(claim) and not (articles and claim.licences & _UNFIT)
        if record is not None and fit and _line(claim) in rows:
            others = [row for row in rows[_line(claim)] if row.article is not claim.article]
            yield from _judged(claim, record, others)


def _rows(company: Company, *, articles: bool) -> dict[Hashable, list[Claim]]:
    """The rows of the tables, or what the articles tell that is no plan, by line."""
    found: dict[Hashable, list[Claim]] = defaultdict(list)
    for row in company.claims() if articles else company.rows():
        if not articles or (row.modality is Modality.ACTUAL and not row.licences & _UNFIT and _plain(row)):
            found[_line(row)].append(row)
    return found


def _plain(claim: Claim) -> bool:
    return claim.quantity.measure is not Measure.RANK and len(claim.figures) == 1


def _line(claim: Claim) -> Hashable:
    """What the values of one line of a table share, whenever they are of."""
    fact = claim.quantity.root
    unit = claim.unit.base if claim.unit is not None and claim.quantity.measure is Measure.LEVEL else ""
    return claim.quantity.measure, fact.subject, series(fact), fact.scope, unit


def _judged(claim: Claim, record: re.Match[str], rows: Sequence[Claim]) -> Iterator[Judgement]:
    days = stretch(claim.quantity.root)
    if days is None:
        return
    earlier = [row for row in rows if _comparable(stretch(row.quantity.root), days, record)]
    if not earlier:
        return
    top = max(earlier, key=lambda row: _size(row, claim, record))
    mark = next(span for role, span in reversed(claim.words) if role == "record")
    here = Spot("record", mark, claim.article)
    if _beaten(claim, top, record):
        table = cited(top)
        yield conflict(here, *_told(claim), spot("row", top), row=row_text(top), when=_when(top), table=table)
    else:
        yield held(here, spot("row", top), weak=len(earlier) < 2)


def _told(claim: Claim) -> tuple[Spot, ...]:
    """The figure, and the one that is said to have passed it."""
    reached = [Spot("reached", span, claim.article) for role, span in claim.words if role == "reached"]
    return (spot("this", claim), *reached)


def _comparable(row: Stretch | None, days: Stretch, record: re.Match[str]) -> bool:
    """An earlier stretch of the same shape, within the reach of the record."""
    if row is None or row.last >= days.last or row.instant is not days.instant:
        return False
    if (row.first == row.last) is not (days.first == days.last):
        return False
    yearly = _months(row) == 12 and _months(days) == 12
    same = (row.first[1:], row.last[1:]) == (days.first[1:], days.last[1:])
    alike = yearly or same or (_months(row) == 1 and _months(days) == 1 and "同期" not in record.group())
    return alike and row.last >= _start(days, record)


def _start(days: Stretch, record: re.Match[str]) -> tuple[int, int, int]:
    """The first day the record reaches back to."""
    if record["since"]:
        return int(record["since"]), 1, 1
    if record["years"]:
        return days.last[0] - int(record["years"]), days.last[1], 1
    return 0, 1, 1


def _months(days: Stretch) -> int:
    return (days.last[0] - days.first[0]) * 12 + days.last[1] - days.first[1] + 1


def _size(row: Claim, claim: Claim, record: re.Match[str]) -> Fraction:
    middle = interval(row).middle
    value = middle if middle is not None else Fraction(0)
    return -value if _falls(claim, record) else value


def _beaten(claim: Claim, row: Claim, record: re.Match[str]) -> bool:
    """The row lies beyond the claim, so that the claim is no record."""
    one, two = interval(claim), interval(row)
    if record.group() == "首次":
        return one.bottom is not None and two.bottom is not None and two.bottom >= one.bottom
    if one.meets(two) or one.middle is None or two.middle is None:
        return False
    return two.middle < one.middle if _falls(claim, record) else two.middle > one.middle


def _falls(claim: Claim, record: re.Match[str]) -> bool:
    """The record is a low: 新低, or the largest fall."""
    return record["sort"] == "新低" or claim.sign < 0


def _when(row: Claim) -> str:
    days = stretch(row.quantity.root)
    if days is None:
        return ""
    if days.first == days.last:
        return f"{days.last[0]}年{days.last[1]}月{days.last[2]}日"
    if _months(days) == 12:
        return f"{days.last[0]}年"
    return (
        f"{days.last[0]}年{days.last[1]}月"
        if _months(days) == 1
        else f"{days.first[0]}年{days.first[1]}—{days.last[1]}月"
    )
