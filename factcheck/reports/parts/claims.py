"""Every claim of some readings as one flat row each: what the text was understood to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import Claim, Fact, Quantity, Reading
from factcheck.reports.parts.exact import plain

Row = Mapping[str, object]


def rows(readings: Sequence[Reading]) -> Iterator[Row]:
    """One row per claim, in reading order."""
    for reading in readings:
        yield from map(claim_row, reading.claims)


def claim_row(claim: Claim) -> Row:
    """One claim: where, what is claimed, of whom, and how much in base units."""
    place, interval = claim.article.place(claim.span), claim.interval
    return {
        "path": place.path,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "text": place.text,
        "measure": claim.quantity.measure.value,
        "sort": claim.quantity.sort,
        "of": side(claim.quantity.of),
        "against": side(claim.quantity.against),
        "over": claim.quantity.over,
        "low": None if interval is None else plain(interval.bottom),
        "high": None if interval is None else plain(interval.top),
        "low_open": interval is not None and interval.low_open,
        "high_open": interval is not None and interval.high_open,
        "unit": None if claim.unit is None else claim.unit.name,
        "modality": claim.modality.value,
        "licences": sorted(claim.licences),
        "made_by": claim.made_by,
    }


def side(quantity: Fact | Quantity | None) -> Row | None:
    """A fact or a quantity over facts as a dictionary."""
    if quantity is None:
        return None
    if isinstance(quantity, Quantity):
        return {
            "measure": quantity.measure.value,
            "sort": quantity.sort,
            "of": side(quantity.of),
            "against": side(quantity.against),
        }
    return {
        "subject": quantity.subject,
        "indicator": quantity.indicator,
        "scope": sorted(quantity.scope),
        "period": None if quantity.period is None else str(quantity.period),
    }
