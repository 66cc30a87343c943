"""Years between two times against the two years told: 时隔N年 since 上一次, 教龄N年 since 参加工作."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import after, any_of, before, clause, paragraph, sentence
from factcheck.checks.parts.dates import stated, year
from factcheck.checks.parts.durations import Duration, durations
from factcheck.checks.parts.within import periods_within
from factcheck.model import Grain, Period, Reading, Span
from factcheck.patterns import compiled

_APART = compiled("(?:时隔|阔别|睽违|暌违|相隔|中断|沉寂|等待|等了)(?:了|整整|已有?|近|约)*$")
_LAST = compiled("(?:上(?:一)?[次回届]|前一[次回届]|此前一次|最近一次)(?P<event>[^，,。；;]{0,14})$")
_PLAIN = compiled("(?:[是在于为还到要的]|追溯|举办|举行|办|发生|出现|见面|相见|开街)+")
_SHUT = compiled("[，,。；;、）)]|的?(?:事|时候)|$")
_SINCE = compiled("(?:自|继)[^，,。；;]{0,4}$")
_SINCE_BEHIND = compiled("[^，,。；;]{0,14}?(?:以?后|之后|以来)[，,]")
# 距2023年此次开工已隔37年: from the other year of the sentence to this one.
_LIES = compiled(
    "(?:已经?|早已|也已|整整)(?:隔|有|相隔|过去|过|相距)(?:了|近|约|整整)*$|相隔(?:了|整整|近|约|达)*$|[，,]隔了?$"
)
_FROM = compiled("(?:距离?|离|与|和|同|到)[^，,。；;\\d]{0,2}$")
_FILLED = "(?:已经?|也?已有|有|达到?|长达|满|超过?|为|整整|足有)*"
_TWO = 2
_UNTIL = compiled("(?:到|至|截至)了?$")
_OTHERS = compiled("[；;]|其中|平均|别人|同事|徒弟|妻子|丈夫|儿子|女儿|父亲|母亲")


def check(
    subject: Reading, reading: Reading, *, lengths: Mapping[str, tuple[str, ...]] | None = None
) -> Iterator[Judgement]:
    """Compare years told with the years they lie between; one year more or less is let pass.

    `lengths` are words for years of service (党龄), each with the words beside the year it began in (入党).
    """
    text = reading.article.text
    words = {name: any_of(begun) for name, begun in (lengths or {}).items()}
    for duration in durations(reading.figures, text):
        if duration.unit != "year":
            continue
        ends = _interval(duration, reading) or _lying(duration, reading)
        ends = ends or _service(duration, reading, words)
        if ends is not None:
            yield from _judged(duration, *ends)


_Ends = tuple[Period, Period]


def _interval(duration: Duration, reading: Reading) -> _Ends | None:
    """The year of last time and that of this time, for 时隔N年."""
    text, at = reading.article.text, duration.span
    if not _APART.search(before(text, at.start, 8)):
        return None
    inside, line = sentence(text, at.start), paragraph(text, at.start)
    following = sentence(text, min(inside.end + 1, line.end))
    near = Span(inside.start, max(inside.end, min(following.end, line.end)))
    told = _years(reading, near)
    last = [one for one in told if _is_last(one, text, inside)]
    now = [one for one in told if one not in last and inside.start <= one.span.start < inside.end]
    if len(last) != 1 or len({year(one) for one in now}) != 1:
        return None
    return last[0], now[0]


def _lying(duration: Duration, reading: Reading) -> _Ends | None:
    """The only two years that a sentence tells before how far they lie apart, one of them after 距."""
    text, at = reading.article.text, duration.span
    inside = sentence(text, at.start)
    lies = _LIES.search(text, inside.start, at.start)
    if lies is None:
        return None
    told = _years(reading, Span(inside.start, at.start))
    if len(told) != _TWO or len(_years(reading, inside)) != _TWO:
        return None
    far = "隔" in lies.group()  # 到2005年调离，已有两年没有回来
    led = [found for one in told if (found := _FROM.search(before(text, one.span.start, 4)))]
    if not any(far or found.group()[0] in "距离" for found in led) or _OTHERS.search(
        text, inside.start, at.start
    ):
        return None
    first, last = sorted(told, key=lambda one: year(one) or 0)
    return first, last


def _is_last(period: Period, text: str, inside: Span) -> bool:
    """Whether a date is that of last time; what happened then is left out, or is what is told of now."""
    ahead = before(text, period.span.start, 20)
    last = _LAST.search(ahead)
    behind = _SINCE_BEHIND if last is None else _SHUT
    closed = behind.match(text, period.span.end) is not None
    if last is None:
        return closed and _SINCE.search(ahead) is not None
    event, upto = last.group("event"), min(inside.end, clause(text, period.span.start).start)
    now = text[inside.start : upto]
    same = any(event[at : at + 2] in now for at in range(len(event) - 1))
    return same or (closed and _PLAIN.fullmatch(event) is not None)


def _service(duration: Duration, reading: Reading, words: Mapping[str, re.Pattern[str]]) -> _Ends | None:
    """The year a service began in and the year to which it is counted, both told in its sentence."""
    text, at = reading.article.text, duration.span
    ahead = before(text, at.start, 12)
    name = next((name for name in words if re.search(f"{name}{_FILLED}$", ahead)), None)
    inside = sentence(text, at.start)
    if name is None or _OTHERS.search(text, inside.start, at.start):
        return None
    told = _years(reading, Span(inside.start, at.start))
    begun = [one for one in told if words[name].search(_beside(text, one, at.start))]
    now = [one for one in told if _UNTIL.search(before(text, one.span.start, 4)) and one not in begun]
    return (begun[0], now[0]) if len(begun) == len(now) == 1 and len(told) == 2 else None


def _beside(text: str, period: Period, upto: int) -> str:
    return after(text, period.span.end, min(14, upto - period.span.end)).partition("，")[0]


def _years(reading: Reading, inside: Span) -> Sequence[Period]:
    """The dates of a stretch that name one year, in numbers; or 今年 where the article is dated."""
    dated = stated(reading.article)
    return [
        one
        for one in periods_within(reading, inside)
        if year(one) is not None and (one.part("year") or (dated and one.grain is Grain.YEAR))
    ]


def _judged(duration: Duration, begun: Period, now: Period) -> Iterator[Judgement]:
    first, last = year(begun), year(now)
    if first is None or last is None or last <= first:
        return
    apart = last - first
    spots = Spot("years", duration.span), Spot("first", begun.span), Spot("last", now.span)
    if duration.about(apart):
        yield held(*spots, equation=f"{last} − {first} = {duration.text}")
    else:
        yield conflict(*spots, equation=f"{last} − {first} ≠ {duration.text}", expected=f"{apart}年")
