"""Figures against the rows of a facts table: agrees, is of another vintage, of another row, or of none.

Of several vintages the last one counts that was out when the article appeared; a writer who says
初步核算 may use the first one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks._across import (
    PRELIMINARY,
    QUOTED,
    REVISED,
    accusable,
    believable,
    cited,
    dated,
    interval,
    key,
    row_text,
    spot,
    when,
    words,
)
from factcheck.checks._company import Company
from factcheck.model import Claim, Reading
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """Rows by what they claim, and by the number they print."""

    by_key: defaultdict[Hashable, list[Claim]]
    by_number: defaultdict[Hashable, list[Claim]]


def check(subject: Company, reading: Reading, *, kind: str = "differs") -> Iterator[Judgement]:
    """Conflicts of one kind: `differs`, `stale` (an old vintage), or `row` (the number of another row)."""
    if not subject.rows():
        return
    table = subject.once("table", lambda: _table(subject.rows()))
    for one in subject.readings:
        for claim in one.claims:
            if accusable(claim) and dated(claim.quantity) and key(claim) in table.by_key:
                yield from _judged(claim, one, table, kind)


def _table(rows: Sequence[Claim]) -> _Table:
    table = _Table(defaultdict(list), defaultdict(list))
    for row in rows:
        table.by_key[key(row)].append(row)
        table.by_number[_number(row)].append(row)
    return table


def _judged(claim: Claim, said: Reading, table: _Table, kind: str) -> Iterator[Judgement]:
    own = table.by_key[key(claim)]
    row = _current(claim, own)
    if row is None or QUOTED in claim.licences:
        return
    found, other = _verdict(claim, row, own, table)
    if found == "holds" and kind == "differs":
        yield held(spot("this", claim), spot("row", row), equation=f"{words(claim)} = {_printed(row)}")
    elif found == kind:
        yield conflict(
            spot("this", claim),
            *_aspect(claim, other if kind == "row" else None, row, said),
            spot("row", row),
            equation=f"{words(claim)} ≠ {_printed(row)}",
            expected=_printed(row),
            table=cited(row),
            other=_named(other) if other is not None else "",
            released=_printed(row),
        )


def _current(claim: Claim, own: Sequence[Claim]) -> Claim | None:
    """The last vintage that was out on the day of the article; any, when that day is not known."""
    date = claim.article.published
    today = when(claim.article) if date is not None and date.day is not None else None
    out = [row for row in own if today is None or (when(row.article) or today) <= today]
    return max(out, key=lambda row: (REVISED in row.licences, when(row.article) or (0, 0, 0)), default=None)


def _verdict(claim: Claim, row: Claim, own: Sequence[Claim], table: _Table) -> tuple[str, Claim | None]:
    """`holds`, `stale`, `row` or `differs`; empty where the two are too unlike to be one thing."""
    if _meet(claim, row):
        return "holds", None
    old = next((one for one in own if one is not row and _meet(claim, one)), None)
    if old is not None:
        said = PRELIMINARY in claim.licences or (REVISED in claim.licences and REVISED in old.licences)
        return ("" if said else "stale"), old
    same = table.by_number[_number(claim)]
    other = next((one for one in same if one not in own and _alike(one, row)), None)
    if other is not None:
        return "row", other
    return ("differs" if believable(claim, row) else ""), None


def _alike(other: Claim, row: Claim) -> bool:
    """Another row of the same subject, or of the same name."""
    one, two = other.quantity.root, row.quantity.root
    return one.subject == two.subject or one.indicator == two.indicator


def _number(claim: Claim) -> Hashable:
    """The printed value in base units: two rows share it only if they print the same number."""
    value, unit = claim.figures[0].value, claim.unit
    if value is None or unit is None:
        return None
    return Fraction(value) * unit.scale, unit.base, claim.sign


def _meet(one: Claim, two: Claim) -> bool:
    return interval(one).meets(interval(two))


def _aspect(claim: Claim, other: Claim | None, row: Claim, said: Reading) -> Iterator[Spot]:
    """The words that fit this row and not the one the number was taken from: its period or its name."""
    if other is None:
        return
    if other.quantity.root.period != row.quantity.root.period:
        before = [one.span for one in said.periods if one.span.end <= claim.span.start]
        if before:
            yield Spot("period", before[-1], claim.article)
    else:
        named = [span for role, span in claim.words if role == "name" and span.end <= claim.span.start]
        if named:
            yield Spot("name", named[-1], claim.article)


def _printed(row: Claim) -> str:
    return f"{'−' if row.sign < 0 and not words(row).startswith(('-', '−')) else ''}{row_text(row)}"


def _named(row: Claim) -> str:
    """The row a number was taken from, for people: its line in the table as written."""
    text = row.article.text
    start = text.rfind("\n", 0, row.span.start) + 1
    end = text.find("\n", row.span.end)
    return text[start : end if end >= 0 else len(text)]
