"""A day or month after the article's own that is told as if it had happened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import calendar
from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import in_clause, paragraph, sentence
from factcheck.checks.parts.dates import published, shown
from factcheck.checks.parts.tense import future
from factcheck.checks.parts.within import next_date, periods_within
from factcheck.model import Anchor, Grain, Period, Reading, Span
from factcheck.model.period import Day
from factcheck.patterns import compiled

_DONE = compiled(r"已经?(?![婚故知]|定于)|业已|(?<=[\u4e00-\u9fff])(?<![不未没])了(?![解望如却])")
_COMPARES = compiled("[比较][^，。；]{1,12}$")  # 预售价12.98万元，比现款贵了6000元
_AS_OF = compiled(r"截[至止]")
# 有效期截至明年2月底: when something ends, not up to when it was counted.
_TERM = compiled(
    "(?:期限?|时间|日期|报名|征集|征稿|申[请报领]|展[览出]|活动|优惠|有效|持续|延[长续]|顺延)[将均都也]?$"
    "|(?:办理|登记|缴费|缴纳|领取|预约|受理|退[票款费]|兑换|投稿)[，,]?$|(?:定[在于]|安排在|改在|放在)$"
)
_NEVER = compiled("(?:都|也|就|更)?不(?:敢|会|想|打算|准备|再|愿)")  # 12月不敢多排产
# 3日开售、原定21日收官，当天就收了摊: of which day is hard to tell, and that day is judged itself.
_SAME_DAY = ("当天", "当日", "同日", "次日", "当晚")
# 11个月后他回到赛场: later than what was told before. 从今年9月推到了明年3月: a date that was moved.
_LATER = compiled("^[0-9两半一二三四五六七八九十].*[后内]$")
_MOVED = compiled("^，?(?:(?:推[迟后]?|延[后迟期]?|顺延|提前|改|调|移|挪)[到至为在]了?|[早晚]了|提前了)")
# 1件延至今年3月，另1件换成了别的: moved to that day, and what follows the comma is of something else.
_PUT_OFF = compiled("(?:推迟?|延[后迟期]?|顺延|拖延?|挪|改期?|缓|留)[到至]了?$")
_ITS_END = ("月末", "月底")  # 10月份…。截至月末: the end of the month just told
_GRAINS = frozenset({Grain.DAY, Grain.MONTH, Grain.TIME, Grain.TEN_DAYS})
_LOOSE = frozenset({"open-start", "open-end", "lunar", "festival", "impossible"})
_SOON = 60


def check(subject: Period, reading: Reading) -> Iterator[Judgement]:
    """A conflict when `subject` lies after the article's own day and its sentence has 已 or 了 and no 将.

    A day written without its year is read as one to come when it is less than two months ahead.
    """
    if subject.anchor is not Anchor.ABSOLUTE or subject.grain not in _GRAINS or subject.form & _LOOSE:
        return
    today = published(reading.article)
    if today is None:
        return
    text = reading.article.text
    line = sentence(text, subject.span.start)
    words = text[subject.span.end : line.end]
    ahead = text[line.start : subject.span.start]
    if _is_to_come(subject, ahead[-8:], words):
        return
    day = _meant(subject, reading, today)
    if day is None or day <= today:
        return
    if subject.instant and subject.text.endswith("月") and day[:2] == today[:2]:
        return  # 截至12月, in December
    done = _done(words, reading, subject)
    if done is not None:
        spots = [
            Spot("day", subject.span),
            Spot("done", Span(subject.span.end + done.start(), subject.span.end + done.end())),
        ]
        yield conflict(*spots, equation=f"{shown(day)} > {shown(today)}", today=shown(today))
    elif _AS_OF.search(subject.text) and subject.instant and not subject.text.endswith(_ITS_END):
        yield conflict(
            Spot("day", subject.span), equation=f"{shown(day)} > {shown(today)}", today=shown(today)
        )


def _is_to_come(subject: Period, ahead: str, words: str) -> bool:
    """Whether the words around a time say that it is still to come, was moved, or is later than another."""
    if (
        _NEVER.match(words)
        or _LATER.search(subject.text)
        or _MOVED.search(words)
        or subject.text in _SAME_DAY
    ):
        return True
    if _PUT_OFF.search(ahead) is not None and _DONE.search(in_clause(words)) is None:
        return True
    return future(words) or future(ahead) or _TERM.search(ahead) is not None


def _meant(subject: Period, reading: Reading, today: Day) -> Day | None:
    """The first day meant; a bare 12月1日 in November is the one to come."""
    day = subject.first
    if day is None or "year-inferred" not in subject.form or subject.part("month") is None or day > today:
        return day
    coming = (today[0], *day[1:])
    soon = calendar.exists(*coming) and 0 < calendar.days_between(today, coming) <= _SOON
    return coming if soon and not _other_year(subject, reading) else day


def _other_year(subject: Period, reading: Reading) -> bool:
    """Whether the paragraph names a year, which the bare day may belong to."""
    line = paragraph(reading.article.text, subject.span.start)
    return any(period.part("year") or "年" in period.text for period in periods_within(reading, line))


def _done(words: str, reading: Reading, subject: Period) -> re.Match[str] | None:
    """The word that says it has happened, before any other date of the sentence."""
    found = next((one for one in _DONE.finditer(words) if not _COMPARES.search(words, 0, one.start())), None)
    limit = min(next_date(reading, subject.span.end) - subject.span.end, 40)
    return (
        found
        if found is not None and found.start() < limit and "目前" not in words[: found.start()]
        else None
    )
