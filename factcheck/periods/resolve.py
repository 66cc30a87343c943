"""From a phrase to a period: which days were meant."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck import calendar
from factcheck.model import Anchor, Grain, Period, Span
from factcheck.model.period import Day
from factcheck.periods.context import Context, Year
from factcheck.periods.phrase import Base, Edge, Phrase

_PARTS = {
    "half": Grain.HALF,
    "quarter": Grain.QUARTER,
    "year": Grain.YEAR,
    "month": Grain.MONTH,
    "cumulative": Grain.SPAN,
}


@dataclass(slots=True)
class Resolved:
    """The days a phrase means; `None` where they are not known."""

    grain: Grain
    anchor: Anchor = Anchor.ABSOLUTE
    first: Day | None = None
    last: Day | None = None
    instant: bool = False
    form: set[str] = field(default_factory=set)


def period(phrase: Phrase, context: Context) -> Period | None:
    """What `phrase` means where `context` stands; `None` when it is no date after all."""
    context.enter(phrase.start)
    resolved = _phrase(phrase, context)
    if phrase.until is not None:
        resolved = _stretch(phrase, resolved, context)
    _flags(phrase, resolved, context)
    _remember(resolved, context)
    return Period(
        Span(phrase.start, phrase.end),
        context.text[phrase.start : phrase.end],
        resolved.grain,
        resolved.anchor,
        resolved.first,
        resolved.last,
        resolved.instant,
        frozenset(resolved.form),
        tuple(phrase.said),
    )


def _phrase(phrase: Phrase, context: Context) -> Resolved:
    if phrase.whole == "same":
        return _same(phrase, context)
    if phrase.whole == "decade" and phrase.year is not None:
        return Resolved(Grain.DECADE, Anchor.ABSOLUTE, (phrase.year, 1, 1), (phrase.year + 9, 12, 31))
    if phrase.whole == "plan":
        first = 1966 + 5 * (phrase.number - 3)
        return Resolved(Grain.SPAN, Anchor.ABSOLUTE, (first, 1, 1), (first + 4, 12, 31))
    if phrase.part == "day":
        return _relative_day(phrase, context)
    resolved = Resolved(_grain(phrase))
    year = _year(phrase, context, resolved)
    if year is None:
        return resolved
    resolved.anchor = year[0]
    _days(phrase, year[1], resolved)
    return resolved


def _grain(phrase: Phrase) -> Grain:
    if phrase.edge is not None or phrase.days is not None:
        single = phrase.days is None or phrase.days[0] == phrase.days[1]
        return Grain.DAY if single else Grain.SPAN
    if phrase.tens:
        return Grain.TEN_DAYS
    if phrase.part in _PARTS:
        return _PARTS[phrase.part]
    if phrase.months is not None:
        return Grain.MONTH if phrase.months[0] == phrase.months[1] else Grain.SPAN
    return Grain.SPAN if phrase.year_end else Grain.YEAR


def _year(phrase: Phrase, context: Context, resolved: Resolved) -> Year | None:
    """The year of a phrase; a relative month settles its own months."""
    if phrase.month_base is not Base.CALENDAR:
        return _relative_month(phrase, context)
    if phrase.year is None:
        return _inferred(phrase, context, resolved)
    if phrase.year_base is Base.CALENDAR:
        year: Year | None = (Anchor.ABSOLUTE, _century(phrase, context))
    elif phrase.year_base is Base.DOCUMENT:
        year = context.document_year(phrase.year)
    else:
        base = context.topic or context.document_year()
        year = base[0], base[1] + phrase.year
    if year is not None:
        context.name_year(year, phrase.start)
    return year


def _century(phrase: Phrase, context: Context) -> int:
    """A two-digit year lies within fifty years of the article's, or of 2000."""
    assert phrase.year is not None
    if "short" not in phrase.flags:
        return phrase.year
    near = context.published.year if context.published else 2000
    return min((c + phrase.year for c in range(1000, 2200, 100)), key=lambda y: abs(y - near - 0.1))


def _relative_month(phrase: Phrase, context: Context) -> Year | None:
    if phrase.month_base is Base.DOCUMENT:
        given = context.published
        if given is None or given.month is None:
            return None
        base: tuple[Anchor, int, int] = (Anchor.ABSOLUTE, given.year, given.month)
    elif context.month is not None:
        base = context.month
    else:
        return None
    if phrase.part == "quarter":
        start = (base[2] - 1) // 3 * 3 + phrase.number * 3
        phrase.months = (start % 12 + 1, start % 12 + 3)
        return base[0], base[1] + start // 12
    index = base[2] - 1 + phrase.number
    phrase.months = (index % 12 + 1, index % 12 + 1)
    return base[0], base[1] + index // 12


def _inferred(phrase: Phrase, context: Context, resolved: Resolved) -> Year | None:
    """The year of a date that names none: the sentence's, else the document's past."""
    near = context.near_year()
    if near is not None:
        return near
    resolved.form.add("year-inferred")
    if phrase.months is None and phrase.days is not None:
        return _bare_day(phrase, context)
    document = context.document_year()
    given = context.published
    if given is None or given.month is None:
        return document
    ahead = _ahead(phrase, (given.month, given.day or 31))
    if context.future():
        return document[0], document[1] + (0 if ahead else _next(phrase, given.month))
    return document[0], document[1] - ahead


def _ahead(phrase: Phrase, today: tuple[int, int]) -> bool:
    """Whether this year's stretch has not come yet (whole years and ends: is not over yet)."""
    if phrase.part == "year" or (phrase.edge is Edge.END and phrase.months is None):
        return today[0] < 12
    if phrase.months is None:
        return False
    day = phrase.days[0] if phrase.days else 1
    return (phrase.months[0], day) > today


def _next(phrase: Phrase, month: int) -> int:
    """Years to add when a past month is spoken of as future: none when it is hardly past."""
    if phrase.months is None or phrase.months[1] >= month - 1:
        return 0
    return 1


def _bare_day(phrase: Phrase, context: Context) -> Year | None:
    """15日 alone: the month named before in this sentence or paragraph, else the document's."""
    assert phrase.days is not None
    given = context.published
    if given is None or given.month is None:
        if context.month is None:
            return None
        base = context.month
    else:
        index = given.year * 12 + given.month - 1
        if given.day is not None and phrase.days[0] > given.day and not context.future():
            index -= 1
        base = (Anchor.ABSOLUTE, index // 12, index % 12 + 1)
    phrase.months = (base[2], base[2])
    return base[0], base[1]


def _days(phrase: Phrase, year: int, resolved: Resolved) -> None:
    """First and last day, once the year is known."""
    first_month, last_month = phrase.months or (1, 12)
    last_year = phrase.year_end or year
    if not (1 <= first_month <= 12 and 1 <= last_month <= 12):
        resolved.form.add("impossible")
        return
    if phrase.edge is not None:
        resolved.instant = True
        if phrase.edge is Edge.END:
            resolved.first = resolved.last = calendar.month_end(last_year, last_month)
        else:
            resolved.first = resolved.last = (year, first_month, 1)
        return
    if phrase.days is not None:
        _set_days(phrase, year, resolved)
        return
    if last_month < first_month:
        last_year += 1
    resolved.first = (year, first_month, 1)
    resolved.last = calendar.month_end(last_year, last_month)
    if phrase.tens:
        start = phrase.tens * 10 - 9
        resolved.first = (year, first_month, start)
        resolved.last = (year, first_month, start + 9) if phrase.tens < 3 else resolved.last


def _set_days(phrase: Phrase, year: int, resolved: Resolved) -> None:
    assert phrase.days is not None
    month = (phrase.months or (1, 1))[0]
    known = year if resolved.anchor is Anchor.ABSOLUTE else None
    if not all(calendar.exists(known, month, day) for day in phrase.days):
        resolved.form.add("impossible")
        return
    resolved.first = (year, month, phrase.days[0])
    resolved.last = (year, month, phrase.days[1])


def _relative_day(phrase: Phrase, context: Context) -> Resolved:
    resolved = Resolved(Grain.DAY)
    if phrase.day_base is Base.ANTECEDENT and context.day is not None:
        anchor, day = context.day
    else:
        today = context.today()
        if today is None:
            return resolved
        anchor, day = Anchor.ABSOLUTE, today
    if anchor is Anchor.ABSOLUTE or phrase.number == 0:
        resolved.anchor = anchor
        resolved.first = resolved.last = calendar.add_days(day, phrase.number) if phrase.number else day
    return resolved


def _same(phrase: Phrase, context: Context) -> Resolved:
    """去年同期: the stretch last read, a year earlier."""
    if context.stretch is None:
        return Resolved(Grain.SPAN)
    anchor, first, last = context.stretch
    if phrase.year_base is Base.DOCUMENT:
        shift = context.document_year(phrase.year or 0)[1] - first[0]
    else:
        shift = phrase.year or 0
    return Resolved(Grain.SPAN, anchor, calendar.add_years(first, shift), calendar.add_years(last, shift))


def _stretch(phrase: Phrase, first: Resolved, context: Context) -> Resolved:
    """A stretch of two ends; the second takes what it does not name from the first."""
    last = phrase.until
    assert last is not None
    if last.year is None and last.year_base is Base.CALENDAR and first.first is not None:
        last.year = first.first[0]
        last.flags.add("inherited")
    if first.first is not None:
        context.topic = first.anchor, first.first[0]
    resolved = _phrase(last, context)
    phrase.said += [(f"end-{name}", value) for name, value in last.said]
    form = first.form | resolved.form
    if "impossible" in form or first.first is None or resolved.last is None:
        return Resolved(Grain.SPAN, first.anchor, form=form)
    end = resolved.last
    if end < first.first and "inherited" in last.flags:
        end = calendar.add_years(end, 1)
    if resolved.anchor is not first.anchor or end < first.first:
        return Resolved(Grain.SPAN, first.anchor, form=form | {"reversed"})
    return Resolved(Grain.SPAN, first.anchor, first.first, end, form=form)


def _flags(phrase: Phrase, resolved: Resolved, context: Context) -> None:
    """What 截至, 以来 and 初 around the date make of it."""
    if "as-of" in phrase.flags and resolved.last is not None:
        resolved.first, resolved.instant = resolved.last, True
    if "since" in phrase.flags and resolved.first is not None:
        resolved.form.add("open-end")
        resolved.last = context.today() if resolved.anchor is Anchor.ABSOLUTE else None
        resolved.grain = Grain.SPAN
    if "approximate" in phrase.flags:
        resolved.form.add("approximate")


def _remember(resolved: Resolved, context: Context) -> None:
    """Keep what later dates refer back to."""
    first, last = resolved.first, resolved.last
    if first is None or last is None:
        return
    context.topic = (resolved.anchor, last[0])
    if first == last and not resolved.instant:
        context.day = (resolved.anchor, first)
    if first[:2] == last[:2]:
        context.month = (resolved.anchor, first[0], first[1])
    if not resolved.instant and resolved.grain is not Grain.DAY:
        context.stretch = (resolved.anchor, first, last)
