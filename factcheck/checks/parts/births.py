"""When people were born and died, as an article says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import calendar
from factcheck.checks.parts.around import before, in_clause
from factcheck.model import Anchor, Period, Reading, Span
from factcheck.model.period import Day
from factcheck.patterns import compiled
from factcheck.records import dataclass

_BORN_AFTER = compiled(r"(?:[，,]?[^，,。；;：:！？\n]{0,8}?(?:出生|降生|诞生)|生(?=[，,。；;）)人于]))")
_BORN_BEFORE = compiled(r"(?:生于|出生于|出生在|诞生于|降生于|出生[:：]|出生(?:年月|日期|时间)[:：为]?)$")
_DIED_AFTER = compiled(
    r"[^。；;！？\n]{0,30}?(?:逝世|病逝|去世|辞世|离世|病故|牺牲|遇难|殉职|就义|遇害|长眠|卒)"
)
_DIED_BEFORE = compiled(r"(?:卒于|逝世于|病逝于|牺牲于|殁于)$")
_BRACKET = compiled(r"[（(]$")


@dataclass(frozen=True, slots=True)
class Date:
    """A date of a life: the days it may be, and where it stands."""

    span: Span
    first: Day
    last: Day


def births(reading: Reading) -> Iterator[Date]:
    """The dates that people are said to be born on."""
    yield from _dates(reading, _BORN_AFTER, _BORN_BEFORE)


def deaths(reading: Reading) -> Iterator[Date]:
    """The dates that people are said to have died on."""
    yield from _dates(reading, _DIED_AFTER, _DIED_BEFORE)


def lives(reading: Reading) -> Iterator[tuple[Date, Date]]:
    """Birth and death written as years in brackets behind a name: （1904—1989）."""
    text = reading.article.text
    for period in reading.periods:
        ends = period.part("year"), period.part("end-year")
        if (
            None in ends
            or period.first is None
            or period.last is None
            or period.anchor is not Anchor.ABSOLUTE
        ):
            continue
        if _BRACKET.search(before(text, period.span.start, 2)) and text[
            period.span.end : period.span.end + 1
        ] in ("）", ")", "年"):
            first, last = period.first, period.last
            yield (
                Date(period.span, first, (first[0], 12, 31)),
                Date(period.span, (last[0], 1, 1), last),
            )


def _dates(reading: Reading, behind: re.Pattern[str], ahead: re.Pattern[str]) -> Iterator[Date]:
    text = reading.article.text
    for period in reading.periods:
        if (
            period.first is None
            or period.last is None
            or period.anchor is not Anchor.ABSOLUTE
            or _stretched(period)
        ):
            continue
        following = text[period.span.end : period.span.end + 40]
        if behind.match(following) or ahead.search(before(text, period.span.start, 8)):
            yield Date(period.span, period.first, period.last)


def _stretched(period: Period) -> bool:
    return any(name.startswith("end-") for name, _ in period.said) or not period.part("year")


def ages(birth: Date, first: Day, last: Day) -> tuple[int, int, int]:
    """Least and greatest 周岁 between two days, and the greatest age by the old way of counting (虚岁)."""
    least = max(calendar.full_years(birth.last, first), 0)
    greatest = calendar.full_years(birth.first, last)
    return least, greatest, max(greatest, calendar.nominal_years(birth.first[0], last[0]))


def clause_after(text: str, span: Span, most: int = 12) -> str:
    """The words behind a span, in its clause."""
    return in_clause(text[span.end : span.end + most])
