"""When a figure holds, as days that mean the same in every article.

A period counts only if it is named in the paragraph of the figure, before it. 今年 in an article of
May runs to that day in May, and 截至4月底今年累计 from New Year to the end of April.
"""

from __future__ import annotations

from collections.abc import Hashable

from factcheck import calendar
from factcheck.archive.lexicon import joining
from factcheck.archive.setting import Setting
from factcheck.model import Anchor, Claim, Modality, PartialDate, Period
from factcheck.patterns import compiled

Moment = tuple[Anchor, tuple[int, int, int] | None, tuple[int, int, int] | None, bool]
ALWAYS: Moment = (Anchor.ABSOLUTE, None, None, True)
UNDATED: Moment = (Anchor.DOCUMENT, None, None, False)
GROWN = compiled("截|扩建|加固|改造|增至|增加|扩大|达标")
"""Words by which something has grown, or may have."""
_REAPED = compiled("收完|采完|采摘结束|收割结束|收尾|收官|结束|卖完|打完")
_HARVEST = compiled("产量|产(?![值业能品权])[^|]*\\|公斤|(?:采收|收获)[^|]*\\|公斤")
_BASE = compiled("[比较与](?:去年|上年)[^，。]{0,8}")
_PART = compiled(
    "前[一-龥\\d]|首|过半|开始|以来|截[至止]|已|最高|高峰|[单当]日|日均|第.{1,3}[天日]|将|预计|启动|目前|第一"
)
_RUSH = compiled("(?P<name>春运|暑运|双11|双十一)")
# 国庆中秋8天假期: the holiday of the year, told after it was over.
_FEAST = compiled("(?P<name>国庆|五一|端午|中秋|清明)[^，。；]{0,6}(?:假期|长假|小长假|黄金周)")
_SEASON = compiled(
    "(?P<year>(?:19|20)\\d\\d)\\s?[—–\\-/～~至]{1,2}\\s?(?:20)?\\d\\d(?P<kind>雪季|赛季|学年|采暖季|供暖季|榨季|渔季|茶季|演出季|财年)"
)
_PAST_YEAR = compiled("(?:过去(?:的)?|这)?一年(?:来|里|间|中|，|,)")
_REPORTING = 3  # the last month in which the year before is 一年来
_OVER = compiled("结束|收官|落幕|整个|全季|共")
_JULY = (7, 1)
_LAST, _SAID = 31, 2
_AUTUMN = 10
_NEW_YEAR = (1, 1)
_FULL_NAMES = {"五一": "劳动节"}
_OTHER_YEAR = compiled(r"[去上前明]年|上[届次]|\d{4}")
_THEN = ("versus", "from")  # 比上年同期的3.24万辆: a level of the base itself
_BASES = frozenset("比较与同和")  # 比上年, 与上年持平: a base, not the time of what follows


def whole_year(year: int) -> Moment:
    """The days of a year."""
    return Anchor.ABSOLUTE, (year, 1, 1), (year, 12, 31), False


def moment(period: Hashable, claim: Claim, setting: Setting) -> Moment | None:
    """The absolute days of `period`, a period of a fact of `claim`; `None` when they are not known."""
    if isinstance(period, tuple) and len(period) == _SAID and period[0] == "said":
        return _season_named(str(period[1]), claim, setting)
    if not (isinstance(period, tuple) and len(period) == 4 and isinstance(period[0], Anchor)):
        return None
    anchor, first, last, instant = period
    if first is None or last is None:
        return None
    if anchor is Anchor.DOCUMENT:
        if setting.year is None:
            return None
        first, last = (first[0] + setting.year, *first[1:]), (last[0] + setting.year, *last[1:])
    return (Anchor.ABSOLUTE, first, last, instant)


def _season_named(label: str, claim: Claim, setting: Setting) -> Moment | None:
    """2024—2025雪季, and 上一雪季 in a sentence on it: from July to June."""
    found = _SEASON.search(label)
    if found is None and label.startswith("上"):
        sentence = setting.sentence(claim)
        before = _SEASON.search(setting.article.text, sentence.start, claim.span.start)
        same = before is not None and label.endswith(before["kind"])
        return _from_july(int(before["year"]) - 1) if same and before is not None else None
    return _from_july(int(found["year"])) if found is not None else None


def _from_july(year: int) -> Moment:
    return Anchor.ABSOLUTE, (year, *_JULY), (year + 1, 6, 30), False


def named_near(period: Hashable, claim: Claim, setting: Setting) -> bool:
    """The period is named in the paragraph of `claim`, not after it, or was the last one named at all."""
    said = isinstance(period, tuple) and len(period) == _SAID
    if said or claim.made_by.startswith("table") or claim.made_by in _THEN:
        return True
    start = setting.paragraph(claim)
    near = _told(start, claim.span.end, setting)
    if period in near or (not near and _goes_on(period, start, setting)):
        return True
    return _is_past_year(period, claim, setting)


def _is_past_year(period: Hashable, claim: Claim, setting: Setting) -> bool:
    """一年来, in a report of the first months that has just named the year before: all of that year."""
    today, start = setting.published, setting.begin(claim.span.start)
    if today is None or (today.month or 12) > _REPORTING or period != whole_year(today.year - 1):
        return False
    told = _PAST_YEAR.match(setting.article.text, start) is not None
    return told and any(one.key == period for one in setting.periods(0, start))


def _goes_on(period: Hashable, start: int, setting: Setting) -> bool:
    """A paragraph without a time of its own goes on with that of the one before, when it had only one."""
    before = setting.article.text.rfind("\n", 0, max(start - 1, 0)) + 1
    return _told(before, start, setting) == {period}


def _told(start: int, end: int, setting: Setting) -> set[Hashable]:
    """The times told between two positions, those left out that something is only compared with."""
    text = setting.article.text
    near = setting.periods(start, end)
    return {one.key for one in near if text[one.span.start - 1 : one.span.start] not in _BASES}


def so_far(found: Moment, claim: Claim, setting: Setting) -> Moment | None:
    """The same days, but no further than the article can see; `None` when it cannot see them at all."""
    if found[1] is None or found[2] is None:
        return found
    if claim.modality is not Modality.ACTUAL:
        of_year = found[3] and found[1] == found[2] and found[1][1:] == _NEW_YEAR  # 年初计划
        return (found[0], found[1], (found[1][0], 12, 31), False) if of_year else found
    summed = _until(found, claim, setting) or _season(found, claim, setting)
    if summed is not None or _is_over(found, claim, setting):
        return summed or found
    today = setting.published
    if today is None or today.day is None or found[1] >= last_day(today):
        return None
    return (found[0], found[1], last_day(today), found[3])


def _is_over(found: Moment, claim: Claim, setting: Setting) -> bool:
    """The days are over when the article speaks, or what is told of them is: a harvest, a season."""
    today = setting.published
    if today is None or today.month is None or found[1] is None or found[2] is None:
        return True
    season = found[1][1:] == _JULY and _OVER.search(setting.words(claim)) is not None
    return last_day(today) >= found[2] or season or _reaped(found, claim, today)


def _reaped(found: Moment, claim: Claim, today: PartialDate) -> bool:
    """The harvest of a year is in before the year is over: 2025年粮食总产量 in December."""
    whole = found[1] is not None and found[2] is not None
    whole = whole and found[1:3] == ((today.year, 1, 1), (today.year, 12, 31))
    return (
        whole and (today.month or 0) > _AUTUMN and _HARVEST.search(claim.quantity.root.indicator) is not None
    )


def occasion(claim: Claim, setting: Setting, period: Hashable = None) -> tuple[str, int] | None:
    """The holiday a claim without days speaks of, and its year; `period` is what was said further up."""
    sentence = setting.sentence(claim)
    near = [one for one in setting.periods(sentence.start, claim.span.start) if "holiday" in one.form]
    if not near and (said := _said_above(period)) and setting.published:
        return said, setting.published.year
    if not near and (period is None or years_back(period)):
        return _rush(setting.article.text[sentence.start : claim.span.start], claim, setting)
    year = _year(near[0], setting) if near else None
    if year is None:
        return None
    words = setting.article.text[sentence.start : claim.span.start]
    name = next((name for name in joining().occasions if name in words), "").strip("“”")
    if not name:
        return None
    return name, year - 1 if _is_ahead(name, year, claim, setting) else year


def _is_ahead(name: str, year: int, claim: Claim, setting: Setting) -> bool:
    """国庆 in an article of January that tells what happened: that of the year before."""
    day, today = calendar.festival(_FULL_NAMES.get(name, name), year), setting.published
    told = claim.modality is Modality.ACTUAL and today is not None and today.year == year
    return told and day is not None and today is not None and last_day(today) < day


def _rush(words: str, claim: Claim, setting: Setting) -> tuple[str, int] | None:
    """春运40天，…: a time of the year that is no date, of the year of the article."""
    found, today = _RUSH.search(words) or _FEAST.search(words), setting.published
    rest = _BASE.sub("", words)
    if found is None or today is None or _OTHER_YEAR.search(rest) or _PART.search(rest):
        return None
    return None if _is_ahead(found["name"], today.year, claim, setting) else (found["name"], today.year)


def _said_above(period: Hashable) -> str:
    """The holiday that a time without days names; empty when it says which one, or names none."""
    if not (isinstance(period, tuple) and len(period) == _SAID and period[0] == "said"):
        return ""
    named = next((name for name in joining().occasions if name in str(period[1])), "")
    return "" if _OTHER_YEAR.search(str(period[1])) else named.strip("“”")


def years_back(period: Hashable) -> int:
    """How many years before the claim's own time a base lies that has no days of its own."""
    if isinstance(period, tuple) and len(period) == 3 and period[0] == "years before":
        return int(period[1])
    return 0


def _year(period: Period, setting: Setting) -> int | None:
    said = period.part("year")
    if said and said.isdigit() and len(said) == 4:
        return int(said)
    return setting.published.year if setting.published else None


def _until(found: Moment, claim: Claim, setting: Setting) -> Moment | None:
    """截至4月底，今年累计…: from the first day of the year to the day that is named."""
    assert found[1] is not None and found[2] is not None
    if found[3] or found[1][1:] != (1, 1) or found[2][1:] != (12, 31):
        return None
    sentence = setting.sentence(claim)
    for one in setting.periods(sentence.start, claim.span.start):
        if one.instant and one.anchor is Anchor.ABSOLUTE and one.last and one.last[0] == found[1][0]:
            return (found[0], found[1], one.last, False)
    return None


def _season(found: Moment, claim: Claim, setting: Setting) -> Moment | None:
    """今年的蓝莓昨天收完，产鲜果2120吨: of the season that is over, not of its last day."""
    start = setting.begin(claim.span.start)
    words = setting.article.text[start : claim.span.start]
    if found[1] != found[2] or found[1] is None or found[3] or not _REAPED.search(words):
        return None
    named = any(one.text.startswith("今年") for one in setting.periods(start, claim.span.start))
    return (
        (found[0], (found[1][0], 1, 1), last_day(setting.published), False)
        if named and setting.published
        else None
    )


def last_day(date: PartialDate) -> tuple[int, int, int]:
    """The last day that a date of a day, a month or a year holds."""
    return date.year, date.month or 12, date.day or _LAST
