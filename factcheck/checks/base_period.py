"""A growth from one stretch to another of a different length: a quarter against a whole year."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.around import sentence
from factcheck.checks.parts.within import figures_within, periods_within
from factcheck.model import FigureKind, Period, Reading, Span
from factcheck.patterns import compiled

_AGAINST = tuple("比较与和同")
_LIKE = ("同比", "同期比")
_GROWS = compiled(r"[^，。；]{0,16}?(?:相比|比)?[^，。；]{0,14}?(?:增长|下降|减少|增加|上升|上涨|下跌|提高)")
_RATES = compiled(
    r"均|增速|增幅|涨幅|降幅|加快|收窄|回落|扩大|放缓"
    r"|率(?![先领队兵])|比重|占比|比例|浓度|密度|强度|指数|系数|价格?(?![值款])|气温|水位|水温|得分|满意度"
    r"|(?:单位|万元|[吨亩度])[^，。；\d]{0,8}[耗排产]|[综]合能耗|单[耗产价]|每[吨亩公千百万立平件台头户人标]"
)


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """A conflict when a sentence of one stretch tells a growth in per cent against another length."""
    text = reading.article.text
    for period in reading.periods:
        if not text.endswith(_AGAINST, 0, period.span.start) or _length(period) is None:
            continue
        if text.endswith(_LIKE, 0, period.span.start):
            continue  # 前2月同比2019年增长17.8%: against the same months
        inside = sentence(text, period.span.start)
        topics = [
            one
            for one in periods_within(reading, Span(inside.start, period.span.start))
            if _length(one) is not None and not text.endswith(_AGAINST, 0, one.span.start)
        ]
        if not topics or _length(topics[-1]) == _length(period) or not _grows(reading, period, inside.end):
            continue
        if _RATES.search(text, topics[-1].span.end, min(inside.end, period.span.end + 20)):
            continue
        yield conflict(
            Spot("base", period.span),
            Spot("period", topics[-1].span),
            equation=f"{topics[-1].text} / {period.text}",
        )


def _length(period: Period) -> int | None:
    """How many months it has; `None` for balance days, days and stretches of no whole months."""
    if period.instant or period.first is None or period.last is None or period.part("day") is not None:
        return None
    if period.first[2] != 1:
        return None
    return (period.last[0] - period.first[0]) * 12 + period.last[1] - period.first[1] + 1


def _grows(reading: Reading, period: Period, end: int) -> bool:
    """Whether a growth in per cent follows in the clause."""
    found = _GROWS.match(reading.article.text, period.span.end, end)
    if found is None:
        return False
    return any(
        figure.kind is FigureKind.PERCENT and 0 <= figure.span.start - found.end() <= 3
        for figure in figures_within(reading, Span(found.end(), found.end() + 4))
    )
