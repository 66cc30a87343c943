"""Claims as rows of plain columns, and back: what an archive keeps of them.

A row holds what judging and citing need: what is claimed in full, the values it can have, how it was
printed, and where. Everything exact is written as text; there is no float anywhere.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from factcheck.archive.exact import (
    Memo,
    interval_of,
    interval_text,
    period_text,
    quantity_of,
    quantity_text,
    step_of,
    unit_of,
    unit_text,
    value_text,
    year,
)
from factcheck.checks._across import series
from factcheck.model import Article, Claim, Fact, Figure, FigureKind, Modality, Quantity, Span

_MODALITIES = {one.value: one for one in Modality}
_MARKS = ("record", "reached", "right")


class Row(NamedTuple):
    """One claim in an archive.

    Attributes:
        series: a number for whose what, whenever it is; `other` for the base or whole.
        quantity: what is claimed, as JSON.
        interval: the values it can have, in base units.
        value: the printed number with 万 and 亿 folded in; empty when it has no single value.
        marks: further words that carried it, as JSON: role, first and last code point, words, line, column.
    """

    article: int
    series: int
    other: int
    subject: str
    indicator: str
    period: str
    year: int
    measure: str
    quantity: str
    modality: str
    interval: str
    value: str
    unit: str
    hedge: str
    step: str
    sign: int
    licences: str
    made_by: str
    start: int
    end: int
    line: int
    column: int
    words: str
    marks: str


def row(claim: Claim, article: int, memo: Memo) -> Row:
    """The row of a joined claim of the article with this number."""
    quantity = claim.quantity
    if quantity not in memo.written:
        memo.written[quantity] = (quantity_text(quantity), *_series_of(claim))
    text, of, other = memo.written[quantity]
    if claim.made_by == "correction":
        of = number_series(claim)
    fact, place, figure = root(quantity), claim.article.place(claim.span), claim.figures[0]
    return Row(
        article,
        of,
        other,
        fact.subject,
        fact.indicator,
        period_text(fact),
        year(fact),
        quantity.measure.value,
        text,
        claim.modality.value,
        interval_text(claim.interval),
        value_text(figure.value),
        unit_text(claim.unit),
        figure.hedge,
        "" if figure.step is None else str(figure.step),
        claim.sign,
        " ".join(sorted(claim.licences)),
        claim.made_by,
        place.start,
        place.end,
        place.line,
        place.column,
        place.text,
        _marks(claim),
    )


def claim(found: Row, article: Article, memo: Memo, times: int = 1) -> Claim:
    """The claim of a row, in `article`, whose text is that of its document; it stands for so many."""
    span = Span(found.start, found.end)
    unit = unit_of(found.unit, memo)
    interval = interval_of(found.interval, memo)
    value = (
        None if not found.value else (Fraction(found.value) if "/" in found.value else Decimal(found.value))
    )
    step = step_of(found.step, memo)
    figure = Figure(
        span, found.words, value, interval, unit, FigureKind.QUANTITY, found.hedge, step, number=span
    )
    marks = (
        tuple((role, Span(start, end)) for role, start, end, *_ in json.loads(found.marks))
        if found.marks
        else ()
    )
    if found.licences not in memo.licences:
        memo.licences[found.licences] = frozenset(found.licences.split())
    return Claim(
        quantity=quantity_of(found.quantity, memo),
        interval=interval,
        figures=(figure,),
        article=article,
        words=marks,
        unit=unit,
        modality=_MODALITIES[found.modality],
        licences=memo.licences[found.licences],
        made_by=found.made_by,
        sign=found.sign,
        times=times,
    )


def root(quantity: Quantity) -> Fact:
    """The fact a quantity is of, however often it is wrapped."""
    of: Fact | Quantity = quantity
    while isinstance(of, Quantity):
        of = of.of
    return of


def wanted(claim: Claim) -> set[int]:
    """The series whose rows can have to do with `claim`."""
    of, other = _series_of(claim)
    fact = root(claim.quantity)
    parts = {_series(replace(fact, subject=one)) for one in fact.subject.split("+")}
    return {of, other, number_series(claim), *parts} - {0}


def number_series(claim: Claim) -> int:
    """A number for the printed value itself: where corrections of it are kept."""
    value, unit = claim.figures[0].value, claim.unit
    if value is None or unit is None:
        return 0
    return _hash("number", str(Fraction(value) * unit.scale), unit.base)


def _series_of(claim: Claim) -> tuple[int, int]:
    quantity = claim.quantity
    against = quantity.against
    inner = root(against) if isinstance(against, Quantity) else against
    of = _series(root(quantity))
    other = _series(inner) if inner is not None else 0
    return of, other if other != of else 0


def _series(fact: Fact) -> int:
    return _hash(fact.subject, series(fact), *sorted(fact.scope))


def _hash(*parts: str) -> int:
    """A positive number of 63 bits that is the same in every run."""
    digest = hashlib.blake2b("\0".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _marks(claim: Claim) -> str:
    """The marks that judgements point at: records, the right number of a correction."""
    kept = [
        (role, claim.article.place(span))
        for role, span in claim.words
        if role in ("record", "reached", "right")
    ]
    if not kept:
        return ""
    plain = [[role, place.start, place.end, place.text, place.line, place.column] for role, place in kept]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
