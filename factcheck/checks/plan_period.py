"""Five-year plans against the years beside them: “十四五”（2020—2025年）, 2026年是“十四五”开局之年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import before
from factcheck.checks.parts.dates import said
from factcheck.checks.parts.pairs import explained, side_by_side
from factcheck.model import Period, Reading, Span
from factcheck.patterns import compiled

_IS = compiled(
    r"(?:是|为|系|作为|既是|正是|正值|属于?|处于)(?:我[国省市县区]|全[国省市县区])?(?:实施|推进|完成|实现)?"
)
_ROLE = compiled(
    r"[”」]?(?:规划|计划|时期|期间)?(?:纲要)?(?:实施|建设|目标任务|任务)?的?"
    r"(?:(?P<first>开局|起步|首年|第一年|头一年)|(?P<last>收官|最后一年|末年|收尾|终期|结束)"
    r"|第(?P<nth>[二三四五2-5])(?:年|个年头))"
)
_LED = compiled(r"(?:作为|恰逢|正值|适逢|进入|迎来)$")
_NTH_OF = compiled(rf"{_ROLE.pattern}(?:之年)?[，,]")
_NTH = {char: place for chars in ("二三四五", "2345") for place, char in enumerate(chars, 2)}


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare plans with the years that explain them, and with years that are said to be theirs."""
    for first, second in explained(reading):
        plan, other = (first, second) if first.part("plan") else (second, first)
        if plan.part("plan") and other.part("year") and other.part("end-year"):
            yield from _range(plan, other)
        elif plan.part("plan") and other.part("year") and other.part("month") is None:
            yield from _role(reading, plan, other)
    for first, second, between in side_by_side(reading):
        led = _LED.search(before(reading.article.text, first.span.start, 6)) is not None
        if led and first.part("plan") and second.part("year") and _NTH_OF.fullmatch(between):
            yield from _role(reading, first, second)
        if second.part("plan") and first.part("year") and _IS.fullmatch(between):
            yield from _role(reading, second, first)


def _range(plan: Period, years: Period) -> Iterator[Judgement]:
    if plan.first is None or plan.last is None or years.first is None or years.last is None:
        return
    spots = Spot("years", years.span), Spot("plan", plan.span)
    if (plan.first[0], plan.last[0]) == (years.first[0], years.last[0]):
        yield held(*spots, equation=f"{plan.text} = {years.text}")
    else:
        right = f"{plan.first[0]}—{plan.last[0]}年"
        yield conflict(*spots, equation=f"{plan.text} ≠ {years.text}", expected=right, said=years.text)


def _role(reading: Reading, plan: Period, year: Period) -> Iterator[Judgement]:
    """A year said to be the first, the last or some year of a plan."""
    named = said(year, "year")
    if plan.first is None or plan.last is None or named is None:
        return
    found = _ROLE.match(reading.article.text, plan.span.end)
    span = Span(plan.span.start, found.end()) if found else plan.span
    low, high = _years(plan.first[0], plan.last[0], found)
    spots = Spot("plan", span), Spot("year", year.span)
    if low <= named <= high:
        yield held(*spots, equation=f"{year.text} = {span.of(reading.article.text)}")
    elif year.part("end-year") is None:
        right = f"{low}年" if low == high else f"{low}—{high}年"
        equation = f"{year.text} ≠ {span.of(reading.article.text)}"
        yield conflict(*spots, equation=equation, expected=right, said=year.text)


def _years(first: int, last: int, role: re.Match[str] | None) -> tuple[int, int]:
    if role is None:
        return first, last
    if role.group("nth"):
        year = first + _NTH[role.group("nth")] - 1
        return year, year
    return (first, first) if role.group("first") else (last, last)
