"""How many years something has gone on up to this year: 2003年进厂，到今年已干了22年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import any_of, before, clause, either, in_clause, sentence, with_last
from factcheck.checks.parts.dates import guessed, year
from factcheck.checks.parts.durations import Duration, durations
from factcheck.checks.parts.within import periods_within
from factcheck.model import Period, Reading, Span
from factcheck.patterns import compiled

_SHUT = compiled(r"(?:整|的?时间|的?历史|光阴|了|之久)*(?:[，。；！？、\n”]|$)")
_INNER = compiled("其中|其间|期间|前后|每|近|约|前|后|头|第|间断|断断续续|不到|超过|多|余")
_PLAIN = "[，,]?(?:约|大约|[他她它这]|已经?|整整|足足|满|有|是|就|也|都|走过了?|度过了?|了)*"
# 打了50年*交道*, 站了37年; but what was 租了50年 or 签了50年 lies ahead.
_SPENT = compiled("(?<![租签判包贷借买批定订押])了(?:整整|足足|将近|近|快)?$")
_ENDED = compiled("(?:后|之后|停[用产业止走运办]|退役|关闭|拆除)[，,]")
_DOING = compiled("的?[\u4e00-\u9fff]{0,3}(?:[，。；！？、\n”]|$)")
# 1990年进厂，…。算到今年，他已经在厂里干了35年: the same one goes on.
_ERA = compiled("于(?:公元|[\u4e00-\u9fff]{3,10}年[（(](?:即|公元)*)$")  # 栽于南宋绍兴十二年（公元1142年）
_AGAIN = "(?:这样|这么|屈指|掐指|仔细)?(?:一?算)?"
_STILL = "(?:[他她它]们?|这[位个只头棵座条家名]?)?(?:已经?|就|也|都|整整|足足)*(?:在[^，。；、]{1,5}?)?"
_YEARS_ON = compiled("(?:之?后)的?(?:今[天日年]|现在)")  # 1953年挂牌。62年后的今天
_ROOM = 12
_LATER = 8  # years by which an article may be later than the latest day it tells of


def check(
    subject: Reading,
    reading: Reading,
    *,
    begun: tuple[str, ...] = (),
    now: tuple[str, ...] = (),
    lasts: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Compare the years with the only year of the sentence, which a word of `begun` follows.

    A word of `now` must say that it goes on until today, and lead to the years by a word of `lasts` or none.
    Without one it may be over, and the years (打了50年交道) are only too many.
    """
    given, text = reading.article.published, reading.article.text
    if given is None or not any_of((*begun, *now)).search(text):
        return
    link = compiled(f"{either(now)}(?:{_PLAIN}|[，,]?[^，。；]{{0,8}}{either(lasts)}{_PLAIN})$")
    carried = compiled(f"{_AGAIN}{either(now)}[，,]?{_STILL}(?:{either(lasts)}{_PLAIN})?")
    for duration in durations(reading.figures, text):
        at = duration.span
        inside = sentence(text, at.start)
        if duration.unit != "year" or _loose(text, at.start):
            continue
        on = _YEARS_ON.match(text, at.end) is not None and not in_clause(text[at.start - 1 : at.start])
        lasting = on or (_SHUT.match(text, at.end) and link.search(text, inside.start, at.start))
        if not lasting and not (_SPENT.search(text, inside.start, at.start) and _DOING.match(text, at.end)):
            continue
        told = [one for one in periods_within(reading, Span(inside.start, at.start)) if one.part("year")]
        if not told and lasting and (on or carried.fullmatch(text, inside.start, at.start)):
            told = _begun_before(reading, inside, any_of(begun))
        if not lasting and told and _ENDED.search(text, told[0].span.end, at.start):
            continue  # 2004年新桥建成后，旧桥停用，此前站了69年
        if len(told) == 1 and _begins(told[0], at.start, text, any_of(begun)):
            later = _LATER if guessed(reading.article) else 1
            yield from _judged(duration, told[0], given.year, later, over=not lasting)


def _begun_before(reading: Reading, inside: Span, begun: re.Pattern[str]) -> list[Period]:
    """The only year of the sentence before that begins something; none where several may."""
    text = reading.article.text
    ahead = Span(with_last(text, inside.start).start, inside.start)
    told = [one for one in periods_within(reading, ahead) if one.part("year")]
    starts = [one for one in told if _begins(one, ahead.end, text, begun)]
    return starts if len(starts) == 1 and starts[0] is told[-1] else []


def _begins(start: Period, at: int, text: str, begun: re.Pattern[str]) -> bool:
    """Whether a word behind a year begins something (2003年进厂), or one before it (建于1092年)."""
    if begun.search(in_clause(text[start.span.end : at].lstrip("，,"))):
        return True
    ahead = _ERA.sub("于", before(text, start.span.start, 16))
    return ahead.endswith("于") and ("建" in ahead or begun.search(ahead) is not None)


def _loose(text: str, at: int) -> bool:
    """Whether the clause before says that it is a part, or about so many."""
    return _INNER.search(text, max(clause(text, at).start, at - _ROOM), at) is not None


def _judged(
    duration: Duration, start: Period, now: int, later: int, *, over: bool = False
) -> Iterator[Judgement]:
    """Both ways of counting are fair: full years, and years begun; `now` may be `later` years on.

    What may be `over` by now lasted for any number of years up to these.
    """
    first = year(start)
    if first is None or first >= now:
        return
    if over and (duration.interval.bottom or 0) <= now - first + later:
        return
    spots = Spot("years", duration.span), Spot("start", start.span)
    if any(now - first + slip in duration.interval for slip in range(-1, later + 1)):
        yield held(*spots, equation=f"{now} − {first} = {duration.text}")
    else:
        yield conflict(
            *spots, equation=f"{now} − {first} ≠ {duration.text}", expected=f"{now - first}年", now=str(now)
        )
