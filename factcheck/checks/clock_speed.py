"""A mean speed against the way and two clock times: 1时20分发车，7时20分抵达，全程510公里，时速85公里."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import with_last
from factcheck.checks.parts.durations import durations
from factcheck.checks.parts.stretches import clock_minute, kind_of
from factcheck.checks.parts.within import figures_within, periods_within
from factcheck.model import Dimension, Figure, Period, Reading, Span
from factcheck.patterns import compiled

_SPEED = compiled(
    "(?:平均|均)(?:时速|车速|速度|航速|船速|每一?个?小时[\u4e00-\u9fff]{0,4})(?:约|达到?|高达|只有|仅|为|是)*$"
)
_WAY = compiled(
    "(?:全长|全程|里程|距离|路程|航程|行程|总程|跑|行驶|走|飞|骑|游|开|航行|驶)(?:完|过|出|了|约|共|为|是|达)*$"
)
# 从临海到新城312公里
_FROM_TO = compiled("(?:^|[，。；从由自])[^，。；到至从由自]{1,8}[到至][^，。；0-9时点分]{1,8}$")
_WAY_BEHIND = compiled("的?(?:路程?|里程|行程|[跑走开骑飞]下来|[跑走开骑飞]完)")
_STOPPED = compiled(
    "休息|停留|[途沿]途?[中间]?停靠|停靠.{0,6}站后|经停|中转|停车|途中停|次日|翌日|第二天|隔天|间歇|午休|扣除|除去|许|左右|前后|预计|计划|将于"
)
_LEFT = compiled(
    "发车|出发|启程|起飞|启航|离港|起航|发枪|鸣枪|起跑|开出|驶出|驶离|开车|上路|起步|离开|始发|动身|离站|从"
)
_CAME = compiled(
    "抵达|靠上|靠岸|靠码头|停靠|到达|到站|进站|靠泊|靠港|降落|冲线|进港|撞线|到港|终点|运抵|驶入|到了|返回|回到"
)
_DAY, _TWO, _LOOK = 24 * 60, 2, 4


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Every mean speed whose sentence, or the one before with it, tells one way and two clock times."""
    text = reading.article.text
    if "速" not in text and "小时" not in text:
        return
    for figure in reading.figures:
        if not _is_speed(figure, text):
            continue
        inside = with_last(text, figure.span.start)
        clocks = [one for one in periods_within(reading, inside) if kind_of(one) == "clock"]
        ways = [one for one in figures_within(reading, inside) if one is not figure and _is_way(one, text)]
        told = Span(inside.start, figure.span.end)  # 时速150公里，比大巴快一个多小时
        if len(clocks) == _TWO and len(ways) == 1 and _plain(reading, told, clocks, text):
            yield from _judged(figure, ways[0], clocks)


def _is_speed(figure: Figure, text: str) -> bool:
    if figure.unit is None or figure.value is None or figure.hedge:
        return False
    length = figure.unit.dimension in (Dimension.LENGTH, Dimension.SPEED)
    return length and _SPEED.search(text, max(0, figure.span.start - 16), figure.span.start) is not None


def _is_way(figure: Figure, text: str) -> bool:
    if figure.unit is None or figure.unit.dimension is not Dimension.LENGTH or not figure.value:
        return False
    at = figure.span.start
    told = _WAY.search(text, max(0, at - 8), at) or _FROM_TO.search(text, max(0, at - 20), at)
    return told is not None or _WAY_BEHIND.match(text, figure.span.end) is not None


def _plain(reading: Reading, inside: Span, clocks: Sequence[Period], text: str) -> bool:
    """One set out at the first time and came at the second, and no other length of time is told."""
    words = text[inside.start : inside.end]
    if _STOPPED.search(words):
        return False
    if any(inside.start <= one.span.start < inside.end for one in durations(reading.figures, text)):
        return False
    first, second = (one.span for one in clocks)
    left = _LEFT.search(text, max(inside.start, first.start - _LOOK), second.start)
    return left is not None and _CAME.search(text, second.end, min(inside.end, second.end + 16)) is not None


def _judged(speed: Figure, way: Figure, clocks: Sequence[Period]) -> Iterator[Judgement]:
    start, end = (clock_minute(one) for one in clocks)
    if start is None or end is None or start == end or speed.unit is None or way.unit is None:
        return
    apart = Fraction((end - start) % _DAY)
    loose = Fraction(1 if all(one.part("minute") or one.text.endswith("整") for one in clocks) else 10)
    covered = way.worth or Fraction(0)
    hourly = speed.unit.scale * (3600 if speed.unit.dimension is Dimension.SPEED else 1)
    least, made, most = (covered * 60 / (apart + more) / hourly for more in (loose, Fraction(0), -loose))
    said, room = Fraction(speed.value or 0), Fraction(speed.step or 1)
    room += Fraction(way.step or 1) * way.unit.scale * 60 / apart / hourly
    spots = Spot("speed", speed.span), Spot("way", way.span), *(Spot("clock", one.span) for one in clocks)
    shown = f"{way.text} ÷ （{clocks[0].text}至{clocks[1].text}）"
    if apart <= loose:
        return
    if least - room <= said <= most + room:
        yield held(*spots, equation=f"{shown} = {speed.text}")
    else:
        yield conflict(*spots, equation=f"{shown} ≠ {speed.text}", expected=f"{round(made)}{speed.unit.name}")
