"""Days moved against a date told for comparison: 6月25日通车，比原定的6月18日晚了7天.

The other date stands in the same sentence, or in the one before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.calendar import days_between, exists
from factcheck.checks.parts.around import clause, paragraph, sentence
from factcheck.checks.parts.dates import day
from factcheck.checks.parts.durations import Duration
from factcheck.checks.parts.within import periods_within
from factcheck.model import Period, Reading, Span
from factcheck.model.period import Day
from factcheck.patterns import compiled
from factcheck.records import dataclass

_AGAINST = compiled(r"(?:(?<![对可同环占])比|[较与同跟和])(?![期时])[^，,。；;、\d]{0,14}$")
_NAMED = compiled(
    "原[定计本拟]|计划|[预约规法限]定|预计|条例|期限|要求|目标|[去上前往常历头]年|上[届次]|以往|惯例"
)
_LAST_YEAR = compiled("[去上前往常历头]年|上届|以往")
_BETWEEN = compiled(r"[）)]?的?[^，,。；;\d]{0,12}(?:相比)?[，,]?[^，,。；;\d]{0,8}$")
# What the other date is of is told by these; a day that only dates the news is none.
_EVENT = compiled(
    r"开[始通业播学工闭幕馆园镰栓机售放采市捕犁耕航赛考花河江封]|通[车水电航气]|合龙|[完竣动]工|交付|投[产运用]|上市|[首试]飞|封[顶河冻关航]|贯通|运营|[供停]暖|停[运航供]|[入出]梅|播种|收[割获官]|结[冰束]|初[雪霜]"
    r"|[到抵]达|截[止稿]|发射|揭[牌幕]|启[动用幕]|揭晓|出版|首[演映发航]|上[映线]|恢复|飘雪|降雪|盛开|进入|返[航岗校]|见[花冰]|落[户地]|举[行办]|发放|到账|结[项题]|验收|出[栏苗齐]|抽穗|[迁飞]抵|来到|露面|撤[离出]|解[冻封]|归[来队]"
)
_SET = compiled(
    r"(?:定[于在为]|改[到在至为期]+|推迟[到至]|提前[到至]|延[后期迟][到至]|调整[到为至]|今年(?:则|却|就)?[是为在]?|"
    r"实际[是为在]?|最终[是为在]?)[^，,。；;\d]{0,3}$"
)
_NEWS = compiled("记者|看到|获悉|消息|公布|宣布|发布|通报|介绍|电[）)]|讯|表示|透露|截至|当天|报道|说[：，]")


@dataclass(frozen=True, slots=True)
class Shift:
    """A date told for comparison, and the days the event may have been held or set on, the nearest first."""

    told: Period
    base: Day
    held: tuple[tuple[Period, Day], ...]


def shift(reading: Reading, moved: Duration) -> Shift | None:
    """The dates that a number of days earlier or later lies between, if they are told as such."""
    text, at = reading.article.text, moved.span.start
    inside = sentence(text, at)
    dates = [one for one in periods_within(reading, inside) if day(one) is not None]
    told = next((one for one in reversed(dates) if one.span.end <= at), None)
    if told is None or not _compares(text, inside, told, at):
        return None
    others = [one for one in dates if one is not told and _is_event(text, one)]
    if len(others) != len(dates) - 1:
        return None
    held = others or [one for one in _sentence_before(reading, inside) if _is_event(text, one)]
    found = tuple((one, one_day) for one in held if (one_day := day(one)) is not None)
    base = _base(text, told, found)
    if not found or base is None:
        return None
    return Shift(told, base, tuple(sorted(found, key=lambda one: abs(days_between(base, one[1])))))


def _compares(text: str, inside: Span, told: Period, at: int) -> bool:
    """Whether the words before a date compare with it, as one that was planned, or of another year."""
    lead = _AGAINST.search(text, inside.start, told.span.start)
    bracket = text[told.span.start - 1 : told.span.start] in ("（", "(")
    if bracket:
        lead = _AGAINST.search(text, inside.start, told.span.start - 1)
    if lead is None or not _NAMED.search(lead.group() + told.text):
        return False
    return _BETWEEN.fullmatch(text, told.span.end, at) is not None


def _sentence_before(reading: Reading, inside: Span) -> Iterator[Period]:
    """The dates of the sentence before, in the same paragraph."""
    text = reading.article.text
    start = paragraph(text, inside.start).start
    if inside.start - 1 <= start:
        return
    before = sentence(text, inside.start - 2)
    if before.start < start or before.end > inside.start:
        return
    yield from (one for one in periods_within(reading, before) if day(one) is not None)


def _is_event(text: str, date: Period) -> bool:
    """Whether the clause of a date tells what was held or set on it, and does not only date the news."""
    inside = clause(text, date.span.start)
    lead, rest = text[inside.start : date.span.start], text[date.span.end : inside.end]
    if _SET.search(lead):
        return True
    if _NEWS.search(lead) or _NEWS.search(rest):
        return False
    placed = lead.endswith(("于", "在", "是", "为")) and _EVENT.search(lead) is not None
    return placed or _EVENT.search(rest) is not None


def _base(text: str, told: Period, held: Sequence[tuple[Period, Day]]) -> Day | None:
    """The day told; of another year, the same day of the year it is compared with."""
    named = day(told)
    if named is None or not held:
        return None
    lead = text[max(0, told.span.start - 16) : told.span.end]
    years = {one[0] for _, one in held}
    if len(years) == 1 and (_LAST_YEAR.search(lead) or told.part("year") is None):
        year = years.pop()
        return (year, *named[1:]) if exists(year, *named[1:]) else None
    return named
