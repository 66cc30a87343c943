"""How long something is said to be open each day against when it opens and closes (9时开馆, 17时闭馆)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement
from factcheck.checks.duration import judged
from factcheck.checks.parts.around import any_of, either, sentence
from factcheck.checks.parts.durations import Duration, durations
from factcheck.checks.parts.stretches import Ends, Stretch, stretches
from factcheck.checks.parts.within import periods_within
from factcheck.model import Reading
from factcheck.patterns import compiled

_EACH_DAY = (
    "(?:每[天日晚]|全[天日]|日均?|一[天晚]|天天|周末)(?:(?:共|可|要|连续|总|平均|持续|对外|实际|累计)*)"
)
_TIMES = "(?:(?:总?时[间长]|服务|为|达到?|长?达|共|约|近|整整|有|增至|缩短为)*)"
_BREAK = compiled("(?<![不无轮退])休|间歇|扣除|除去|停[运业诊]|中断|[两三]餐|分时段|原来|由原|此前|过去")
# 首班6时，末班22时，间隔16小时: from the first to the last, and not from one to the next.
_APART = (
    "(?P<apart>(?:首[末尾]班?车?|早晚班车?|两者|二者)(?:之间)?(?:间隔|相隔|相距|相差|跨度)"
    "|[，,](?:间隔|相隔|前后|跨度))"
)
_NEXT = compiled("(?:就?有)?一[班趟]|发一?车")
_LEAST_APART = 5 * 60
_ONCE = compiled("全程|单程|单趟|每[趟次场班]")
_NEVER = any_of(())


def check(
    subject: Reading,
    reading: Reading,
    *,
    opens: tuple[str, ...] = (),
    closes: tuple[str, ...] = (),
    daily: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Compare the hours behind 每天 and a word of `daily`, or 首末班间隔, with the clock times beside them.

    `opens` and `closes` are words beside a clock time. A sentence with a break or more times is left alone.
    """
    text = reading.article.text
    hours = compiled(f"(?:{_EACH_DAY}{either(daily)}|{either(daily)}总?时[间长]|{_APART}){_TIMES}$")
    told = [one for one in durations(reading.figures, text) if one.unit == "minute"]
    told = [one for one in told if _all_day(one, hours, text)]
    words = Ends(_NEVER, _NEVER, any_of(opens), any_of(closes))
    known = list(stretches(reading.periods, text, words)) if told else []
    for duration in told:
        yield from judged(duration, _open_hours(duration, known, reading), text)


def _all_day(duration: Duration, hours: re.Pattern[str], text: str) -> bool:
    """Whether it says how long something is open each day, with no break told of."""
    at = duration.span.start
    inside = sentence(text, at)
    told = hours.search(text, max(inside.start, at - 18), at)
    if _ONCE.search(text, max(inside.start, at - 18), at):
        return False
    if told is not None and told.group("apart") and not _first_to_last(duration, text):
        return False
    return told is not None and not _BREAK.search(text, inside.start, inside.end)


def _first_to_last(duration: Duration, text: str) -> bool:
    """Whether a length said between two of a line may be that between the first and the last of a day."""
    least = duration.interval.bottom
    long = least is not None and least >= _LEAST_APART
    return long and _NEXT.match(text, duration.span.end) is None


def _open_hours(duration: Duration, known: Sequence[Stretch], reading: Reading) -> list[Stretch]:
    """The one stretch by the clock told in its sentence; none when other clock times are."""
    inside = sentence(reading.article.text, duration.span.start)
    told = [one for one in known if one.minutes is not None and inside.start <= one.start < inside.end]
    clocks = [one for one in periods_within(reading, inside) if one.part("hour") is not None]
    alone = len(told) == 1 and len(told[0].spans) == len(clocks)
    return told if alone and (told[0].daily or len(clocks) == 1) else []
