"""When people were born and died, as an article says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from factcheck import calendar
from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import before
from factcheck.checks.parts.last import Last
from factcheck.model import Anchor, Figure, Period, Reading, Span
from factcheck.model.period import Day
from factcheck.patterns import compiled
from factcheck.records import dataclass

_BORN_AFTER = compiled(
    r"(?:[，,]?[^，,。；;：:！？\n]{0,8}?(?:出生|降生|诞生)|[里间头]?生(?=[，,。；;）)人于的]|在(?!校|籍|前)))"
)
_BORN_BEFORE = compiled(r"(?:生于|出生于|出生在|诞生于|降生于|出生[:：]|出生(?:年月|日期|时间)[:：为]?)$")
_DIED_AFTER = compiled(
    r"[^。；;！？\n]{0,30}?(?:逝世|病逝|去世|辞世|离世|病故|牺牲|遇难|殉职|就义|遇害|长眠|卒)"
)
_DIED_BEFORE = compiled(r"(?:卒于|逝世于|病逝于|牺牲于|殁于)$")
_BRACKET = compiled(r"[（(]$")
_AGES = frozenset({"岁", "周岁"})


@dataclass(frozen=True, slots=True)
class Date:
    """A date of a life: the days it may be, and where it stands."""

    span: Span
    first: Day
    last: Day


def told_ages(figures: Iterable[Figure]) -> list[Figure]:
    """Those of `figures` that tell an age."""
    return [one for one in figures if one.unit is not None and one.unit.name in _AGES]


@cache
def _last() -> Last[Sequence[Date]]:
    return Last()


def births(reading: Reading) -> Sequence[Date]:
    """The dates that people are said to be born on."""
    return _last().of(reading, find=lambda: tuple(_dates(reading, _BORN_AFTER, _BORN_BEFORE)))


def deaths(reading: Reading) -> Iterator[Date]:
    """The dates that people are said to have died on."""
    yield from _dates(reading, _DIED_AFTER, _DIED_BEFORE, bare=True)


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


def _dates(
    reading: Reading, behind: re.Pattern[str], ahead: re.Pattern[str], *, bare: bool = False
) -> Iterator[Date]:
    """The dates of which the words say so, those that name no year (本月8日) with `bare`."""
    text = reading.article.text
    for at, period in enumerate(reading.periods):
        if (
            period.first is None
            or period.last is None
            or period.anchor is not Anchor.ABSOLUTE
            or _stretched(period, bare=bare)
        ):
            continue
        following = text[period.span.end : period.span.end + 40]
        if bare and (later := reading.periods[at + 1 : at + 2]):  # 1955年毕业，本月8日逝世: the last one
            following = following[: max(0, later[0].span.start - period.span.end)]
        if behind.match(following) or ahead.search(before(text, period.span.start, 8)):
            yield Date(period.span, period.first, period.last)


def _stretched(period: Period, *, bare: bool = False) -> bool:
    if bare and period.part("day") is not None and not period.part("year"):
        return False
    return not period.part("year") or any(name.startswith("end-") for name, _ in period.said)


def ages(birth: Date, first: Day, last: Day) -> tuple[int, int, int]:
    """Least and greatest 周岁 between two days, and the greatest age by the old way of counting (虚岁)."""
    least = max(calendar.full_years(birth.last, first), 0)
    greatest = calendar.full_years(birth.first, last)
    return least, greatest, max(greatest, calendar.nominal_years(birth.first[0], last[0]))


def judged(
    reading: Reading, figure: Figure, birth: Date, event: Date, *, strict: bool
) -> Iterator[Judgement]:
    """Compare an age with the life up to an event; where `strict`, birthdays alone are counted."""
    if figure.value is None or figure.interval is None:
        return
    least, most, nominal = ages(birth, event.first, event.last)
    nominal = most if strict else nominal
    spots = [Spot("age", figure.span), Spot("birth", birth.span)]
    if event.span != birth.span:
        spots.append(Spot("event", event.span))
    years = f"{event.last[0]} − {birth.first[0]}"
    if any(age in figure.interval for age in range(least, nominal + 1)):
        yield held(*spots, equation=f"{years} = {figure.text}")
        return
    if "虚" in before(reading.article.text, figure.span.start, 4) and nominal + 1 in figure.interval:
        return
    right = f"{least}岁" if least == most else f"{least}岁{'或' if most - least == 1 else '至'}{most}岁"
    near = min(abs(least - int(figure.value)), abs(int(figure.value) - nominal)) <= 1
    yield conflict(*spots, equation=f"{years} ≠ {figure.text}", expected=right, weak=near and not strict)
