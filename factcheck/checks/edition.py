"""The number of a yearly event against the years since its first: 2018年首届 → 2024年第七届.

Only where the text says that it is held every year, and nothing of years left out or doubled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import any_of, clause, paragraph, sentence
from factcheck.checks.parts.dates import year
from factcheck.checks.parts.standings import number
from factcheck.checks.parts.within import periods_within
from factcheck.model import FigureKind, Reading, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_SPACED = compiled("[每隔]?(?P<years>[两二三四五])年(?:举办|举行|办)?一[届次]")
_HELD = compiled("(?:将|已|定|拟)?[于在]$")
_UNITS = frozenset({"届"})


@dataclass(frozen=True, slots=True)
class _Held:
    """The `number`th, held in `year`; `mark` is where its number stands, `date` where its year does."""

    number: int
    year: int
    mark: Span
    date: Span


def check(
    subject: Reading,
    reading: Reading,
    *,
    first: tuple[str, ...] = (),
    yearly: tuple[str, ...] = (),
    uneven: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Compare the editions of each paragraph that says `yearly` and none of `uneven` (停办, 两年一届)."""
    text = reading.article.text
    regular, broken = any_of(yearly), any_of(uneven)
    held_here: dict[int, list[_Held]] = {}
    for one in (*_first(reading, any_of(first)), *_numbered(reading)):
        held_here.setdefault(paragraph(text, one.mark.start).start, []).append(one)
    for start, known in held_here.items():
        line = paragraph(text, start)
        if broken.search(text, line.start, line.end):
            continue
        spaced = _SPACED.search(text, line.start, line.end)
        step = number(spaced.group("years")) if spaced is not None else 1
        sure = spaced is not None or regular.search(text, line.start, line.end) is not None
        yield from _judged(known, step, sure=sure)


def _judged(known: list[_Held], step: int, *, sure: bool) -> Iterator[Judgement]:
    known.sort(key=lambda one: (one.number, one.year))
    for early, late in combinations(known, 2):
        spots = Spot("edition", late.mark), Spot("year", late.date), Spot("first", early.date)
        if early.number == late.number or late.year <= early.year:
            continue
        between, left = divmod(late.year - early.year, step)
        wanted = between + early.number
        ratio = f" ÷ {step}" if step > 1 else ""
        apart = f"({late.year} − {early.year}){ratio}" if ratio else f"{late.year} − {early.year}"
        if wanted == late.number and not left:
            yield held(*spots, equation=f"{apart} + {early.number} = {late.number}")
        elif sure:
            expected = "" if left else f"第{wanted}届"
            yield conflict(*spots, equation=f"{apart} + {early.number} ≠ {late.number}", expected=expected)
        return


def _first(reading: Reading, words: re.Pattern[str]) -> Iterator[_Held]:
    """Years beside a word for a first edition (首届, 创办)."""
    text = reading.article.text
    for period in reading.periods:
        named = year(period)
        if named is None or not period.part("year"):
            continue
        around = clause(text, period.span.start)
        found = words.search(text, period.span.start, around.end) or words.search(
            text, around.start, period.span.start
        )
        if found is not None:
            yield _Held(1, named, Span(*found.span()), period.span)


def _numbered(reading: Reading) -> Iterator[_Held]:
    """Editions with a number, each in the nearest year named before in its sentence."""
    text = reading.article.text
    for figure in reading.figures:
        unit = figure.unit
        if (
            figure.kind is not FigureKind.ORDINAL
            or unit is None
            or unit.name not in _UNITS
            or figure.value is None
        ):
            continue
        inside = sentence(text, figure.span.start)
        years = [
            (named, period.span)
            for period in periods_within(reading, Span(inside.start, figure.span.start))
            if (named := year(period)) is not None
        ]
        years = years or _behind(reading, figure.span, inside)
        if years and figure.value > 1:
            yield _Held(int(figure.value), years[-1][0], figure.span, years[-1][1])


def _behind(reading: Reading, mark: Span, inside: Span) -> list[tuple[int, Span]]:
    """The first year behind a number in its sentence: 第六届大会将于2025年举行."""
    told = [
        (named, one.span)
        for one in periods_within(reading, Span(mark.end, inside.end))
        if (named := year(one)) is not None and one.part("year")
    ]
    return told[:1] if told and _HELD.search(reading.article.text, mark.end, told[0][1].start) else []
