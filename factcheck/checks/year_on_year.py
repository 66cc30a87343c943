"""同比 goes back a year and 环比 one period: a base named beside them must be that one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import sentence
from factcheck.checks.parts.told import Told, told_in
from factcheck.model import Reading, Span
from factcheck.patterns import compiled

_YEAR_AGO = compiled(r"环比[（(，,]?(?:与|和|同|较|比)?(?:上年|去年|上一年)同")
_NAMED = r"(?:上月|上个月|上季度|上周|[一二三四]季度|\d{1,2}月份?)"
_LAST_PERIOD = compiled(rf"(?:与|和|同|较|比)(?P<base>{_NAMED})(?:相比|比)?[^。；]{{0,16}}?同比")
_EVEN = compiled(r"相同|持平|一致|相当|收窄|扩大|回落|加快|放缓")
_AGO = compiled(r"去年|上年|同期|20\d\d年")


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Every 环比 that names the same period of last year, and 同比 that names the period before."""
    for here in told_in(subject, (), ("环比",), sentence):
        found = _YEAR_AGO.search(here.text)
        if found:
            yield conflict(_spot(here, found.start(), found.end()), said="环比", other="同比")
    for here in told_in(subject, (), ("同比",), sentence):
        found = _LAST_PERIOD.search(here.text)
        if found and not _AGO.search(found.group()) and not _compared(here, found):
            start = here.text.find("同比", found.start())
            stops = [one.span.end - here.span.start for one in here.figures]
            end = next((stop for stop in stops if start < stop < start + 16), found.end())
            base = _spot(here, found.start("base"), found.end("base"), "base")
            yield conflict(_spot(here, start, end), base, said="同比", other="环比")


def _compared(here: Told, found: re.Match[str]) -> bool:
    """涨幅比上月回落0.2个百分点，同比: the base has had its figure, or its word, before the 同比."""
    start, end = (here.span.start + found.start() + offset for offset in (0, found.group().rindex("同比")))
    if any(start < one.span.start < end for one in here.figures):
        return True
    return _EVEN.search(found.group()) is not None


def _spot(here: Told, start: int, end: int, role: str = "words") -> Spot:
    return Spot(role, Span(here.span.start + start, here.span.start + end))
