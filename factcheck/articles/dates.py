"""When an article speaks: stated dates first, then the dateline, then what it tells of as past.

An article that says “2023年，…增长9.2%” speaks from 2024 at the earliest; one that says “9月23日”
speaks from the year that fits what else it tells of as past.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from factcheck.articles.telling import Day, earliest, named, of_news, planned
from factcheck.articles.weekdays import in_step
from factcheck.model import Article, BlockKind, PartialDate, Span
from factcheck.model.date import possible
from factcheck.patterns import compiled
from factcheck.records import dataclass

_FAR = 200_000
_HEAD, _FOOT = 1500, 400
_KEYS = (
    "date",
    "published",
    "publish_date",
    "pubdate",
    "publishdate",
    "datepublished",
    "发布日期",
    "发布时间",
    "日期",
    "时间",
    "created",
)
_YEAR = (
    r"(?P<year>[12１２一二](?:(?:(?<=1)9|(?<=2)0|(?<=１)９|(?<=２)０)\d\d"
    r"|(?<=[一二])[九〇○零０][〇○零０一二三四五六七八九]{2}))"
)
_MONTH = r"(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?P<day>\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_FULL = rf"{_YEAR}\s?[年\-./]\s?{_MONTH}\s?[月\-./]\s?{_DAY}(?!\d)"
_STATED = compiled(
    r"[时日](?:(?<=时)间|(?<=日)期)(?:(?<=^..)|(?<=[\s　]..)"
    r"|(?<=发布..|发表..|更新..|印发..|成文..|公布..|播发..|刊发..)|(?<=播出..|披露..|发文..|签发..|发稿..|见报..|出版..|刊登..))"
    rf"[:：\s]{{0,3}}{_FULL}",
    re.MULTILINE,
)
# （2026年5月1日发布）
_GIVEN_OUT = compiled(rf"^[（(]{_FULL}\s?日?\s?(?:发布|公布|印发|刊发|播发)[）)]", re.MULTILINE)
_LINE = compiled(_FULL)
_YEAR_FIRST = compiled(rf"\s*{_YEAR}(?:\s?[年\-./]\s?{_MONTH}(?:\s?[月\-./]\s?{_DAY})?)?(?!\d)")
_ALONE = compiled(rf"[（(]?{_FULL}\s?日?[）)]?")
# 新华社北京2024年10月8日电, 本报讯 2024年10月8日, 【甲市2024年10月8日讯】: a dateline with its day in full.
_WIRED = compiled(
    r"^[（(【\[]?(?:(?P<news>[\u4e00-\u9fff]{1,8}[报网社][^\n，。0-9]{0,8}讯[^\n，。0-9]{0,12}?)"
    r"|[\u4e00-\u9fff]{1,8}[社网报][^\n，。0-9]{0,16}?|(?<=[（(【\[])[\u4e00-\u9fff]{0,6})"
    rf"{_FULL}\s?日?(?(news)|\s?(?:电(?![话视子力商影网费价量])|讯(?!息)))",
    re.MULTILINE,
)
# 2025年10月9日讯（记者 张三）, 省水利厅2026年3月27日（星期五）消息: the day in full, of no newspaper;
# or before its name: 2025年3月6日 岭川晚报讯（记者 周远）.
_DAY_WIRED = compiled(
    r"^[（(【\[*]*(?:[\u4e00-\u9fff]{2,12}(?:中心|[厅局台部委办院馆站所]|集团|公司|体育|财经))?"
    rf"{_FULL}\s?日?\s?(?:[（(](?:星期|周).[）)]\s?)?(?:[\u4e00-\u9fff]{{2,12}}(?=讯\s?[（(]))?"
    r"(?:[讯消](?:(?<=讯)(?![息问])|息(?![面灵化]))|电(?![话视子力商影网费价量]))",
    re.MULTILINE,
)
_DATELINE = compiled(
    r"^(?:本报讯|本报[\u4e00-\u9fff]{0,8}[讯电]|[\u4e00-\u9fff]{2,8}(?:社|网|报)[\u4e00-\u9fff]{0,10}?)"
    r"[^\n]{0,48}?(?<![\d年])(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日",
    re.MULTILINE,
)
_LEAD = compiled(
    r"(?P<month>\d(?:(?<=^.)|(?<=[。？！].)|(?<=^记者.)|(?<=[。？！]记者.))\d?)\s?月\s?(?P<day>\d{1,2})\s?日"
    r"(?:[上下]午|晚)?(?:[，,]\s?(?:本报)?(?:全媒体)?记者"
    r"|从[^，。\n]{2,20}(?:获悉|了解到)|[，,][^，。\n]{2,24}(?:公布|发布|披露|通报|召开))",
    re.MULTILINE,
)
_FILE_DAY = compiled(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-_.年]?(?P<month>[01]\d)[-_.月]?(?P<day>[0-3]\d)(?!\d)")
_FILE_YEAR = compiled(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)")
_YEARLY = compiled(r"公报|年报|年鉴|年度")
_DAYS = compiled(r"(?P<month>[0-9][0-9]?)\s?月\s?(?P<day>[0-9]{1,2})\s?日")
_YEAR_BEFORE = compiled(r"(?:\d|\.|\d\s?年\s?)\Z")
_OTHER_YEAR = compiled(r"(?:去年|上年|前年|明年|次年|同年|翌年|当年|\d\s?年)[^，。；\n]{0,3}$")
_NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"〇": 0, "○": 0}

_LAST = 3  # blocks at the end of an article that may hold a signature
_AUTUMN, _SPRING = 9, 4  # an article of spring tells of the autumn before
_LEARNT = "首段日期"
_TOLD_LAST = "文中最晚的日期"
_OF_PAGE = "同版日期"
_GUESSES = frozenset({_LEARNT, _TOLD_LAST})

_NEVER: Day = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Clue:
    """A date and how it was learnt."""

    date: PartialDate
    how: str
    span: Span | None = None


def dated(articles: Sequence[Article]) -> list[Clue | None]:
    """The best clue to when each of these articles speaks, which were printed together.

    What one of them tells of as past is past for all, and an article without a date of its own
    has that of the page.
    """
    stated = [_possible(_from_meta(article) or _from_lines(article)) for article in articles]
    if all(stated):
        return stated
    after = _since(articles)
    vague = not any(named(article.text, after[0]) for article in articles)
    clues = [clue or _inferred(article, after, vague) for article, clue in zip(articles, stated, strict=True)]
    page = _of_page(clues)
    return [_possible(_own_or_page(clue, page)) for clue in clues]


def _since(articles: Sequence[Article]) -> Day:
    """The earliest day these articles can be of; zeros where all years in them are of long ago.

    1950年生, 2009年办厂时 and 建于1995年 tell nothing of the year they are told in.
    """
    after = max((earliest(article.text) for article in articles), default=_NEVER)
    return after if any(of_news(article.text, after[0]) for article in articles) else _NEVER


def _possible(clue: Clue | None) -> Clue | None:
    """The clue without a day that the calendar does not have: 6月31日 tells no more than June."""
    date = clue.date if clue else None
    if clue is None or date is None or date.month is None or date.day is None:
        return clue
    return replace(clue, date=possible(date.year, date.month, date.day))


def _inferred(article: Article, after: Day, vague: bool) -> Clue | None:
    if path := not (line := _from_dateline(article, after)) and _from_path(article, after):
        return path
    clue = line or _from_lead(article, after) or _from_told(article, after)
    return replace(clue, date=in_step(article.text, clue.date)) if clue and vague else clue


def _of_page(clues: Sequence[Clue | None]) -> Clue | None:
    """The date of a dateline on the page, else the latest day that is told of."""
    full = [clue for clue in clues if clue is not None and clue.date.day is not None]
    stated = [clue for clue in full if clue.how != _TOLD_LAST]
    return max(stated or full, key=lambda clue: str(clue.date), default=None)


def _own_or_page(clue: Clue | None, page: Clue | None) -> Clue | None:
    if page is None or (clue is not None and clue.how != _TOLD_LAST):
        return clue
    if clue is not None and clue.date.day is not None and clue.date >= page.date:
        return clue
    return Clue(page.date, page.how if page.how in _GUESSES else _OF_PAGE)


def _from_meta(article: Article) -> Clue | None:
    meta = dict(article.document.meta)
    for key in _KEYS if meta else ():
        date = parsed(meta.get(key, ""))
        if date:
            return Clue(date, "文首元数据")
    return None


def parsed(words: str) -> PartialDate | None:
    """A date at the start of `words`, year first; month and day may be missing."""
    found = _YEAR_FIRST.match(words)
    return _partial(found) if found else None


def _from_lines(article: Article) -> Clue | None:
    """A line that says when it was published, or a line at the top that is a date."""
    text = article.text
    full = _LINE.search(text, 0, _HEAD)  # a day in full is in all that is looked for there
    found = full and _STATED.search(text, 0, _HEAD)
    found = found or _STATED.search(text, max(0, len(text) - _FOOT))
    if found or (full and (found := _GIVEN_OUT.search(text, 0, _HEAD))):
        return _clue(found, "发布时间")
    if full and (wired := _WIRED.search(text, 0, _HEAD) or _DAY_WIRED.search(text, 0, _HEAD)):
        return _clue(wired, "电头")
    for block in article.blocks[:12]:
        if block.kind in {BlockKind.BYLINE, BlockKind.CAPTION}:
            found = _LINE.search(text, block.span.start, block.span.end)
            if found:
                return _clue(found, "日期行")
        elif block.kind is BlockKind.PARAGRAPH and block.span.end - block.span.start > 60:
            break
    return _signed(article)


def _signed(article: Article) -> Clue | None:
    """The day below the name of who issues a notice, a line of its own at the very end."""
    for block in article.blocks[-_LAST:]:
        found = _ALONE.fullmatch(article.text, block.span.start, block.span.end)
        if found and block.kind is BlockKind.BYLINE:
            return _clue(found, "落款")
    return None


def _from_dateline(article: Article, after: Day) -> Clue | None:
    found = _DATELINE.search(article.text)
    if found is None or not after[0]:
        return None
    return Clue(_following(after, int(found["month"]), int(found["day"])), "电头", Span(*found.span("month")))


def _from_lead(article: Article, after: Day) -> Clue | None:
    """The day on which a reporter learnt of it: 4月8日，记者从铁路部门获悉."""
    found = _LEAD.search(article.text, 0, _HEAD)
    if found is None or not after[0]:
        return None
    month, day = int(found["month"]), int(found["day"])
    if (month, day) < after[1:] and not (after[1] >= _AUTUMN and month <= _SPRING):
        return None
    return Clue(_following(after, month, day), _LEARNT, Span(*found.span("month")))


def _from_path(article: Article, told: Day) -> Clue | None:
    stem = PurePath(article.document.path).stem
    found = _FILE_DAY.search(stem)
    if found and (date := _partial(found)):
        return Clue(date, "文件名")
    year = _FILE_YEAR.search(stem)
    if year is None:
        return None
    after = int(year["year"]) + bool(_YEARLY.search(stem))
    if told[0] == after and told[1]:
        return Clue(PartialDate(after, told[1], told[2] or None), _TOLD_LAST)
    return Clue(PartialDate(after), "文件名")


def _from_told(article: Article, after: Day) -> Clue | None:
    """The latest day told as past."""
    if not after[0]:
        return None
    text = article.text[:_FAR]
    days = [(int(d["month"]), int(d["day"])) for d in _DAYS.finditer(text) if _this_year(text, d)]
    late = max(days, default=None)
    if late and (late >= after[1:] or (after[1] >= _AUTUMN and late[0] <= _SPRING)):
        return Clue(_following(after, *late), _TOLD_LAST)
    return Clue(PartialDate(after[0], after[1] or None, after[2] or None), _TOLD_LAST)


def _this_year(text: str, found: re.Match[str]) -> bool:
    """Whether a day without a year is told as past and of no other year."""
    if not (1 <= int(found["month"]) <= 12 and 1 <= int(found["day"]) <= 31):
        return False
    if _YEAR_BEFORE.search(text, max(0, found.start() - 4), found.start()):
        return False
    return not _OTHER_YEAR.search(text[max(0, found.start() - 10) : found.start()]) and not planned(
        text, found
    )


def _following(after: Day, month: int, day: int) -> PartialDate:
    """The first `month`-`day` that is not before `after`."""
    year = after[0] + ((month, day) < after[1:])
    return PartialDate(year, month, day)


def _clue(found: re.Match[str], how: str) -> Clue | None:
    date = _partial(found)
    return Clue(date, how, Span(found.start("year"), found.end())) if date else None


def _partial(found: re.Match[str]) -> PartialDate | None:
    year = (
        _number(found["year"])
        if found["year"][0].isdigit()
        else int("".join(str(_NUMERALS[c]) for c in found["year"]))
    )
    month, day = _number(found["month"]), _number(found["day"])
    if month is None or not 1 <= month <= 12:
        return PartialDate(year or 0)
    return PartialDate(year or 0, month, day if day and day <= 31 else None)


def _number(words: str | None) -> int | None:
    """A number up to 31, in digits or in characters."""
    if not words:
        return None
    if words.isdecimal():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if ten else 0) + _NUMERALS.get(ones, 0)
