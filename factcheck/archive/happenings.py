"""On which day something opened, was begun or ended, and when it was first planned to be done.

What opened is named in the sentence, or it is the one line, work or event that the article names at all.
An event is one a year; a bridge opens once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.archive.events import event_names
from factcheck.archive.lives import lives, told
from factcheck.archive.moments import ALWAYS, last_day, whole_year
from factcheck.archive.setting import EDGE, Setting
from factcheck.archive.things import proper, works
from factcheck.checks._across import AIM, FIRST_AIM
from factcheck.interval import Interval
from factcheck.model import Anchor, Claim, Grain, Period, Span
from factcheck.model.period import Day
from factcheck.patterns import compiled

_CLAUSE = compiled(r"[，,；;。！？\n]")
_LINE = compiled(r"(?<![\d第])\d{1,3}路(?=公交|线|车|班|巴士)|(?:地铁|轨道交通|轻轨)?\d{1,2}号线")
_PROJECT = compiled(
    rf"{EDGE}(?P<name>[\u4e00-\u9fff]{{3,14}}?(?:工程|项目))(?=昨|今|前天|上[周月]|本[周月]|日前|近日|\d|正式|主体|在|将|已|拟|计划|预计|开|动|竣|完工|建|全|举|，|于|的)"
)
_FOLLOWS = compiled(
    r"以来|运营|仪?式(?=[上，]|在|举行)|的|后|首日|至今|之日|当天|使用|迎客|$|[，。；、！？（）“”\n]|运行|试"
)
_THAN = compiled(
    "比(?:原|最初|原先|当初|起初|[开动]工时|开建时|立项时|签约时|年初)的?(?:定|计划|定计划|预计|设想)的?(?:时间)?"
)
_SINCE = compiled("以来|后|至今|之后|前|时")
_HELD = compiled("举[行办]|召开")
_OPENED = "开幕"
_REACH, _OBJECT = 48, 12
_DAYS = frozenset({Grain.DAY, Grain.TIME})
_LONGER = frozenset({Grain.MONTH, Grain.YEAR})
_LATE = 3  # 年底 is one of the last months


def projects(text: str) -> Iterator[str]:
    """The names of the projects a text tells of: 引江入陵工程."""
    return (found["name"] for found in _PROJECT.finditer(text))


def happenings(here: Setting) -> Iterator[Claim]:
    """The days on which things are said to have happened, or to have been planned."""
    known, text = lives(), here.article.text
    if here.published is None or here.published.day is None:
        return
    names: list[tuple[int, str, bool]] | None = None
    for found in known.happens.finditer(text):
        period = _date(Span(*found.span()), here)
        if period is not None and period.first is not None and period.last is not None:
            names = _names(here) if names is None else names
            yield from _happened(found, period, names, here)
    yield from _held(here)
    if known.first.search(text) or known.planned.search(text):
        for found in known.aimed.finditer(text):
            names = _names(here) if names is None else names
            yield from _aimed(found, names, here)
            yield from _compared(found, names, here)


def _happened(
    found: re.Match[str], period: Period, names: list[tuple[int, str, bool]], here: Setting
) -> Iterator[Claim]:
    named = _whose(Span(*found.span()), names, here)
    assert period.first is not None and period.last is not None
    day = here.article.text[period.span.start : min(period.span.end, found.start())]
    if named is None or _clause(found.start(), (named[0], day), here, lives().not_this):
        return
    if period.grain in _LONGER and named[1]:
        return  # an event of every year
    inside = period.span.end > found.start()
    last = period.first if inside else period.last
    today = here.published
    assert today is not None
    if last > last_day(today):
        return
    days = Interval.between(_number(period.first), _number(last))
    when = whole_year(period.first[0]) if named[1] else ALWAYS
    what = _part_of(found.start(), here) + lives().kinds[found.group()]
    yield told(named[0], f"{what}|日", days, period.span, here, period=when)


def _held(here: Setting) -> Iterator[Claim]:
    """5月16日至19日，第八届渔博会在…举行: it opened on the first of those days."""
    if _HELD.search(here.article.text) is None or here.published is None:
        return
    for at, name in event_names(here):
        days = _days_of(at, here)
        if days is not None and days.first and days.last and days.last <= last_day(here.published):
            day = Interval.exactly(_number(days.first))
            yield told(name, f"{_OPENED}|日", day, days.span, here, period=whole_year(days.first[0]))


def _days_of(at: int, here: Setting) -> Period | None:
    """The one run of days in a sentence that says that the event named at `at` was held."""
    text, start = here.article.text, here.begin(at)
    stop = next((one for one in here.stops if one >= at), len(text))
    runs = [one for one in here.periods(start, stop) if one.grain is Grain.SPAN and one.part("day")]
    sure = _HELD.search(text, at, stop) and not lives().not_this.search(text, start, stop)
    return runs[0] if sure and len(runs) == 1 else None


def _part_of(verb: int, here: Setting) -> str:
    """The part of a work that the clause is of: 主桥顺利合龙; empty when it is of the whole."""
    clause = _CLAUSE.split(here.article.text[here.begin(verb) : verb])[-1]
    parts = lives().parts.findall(clause)
    return parts[-1] if parts else ""


def _aimed(found: re.Match[str], names: list[tuple[int, str, bool]], here: Setting) -> Iterator[Claim]:
    """计划2024年6月底建成; 按最初的计划要到10月底才建成."""
    known, text = lives(), here.article.text
    start = here.begin(found.start())
    clauses = _CLAUSE.split(text[start : found.start()])
    words = clauses[-1]
    first = known.first.search("".join(clauses[-2:]))
    if (first is None and known.planned.search(words) is None) or known.changed.search(words):
        return
    near = [one for one in here.periods(found.start() - len(words), found.start()) if one.first and one.last]
    named = _whose(Span(*found.span()), names, here)
    if len(near) != 1 or named is None or here.published is None:
        return
    if first is not None or _rough(near[0])[1] > last_day(here.published):
        yield _plan(named[0], found.group(), near[0], here, at_first=first is not None)


def _compared(found: re.Match[str], names: list[tuple[int, str, bool]], here: Setting) -> Iterator[Claim]:
    """昨天建成，比原计划的12月提前一个月."""
    text = here.article.text
    stop = next((one for one in here.stops if one >= found.end()), len(text))
    than = _THAN.search(text, found.end(), stop)
    near = here.periods(than.end(), than.end() + 1) if than else []
    named = _whose(Span(*found.span()), names, here) if near and near[0].first and near[0].last else None
    if named is not None:
        yield _plan(named[0], found.group(), near[0], here, at_first=True)


def _plan(whose: str, aim: str, when: Period, here: Setting, *, at_first: bool) -> Claim:
    """What was planned for a time, at first or as things stand."""
    first, last = _rough(when)
    interval = Interval.between(_number(first), _number(last))
    licences = frozenset({FIRST_AIM} if at_first else ())
    return told(whose, f"{AIM}|{lives().aims[aim]}", interval, when.span, here, licences=licences)


def _rough(period: Period) -> tuple[Day, Day]:
    """6月底 is in June, 年底 in the last months of the year."""
    assert period.first is not None and period.last is not None
    year, month, day = period.last
    if period.instant and (month, day) == (12, 31) and not period.part("month"):
        return (year, month - _LATE, 1), period.last
    if period.instant:
        return (year, month, 1), period.last
    return period.first, period.last


def _date(verb: Span, here: Setting) -> Period | None:
    """The day told before what happened, in its sentence; 9月14日开幕以来 holds both."""
    start = max(here.begin(verb.start), verb.start - _REACH)
    if not _FOLLOWS.match(here.article.text, verb.end) and here.article.text[verb.end] in lives().objects:
        return None
    near = [one for one in here.periods(start, verb.start) if one.grain is not Grain.TIME or one.part("day")]
    if not near:
        return None
    last = near[-1]
    if last.span.end > verb.start:
        return last if "open-end" in last.form and last.part("day") else None
    other = lives().happens.search(here.article.text, last.span.end, verb.start)
    if _SINCE.match(here.article.text, verb.end) and last.span.end < verb.start:
        return None
    told = last.grain in _DAYS or (last.grain in _LONGER and last.part("year") is not None)
    plain = told and not last.instant and "open-end" not in last.form
    return last if plain and other is None and last.anchor is Anchor.ABSOLUTE else None


def _whose(verb: Span, names: list[tuple[int, str, bool]], here: Setting) -> tuple[str, bool] | None:
    """What it happened to, and whether that comes once a year."""
    start, text = here.begin(verb.start), here.article.text
    before = [one for one in names if start <= one[0] < verb.start]
    after = [one for one in names if not text[verb.end : one[0]].strip("了“") and one[0] >= verb.end]
    if after:
        return after[0][1:]
    if not _FOLLOWS.match(text, verb.end):
        return None
    if before:
        return ([one for one in before if one[2]] or before)[-1][1:]
    every = {one[1:] for one in names}
    every = {one for one in every if one[0][-2:] in text[start : verb.start]} or every  # 隧道应在5月通车
    return every.pop() if len(every) == 1 else None


def _clause(at: int, known: tuple[str, str], here: Setting, words: re.Pattern[str]) -> bool:
    """The clause says that it is something else, in words that are neither the name nor the day."""
    text = here.article.text
    start = here.begin(at)
    before = _CLAUSE.split(text[start:at])[-1]
    for one in known:
        before = before.replace(one, "")
    after = _CLAUSE.split(text[at : at + _OBJECT])[0]
    return words.search(before + after) is not None


def _names(here: Setting) -> list[tuple[int, str, bool]]:
    """The events, lines, works and projects that an article names, and where; events come once a year."""
    found = list(_all_names(here))
    part = {
        (at, name) for at, name, _ in found for to, long, _ in found if to == at and len(long) > len(name)
    }
    short = {name for _, name in part}
    return sorted(one for one in found if one[1] not in short)


def _all_names(here: Setting) -> Iterator[tuple[int, str, bool]]:
    text, body = here.article.text, here.home.body
    for at, name in event_names(here):
        yield at, name, True
    for found in _LINE.finditer(text):
        yield found.start(), found.group().removeprefix("地铁").removeprefix("轨道交通"), False
    for at, name in works(text):
        if proper(name):
            yield at, name, False
    for found in _PROJECT.finditer(text):
        yield found.start("name"), found["name"], False
    if body:
        yield from ((found.start(), body, False) for found in re.finditer(re.escape(body), text))


def _number(day: Day) -> int:
    """Days in order, every month as long as the longest."""
    return day[0] * 372 + (day[1] - 1) * 31 + day[2]
