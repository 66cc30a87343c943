"""Two events named as the ends of a duration (从立案到宣判), and the days that are told of them elsewhere.

An event is dated by a clause that holds its word right behind a date (7月22日立案), or by its word as a label
right before one (立案时间为7月22日). A word with several dates may speak of several things.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from factcheck import calendar
from factcheck.checks.parts.around import either, in_clause, paragraph, sentence
from factcheck.checks.parts.stretches import Stretch, clock_minute, kind_of, pair
from factcheck.model import BlockKind, Period, Reading, Span
from factcheck.model.period import Day
from factcheck.patterns import compiled
from factcheck.records import dataclass

_HAN = "[\u4e00-\u9fff]"
_TAKES = (
    "历时|历经|经过|经历|用时|耗时|前后|相隔|相距|间隔|时隔|隔了?|仅|只|才|共|一共|总共|用了?|花了?|过了"
    "|整整|正好|刚好|不过|之间|等了|熬了|中间"
)
_ENDS = compiled(
    rf"(?P<from>从|自|由)?(?P<first>{_HAN}{{2,8}}?)(?:之日|当天|当日|之时)?(?:起)?(?:[，,]?直?[到至]|再到)(?P<last>{_HAN}{{2,8}}?)"
    rf"(?P<rest>(?:[，,]|{_TAKES})[^。；;\n]{{0,14}}|)$"
)
# 从到场算起，前后用了; 距接警已过去: from an event to the time told last.
_SINCE = compiled(
    rf"(?:[从自](?P<since>{_HAN}{{2,6}}?)(?:算起|起算|开始算|那一刻起)|距离?(?P<gone>{_HAN}{{2,6}}?)(?=[已仅只不过才刚]))"
    rf"[，,]?(?:救援|灭火|抢修|抢救|处置|搜救|{_TAKES}|已经?|过去|不到|刚|了)*$"
)
_UPTO, _ROOM = compiled("[到至]"), 40  # it stands between the two events, no further back
_GENERAL = compiled(
    "平均|一般|通常|往往|以往|过去|往年|缩短|压缩|提速|最快|最短|最长|至少|最多|要求|规定|力争|计划|预计|预期|原定|同类|这类|每[批个件项名]|不等|多数"
)
_LIMIT = compiled("(?:以?内|以上|以下|左右|前后|之内)(?![，。里间])")
_NOT_YET = compiled(
    "[未没]|计划|拟|预计|原定|原计划|力争|有望|准备|筹备|申请|推迟|延[期迟]|取消|暂停|无法|不能"
)
_AFTER = compiled("(?:之)?[前后]|以来|之日|仪式前|期间|现场|通知|公告")
_SPANS = compiled("[从自][^，。；]{2,8}[到至]")
_LABELLED = "(?:时间|日期|日|之日)?(?:是|为|：|:|于|在|定于|定在)在?$"
_NUMBERED = compiled(
    r"第?[一二三四五六七八九十\d]+(?:号|期|批|标段?|组|班|届|次|轮|审|幼)|首[批期届]|[一二三终再]审|[甲乙丙丁A-Z][区线楼座栋队]"
)
_MARKED = frozenset("▲■●◆★【◎□○△*#①②③④⑤⑥⑦⑧⑨·•")
_FAR, _LONG = 2, 40
_OPEN = frozenset({"open-start", "open-end", "impossible", "approximate", "lunar", "festival"})
_KINDS = ("day", "month", "year")


@dataclass(frozen=True, slots=True)
class Dated:
    """An event with its date: the kind of date, its days, and where it is told."""

    kind: str
    first: Day
    last: Day
    period: Period


def named_stretch(
    reading: Reading, at: int, end: int, groups: Sequence[str], dates: Sequence[Period]
) -> tuple[list[Stretch], bool]:
    """The stretches between the events named before a duration at `at`..`end`, and whether it is one only.

    `groups` are words for one event, parted by `|`.
    """
    text = reading.article.text
    if not _UPTO.search(text, max(0, at - _ROOM), at):
        return [], False
    inside = sentence(text, at)
    found = _ends(text, inside.start, at)
    if found is None or _GENERAL.search(text, inside.start, at) or _LIMIT.match(text, end):
        return [], False
    ways = [
        dates_of(reading, _words(found.group(name), groups), at, dates, re.compile)
        for name in ("first", "last")
    ]
    pairs = [pair for one in ways[0] for other in ways[1] if (pair := _stretch(one, other)) is not None]
    alone = len(ways[0]) == len(ways[1]) == 1 and _alike(
        text, at, [one.period.span for way in ways for one in way]
    )
    return pairs, alone and len(pairs) == 1


def clocked_stretch(
    reading: Reading, at: int, end: int, groups: Sequence[str], dates: Sequence[Period]
) -> list[Stretch]:
    """The stretch by the clock between the events named before a duration at `at`..`end`.

    从接警到扑灭, each told once with a clock time; 从到场算起 and 距接警已过去 end at the time told last.
    """
    text = reading.article.text
    inside = sentence(text, at)
    since = _SINCE.search(text, max(inside.start, at - _ROOM), at)
    upto = None if since or not _UPTO.search(text, inside.start, at) else _ends(text, inside.start, at)
    named = since or upto
    general = named is None or _GENERAL.search(text, inside.start, named.start() if since else at)
    if named is None or general or _LIMIT.match(text, end):
        return []
    starts = _clocks(reading, _words(_first(named), groups), at, dates)
    told = [one for one in dates if one.span.end <= named.start() and kind_of(one) == "clock"][-1:]
    near = [one for one in told if _is_beside(text, one, inside)]
    lasts = near if since else _clocks(reading, _words(named.group("last"), groups), at, dates)
    if len(starts) != 1 or len(lasts) != 1 or starts[0].span.start >= lasts[0].span.start:
        return []
    return list(pair(starts[0], lasts[0], "clock"))


def _first(named: re.Match[str]) -> str:
    """The words for the first event."""
    return next(words for name in ("since", "gone", "first") if (words := named.groupdict().get(name)))


def _is_beside(text: str, one: Period, inside: Span) -> bool:
    """Whether a time is told in a sentence or in the one before."""
    return text.count("。", one.span.end, inside.start) + text.count("\n", one.span.end, inside.start) < _FAR


def _clocks(reading: Reading, words: Sequence[str], at: int, dates: Sequence[Period]) -> list[Period]:
    """The times by the clock at which the event is told to have happened, each once; nearby ones first."""
    text, event, label = reading.article.text, compiled(either(words)), compiled(either(words) + _LABELLED)
    found: dict[int | None, Period] = {}
    for place, period in enumerate(dates if words else ()):
        upto = dates[place + 1].span.start if place + 1 < len(dates) else len(text)
        clock = kind_of(period) == "clock" and _same_part(reading, at, period.span.start)
        if clock and _tells(text, period, upto, event, label):
            found.setdefault(clock_minute(period), period)
    here = paragraph(text, at)
    near = [one for one in found.values() if here.start <= one.span.start < here.end]
    return near or list(found.values())


def _ends(text: str, start: int, at: int) -> re.Match[str] | None:
    """The two events; without 从 only beside a word for what lies between."""
    stops = [
        start,
        *(mark + 1 for mark in (text.rfind("；", start, at), text.rfind(";", start, at)) if mark >= 0),
    ]
    if text.find("到", max(stops), at) < 0 and text.find("至", max(stops), at) < 0:
        return None
    for lead in ("从", "自", "由", ""):
        opened = text.rfind(lead, max(stops), at) if lead else max(stops)
        if opened < 0:
            continue
        found = _ENDS.match(text, opened, at) if lead else _ENDS.search(text, opened, at)
        if found is not None and (
            found.group("from") or re.search("相隔|相距|间隔|时隔|隔", found.group("rest"))
        ):
            return found
    return None


def _words(phrase: str, groups: Sequence[str]) -> tuple[str, ...]:
    """The words that name the same event as `phrase`: its own group, else itself."""
    known = [(word, group) for group in groups for word in group.split("|") if word in phrase]
    if known:
        return tuple(
            max(known, key=lambda one: (phrase.rfind(one[0]) + len(one[0]), len(one[0])))[1].split("|")
        )
    return (phrase,) if len(phrase) <= 4 else ()


def dates_of(
    reading: Reading,
    words: Sequence[str],
    at: int,
    dates: Sequence[Period],
    make: Callable[[str], re.Pattern[str]] = compiled,
) -> list[Dated]:
    """The dates of the event, each day once; a month that holds the day of another is left out.

    `make` is `re.compile` where `words` may be an article's own, of which nothing is kept.
    """
    text = reading.article.text
    event, label = make(either(words)), make(either(words) + _LABELLED)
    found: dict[tuple[Day, Day], Dated] = {}
    for place, period in enumerate(dates):
        kind = kind_of(period)
        if kind not in _KINDS or period.first is None or period.last is None or period.form & _OPEN:
            continue
        upto = dates[place + 1].span.start if place + 1 < len(dates) else len(text)
        if _tells(text, period, upto, event, label) and _same_part(reading, at, period.span.start):
            found.setdefault((period.first, period.last), Dated(kind, period.first, period.last, period))
    return [one for one in found.values() if not any(_holds(one, other) for other in found.values())]


def _tells(text: str, period: Period, upto: int, event: re.Pattern[str], label: re.Pattern[str]) -> bool:
    """Whether the words around a date say that the event happened then."""
    if label.search(text, max(0, period.span.start - 12), period.span.start):
        return True
    start = period.span.end + (text[period.span.end : period.span.end + 1] in ("，", ","))
    told = in_clause(text[start : min(start + _LONG, max(upto, start))])
    found = event.search(told)
    return (
        found is not None
        and not _AFTER.match(told, found.end())
        and not _NOT_YET.search(told, 0, found.start())
        and not _SPANS.match(told)
    )


def _holds(one: Dated, other: Dated) -> bool:
    """Whether one date is only the month or year of another."""
    wider = one.first <= other.first and other.last <= one.last
    return wider and (one.first, one.last) != (other.first, other.last)


def _same_part(reading: Reading, at: int, place: int) -> bool:
    """Whether two places are of one story: no heading between, no item of a list of news."""
    text = reading.article.text
    first, last = sorted((at, place))
    here, there = paragraph(text, first), paragraph(text, last)
    if here == there:
        return True
    if any(text[one.start : one.start + 1] in _MARKED for one in (here, there)):
        return False
    heads = [block.span.start for block in reading.article.blocks if block.kind is BlockKind.HEADING]
    return bisect_right(heads, first) == bisect_right(heads, last)


def _stretch(one: Dated, other: Dated) -> Stretch | None:
    if one.period.anchor is not other.period.anchor or one.first > other.last:
        return None
    kind = _KINDS[max(_KINDS.index(one.kind), _KINDS.index(other.kind))]
    spans = one.period.span, other.period.span
    return Stretch(spans, kind, one.first, other.last, anchor=one.period.anchor)


def _alike(text: str, at: int, places: Sequence[Span]) -> bool:
    """Whether nothing shows that the dates are of different things (1号楼…2号楼, 第一批…第二批)."""
    numbered = {
        found.group() for place in (at, *(one.start for one in places)) for found in _numbers(text, place)
    }
    return len(numbered) < _FAR


def _numbers(text: str, place: int) -> Iterator[re.Match[str]]:
    inside = sentence(text, place)
    return _NUMBERED.finditer(text, inside.start, inside.end)


def plausible(stretch: Stretch, days: int) -> bool:
    """Whether two events so far apart may be those meant: what is twice as long is another story's."""
    if stretch.first is None or stretch.last is None:
        return False
    length = calendar.length(stretch.first, stretch.last)
    return length <= days * _FAR and days <= length * _FAR
