"""Hours that go by on every one of several days: 每周5天，每天9时至17时，合计40小时."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks.parts.around import sentence
from factcheck.checks.parts.durations import Duration
from factcheck.checks.parts.stretches import Stretch
from factcheck.model import Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_EACH = compiled("每个?(?:[天日晚场次节课期班]|工作日)|天天|(?:周|星期)[一二三四五六日]")
_ONE = compiled(r"(?:每个?(?:[天日晚夜]|工作日)|日均|一[天日晚]|单日)[^，,。；;\d]{0,6}$")
_WEEKDAYS = compiled("(?:周|星期)([一二三四五六日])[至到—](?:周|星期)?([一二三四五六日])")
_ALL_WEEK = compiled(r"全周|(?:每|一|整个?)(?:周|星期)[^，,。；;\d]{0,6}$")
_BREAK = compiled(
    "(?<![不无])休|间歇|扣除|[停闭逢隔]|换班|班倒|倒班|每班|轮[流班换值]|中断|[两三]餐|除|另|每[人位名]|人均"
)
_LONGER = compiled(r"(?:[全每半一][个]?[年月]|季度?|暑假|寒假|[暑寒]期)[^，,。；;\d]{0,6}$")
_CHANGED = compiled("(?:[多少]|增加|减少|增至|延长|缩短|比|较|第|前|后)(?:了|出|到|至)?$")
_ORDER = "一二三四五六日"
_DAY, _WEEK = 24 * 60, 7


@dataclass(frozen=True, slots=True)
class Daily:
    """How long something lasts over several days.

    Attributes:
        minutes: how long it lasts on one of them.
        days: how many there are.
        told: where that is said.
        fits: the length told is that of so many days.
        sure: nothing else was told that would change it.
    """

    minutes: int
    days: int
    told: Span
    fits: bool
    sure: bool


def daily(
    duration: Duration,
    hours: Sequence[Stretch],
    found: Sequence[Duration],
    known: Sequence[Stretch],
    text: str,
) -> Sequence[Daily] | None:
    """What a length says of the clock times `hours` over the days told in its sentence, the likeliest first.

    `None` where it is, or may be, that of one day; empty where it is that of several that are not told.
    """
    minutes, here = sum(one.minutes or 0 for one in hours), sentence(text, duration.span.start)
    dated = any(one.kind != "clock" or one.first is not None for one in hours)
    lead = text[here.start : duration.span.start]
    if duration.unit != "minute" or not minutes or dated or _ONE.search(lead):
        return None
    if duration.means([Fraction(minutes)]):
        return None
    inside = [one for one in found if here.start <= one.span.start < duration.span.start]
    told = [*_counted(inside, text), *_dated(known, here), *_named(lead, here.start)]
    weeks = [one for one in inside if one.unit in ("week", "month", "year")]
    plain = not weeks and not _BREAK.search(lead) and not _LONGER.search(lead)
    sure = plain and len({days for days, _ in told}) == 1
    lengths = [(days, span, duration.means([Fraction(minutes * days)])) for days, span in told]
    fitting = [Daily(minutes, days, span, fits=fits, sure=sure) for days, span, fits in lengths if fits]
    if fitting:
        return fitting
    if not _EACH.search(text, here.start, hours[0].start):
        return None
    if sure and _nearer(duration, minutes, told[0][0]):
        return [Daily(minutes, days, span, fits=False, sure=sure) for days, span, _ in lengths]
    return [] if (told and not sure) or _of_several(duration, minutes) else None


def _nearer(duration: Duration, minutes: int, days: int) -> bool:
    """Whether a length is rather that of the days told than of one."""
    said = duration.interval.middle or Fraction(0)
    return said > _DAY or abs(said - minutes * days) < abs(said - minutes)


def _of_several(duration: Duration, minutes: int) -> bool:
    """Whether a length is that of several days: longer than one, or so many times the hours of one."""
    said = duration.interval.middle or Fraction(0)
    return said > _DAY or (said > minutes and (said / minutes).denominator == 1)


def _counted(inside: Sequence[Duration], text: str) -> Iterator[tuple[int, Span]]:
    """The days that were counted: 每周5天."""
    for one in inside:
        count = one.interval.middle or 0
        if one.unit == "day" and count > 1 and not _CHANGED.search(text, one.span.start - 4, one.span.start):
            yield int(count), one.span


def _dated(known: Sequence[Stretch], here: Span) -> Iterator[tuple[int, Span]]:
    """The days from the first to the last: 7月1日至5日."""
    for one in known:
        lengths = one.lengths("day") if here.start <= one.start < here.end and one.kind == "day" else ()
        if lengths:
            yield int(max(lengths)), one.spans[0]


def _named(lead: str, start: int) -> Iterator[tuple[int, Span]]:
    """The days of the week: 周一至周五, 全周."""
    for found in _WEEKDAYS.finditer(lead):
        first, last = (_ORDER.index(name) for name in found.groups())
        yield (last - first) % _WEEK + 1, Span(start + found.start(), start + found.end())
    week = _ALL_WEEK.search(lead)
    if week is not None:
        yield _WEEK, Span(start + week.start(), start + week.end())
