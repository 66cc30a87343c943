"""What was understood of an article, one line a statement, in the words of the claims tables.

The syntax is explained at the top of `tables/claims.txt`. A statement shows periods only when `like`,
the line it is compared with, has any: most sentences are about who is compared with what.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator

from factcheck.model import (
    Anchor,
    Article,
    Claim,
    Document,
    Enumeration,
    Fact,
    Measure,
    Modality,
    PartialDate,
    Partition,
    Quantity,
    Reading,
)
from factcheck.pipeline import readings

PUBLISHED = PartialDate(2025, 12, 10)
"""The day on which every sentence of the tables is printed."""

_WORDS = {
    Measure.LEVEL: "{of}",
    Measure.GROWTH: "{of} {grew} from {against}",
    Measure.DIFFERENCE: "{of} {more} than {against}",
    Measure.QUOTIENT: "{of} / {against}",
}
_HOMES = {"nation": "全国", "province": "全省", "city": "全市", "county": "全县", "town": "全镇"}


def statements(text: str) -> Iterator[str]:
    """Everything claimed by `text` read as an article, in reading order, then sums, then lists."""
    for reading in readings(Document("a.md", text), published=PUBLISHED):
        yield from _claims(reading)
        yield from dict.fromkeys(map(_sum, reading.partitions))
        yield from (_list(each) for each in reading.enumerations if _says(each))


def plain(statement: str) -> str:
    """The statement without its periods."""
    return re.sub(r" ?\[[^\]]*\]", "", statement)


def _claims(reading: Reading) -> Iterator[str]:
    """The claims that the words ask for, and not the other readings that are fair as well."""
    for claim in sorted(reading.claims, key=_start):
        if claim.alternative == 0:
            yield f"{_figures(claim)} = {_quantity(claim.quantity, claim)}{_mood(claim)}"


def _start(claim: Claim) -> int:
    return claim.span.start


def _figures(claim: Claim) -> str:
    return claim.span.of(claim.article.text)


def _mood(claim: Claim) -> str:
    mood = "" if claim.modality is Modality.ACTUAL else f" ({claim.modality.value})"
    return mood + "".join(f" ({licence})" for licence in sorted(claim.licences))


def _quantity(quantity: Fact | Quantity, claim: Claim) -> str:
    if isinstance(quantity, Fact):
        return _fact(quantity, claim.article)
    grew = "changed" if quantity is not claim.quantity else "grew" if claim.sign > 0 else "fell"
    said = _WORDS[quantity.measure].format(
        of=_inner(quantity.of, claim),
        against=_other(quantity, claim),
        grew=grew,
        more="more" if claim.sign > 0 else "less",
    )
    return said + (f" over {quantity.over}" if quantity.over else "")


def _inner(quantity: Fact | Quantity, claim: Claim) -> str:
    said = _quantity(quantity, claim)
    return f"({said})" if isinstance(quantity, Quantity) and quantity.measure is not Measure.LEVEL else said


def _other(quantity: Quantity, claim: Claim) -> str:
    """The base, whole or peer; `before` for the same thing at another time."""
    of, against = quantity.of, quantity.against
    if against is None:
        return "?"
    change = quantity.measure in (Measure.GROWTH, Measure.DIFFERENCE)
    if change and isinstance(of, Fact) and isinstance(against, Fact) and _same(of, against):
        return f"before{_when(against.period)}"
    return _inner(against, claim)


def _same(one: Fact, two: Fact) -> bool:
    return (one.subject, one.indicator, one.scope) == (two.subject, two.indicator, two.scope)


def _fact(fact: Fact, article: Article) -> str:
    indicator = fact.indicator.partition("|")[0].partition("@")[0].partition("#")[0]
    name = indicator or "?"
    subject = _HOMES.get(fact.subject, fact.subject)
    return f"{subject}:{name}{_when(fact.period)}" if subject else f"{name}{_when(fact.period)}"


def _when(period: object) -> str:
    if not isinstance(period, tuple) or len(period) != 4:
        return ""
    anchor, first, last, _ = period
    if first is None or last is None:
        return f" [{_end(anchor, first)}..{_end(anchor, last)}]"
    return f" [{_stretch(anchor, first, last)}]"


def _end(anchor: Anchor, day: tuple[int, int, int] | None) -> str:
    return "" if day is None else f"{_year(anchor, day[0])}-{day[1]:02d}-{day[2]:02d}"


def _year(anchor: Anchor, year: int) -> str:
    return f"{year:04d}" if anchor is Anchor.ABSOLUTE else f"this{year:+d}" if year else "this"


def _stretch(anchor: Anchor, first: tuple[int, int, int], last: tuple[int, int, int]) -> str:
    """A year or a run of months by its ends, anything else by its days."""
    days = [_end(anchor, first), _end(anchor, last)]
    whole = monthrange(last[0] if anchor is Anchor.ABSOLUTE else 2024, last[1])[1]
    if first[1:] == (1, 1) and last[1:] == (12, 31):
        days = [day[:-6] for day in days]
    elif first[2] == 1 and last[2] == whole:
        days = [day[:-3] for day in days]
    return "..".join(dict.fromkeys(days))


def _sum(partition: Partition) -> str:
    """A whole and its parts; `>=` when the parts are not said to be all."""
    parts = [_figures(part) for part in partition.parts]
    signs = partition.signs or (1,) * len(parts)
    listed = "".join(f" {'+' if sign > 0 else '-'} {part}" for sign, part in zip(signs, parts, strict=True))
    whole = "100%" if partition.whole is None else _figures(partition.whole)
    return f"{whole} {'>=' if partition.complete == 'open' else '='}{listed.removeprefix(' +')}"


def _says(enumeration: Enumeration) -> bool:
    """It is counted or given values, and it is its own items that are."""
    return not enumeration.loose and (enumeration.count is not None or bool(enumeration.values))


def _list(enumeration: Enumeration) -> str:
    of: Callable[..., str] = lambda span: span.of(enumeration.article.text)  # noqa: E731
    count = enumeration.count.text if enumeration.count else "?"
    items = ", ".join(map(of, enumeration.items)) + (", …" if enumeration.open else "")
    values = f" => {', '.join(map(of, enumeration.values))}" if enumeration.values else ""
    return f"{count}: {items}{values}"
