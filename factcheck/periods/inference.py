"""Which year, and which month, a date means that does not say so.

News are about the past: 9月 in an article of October 2024 is September 2024, in one of March 2024 it
is September 2023. A sentence about what is to come (将, 预计) turns to the next occurrence.
"""

from __future__ import annotations

from factcheck import calendar
from factcheck.model import Anchor, Grain, PartialDate
from factcheck.patterns import compiled
from factcheck.periods.context import Context, Resolved, Year
from factcheck.periods.phrase import Base, Edge, Phrase

_OPEN = frozenset({"since", "before", "after"})  # 2020年以来 says little about the 3月 that follows
_TASKS = tuple(f"{of}{task}" for of in ("", "的") for task in ("任务", "目标", "指标", "计划", "预算"))
_FORECAST = compiled("未来(?:[一二两三四五六七八九十\\d]+[天日周]|几天|一周)|天气预报")
_TOLD = 120  # characters: how far back a forecast may have begun
_REVIEWS = 3  # months of a year in which the tasks of the year before are still reported on


def year_of(phrase: Phrase, context: Context, resolved: Resolved) -> Year | None:
    """The year of a phrase; `None` when it cannot be known.

    A relative month or quarter and a bare day also settle the months of `phrase`.
    """
    if phrase.month_base is not Base.CALENDAR and phrase.months is None:
        return _relative_month(phrase, context)
    if phrase.year is None:
        return _inferred(phrase, context, resolved)
    year = named_year(phrase, context)
    if year is not None and (phrase.flags.isdisjoint(_OPEN) or year == context.document_year()):
        context.name_year(year, phrase.start, topical=phrase.year_base is Base.TOPIC and phrase.year != 0)
    return year


def named_year(phrase: Phrase, context: Context) -> Year | None:
    """The year a phrase writes, absolutely or by a word."""
    if phrase.year is None:
        return None
    if phrase.year_base is Base.CALENDAR:
        return Anchor.ABSOLUTE, _century(phrase, context) if "short-year" in phrase.flags else phrase.year
    if phrase.year_base is Base.DOCUMENT:
        return context.document_year(phrase.year)
    if phrase.year_base is Base.TOPIC:
        base = context.near_year() or context.topic or context.document_year()
    else:
        if context.topic is None:
            return None
        base = context.topic
    return base[0], base[1] + phrase.year


def _century(phrase: Phrase, context: Context) -> int:
    """A two-digit year lies within fifty years of the article's, or of 2000."""
    near = context.published.year if context.published else 2000
    century = near // 100 * 100
    return min(
        (century + shift + (phrase.year or 0) for shift in (-100, 0, 100)), key=lambda y: abs(y - near)
    )


def _relative_month(phrase: Phrase, context: Context) -> Year | None:
    """本月, 上月, 当月, 本季度."""
    base = _told_quarter(phrase, context) or _base_month(phrase.month_base, context)
    if base is None:
        return None
    year = named_year(phrase, context)
    if year is not None:  # 上年同月
        base = (*year, base[2])
    size = 3 if phrase.part == "quarter" else 1
    index = (base[1] * 12 + base[2] - 1) // size * size + phrase.number * size
    phrase.months = (index % 12 + 1, index % 12 + size)
    return base[0], index // 12


def _told_quarter(phrase: Phrase, context: Context) -> tuple[Anchor, int, int] | None:
    """第三季度…，当季…: the first month of the quarter last spoken of."""
    if phrase.part != "quarter" or phrase.month_base is not Base.ANTECEDENT or context.stretch is None:
        return None
    grain, anchor, first, _ = context.stretch
    return (anchor, first[0], first[1]) if grain is Grain.QUARTER else None


def _base_month(base: Base, context: Context) -> tuple[Anchor, int, int] | None:
    """The document's month for 本月, the month named before for 当月, this sentence's for 月末."""
    given = context.published
    named = context.month if base is not Base.DOCUMENT else None
    if base is Base.TOPIC and context.month_sentence != context.sentence and given and given.month:
        named = None
    if named is not None or base is Base.ANTECEDENT:
        return named
    if given is None or given.month is None:
        return None
    return Anchor.ABSOLUTE, given.year, given.month


def _inferred(phrase: Phrase, context: Context, resolved: Resolved) -> Year | None:
    """The year of a date that names none: the sentence's, else the document's past."""
    if phrase.months is None and phrase.days is not None:
        return _bare_day(phrase, context, resolved)
    whole = phrase.part == "year" or (phrase.edge is not None and phrase.months is None)
    near = context.near_year() if whole else context.aside or context.near_year()
    resolved.form.add("year-inferred")
    if near is not None and not _still_to_come(phrase, near, context):
        return context.document_year(-1) if _last_years(phrase, near, context) else near
    if phrase.months == (2, 2) and phrase.days == (29, 29) and context.published is not None:
        return _leap_day(context)
    if (
        phrase.edge is Edge.START
        and phrase.months is None
        and context.topic
        and context.compared(phrase.start)
    ):
        return context.topic
    return _neighbouring(phrase, context) or _by_document(phrase, context, resolved)


_HAPPENED = compiled("[^，,；;。]{0,6}已")


def _last_years(phrase: Phrase, near: Year, context: Context) -> bool:
    """去年的9件中，1件延至今年3月，1件11月已交付, told in February: what has happened was the year before."""
    given, last = context.published, context.document_year(-1)
    if given is None or given.month is None or near != context.document_year() or last not in context.years:
        return False
    ahead = phrase.months is not None and _ahead(phrase, (given.month, given.day or 31))
    return ahead and _HAPPENED.match(context.text, phrase.end) is not None


_SO_FAR = ("截至", "截止", "截止到", "截至目前", "截至到")
_LOOKED_BACK_AT = compiled("的?(?:预[期测计算]|报告|计划|目标|水平|相比|时)")


def _still_to_come(phrase: Phrase, near: Year, context: Context) -> bool:
    """预计2013年增长4.8%，与年初的预期相比: the beginning of a year to come is no time to look back at."""
    given = context.published
    if given is None or near[0] is not Anchor.ABSOLUTE or near[1] <= given.year:
        return False
    if phrase.edge is Edge.START and phrase.months is None:
        return _LOOKED_BACK_AT.match(context.text, phrase.end) is not None
    text, start = context.text, phrase.start  # 2026年度集中缴费…，截至11月12日
    return text.endswith(_SO_FAR, 0, start) or text.startswith(_SO_FAR, start)


def _neighbouring(phrase: Phrase, context: Context) -> Year | None:
    """A day next to another date of the same sentence: the year that brings both closest."""
    if phrase.months is None or phrase.days is None or context.month is None:
        return None
    if context.month_sentence != context.sentence:
        return None
    anchor, year, month = context.month
    away = phrase.months[0] - month
    return anchor, year + (1 if away < -6 else -1 if away > 6 else 0)


def _by_document(phrase: Phrase, context: Context, resolved: Resolved) -> Year:
    """The document's past, or its future when the sentence speaks of it."""
    document = context.document_year()
    given = context.published
    if given is None or given.month is None:
        return document
    ahead = _ahead(phrase, (given.month, given.day or 31)) or _goes_on(phrase, context)
    if "near" in phrase.flags:
        return document[0], document[1] - (ahead and _far_ahead(phrase, given.month))
    if ahead:
        coming = "before" in phrase.flags or _close(phrase, given.month, spoken=context.future())
        coming = coming or (given.month > _REVIEWS and _task(phrase, context))
    else:
        coming = _long_past(phrase, given.month)
    if ahead is not coming:
        coming = context.coming(phrase.start, phrase.end)
    if coming:
        resolved.form.add("future")
    return document[0], document[1] + (coming - ahead)


def _task(phrase: Phrase, context: Context) -> bool:
    """全年任务165部, 全年目标是500家: what a year that is not over yet was given to do."""
    return phrase.part == "year" and context.text.startswith(_TASKS, phrase.end)


def _goes_on(phrase: Phrase, context: Context) -> bool:
    """2025年营收53亿元。分季度看，前三季度38亿元, told in March 2026: of the year told of."""
    last = context.document_year(-1)
    given = context.published
    told = last in context.above and context.above <= {last, context.document_year()}
    if phrase.months is None or phrase.days is not None or given is None or not told:
        return False
    return phrase.months[0] != phrase.months[1] and phrase.months[1] > (given.month or 12)


def _leap_day(context: Context) -> Year:
    """29 February is in the last year that had one, or the next that will."""
    given = context.published or PartialDate(0)
    ahead = (given.month or 12) <= 2
    future = context.future()
    year = given.year + (0 if ahead is future else 1 if future else -1)
    while not calendar.leap(year):
        year += 1 if future else -1
    return Anchor.ABSOLUTE, year


def _ahead(phrase: Phrase, today: tuple[int, int]) -> bool:
    """Whether this year's has not come yet; a whole year and its end: whether it is not over yet."""
    if phrase.part == "year" or (phrase.edge is Edge.END and phrase.months is None):
        return today[0] < 12
    if phrase.months is None:
        return False
    return (phrase.months[0], phrase.days[0] if phrase.days else 1) > today


def _close(phrase: Phrase, month: int, *, spoken: bool) -> bool:
    """Whether it lies so shortly ahead that nobody would mean the one a year before.

    A day within two months; anything within six when the sentence speaks of what is to come.
    """
    first = phrase.months[0] if phrase.months else 12
    return first <= month + (6 if spoken else 2 if phrase.days is not None else -12)


def _far_ahead(phrase: Phrase, month: int) -> bool:
    """Whether last year's is nearer to the article than this year's."""
    return phrase.months is not None and phrase.months[0] > month + 6


def _long_past(phrase: Phrase, month: int) -> bool:
    """Whether this year's is over for so long that a sentence about the future means next year's."""
    return phrase.months is not None and phrase.months[1] < month - 1


def _falls_so(phrase: Phrase, given: PartialDate) -> bool:
    """周五（21日）可到14℃: a day to come of the article's month, by the weekday told with it."""
    day = given.year, given.month or 1, phrase.days[0] if phrase.days else 1
    return bool(phrase.weekday) and calendar.exists(*day) and calendar.weekday(day) == phrase.weekday


def _foretold(phrase: Phrase, context: Context) -> bool:
    """气象台预计，未来三天…。15日晴，16日多云: a day of the forecast that the sentences before began."""
    line = context.text.rfind("\n", 0, phrase.start) + 1
    return _FORECAST.search(context.text, max(line, phrase.start - _TOLD), phrase.start) is not None


def _bare_day(phrase: Phrase, context: Context, resolved: Resolved) -> Year | None:
    """15日 alone: the month named before in this sentence, else the document's, else the one before."""
    resolved.form.add("month-inferred")
    given = context.published
    day = phrase.days[0] if phrase.days else 1
    if context.month is not None and (context.month_sentence == context.sentence or given is None):
        base = context.month
    elif given is not None and given.month is not None:
        index = given.year * 12 + given.month - 1
        if given.day is not None and day != given.day:
            coming = context.coming(phrase.start, phrase.end) or (
                day > given.day and (_falls_so(phrase, given) or _foretold(phrase, context))
            )
            index += (coming and day < given.day) - (not coming and day > given.day)
        base = (Anchor.ABSOLUTE, index // 12, index % 12 + 1)
    else:
        return None
    phrase.months = (base[2], base[2])
    return base[0], base[1]
