"""Stretches of time as an article writes them, and how long a reader may fairly call them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from factcheck import calendar
from factcheck.checks.parts.around import before, clause, sentence
from factcheck.checks.parts.dates import said
from factcheck.model import Anchor, Period, Span
from factcheck.model.period import Day
from factcheck.patterns import compiled
from factcheck.records import dataclass

_FROM = compiled(r"(?:从|自|由)[^，。]{0,4}$")
_UNTIL = compiled(r"[至到—]|截止|为止")
_LABEL = compiled(r"[^，,；;。]{2,8}(?:时间|时刻|日期)(?:定?[为是在于]|[:：])?$")
_STOP = compiled(r"[。！？\n]")
_BOTH = compiled(r"(?:首末班|早晚班|起止|首、末班|开闭馆|开关门)[^，。；]{0,6}分别[为是在]$")
_DAY = 24 * 60
_ALL_BUT = Fraction(29, 30)  # 3月1日至5月31日 is 三个月, or 两个多月 in loose words, and never 两个月
_HALF_MONTH = 13  # days beyond whole months that may be called one more
_NOON = 12 * 60  # minutes from midnight
_KINDS = (("hour", "clock"), ("day", "day"), ("month", "month"), ("year", "year"))
_UNDATED = frozenset({"impossible", "holiday"})
_NO_DAYS = frozenset({"lunar", "festival"})
_DAILY = frozenset({"day", "clock"})
_OPEN = frozenset({"open-start", "open-end", "impossible", "holiday", "approximate"})

_Days = tuple[Day | None, Day | None]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Two ends of a stretch, as written in one period or in two.

    Attributes:
        spans: where its ends stand; one span when they are one expression.
        first: its first day, `None` for clock times without dates.
        last: its last day, `None` for clock times without dates.
        minutes: how long it is by the clock, `None` for days.
        kind: what its ends are named by: `clock`, `day`, `month` or `year`.
        anchor: what its years count from.
        daily: its ends are when something opens and closes.
    """

    spans: tuple[Span, ...]
    kind: str
    first: Day | None = None
    last: Day | None = None
    minutes: int | None = None
    anchor: Anchor = Anchor.ABSOLUTE
    daily: bool = False

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.spans[-1].end

    def lengths(self, unit: str) -> frozenset[Fraction]:
        """How many `unit` it may fairly be said to last; empty when that cannot be told."""
        if unit == "minute":
            return frozenset() if self.minutes is None else frozenset({Fraction(self.minutes)})
        if self.first is None or self.last is None:
            return frozenset()
        counted = _COUNTED.get(unit)
        return frozenset(map(Fraction, counted(self, self.first, self.last))) if counted else frozenset()

    def _days(self, first: Day, last: Day) -> set[int]:
        if self.kind not in _DAILY:
            return set()
        count = calendar.length(first, last)
        return {count, count - 1}

    def _nights(self, first: Day, last: Day) -> set[int]:
        return {calendar.length(first, last) - 1} if self.kind in _DAILY else set()

    def _weeks(self, first: Day, last: Day) -> set[int]:
        days = calendar.length(first, last)
        return {days // 7, (days + 3) // 7, (days + 6) // 7} if self.kind in _DAILY else set()

    def _months(self, first: Day, last: Day) -> set[int] | set[Fraction]:
        between = (last[0] - first[0]) * 12 + last[1] - first[1]
        if self._is_whole(first, last):
            return {Fraction(between + 1), between + _ALL_BUT}
        if self.kind == "month":
            return {between, between + 1}
        if self.kind in _DAILY:
            over = last[2] - first[2]
            return {between - (over < -1), between, between + (over >= _HALF_MONTH)}
        return set()

    def _is_whole(self, first: Day, last: Day) -> bool:
        """Whether it runs from the first day of a month to the last of one."""
        return self.kind in _DAILY and first[2] == 1 and calendar.is_month_end(last)

    def _years(self, first: Day, last: Day) -> set[int] | set[Fraction]:
        between = last[0] - first[0]
        if self.kind == "year":
            return {between, between + 1}
        months = between * 12 + last[1] - first[1]
        if self._is_whole(first, last) and (months + 1) % 12 == 0:
            return {Fraction((months + 1) // 12), (months + 1) // 12 - 1 + _ALL_BUT}
        return {months // 12, (months + 1) // 12, (months + 3) // 12}

    def _workdays(self, first: Day, last: Day) -> set[int]:
        if self.kind not in _DAILY or self.anchor is not Anchor.ABSOLUTE or calendar.length(first, last) > 60:
            return set()
        start, length = calendar.weekday(first), calendar.length(first, last)
        days = sum((start + step - 1) % 7 < 5 for step in range(length))
        return set(range(max(days - 7, 0), min(days + 2, length) + 1))


_COUNTED = {
    "day": Stretch._days,
    "night": Stretch._nights,
    "week": Stretch._weeks,
    "month": Stretch._months,
    "year": Stretch._years,
    "workday": Stretch._workdays,
}


@dataclass(frozen=True, slots=True)
class Ends:
    """Words that begin something behind its first date, and that end it behind its last.

    `opens` and `closes` are those that stand on either side of a clock time (首班车6时, 17时闭馆).
    """

    starts: re.Pattern[str]
    ends: re.Pattern[str]
    opens: re.Pattern[str] | None = None
    closes: re.Pattern[str] | None = None


def stretches(periods: Sequence[Period], text: str, words: Ends) -> Iterator[Stretch]:
    """The stretches written in one period, and in two that words make the ends of one thing."""
    plain = [period for period in periods if not period.form & _NO_DAYS]
    for period in plain:
        if _has_ends(period):
            yield from _single(period)
    kinds = [kind_of(period) for period in plain]
    upto = {one.span.start: other.span.start for one, other in pairwise(plain)}
    for kind in ("clock", "day", "month", "year"):
        for first, last in _following(plain, kinds, kind):
            daily = kind == "clock" and _daily(first, last, text, words)
            if daily or _joined(first, last, text, words, upto.get(last.span.start, len(text))):
                yield from (replace(one, daily=daily) for one in pair(first, last, kind))


def _following(plain: Sequence[Period], kinds: Sequence[str], kind: str) -> Iterator[tuple[Period, Period]]:
    """Dates of a kind that follow each other; a day with a clock time may be one end of days."""
    mixed = [
        period
        for period, own in zip(plain, kinds, strict=True)
        if own == kind or (kind == "day" and own == "clock" and period.part("day") is not None)
    ]
    timed = [kind == "day" and period.part("hour") is not None for period in mixed]
    for place, pair in enumerate(pairwise(mixed)):
        if not (timed[place] and timed[place + 1]):
            yield pair


def _daily(first: Period, last: Period, text: str, words: Ends) -> bool:
    """Whether two clock times of one sentence are when something opens and closes."""
    if words.opens is None or words.closes is None:
        return False
    between = text[first.span.end : last.span.start]
    if between in ("和", "、", "与") and _BOTH.search(before(text, first.span.start, 12)):
        return True
    return (
        _STOP.search(between) is None
        and words.opens.search(_beside(text, first)) is not None
        and words.closes.search(_beside(text, last)) is not None
    )


def _beside(text: str, period: Period) -> str:
    """The words on either side of a date in its clause."""
    start, end = period.span.start, period.span.end
    first, last = clause(text, start).start, clause(text, end).end
    return text[max(first, start - 8) : start] + " " + text[end : min(end + 8, last)]


def kind_of(period: Period) -> str:
    """What a single date is named by; empty when it is a stretch of its own or unknown."""
    if _has_ends(period) or period.form & _UNDATED:
        return ""
    names = [name for name, _ in period.said]
    for name, kind in _KINDS:
        if name in names:
            return kind
    return ""


def _has_ends(period: Period) -> bool:
    """Whether both ends of a stretch are written in it."""
    for name, _ in period.said:  # noqa: SIM110  (a loop is faster, and this is asked of every date)
        if name.startswith("end-"):
            return True
    return False


def _single(period: Period) -> Iterator[Stretch]:
    if period.form & _OPEN:
        return
    days = (period.first, period.last) if period.part("end-day") else None
    minutes = _between(clock_minute(period), clock_minute(period, "end-"), days)
    if minutes is not None:
        first, last = _reached(days, clock_minute(period, "end-"))
        yield Stretch((period.span,), "clock", first, last, minutes, period.anchor)
    elif period.first is not None and period.last is not None:
        kind = "day" if period.part("day") else "month" if period.part("month") else "year"
        yield Stretch((period.span,), kind, period.first, period.last, anchor=period.anchor)


def _reached(days: _Days | None, until: int | None) -> _Days:
    """The first and last day of a stretch that ends at a time of day: at 0时 the day before was its last."""
    if days is None or days[0] is None or days[1] is None:
        return None, None
    return days[0], days[1] if until else calendar.add_days(days[1], -1)


# 比规定的30分钟接警到场时限快8分钟: what is allowed did not begin there.
_ALLOWED = compiled(
    "[，,]比[^，,。；;]*[快慢早晚多少短长省前](?:了|近|约)*[^，,。；;]{1,8}|[\u4e00-\u9fff]{2,5}(?:时限|时效)"
)
# 8月15日开幕，持续到8月24日; 一直办到明年2月25日.
_LASTS = compiled("(?:持续|延续|一直|展期?|开放|进行|举办|展出|办|开)[到至]$")


def _joined(first: Period, last: Period, text: str, words: Ends, upto: int) -> bool:
    """Whether the words around two dates make them the two ends of one thing."""
    between = text[first.span.end : last.span.start]
    if "\n" in between or len(between) > 60 or ("；" in between and kind_of(first) == "clock"):
        return False
    if "。" not in between and _FROM.search(before(text, first.span.start, 8)) and _UNTIL.search(between):
        return True
    if words.starts.search(_ALLOWED.sub("", between)) is None:
        return False
    if _LASTS.search(between):
        return True
    label = _LABEL.search(between)
    following = text[last.span.end : min(sentence(text, last.span.end).end, upto)][:24]
    return words.ends.search(label.group() if label else following) is not None


def pair(first: Period, last: Period, kind: str) -> Iterator[Stretch]:
    """The stretch from one date to another of a kind: of days, and by the clock where both tell it."""
    spans = (first.span, last.span)
    dated = first.part("day") is not None and last.part("day") is not None
    days = (first.first, last.first) if dated and first.anchor is last.anchor else None
    until = clock_minute(last) if dated else _that_evening(first, last)
    minutes = _between(clock_minute(first), until, days)
    if kind == "clock" and minutes is not None:
        yield Stretch(spans, "clock", *_reached(days, until), minutes, first.anchor)
    if kind == "clock" or first.first is None or last.last is None or first.anchor is not last.anchor:
        return
    if first.first <= last.last:
        yield Stretch(spans, kind, first.first, last.last, anchor=first.anchor)


def _that_evening(first: Period, last: Period) -> int | None:
    """晚上7时开始，9时30分结束: the end is of the same evening, where it says nothing else and can be."""
    start, until = clock_minute(first), clock_minute(last)
    if start is None or until is None or last.part("daypart") or last.part("day") or until >= _NOON:
        return until
    return until + _NOON if start >= _NOON and until + _NOON > start else until


def clock_minute(period: Period, prefix: str = "") -> int | None:
    """The minutes from midnight to a clock time, or to its end by `prefix`; `None` without any."""
    hour, minute = said(period, f"{prefix}hour"), said(period, f"{prefix}minute") or 0
    if hour is None or hour > 24 or minute > 59:
        return None
    late = (period.part(f"{prefix}daypart") or period.part("daypart") or "")[:1] in "下晚傍午" and hour < 12
    return (hour + 12 * (late and bool(period.part("daypart")))) * 60 + minute


def _between(first: int | None, last: int | None, days: _Days | None) -> int | None:
    """Minutes between two clock times: over the days between, else over midnight when the last is earlier."""
    if first is None or last is None:
        return None
    if days is not None:
        if days[0] is None or days[1] is None:
            return None
        apart = calendar.days_between(days[0], days[1]) * _DAY + last - first
        return apart if apart > 0 else None
    return last - first if last > first else last - first + _DAY
