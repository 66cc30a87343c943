"""From a phrase to a period: which days were meant."""

from __future__ import annotations

from factcheck import calendar
from factcheck.model import Anchor, Grain, Period, Span
from factcheck.model.period import Day
from factcheck.periods.bounds import grain_of, set_bounds
from factcheck.periods.context import Context, Resolved
from factcheck.periods.inference import year_of
from factcheck.periods.phrase import Base, Edge, Phrase
from factcheck.periods.special import special

_RELATIVE = frozenset({"day", "week"})


def period(phrase: Phrase, printed: str, context: Context) -> Period | None:
    """What `phrase` means where `context` stands; `None` when it is a length and no date here.

    `printed` is the text as printed, in which the spans are.
    """
    context.enter(phrase.start)
    resolved = _phrase(phrase, context)
    if resolved is None:
        return None
    if phrase.until is not None:
        resolved = _stretch(phrase, phrase.until, resolved, context)
    _clock(phrase, resolved)
    _surroundings(phrase, resolved, context)
    _remember(phrase, resolved, context)
    return Period(
        Span(phrase.start, phrase.end),
        printed[phrase.start : phrase.end],
        resolved.grain,
        resolved.anchor,
        resolved.first,
        resolved.last,
        resolved.instant,
        frozenset(resolved.form),
        tuple(phrase.said),
    )


def _phrase(phrase: Phrase, context: Context) -> Resolved | None:
    if phrase.whole or phrase.part in _RELATIVE:
        return special(phrase, context)
    if phrase.clock and not (
        phrase.year_base is not Base.CALENDAR or phrase.year or phrase.months or phrase.days
    ):
        return _bare_clock(context)
    resolved = Resolved(grain_of(phrase))
    year = year_of(phrase, context, resolved)
    if year is not None:
        resolved.anchor = year[0]
        set_bounds(phrase, year[1], resolved)
    return resolved


def _bare_clock(context: Context) -> Resolved:
    """15时 alone is on the day this sentence speaks of, when it named one."""
    resolved = Resolved(Grain.TIME)
    if context.day is not None and context.day_sentence == context.sentence:
        resolved.anchor, resolved.first = context.day
        resolved.last = resolved.first
    return resolved


def _stretch(phrase: Phrase, last: Phrase, first: Resolved, context: Context) -> Resolved:
    """A stretch of two ends; the second takes what it does not name from the first."""
    if phrase.clock and last.clock and last.days is None and last.part != "day":
        phrase.said += [(f"end-{name}", value) for name, value in last.said]
        return first
    if "bare-weekday" in last.flags and phrase.part == "week":
        if "bare-weekday" in phrase.flags:
            return Resolved(Grain.SPAN, form={"recurring"})
        last.week, last.day_base = phrase.week, phrase.day_base
        last.flags.discard("bare-weekday")
    year = context.year
    inherits = last.year is None and last.year_base is Base.CALENDAR and last.month_base is Base.CALENDAR
    if first.first is not None:
        context.topic = first.anchor, first.first[0]
        context.day = first.anchor, first.first
        if inherits and not last.whole and first.anchor is Anchor.ABSOLUTE:
            last.year = first.first[0]
        if last.months is None and last.days is not None:
            last.months = (first.first[1], first.first[1])
    resolved = _phrase(last, context) or Resolved(Grain.SPAN)
    phrase.said += [(f"end-{name}", value) for name, value in last.said]
    whole = _ends(first, resolved, inherits=inherits)
    if whole.first and whole.last and whole.first[0] != whole.last[0]:
        context.year = None if phrase.year is not None else year
    return whole


def _ends(first: Resolved, last: Resolved, *, inherits: bool) -> Resolved:
    """One stretch from the first day of `first` to the last of `last`."""
    form = first.form | (last.form - {"year-inferred", "month-inferred"})
    whole = Resolved(Grain.SPAN, first.anchor, form=form)
    if "impossible" in form or first.first is None or last.last is None:
        return whole
    end = last.last
    if end < first.first and inherits and last.anchor is first.anchor:
        end = calendar.add_years(end, 1)
    if last.anchor is not first.anchor or end < first.first:
        form.add("reversed")
        return whole
    whole.first, whole.last = first.first, end
    return whole


def _clock(phrase: Phrase, resolved: Resolved) -> None:
    """A time of day makes the grain finer; 25时 and 8时75分 do not exist."""
    if not phrase.clock:
        return
    if resolved.first == resolved.last:
        resolved.grain = Grain.TIME
    said = dict(phrase.said)
    for end in ("", "end-"):
        hour, minute = int(said.get(f"{end}hour", "0")), int(said.get(f"{end}minute", "0"))
        if hour > 24 or minute > 59 or (hour == 24 and minute):
            resolved.form.add("impossible")
            resolved.first = resolved.last = None


def _surroundings(phrase: Phrase, resolved: Resolved, context: Context) -> None:
    """What 截至, 以来, 以前, 起 and 左右 around the date make of it."""
    flags = phrase.flags
    if "approximate" in flags or "about" in flags:
        resolved.form.add("approximate")
    resolved.form |= flags & {"reign", "arabic"}
    if resolved.first is None:
        return
    if "as-of" in flags and resolved.last is not None:
        resolved.first, resolved.instant = resolved.last, True
    elif "since" in flags:
        _since(resolved, resolved.first, context)
    elif "before" in flags:
        resolved.form.add("open-start")
        deadline = resolved.grain in (Grain.DAY, Grain.TIME)
        resolved.first = resolved.first if deadline else None
    elif "after" in flags:
        resolved.form.add("open-end")
        resolved.last = None


def _since(resolved: Resolved, first: Day, context: Context) -> None:
    """2020年以来 reaches to the article's day, when that is known and later."""
    today = context.today() if resolved.anchor is Anchor.ABSOLUTE else None
    resolved.form.add("open-end")
    resolved.grain, resolved.instant = Grain.SPAN, False
    resolved.last = today if today is not None and today >= first else None


def _remember(phrase: Phrase, resolved: Resolved, context: Context) -> None:
    """Keep what later dates refer back to; bases of comparison and 上年 are no topic."""
    first, last = resolved.first, resolved.last
    if first is None or last is None:
        return
    by_name = "festival" in resolved.form and context.day_sentence == context.sentence
    if first == last and not resolved.instant and not by_name:
        context.day, context.day_sentence = (resolved.anchor, first), context.sentence
    spoken = not resolved.instant or _at_its_end(phrase, context)
    if first[:2] == last[:2] and spoken and not context.outdone(phrase.start):
        context.month = (resolved.anchor, first[0], first[1])
        if "month-inferred" not in resolved.form:
            context.month_sentence = context.sentence
    if phrase.year_base is Base.TOPIC or phrase.whole == "same" or context.compared(phrase.start):
        return
    context.topic = (resolved.anchor, last[0])
    if not resolved.instant and resolved.grain not in (Grain.DAY, Grain.TIME):
        context.stretch = (resolved.grain, resolved.anchor, first, last)


def _at_its_end(phrase: Phrase, context: Context) -> bool:
    """9月末，存款余额11.2万亿元。当月增加620亿元: a month of which the end is told, no base of comparison."""
    return phrase.edge is Edge.END and phrase.months is not None and not context.compared(phrase.start)
