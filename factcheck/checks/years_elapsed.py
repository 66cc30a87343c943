"""Years that something has gone on, up to a year the text names: 1998年建厂时…。到2023年，企业走过整整25年.

The years must lie between two of the years of the paragraph, whichever these are; where they lie between
no two, the years or one of the dates is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import any_of, either, in_clause, paragraph, sentence
from factcheck.checks.parts.dates import stated, year
from factcheck.checks.parts.durations import Duration, durations
from factcheck.checks.parts.within import periods_within
from factcheck.model import Period, Reading, Span
from factcheck.patterns import compiled

_FILLED = "(?:已经|已|整整|足足|正好|刚好|风雨|满|了|过|有|长达|达|将近|近|约)*"
_SHUT = compiled(r"(?:整|的?时间|的?历史|光阴|历程|风雨|春秋|之久|了)*(?:[，。；！？、）)”\n]|$)")
_LOOSE = compiled(
    "其中|其间|期间|每|前|后|头|第|间断|断断续续|不到|超过|多|余|再|未来|另|先后|平均|人均|最|设计|计划|预计|可|将|规定|约定|合同|期限|[他她其](?:的|父|母)|徒"
)
_BESIDE = compiled("其中|其间|期间|每|前|后|头|第|断断续续|累计|先后|平均|最|又|再|未来|另|可|预计")
_NOW = compiled("如今|今年|今日|现在|眼下|迄今|至今")
_UPTO = compiled("(?:到|至|截至)[^，。]{0,3}$")
_FROM = compiled("(?:[于自从]|[，,]即)$")
_ROOM, _LEAST, _TWO, _MANY = 14, 3, 2, 20


def check(
    subject: Reading,
    reading: Reading,
    *,
    begun: tuple[str, ...] = (),
    whole: tuple[str, ...] = (),
    served: tuple[str, ...] = (),
    gone: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Compare years behind a word of `whole` (走过) with the years of the paragraph, of `served` (守了) with
    the two years of the sentence; a word of `begun` stands by the first. Years behind one of `gone` (潜逃)
    lie between the only two years of their paragraph.
    """
    text = reading.article.text
    words, lost = any_of(begun), compiled(either(gone) + _FILLED + "$")
    ways = [
        (compiled(either(each) + _FILLED + "$"), near)
        for each, near in ((whole, paragraph), (served, sentence))
    ]
    for duration in durations(reading.figures, text):
        at = duration.span.start
        inside = sentence(text, at)
        if gone and duration.unit == "year" and lost.search(text, max(0, at - _ROOM), at):
            yield from _gone(reading, duration)
            continue
        if duration.unit != "year" or not _SHUT.match(text, duration.span.end):
            continue
        start = max(inside.start, at - _ROOM)
        if _LOOSE.search(in_clause(text[start:at][::-1])[::-1]):
            continue
        for cue, near in ways:
            if cue.search(text, start, at):
                yield from _judged(reading, duration, near(text, at), words, alone=near is sentence)
                break


def _gone(reading: Reading, duration: Duration) -> Iterator[Judgement]:
    """潜逃27年 against the only two years that the paragraph tells."""
    text = reading.article.text
    at = duration.span.start
    line = paragraph(text, at)
    if _BESIDE.search(in_clause(text[max(line.start, at - _ROOM) : at][::-1])[::-1]):
        return
    told = [one for one in periods_within(reading, line) if year(one) is not None]
    known = sorted({named for one in told if (named := year(one)) is not None})
    if len(known) != _TWO or any(one.span.start > duration.span.end for one in told):
        return
    first, last = (next(one for one in told if year(one) == named) for named in known)
    apart = known[1] - known[0]
    spots = Spot("years", duration.span), Spot("start", first.span), Spot("until", last.span)
    if duration.about(apart):
        yield held(*spots, equation=f"{known[1]} − {known[0]} = {duration.text}")
    elif apart >= _LEAST and first.part("year"):
        equation = f"{known[1]} − {known[0]} ≠ {duration.text}"
        yield conflict(*spots, equation=equation, expected=f"{apart}年", now=str(known[1]))


def _judged(
    reading: Reading, duration: Duration, line: Span, begun: re.Pattern[str], *, alone: bool
) -> Iterator[Judgement]:
    text, at = reading.article.text, duration.span.start
    told = [one for one in periods_within(reading, Span(line.start, line.end)) if year(one) is not None]
    ahead = [one for one in told if one.span.start < at]
    starts = [one for one in ahead if _begins(one, text, at, begun)]
    now = _now(reading, starts, [one for one in ahead if one not in starts], at)
    if (
        not starts
        or now is None
        or (alone and (len(told) > len(ahead) or len(starts) != 1 or len(ahead) != _TWO))
    ):
        return
    first = next((one for one in starts if duration.about(now[0] - (year(one) or 0))), None)
    if first is not None:
        spots = Spot("years", duration.span), Spot("start", first.span), *now[1]
        yield held(*spots, equation=f"{now[0]} − {year(first)} = {duration.text}")
    line = paragraph(text, at)
    if first is not None or _explained(duration, periods_within(reading, line), now[0]):
        return
    first = starts[-1]
    apart = now[0] - (year(first) or 0)
    if apart >= _LEAST:
        yield conflict(
            Spot("years", duration.span),
            Spot("start", first.span),
            *now[1],
            equation=f"{now[0]} − {year(first)} ≠ {duration.text}",
            expected=f"{apart}年",
            now=str(now[0]),
        )


def _begins(period: Period, text: str, at: int, begun: re.Pattern[str]) -> bool:
    """Whether something begins in the year: 1998年建厂, 创立于2003年."""
    behind = period.text + in_clause(text[period.span.end : min(at, period.span.end + 16)])
    ahead = text[max(0, period.span.start - 6) : period.span.start]
    late = _UPTO.search(ahead) is not None
    return not late and (
        begun.search(behind) is not None
        or (
            _FROM.search(ahead) is not None
            and begun.search(text[max(0, period.span.start - 16) : period.span.start] + behind) is not None
        )
    )


def _now(
    reading: Reading, starts: Sequence[Period], later: Sequence[Period], at: int
) -> tuple[int, tuple[Spot, ...]] | None:
    """The year up to which is counted: the last one told before, or the article's own by 如今."""
    text = reading.article.text
    inside = sentence(text, at)
    near = (
        [one for one in later if one.span.start >= inside.start] or list(later) or _soon(reading, starts, at)
    )
    if near:
        named = year(near[-1]) if near[-1].part("year") else None
        return (named, (Spot("until", near[-1].span),)) if named is not None else None
    if any(one.span.start >= inside.start for one in starts):
        return None  # told in one sentence: 2003年进厂，至今已有22年
    given = reading.article.published
    if given is not None and stated(reading.article) and _NOW.search(text, inside.start, at):
        return given.year, ()
    return None


def _soon(reading: Reading, starts: Sequence[Period], at: int) -> list[Period]:
    """The one year behind the number in its sentence: 已走过8个年头，2024年…."""
    text, inside = reading.article.text, sentence(reading.article.text, at)
    shut = text.find("；", at, inside.end)  # 服役了69年；2009年改为步行桥: of what came after
    behind = periods_within(reading, Span(at, inside.end if shut < 0 else shut))
    behind = [one for one in behind if one.part("year")]
    begun = any(one.span.start >= inside.start for one in starts)
    return behind if len(behind) == 1 and begun else []


def _explained(duration: Duration, told: Sequence[Period], now: int) -> bool:
    """Whether the years may lie between any two of those told, or up to now a year more or less."""
    known = sorted({named for one in told if (named := year(one)) is not None} | {now})
    if len(known) > _MANY:
        return True
    between = duration.means([Fraction(late - early) for early, late in combinations(known, 2)])
    return between or any(duration.about(now - early) for early in known if early < now)
