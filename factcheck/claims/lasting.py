"""Averages over time: 全年5.89亿人次，日均160.8万 is an amount over the days of its period.

The days or months of a period are counted, not read; a year whose number is not known has 365 or
366 days.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from factcheck.claims.bind import Bound
from factcheck.claims.facts import fact_of, interval_of, root
from factcheck.claims.mentions import Mention
from factcheck.claims.otherwise import is_of_another
from factcheck.claims.terms import UNLIKE, below, near
from factcheck.interval import Interval
from factcheck.model import Anchor, Claim, Fact, Figure, FigureKind, Measure, PartialDate, Quantity
from factcheck.model.period import Day
from factcheck.patterns import compiled
from factcheck.periods import is_key, month_count
from factcheck.periods.arithmetic import Key

_DAYS = ("日均", "每天", "每日", "天均")
_MONTHS = ("月均", "每月")
_LONGEST_SPAN = 400
# Where days of work or of rest are told, not every day of the calendar counts.
_WORKING = compiled("工作日|闭馆|休馆|停业|休市|交易日|休息日|放假|开放日")
_SOME_DAYS = compiled("期间|假期|假日|节日?|周末|高峰|[旺淡]季|暑期|寒假|暑假")
_THAT_MONTH = compiled("[该当本](?:月|季度|季)|这个?月")
_LOOKED = 8


def lasting(bound: Bound) -> Iterator[Claim]:
    """The averages per day or month whose amount says its period, and the lengths of those periods."""
    levels = bound.measured
    for at, mention in enumerate(levels):
        claim = bound.levels.get(id(mention))
        word = mention.name.mean
        if claim is None or word not in (*_DAYS, *_MONTHS) or mention.made_by in UNLIKE or mention.modality:
            continue
        total = _total(levels, at)
        length = _length(total, word, bound.article.published) if total is not None else None
        if total is None or length is None or _of_its_own_time(mention, total):
            continue
        divisor = _divisor(total, word, length, bound)
        yield divisor
        of = fact_of(total)
        quantity = Quantity(Measure.QUOTIENT, of, divisor.quantity.of, "mean")
        said = total.period_said or (_whole_months(total.period) and _is_told(total, levels))
        own = mention.name.indicator.replace(word, "")
        told = said and own in root(total).name.indicator
        told = told and not is_of_another(mention, total, length, levels)
        yield replace(claim, quantity=quantity, made_by="mean", alternative=0 if told else 1)


def _is_told(total: Mention, levels: Sequence[Mention]) -> bool:
    """The time of an amount is told in a clause before it, or as that month (该月, 当月)."""
    if total.where[2] > 0 or _THAT_MONTH.match(total.lead):
        return True
    before = levels[max(0, levels.index(total) - _LOOKED) : levels.index(total)]
    said = [m for m in before if m.period_said and m.where[0] == total.where[0]]
    return bool(said) and said[-1].period == total.period and said[-1].sentence[1] >= total.sentence[1] - 1


def _of_its_own_time(mean: Mention, total: Mention) -> bool:
    """上半年7320万件，6月日均45万件: the mean of another time than the amount before it."""
    other = mean.period_said and mean.period != total.period
    return other or _SOME_DAYS.search(mean.left.partition(mean.name.mean)[0]) is not None


def _total(levels: Sequence[Mention], at: int) -> Mention | None:
    """The amount before an average in its sentence, unless a number of days stands beside it."""
    here = levels[at]
    close = [m for m in near(levels, at) if m.sentence == here.sentence]
    if any(_WORKING.search(m.lead + m.slot.printed) for m in near(levels, at)):
        return None
    if any(m.slot.unit is not None and m.slot.unit.name in ("天", "日", "个月", "月") for m in close):
        return None
    like = [m for m in close if m.base_unit == here.base_unit and not m.name.mean and not m.modality]
    like = [m for m in like if m.last_year is here.last_year or m.sentence != here.sentence]
    like = [m for m in like if levels.index(m) < at and below(interval_of(here), interval_of(m))]
    return like[0] if like else None


def _length(total: Mention, word: str, published: PartialDate | None) -> Interval | None:
    """The days or months of the period of an amount; `None` when it is not over, or not known."""
    period = total.period
    if not is_key(period) or period[3] or not period[1] or not period[2]:
        return None
    if word in _MONTHS:
        months = month_count(period)
        return Interval.exactly(months) if months and months > 1 and _over(period, published) else None
    if not _over(period, published):
        return None
    years = [0] if period[0] is Anchor.ABSOLUTE else [_COMMON, _LEAP]
    counts = [_days(period[1], period[2], since) for since in years]
    return Interval.between(min(counts), max(counts)) if 1 < min(counts) < _LONGEST_SPAN else None


def _whole_months(period: Hashable) -> bool:
    """A period of months, which holds on from sentence to sentence; 5日至8日 does not."""
    if not is_key(period) or not period[1] or not period[2]:
        return False
    return period[1][2] == 1 and period[2][2] >= _SHORTEST_MONTH


_SHORTEST_MONTH = 28
# Years that stand for one whose number is not known.
_COMMON, _LEAP = 2001, 2004


def _days(first: Day, last: Day, since: int) -> int:
    """The days of a period whose years count from `since`."""
    (year, month, day), (last_year, last_month, last_day) = first, last
    last_day = min(last_day, monthrange(last_year + since, last_month)[1])
    return (date(last_year + since, last_month, last_day) - date(year + since, month, day)).days + 1


def _over(period: Key, published: PartialDate | None) -> bool:
    """Whether the period ends before the article speaks; an undated article speaks afterwards."""
    last = period[2]
    if published is None or period[0] is not Anchor.ABSOLUTE or last is None:
        return period[0] is Anchor.ABSOLUTE or published is None
    return last <= (published.year, published.month or 12, published.day or 31)


def _divisor(total: Mention, word: str, length: Interval, bound: Bound) -> Claim:
    """The length of a period as a claim of its own, standing where the amount is named."""
    middle = length.middle
    assert middle is not None
    text = f"{int(middle)}{'天' if word in _DAYS else '个月'}"
    span = next((span for label, span in total.spans if label == "name"), total.slot.span)
    figure = Figure(span, text, Decimal(int(middle)), length, None, FigureKind.NUMBER)
    fact = Fact("", text, period=total.period)
    return Claim(Quantity(Measure.LEVEL, fact), length, (figure,), bound.article, made_by="counted")
