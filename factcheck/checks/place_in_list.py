"""The place of one of those whose values are listed: 甲2310亿元，乙1985亿元，丙1642亿元，丙排在第二位."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.within import figures_within
from factcheck.model import Claim, Figure, FigureKind, Reading, Span
from factcheck.patterns import compiled

# 四市之中平原市总量排在(第二位), 东城区位居(第三).
_PLACED = compiled(
    "(?:^|[，。；：])(?:[其这][中些]|[^，。；：]{0,8}(?:之中|当中|[中里])[，,]?)?(?P<who>[\u4e00-\u9fff]{2,6}?)(?:区|县|市|镇|队)?"
    "(?:的?(?:总量|产量|成绩|得分|积分|增速|总额|销量|人数|票数))?(?:[暂则也仅只]|以此)*(?:排名|排在|排|位居|位列|居|列|名列)(?:在)?$"
)
_ELSEWHERE = compiled("全[国省市县球区]|世界|同[类比行]|第一方阵|倒数|并列")
_LESS_IS_FIRST = compiled(
    "用时|耗时|时间|浓度|[能电水煤]耗|最[低少短轻干好]|[由从][低少短]|杆|失误|投诉|事故|[伤死]亡|污染|成本|负债|[房物油菜粮]?价|率"
)
_NEXT = compiled("[，、；]")
_STOP = "。！？\n"
_FEWEST, _MOST, _ROOM, _LEAD, _FAR = 3, 12, 60, 26, 60


def check(subject: Sequence[Claim], reading: Reading) -> Iterator[Judgement]:
    """Hold every place against the list right before it, from the largest down or from the smallest up."""
    text = reading.article.text
    for at, rank in enumerate(reading.figures):
        if rank.kind is not FigureKind.ORDINAL or rank.value is None:
            continue
        start = max(0, rank.span.start - _LEAD)
        found = _PLACED.search(text, start, rank.span.start)
        if found is None or _ELSEWHERE.search(text, start, rank.span.end + 2):
            continue
        items = _listed(text, reading.figures[:at], found.start())
        own = [place for place, one in enumerate(items) if found["who"][:2] in _words(text, one)]
        if len(items) >= max(_FEWEST, int(rank.value)) and len(own) == 1:
            yield from _judged(rank, items, own[0], reading)


def _listed(text: str, figures: Sequence[Figure], end: int) -> list[Figure]:
    """The values of one unit that a list tells last before `end`, each behind a name."""
    found: list[Figure] = []
    for one in reversed([one for one in figures[-_MOST:] if one.span.end <= end]):
        if found and one.unit != found[-1].unit and not text[one.span.start].isdecimal():
            continue  # 一班 is a name
        between = text[one.span.end : found[-1].span.start if found else end]
        alike = not found or one.unit == found[-1].unit
        if len(between) > _ROOM or not alike or not _words(text, one) or one.value is None:
            break
        if found and (_NEXT.match(between) is None or any(stop in between for stop in _STOP)):
            break
        if one.hedge or one.unit is None:
            return []
        found.append(one)
    return found[::-1]


def _words(text: str, one: Figure) -> str:
    """The words between a value and the stop before it."""
    found = re.search("[^，。；：、\n]*$", text[max(0, one.span.start - _LEAD) : one.span.start])
    return found.group() if found is not None else ""


def _judged(rank: Figure, items: Sequence[Figure], own: int, reading: Reading) -> Iterator[Judgement]:
    """No place is told of values that repeat, nor of a list with others between."""
    values = [one.worth or 0 for one in items]
    inside = Span(items[0].span.start, items[-1].span.end)
    others = [one for one in figures_within(reading, inside) if one.unit == items[0].unit]
    if len(set(values)) < len(values) or len(others) > len(items):
        return
    down = sorted(values, reverse=True).index(values[own]) + 1
    lead = reading.article.text[max(0, inside.start - _FAR) : rank.span.start]
    places = {down, len(values) + 1 - down} if _LESS_IS_FIRST.search(lead) else {down}
    spots = Spot("rank", rank.span), Spot("own", items[own].span)
    if rank.value in places:
        yield held(*spots, weak=len(places) > 1, equation=f"{items[own].text} = {rank.text}")
    else:
        told = " > ".join(one.text for one in sorted(items, key=lambda one: -(one.worth or 0)))
        yield conflict(*spots, equation=told, expected=f"第{down}")
