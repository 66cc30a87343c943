"""What a text tells of as past, by the years it names: the first day from which it can speak."""

from __future__ import annotations

import re

from factcheck.articles.founded import founded
from factcheck.articles.passed import announced, of_a_life, over, reported
from factcheck.articles.weekdays import current
from factcheck.patterns import compiled

_FAR = 200_000
_TOLD = compiled(
    r"(?P<year>[12](?:(?<=1)9|(?<=2)0)\d\d)"
    r"(?:\s?年(?:\s?(?P<month>1[0-2]|0?[1-9])\s?月(?:\s?(?P<day>[0-3]?\d)\s?日)?)?"
    r"|(?<=[\s“《（(、，。「](?:19|20)\d\d)(?=[\u4e00-\u9fff]{2})(?![元万亿余多人名家户个只台吨亩公米斤件次年度座所辆]))"
)
_WHOLE = compiled(r"\s?(?:全年|年?末|年?底|，|,|(?:全国|全[省市州县区]|我[省市州县区]))")
_PAST = compiled(
    r"增长|实现|完成|达到?|下降|累计|新增|突破|超过|减少|提高|为|占|较|比|有|建成|投用|销量|产值"
)
_PLANNED = compiled(
    r"将|期限至|有效期|届满|到期|力争|计划|预计|预期|拟|目标|有望|届时|打算|争取|前完成|规划到|到\s?20"
)
_CLAUSE = compiled(r"[。；！？\n，,]")
_CLAUSE_BEFORE, _CLAUSE_AFTER = 30, 40

Day = tuple[int, int, int]
_NEVER: Day = (0, 0, 0)
_OLD = 2  # years back from the earliest year an article can be of, where its news may still lie


def earliest(text: str) -> Day:
    """The earliest day from which a text can speak that tells of these things as past; zeros unknown."""
    told = (_told(text, found) for found in _TOLD.finditer(text[:_FAR]))
    return max((day for day in told if day), default=_NEVER)


def of_news(text: str, year: int) -> bool:
    """Whether a text tells something of `year`, or of the year before it, as its news."""
    return any(
        (day := _told(text, found)) is not None and day[0] >= year - 1 and founded(text, found)
        for found in _TOLD.finditer(text[:_FAR])
        if int(found["year"]) >= year - _OLD
    )


def named(text: str, year: int) -> bool:
    """Whether a text names `year` as that of its news, and not only to compare with."""
    told = (found for found in _TOLD.finditer(text[:_FAR]) if int(found["year"]) == year)
    return any(current(text, found) and not planned(text, found) for found in told)


def _told(text: str, found: re.Match[str]) -> Day | None:
    """The first day on which what is told at `found` was past, `None` when it is not told as past."""
    if planned(text, found) or of_a_life(text, found):
        return None
    year, month, day = int(found["year"]), int(found["month"] or 0), int(found["day"] or 0)
    if month:
        return (year, month, day) if day <= 31 else None
    if over(text, found) or announced(text, found):
        return (year + 1, 0, 0)
    whole = _WHOLE.match(text, found.end())
    if whole and _PAST.search(text, whole.end(), found.end() + 40):
        return (year + 1, 0, 0)
    if reported(text, whole.end() if whole else found.end(), whole=whole is not None):
        return (year + 1, 0, 0)
    return (year, 0, 0)


def planned(text: str, found: re.Match[str]) -> bool:
    """Whether the clause around `found` speaks of what is still to come."""
    start = max(0, found.start() - _CLAUSE_BEFORE)
    start = max((stop.end() for stop in _CLAUSE.finditer(text, start, found.start())), default=start)
    end = min(len(text), found.end() + _CLAUSE_AFTER)
    stop = _CLAUSE.search(text, found.end() + 1, end)
    return bool(_PLANNED.search(text, start, stop.start() if stop else end))
