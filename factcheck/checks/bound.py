"""A rounded figure against the exact one beside it: 近500名（527名）, 突破1000亿元，达986.4亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import either, outer
from factcheck.model import Figure, FigureKind, Reading
from factcheck.patterns import compiled

_KINDS = frozenset({FigureKind.QUANTITY, FigureKind.PERCENT, FigureKind.NUMBER, FigureKind.POINTS})
_NEAR = Fraction(1, 4)
_LOOSE = compiled(r"[约近超逾余多几左右上下内]|不|突破")
_REACHED = compiled(r"[已高多]?达到?")
_ABOVE = ("高于", "多于", "大于")
_NORM = compiled(
    r"(?:的[^，。；\d]{0,8}(?:标准|要求|限值|均值|平均值?|水平|目标值?|警戒线|红线|底线|承诺值?|限额|上限|下限|指标|门槛|规定|基准))?[，。；]"
)
_ATTRIBUTE = compiled(r"的[^，。；]{1,12}(?:有|共|达|占|为)")
_COMPARED = ("高于", "多于", "低于", "少于", "大于", "小于")
_BOUNDS = compiled(r"超|逾|突破|多于|高于|近|接近|不足|不到|未满|不满|余|多|过")


def check(subject: Reading, reading: Reading, *, links: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """Compare each bounded figure with a plain one in brackets behind it, or joined by a word of `links`."""
    joined = compiled(
        rf"(?P<noun>[\u4e00-\u9fff]{{0,8}})(?:[（(](?:即|共|实际|实有|为|其实)?|[，,](?P<words>(?:(?![年月前原期均低比较其另])[\u4e00-\u9fff]){{0,9}}?)"
        rf"(?P<link>{either(link for link in links if link)}))"
    )
    text = reading.article.text
    for first, second in pairwise(reading.figures):
        if (
            not (first.hedge or second.hedge)
            or not _comparable(first, second)
            or not _beside(text, first, second, joined)
        ):
            continue
        for bound, exact in ((first, second), (second, first)):
            if bound is second and second.hedge.startswith(_COMPARED):
                yield from _against(text, bound, exact)
            elif _bounded(bound) and not _LOOSE.search(exact.hedge):
                yield from _judged(text, bound, exact)


def _comparable(first: Figure, second: Figure) -> bool:
    if first.kind not in _KINDS or second.kind not in _KINDS or first.value is None or second.value is None:
        return False
    units = [figure.unit.name if figure.unit is not None else "" for figure in (first, second)]
    if units[0] != units[1] or not first.value or not second.value:
        return False
    one, two = first.value, second.value
    if isinstance(one, Decimal) and isinstance(two, Decimal) and 2 * abs(two - one) > abs(one):
        return False  # far from it
    return abs(Fraction(second.value) / Fraction(first.value) - 1) <= _NEAR


def _beside(text: str, first: Figure, second: Figure, joined: re.Pattern[str]) -> bool:
    """Whether one figure explains the other: brackets, or a comma and a word of reaching or bounding."""
    start, end = outer(text, first).end, outer(text, second).start
    between = text[start:end]
    found = joined.fullmatch(between)
    if found is not None:
        closing = text[second.span.end : second.span.end + 8]
        return found.group("link") is not None or any(mark in closing for mark in "）)")
    if _ATTRIBUTE.match(text, outer(text, second).end):
        return False  # 平均46.8毫米，超过50毫米的站点有38个: another thing
    if second.hedge.startswith(_COMPARED):
        return between in ("，", ",") and _NORM.match(text, outer(text, second).end) is not None
    return between in ("，", ",") and (_bounded(second) or _REACHED.fullmatch(second.hedge) is not None)


def _bounded(figure: Figure) -> bool:
    return bool(figure.hedge) and _BOUNDS.search(figure.hedge) is not None


def _against(text: str, peer: Figure, exact: Figure) -> Iterator[Judgement]:
    """充足率6.47%，高于7.5%的监管要求: another number, which this one is said to be above or below."""
    if exact.hedge or exact.value is None or peer.value is None or exact.value == peer.value:
        return
    above = peer.hedge.startswith(_ABOVE)
    whole = outer(text, peer)
    spots = Spot("bound", whole), Spot("exact", exact.span)
    if (exact.value > peer.value) == above:
        yield held(*spots, equation=f"{exact.text} {'>' if above else '<'} {peer.text}", weak=True)
    else:
        yield conflict(*spots, equation=f"{exact.text} {'<' if above else '>'} {peer.text}")


def _judged(text: str, bound: Figure, exact: Figure) -> Iterator[Judgement]:
    if bound.interval is None or exact.interval is None:
        return
    whole = outer(text, bound)
    spots = Spot("bound", whole), Spot("exact", exact.span)
    if bound.interval.meets(exact.interval):
        yield held(*spots, equation=f"{whole.of(text)} ∋ {exact.text}")
    else:
        yield conflict(*spots, equation=f"{whole.of(text)} ∌ {exact.text}")
