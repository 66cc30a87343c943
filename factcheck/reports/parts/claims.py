"""Every claim of some readings as one flat row each: what the text was understood to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import Anchor, Claim, Fact, Measure, Quantity, Reading
from factcheck.reports.parts.exact import plain

Row = Mapping[str, object]

_SAID = {
    Measure.LEVEL: "{of}",
    Measure.DIFFERENCE: "{of} 减 {against}",
    Measure.QUOTIENT: "{of} ÷ {against}",
    Measure.GROWTH: "{of} 比 {against} 增长",
    Measure.RANK: "{of} 的位次",
    Measure.DATE: "{of} 的日期",
}


_HOMES = {
    "nation": "全国",
    "province": "全省",
    "city": "全市",
    "county": "全县",
    "town": "全镇",
    "village": "全村",
}


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
        "says": says(claim.quantity),
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


def says(quantity: Fact | Quantity) -> str:
    """A quantity in words: what of whom and when, and against what."""
    if isinstance(quantity, Fact):
        scope = f"（{'，'.join(sorted(quantity.scope))}）" if quantity.scope else ""
        return f"{_name(quantity)}{scope}{_when(quantity.period)}"
    against = "（未说明）" if quantity.against is None else says(quantity.against)
    words = _SAID[quantity.measure].format(of=says(quantity.of), against=against)
    return f"（{words}）" if quantity.measure not in (Measure.LEVEL, Measure.RANK, Measure.DATE) else words


def _name(fact: Fact) -> str:
    """Subject and indicator without what only tells them apart inside: `#…`, and the unit after `|`."""
    subject = _HOMES.get(fact.subject, fact.subject)
    indicator = "（未说明）" if fact.indicator.startswith("#") else fact.indicator.partition("|")[0]
    return f"{subject}{indicator}"


def _when(period: object) -> str:
    """`Period.key` in days; `今年` is the year the article speaks from when that is unknown."""
    if not isinstance(period, tuple) or len(period) != 4:
        return ""
    anchor, first, last, _ = period
    year = "今年" if anchor is Anchor.DOCUMENT else ""
    ends = [_day(day, year) for day in dict.fromkeys((first, last)) if day is not None]
    return f"［{'至'.join(ends)}］" if ends else ""


def _day(day: tuple[int, int, int], year: str) -> str:
    shown = f"{year}{day[0]:+d}" if year else f"{day[0]:04d}"
    return f"{shown}-{day[1]:02d}-{day[2]:02d}"


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
