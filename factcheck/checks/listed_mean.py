"""A mean against the list it is of: 五场依次得24分、31分、18分、29分和33分，场均27分."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.within import saying
from factcheck.model import Dimension, Figure, FigureKind, Reading
from factcheck.patterns import compiled

# What a list of like things is divided by one by one; a mean over people, farms or acres needs weights.
_TIMES = "场月季年日天周次轮局届期节盘站趟批"
_OVER = f"(?:[{_TIMES}]均|平均(?:每一?个?[{_TIMES}位名人家户])?|均值)"
_ANY = compiled("均")  # it is in every name of a mean
_NAMED = "(?:得?分数?|值|成绩|数|气温|雨量|[用耗]时)?(?:[\u4e00-\u9fff]{0,4}?)[约达到高只仅为是有在了]*"
_BARE = (
    "(?:总|他们?|她们?|其|这|那|前|上述|以上|几|[两三四五六七八九十]|[\\d]+|[个位名人家户店场次天日月季年周轮局届期节盘站趟批项组]"
    "|的|里|下来|加起来|算下来|折合|也就是|即|相当于|换算|取|求|得出|由此|因此|最终|最后|全部|一共|结果|测得|测量|总体)*"
)
_MEAN = compiled(f"^[，,、；;：:。]?{_BARE}{_OVER}{_NAMED}$")
_LINK = compiled(r"(?:[、，,]|以?及|和|与|[、，,]?(?:以?及|和|与))[^，,、；;。：:\d]{0,8}?")
_DEALT = compiled("分别|依次|各次?[得是为有]|逐[场月日次]|先后")
# Nothing of these is a list of like things that can be divided by how many there are.
_NOT = compiled(
    "占|比(?!赛|拼|武|分)|最[高低多少大小]|去掉|剔除|除去|加权|其中|部分|主要|目标|计划|至[\\d]|中位"
)
# Means themselves: how much each weighs is not told, but the mean of all lies between them.
_WEIGHED = compiled("均|率(?!先|队|领)|单价|售价|价格|亩产|单产")
# Not all are listed, or each is a bound.
_MORE = compiled("以[上下]|等[，。；、]|等[\\d两三四五六七八九十]")
_MEANT = compiled("均|共|总|合计|累|加|之和|相当|比|即")
_OTHERS = compiled("本赛季|赛季|职业生涯|生涯|全年|全市|全省|全县|全国|同期|此前|以往|去年|上年|历史")
_PAIR, _MOST = 2, 31
_SINGLE = frozenset(
    {Dimension.RATIO, Dimension.POINTS, Dimension.MULTIPLE, Dimension.DOUBLING, Dimension.SPEED}
)


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Every mean that stands alone in the clause behind a list, against the mean of the list."""
    text = reading.article.text
    for inside, figures in saying(reading, _ANY):
        for at in range(_PAIR + 1, len(figures)):
            mean = figures[at]
            if mean.value is None or mean.unit is None or mean.unit.dimension in _SINGLE:
                continue
            if not _ANY.search(text, figures[at - 1].span.end, mean.span.start):
                continue
            run, between = _list(figures, at, text)
            if (
                len(run) >= _PAIR
                and _told(figures, run, text, inside.start)
                and _alone(between, mean, run, text)
            ):
                weighed = _WEIGHED.search(text, inside.start, run[-1].span.end) is not None
                yield from _between(mean, run) if weighed else _judged(mean, run)


def _list(figures: Sequence[Figure], at: int, text: str) -> tuple[list[Figure], Sequence[Figure]]:
    """The list before the figure `at` a place, and what figures stand between the two."""
    end = at - 1
    while end > 0 and not _linked(figures[end - 1], figures[end], text):
        end -= 1
    start = end
    while start > 0 and _linked(figures[start - 1], figures[start], text):
        start -= 1
    unit, said = figures[end].unit, figures[at].unit
    run = list(figures[start : end + 1])
    like = unit is not None and said is not None and unit.base == said.base
    return (run, figures[end + 1 : at]) if like and len(run) > 1 else ([], ())


def _linked(one: Figure, other: Figure, text: str) -> bool:
    """Two members of one list: alike in unit, and between them no more than a mark and a name."""
    if other.kind not in (FigureKind.QUANTITY, FigureKind.NUMBER) or one.value is None or other.value is None:
        return False
    units = [one.unit.base if one.unit is not None else "", other.unit.base if other.unit is not None else ""]
    link = _LINK.fullmatch(text, one.span.end, other.span.start)
    return link is not None and (units[0] == units[1] or not units[0]) and _MEANT.search(link.group()) is None


def _told(figures: Sequence[Figure], run: Sequence[Figure], text: str, start: int) -> bool:
    """The words say that the list is of all: 分别, 依次, or as many as were counted before it."""
    words = text[start : run[0].span.start]
    end = run[-1].span.end
    if _NOT.search(text[start:end]) or _MORE.search(text[start : end + 2]) or not _PAIR <= len(run) <= _MOST:
        return False
    if _DEALT.search(words) is not None:
        return True
    return any(one.value == len(run) for one in figures if one.span.start < run[0].span.start)


def _alone(between: Sequence[Figure], mean: Figure, run: Sequence[Figure], text: str) -> bool:
    """The mean has no other name than that, and nothing else is told of between, but for the sum."""
    start = between[-1].span.end if between else run[-1].span.end
    words = text[start : mean.span.start]
    clause = re.split("[，,；;：:]", words)[-1]
    if not _MEAN.match(clause) or _OTHERS.search(words) or "。" in words:
        return False
    if not _amid(mean, run):
        return False
    total = sum((Fraction(one.value or 0) for one in run), Fraction(0))
    return all(one.value is not None and Fraction(one.value) == total for one in between)


def _amid(mean: Figure, run: Sequence[Figure]) -> bool:
    """Nowhere near the list is a mean of something else: 三个年级420人、380人、400人，平均每班45人."""
    values = [_based(one, run[-1]) for one in run]
    return min(values) / 2 <= _based(mean, mean) <= max(values) * 2


def _based(figure: Figure, last: Figure) -> Fraction:
    """The value in base units; 12.1 of 12.1、8.4万辆 has those of the last of its list."""
    unit = figure.unit or last.unit
    return Fraction(figure.value or 0) * (unit.scale if unit is not None else 1)


def _judged(mean: Figure, run: Sequence[Figure]) -> Iterator[Judgement]:
    scale = mean.unit.scale if mean.unit is not None else Fraction(1)
    made = sum((_based(one, run[-1]) for one in run), Fraction(0)) / len(run) / scale
    said = Fraction(mean.value or 0)
    step = Fraction(mean.step or 1)
    last = run[-1].unit.scale if run[-1].unit is not None else Fraction(1)
    rough = max(Fraction(one.step or 1) for one in run) * last / scale / 2
    room = abs(made) / 20 if mean.hedge else max(step, rough)
    spots = Spot("mean", mean.span), *(Spot("part", one.span) for one in run)
    shown = f"（{' + '.join(one.text for one in run)}）÷ {len(run)}"
    unit = mean.unit.name if mean.unit is not None else ""
    if abs(made - said) <= room:
        yield held(*spots, equation=f"{shown} = {mean.text}")
    else:
        yield conflict(*spots, equation=f"{shown} ≠ {mean.text}", expected=f"{_rounded(made, step)}{unit}")


def _between(mean: Figure, run: Sequence[Figure]) -> Iterator[Judgement]:
    """三块田亩产712公斤、698公斤、735公斤，平均亩产751公斤: above all of them, whatever each weighs."""
    values = sorted(run, key=lambda one: _based(one, run[-1]))
    low, high = _based(values[0], run[-1]), _based(values[-1], run[-1])
    step = Fraction(mean.step or 1) * (mean.unit.scale if mean.unit is not None else 1)
    spots = Spot("mean", mean.span), *(Spot("part", one.span) for one in run)
    if not mean.hedge and not low - step <= _based(mean, mean) <= high + step:
        ends = f"{values[0].text}至{values[-1].text}之间"
        yield conflict(*spots, equation=f"{mean.text} ∉ [{values[0].text}, {values[-1].text}]", expected=ends)


def _rounded(value: Fraction, step: Fraction) -> str:
    """A value to the last printed place."""
    steps = floor(value / step + Fraction(1, 2))
    whole = Decimal((steps * step).numerator) / Decimal((steps * step).denominator)
    return f"{whole:f}"
