"""Days named one by one, and how many they are said to be: 停水时间为3日、5日、7日，共三天."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import in_clause, sentence
from factcheck.checks.parts.dates import day
from factcheck.checks.parts.within import figures_within
from factcheck.model import Dimension, Figure, Period, Reading, Span
from factcheck.patterns import compiled

_JOINT = compiled("、|[，,]?(?:和|及|以及|与)")
_TOTAL = compiled(
    "(?:(?:一|总)?共(?:计)?|合计|总计)(?:有|停|休|开放|举行|举办|召开|进行|持续|开|办|下|为)*了?$"
)
_TIMES = compiled("先后|前后|分别|相继|接连")
_UNITS = frozenset({"天", "日", "次", "场", "期", "轮", "回", "批"})
_LEAST = 3


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Compare each run of three single days and more with the total behind it in its sentence."""
    text = reading.article.text
    for run in _runs(text, reading.periods):
        end = run[-1].span.end
        inside = sentence(text, end)
        for figure in figures_within(reading, Span(end, inside.end))[:1]:
            if _totals(text, end, figure) and "每" not in text[inside.start : inside.end]:
                yield from _judged(run, figure)


def _runs(text: str, periods: Sequence[Period]) -> Iterator[list[Period]]:
    run = list(periods[:1])
    for one, two in pairwise([*periods, None]):
        if one is not None and two is not None and _JOINT.fullmatch(text, one.span.end, two.span.start):
            run.append(two)
            continue
        if len(run) >= _LEAST and all(day(each) is not None and each.part("day") for each in run):
            yield run
        run = [two] if two is not None else []


def _totals(text: str, end: int, figure: Figure) -> bool:
    """Whether a figure behind a run says how many days or times it was."""
    unit, words = figure.unit, text[end : figure.span.start]
    if unit is None or unit.name not in _UNITS or figure.hedge or len(words) > 16:
        return False
    last = words[max(words.rfind("，"), words.rfind(",")) + 1 :]
    told = _TOTAL.search(words) is not None
    several = _TIMES.search(last) is not None and unit.dimension is Dimension.COUNT
    return (told or several) and not in_clause(text[figure.span.end :]).startswith("以")


def _judged(run: Sequence[Period], figure: Figure) -> Iterator[Judgement]:
    """As many days as are named; there may be more times than days."""
    spots = Spot("count", figure.span), Spot("day", run[0].span), Spot("day", run[-1].span)
    listed, days = str(len(run)), figure.unit is not None and figure.unit.name in ("天", "日")
    if figure.value == len(run):
        yield held(*spots, equation=f"{figure.text} = {listed}")
    elif figure.value is not None and (days or figure.value < len(run)):
        yield conflict(*spots, equation=f"{figure.text} ≠ {listed}", expected=listed, listed=listed)
