"""A place against how many take part: in 31个省份 there is no 第35位, and 倒数第三 is 第29位."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import sentence
from factcheck.checks.parts.standings import number
from factcheck.checks.parts.within import figures_within
from factcheck.model import Dimension, Figure, FigureKind, Reading, Span
from factcheck.patterns import compiled

_AMONG = compiled(r"[^，,。；;、\d]{0,12}?(?:中|里|当中|之中|内)(?=[，,\u4e00-\u9fff])")
_PLACES = frozenset({"位", "名"})
_LAST = compiled(
    "倒数第(?P<last>[一二两三四五六七八九十]|[1-9])[位名]?[，,（(、](?:[即也]|[排名位列居]|在|全[省市县国])*$"
)
_STOPS = compiled(r"[；;。]")


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare each place with the nearest number of participants before it in its sentence."""
    text = reading.article.text
    for figure in reading.figures:
        if figure.kind is not FigureKind.ORDINAL or figure.unit is None or figure.unit.name not in _PLACES:
            continue
        inside = sentence(text, figure.span.start)
        for count in reversed(figures_within(reading, Span(inside.start, figure.span.start))):
            if _STOPS.search(text, count.span.end, figure.span.start):
                break
            if _counts(count) and _AMONG.match(text, count.span.end):
                between = text[count.span.end : figure.span.start]
                yield from _from_last(figure, count, between) or _judged(figure, count)
                break


def _counts(figure: Figure) -> bool:
    unit = figure.unit
    counted = unit is not None and unit.dimension is Dimension.COUNT and figure.kind is FigureKind.QUANTITY
    return counted and figure.value is not None and not figure.hedge


def _from_last(figure: Figure, count: Figure, between: str) -> list[Judgement]:
    """13个设区市里倒数第三，排在第9位: the place from the last, told as well, says which it is."""
    found = _LAST.search(between)
    if found is None or figure.value is None or count.value is None:
        return []
    wanted = int(count.value) - number(found["last"]) + 1
    spots = Spot("rank", figure.span), Spot("count", count.span)
    equation = f"{count.text} − {found['last']} + 1 = {wanted}"
    if figure.value == wanted:
        return [held(*spots, equation=equation)]
    reason = f"{count.text}中倒数第{found['last']}应是第{wanted}位，不是{figure.text}"
    return [conflict(*spots, equation=f"{equation} ≠ {figure.text}", expected=f"第{wanted}位", reason=reason)]


def _judged(figure: Figure, count: Figure) -> Iterator[Judgement]:
    if figure.value is None or count.value is None or count.value < 2:
        return
    spots = Spot("rank", figure.span), Spot("count", count.span)
    if figure.value <= count.value:
        yield held(*spots, equation=f"{figure.text} ≤ {count.text}", weak=True)
    else:
        reason = f"一共只有{count.text}参与，不会有{figure.text}"
        equation = f"{figure.text} > {count.text}"
        yield conflict(*spots, equation=equation, expected=f"不超过{count.value}", reason=reason)
