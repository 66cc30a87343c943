"""Places against values: 列第2位，次于甲和乙, and who is said to have won against the scores told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import before, paragraph
from factcheck.checks.parts.compared import base
from factcheck.checks.parts.within import sentences
from factcheck.model import Dimension, Figure, FigureKind, Reading, Span
from factcheck.patterns import compiled

_NAME = compiled(r"(?:^|[，,、；;：:。\s])(?P<name>[\u4e00-\u9fff]{2,4})$")
_WON = (
    "[^，。；\\d]{0,10}?(?:夺得?冠军|获得?冠军|夺冠|夺魁|摘金|摘得金牌|获得?第一|排名第一|位居榜首|得票最高)"
)
_SCORES = frozenset({"分", "票", "环", "球", "公斤", "千克", "米", "枚"})
_RANKS = frozenset({"位", "名"})
_BEHIND = compiled(
    r"[高多大强热]?(?:[，,](?:排名|名次|排位|成绩|目前|暂时|[紧仅只])?|[^，,。；]{0,6}?)(?:次于|仅次于|排在(?![第前后末倒一二三四五六七八九十]))(?P<names>[^。；]*)"
)
_RISES = compiled("[高多大强热]")
_APART = compiled(r"[高低多少增减长升降涨跌快慢差加](?:了|出|约|近|幅)?$|[（(][^）)]*$")


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Judge places behind or above listed values, and winners."""
    text = reading.article.text
    told = "次于" in text or "排在" in text
    for _, figures in sentences(reading):
        if told and any(_is_rank(figure) for figure in figures):
            yield from _behind(text, figures)
        yield from _winner(text, figures)


def _is_rank(figure: Figure) -> bool:
    return figure.kind is FigureKind.ORDINAL and (figure.unit is None or figure.unit.name in _RANKS)


def _behind(text: str, figures: Sequence[Figure]) -> Iterator[Judgement]:
    """第3位，次于甲（…）和乙（…）: a place behind two is the third, and both have more."""
    for place, rank in enumerate(figures):
        found = _BEHIND.match(text, rank.span.end) if _is_rank(rank) else None
        if found is None or rank.value is None or "等" in found.group("names"):
            continue
        inside = found.span("names")
        own = next((one for one in reversed(figures[:place]) if _measures(one, text)), None)
        ahead = [one for one in figures if inside[0] <= one.span.start < inside[1]]
        ahead = [one for one in ahead if own is not None and one.unit == own.unit]
        if own is None or not ahead:
            continue
        more = _RISES.match(text, rank.span.end) is not None or _more_is_first(own)
        lower = [one for one in ahead if more and _less(one, own)]
        if lower:
            yield _too_low(rank, own, lower[0])
        else:
            yield from _counted(rank, ahead)


def _measures(figure: Figure, text: str) -> bool:
    """Whether it is what is ranked: no change (偏高1.5℃), nothing in brackets."""
    counted = figure.kind in (FigureKind.QUANTITY, FigureKind.PERCENT)
    return counted and _APART.search(before(text, figure.span.start, 12)) is None


def _more_is_first(figure: Figure) -> bool:
    """Whether the greatest comes first without saying so: what is clean or idle is not told in 吨 or 元."""
    unit = figure.unit
    return unit is not None and unit.dimension in (Dimension.MONEY, Dimension.MASS) and unit.scale >= 1


def _less(one: Figure, own: Figure) -> bool:
    """Whether one is surely less than the other."""
    mine, theirs = base(own), base(one)
    if mine is None or theirs is None or mine.meets(theirs):
        return False
    return mine.bottom is not None and theirs.top is not None and theirs.top <= mine.bottom


def _too_low(rank: Figure, own: Figure, lower: Figure) -> Judgement:
    spots = Spot("rank", rank.span), Spot("own", own.span), Spot("other", lower.span)
    reason = f"说排在{lower.text}之后，自己却有{own.text}"
    return conflict(*spots, equation=f"{lower.text} < {own.text}", reason=reason)


def _counted(rank: Figure, ahead: Sequence[Figure]) -> Iterator[Judgement]:
    """The place that as many figures ahead leave."""
    wanted = len(ahead) + 1
    spots = Spot("rank", rank.span), *(Spot("other", one.span) for one in ahead)
    if rank.value == wanted:
        yield held(*spots, equation=f"{len(ahead)} + 1 = {wanted}")
    elif rank.value is not None and rank.value < wanted:
        reason = f"前面已列出{len(ahead)}个更大的数，应为第{wanted}"
        equation = f"{rank.text} ≠ {len(ahead)} + 1"
        yield conflict(*spots, equation=equation, expected=f"第{wanted}位", reason=reason)


def _winner(text: str, figures: Sequence[Figure]) -> Iterator[Judgement]:
    """Scores told one by one, and the name that is said to have won: it must have the highest."""
    named: list[tuple[str, Figure]] = []
    for figure in figures:
        if figure.unit is None or figure.unit.name not in _SCORES:
            continue
        found = _NAME.search(text[max(0, figure.span.start - 6) : figure.span.start])
        if found is not None:
            named.append((found.group("name"), figure))
    if (
        len(named) < 2
        or len({figure.unit for _, figure in named}) > 1
        or any(not figure.value for _, figure in named)
    ):
        return
    best = max(named, key=lambda one: Fraction(one[1].value or 0))
    end = named[-1][1].span.end
    for name, figure in named:
        won = re.compile(f"{name}{_WON}").search(text, end, paragraph(text, end).end)
        if won is None:
            continue
        spots = Spot("rank", Span(*won.span())), Spot("other", best[1].span), Spot("own", figure.span)
        if figure.value == best[1].value:
            yield held(*spots[::2], equation=f"{figure.text} ≥ {best[1].text}")
        else:
            yield conflict(
                *spots, equation=f"{figure.text} < {best[1].text}", reason=f"与比分不符，最高的是{best[0]}"
            )
        return
