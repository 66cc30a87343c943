"""How long something took from its first to its last event, when their dates stand in other sentences.

    大桥2019年3月12日开工。…… 历时三年零两个月，大桥于2023年9月20日竣工。
    书展8月15日开幕，8月19日闭幕。展览为期三天。

A course names its events (开工 and 竣工, 开机 and 杀青). An article that dates the first of them once and the
last of them once leaves no doubt which are meant. The year of a date may be a guess: then any will do.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.checks.parts.around import clause, paragraph, sentence
from factcheck.checks.parts.durations import DAYS, Duration
from factcheck.checks.parts.events import Dated, dates_of, plausible
from factcheck.checks.parts.stretches import Stretch
from factcheck.model import Reading, Span
from factcheck.patterns import compiled

_CUE_ENDS = frozenset("时经期共好整仅只了为是达")  # the last characters of a cue
COURSES = compiled("历时|历经|为期|耗时|工期|周期|用时|[会展赛]期")
_CUE = compiled(f"(?:{COURSES.pattern})(?:总共|一共|已经|正好|整整|刚好|仅|只|了|为|是|达|长达|共)*$")
_WHOLE = compiled(
    r"(?:[^，。；、\n]{0,12}(?:建设|施工|工程|项目|改造|修缮|修复|拍摄|活动|展览|[展赛会节]|比赛|赛事|行程|全程|前后|总|考察|掘进|隧道|大桥|案件|庭审|搜救|试验|航程))?"
    "(?:[^，。；、\\n]{0,4})?$"
)
_APART = compiled(
    "合同|计划|原定|规定|预计|批复|核定|要求|设计|试|其[中间]|期间|中途|先后|每|首|第[一二三四]|[一二三]期|停|平均|最|缩短|提前|比|延长|准备|论证|可行性|分别|各"
)
_LIMIT = compiled("(?:以?内|以上|以下|的(?:努力|建设|奋战|时间))")
_THING = compiled("的(?P<thing>[\u4e00-\u9fff]{2,10}?)(?:[将已于在今昨，。闭开圆落顺正]|$)")
_MOST_YEARS, _YEAR_DAYS = 12, 370
_DATED = frozenset({"month", "day", "week"})


def apart(
    duration: Duration, reading: Reading, known: Sequence[Stretch], courses: Sequence[str]
) -> list[Stretch]:
    """The stretches that a length without any in its own sentence may tell; empty in doubt."""
    return _beside(duration, known, reading.article.text) or _course(duration, reading, courses)


def _course(duration: Duration, reading: Reading, courses: Sequence[str]) -> list[Stretch]:
    """The stretches from the first to the last event of a course that a length may tell; empty in doubt."""
    text, at = reading.article.text, duration.span
    if duration.unit not in _DATED or text[at.start - 1 : at.start] not in _CUE_ENDS:
        return []
    here, told = clause(text, at.start), paragraph(text, at.start).of(text)
    lead = text[here.start : at.start]
    cue = _CUE.search(lead)
    if cue is None or _LIMIT.match(text, at.end):
        return []
    words = lead[: cue.start()]
    if _APART.search(lead) or not _WHOLE.fullmatch(words) or _APART.search(text[here.end : here.end + 8]):
        return []
    for one in courses:
        first, last = (words.split("|") for words in one.split("→"))
        found = _pairs(duration, reading, first, last) if any(w in told for w in (*first, *last)) else []
        if found:
            return found
    return []


def _pairs(duration: Duration, reading: Reading, first: Sequence[str], last: Sequence[str]) -> list[Stretch]:
    """The stretches between the only date of the first event and those of the last."""
    starts = dates_of(reading, first, duration.span.start, reading.periods)
    ends = dates_of(reading, last, duration.span.start, reading.periods)
    ends = [one for one in ends if one.kind == "day"]
    if len(starts) != 1 or not ends or starts[0].kind == "year":
        return []
    pairs = [pair for end in ends if (pair := _stretch(starts[0], end, duration)) is not None]
    fitting = [one for one in pairs if duration.means(one.lengths(duration.unit))]
    if fitting:
        return fitting
    return pairs if len(pairs) == 1 == len(ends) and _likely(pairs[0], duration) else []


def _stretch(start: Dated, end: Dated, duration: Duration) -> Stretch | None:
    """From one date to the other; where the year of the last is a guess, in the year that fits best."""
    if start.period.anchor is not end.period.anchor:
        return None
    kind = "day" if start.kind == end.kind == "day" else "month"
    spans = start.period.span, end.period.span
    guessed = "year-inferred" in start.period.form | end.period.form
    found = [
        Stretch(spans, kind, start.first, (end.last[0] + years, *end.last[1:]), anchor=start.period.anchor)
        for years in (range(-_MOST_YEARS, _MOST_YEARS) if guessed else (0,))
        if start.first <= (end.last[0] + years, *end.last[1:])
    ]
    return min(found, key=lambda one: _off(one, duration)) if found else None


def _off(one: Stretch, duration: Duration) -> int:
    """How far a stretch is from what a length says, in its unit."""
    said = duration.interval.bottom or 0
    return min((abs(int(length - said)) for length in one.lengths(duration.unit)), default=_YEAR_DAYS)


def _likely(one: Stretch, duration: Duration) -> bool:
    return plausible(one, int((duration.interval.top or 0) * DAYS[duration.unit]))


def _beside(duration: Duration, known: Sequence[Stretch], text: str) -> list[Stretch]:
    """The only stretch of days told next to the sentence of 为期三天的书展."""
    at = duration.span
    if duration.unit != "day" or not text.endswith("为期", 0, at.start):
        return []
    own, line = sentence(text, at.start), paragraph(text, at.start)
    lead = text[clause(text, at.start).start : at.start]
    thing = _THING.match(text, at.end)
    if _APART.search(lead):
        return []
    name = thing.group("thing") if thing is not None else lead[: -len("为期")]
    near = [one for one in known if line.start <= one.start and one.end <= line.end and one.lengths("day")]
    near = [one for one in near if _next_to(own, one, text)]
    if len(near) != 1 or len(name) < len("书展"):
        return []
    told = sentence(text, near[0].start).of(text)
    return near if name[-2:] in told else []


def _next_to(own: Span, one: Stretch, text: str) -> bool:
    other = sentence(text, one.start)
    return other != own and (other.start - own.end == 1 or own.start - other.end == 1)
