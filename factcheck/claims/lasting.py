"""Averages over time: 全年5.89亿人次，日均160.8万 is an amount over the days of its period.

The days or months of a period are counted, not read; a year whose number is not known has 365 or
366 days. What is done in an hour or a minute of a day need not be done all day long: such an average
only tells where it is too small, or one slip of the pen away.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from factcheck.claims.bind import Bound
from factcheck.claims.doing import is_within, one_deed
from factcheck.claims.facts import fact_of, interval_of, root
from factcheck.claims.mentions import Mention
from factcheck.claims.otherwise import is_of_another
from factcheck.claims.slips import digit_changes, digits_of
from factcheck.claims.terms import UNLIKE, below, near
from factcheck.interval import Interval
from factcheck.model import Anchor, Claim, Fact, Figure, FigureKind, Measure, PartialDate, Quantity, Span
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
_CLOCK = compiled("平均每一?个?(?P<unit>小时|分钟|秒)钟?")
_OF_A_DAY = {"小时": 24, "分钟": 24 * 60, "秒": 24 * 60 * 60}
_SUMMED, _SINCE = compiled("全[年月季]|[共总]"), compiled("累计|以来|至今|迄今|[投建]成|开[业通]")
_OPEN_END = compiled("日(?:以来|至今)|日[起来]")
# The first and the last day, and no other time before the amount.
_STRETCH = compiled("[0-9]日?[至到—–~-]+(?:[0-9]{1,2}月)?[0-9]{1,2}日[，,][^，。；0-9年月日周]{0,24}$")
_LOOKED, _TELLING, _BACK = 8, 3, 40


def lasting(bound: Bound) -> Iterator[Claim]:
    """The averages per day or month whose amount says its period, and the lengths of those periods."""
    levels = bound.measured
    for at, mention in enumerate(levels):
        claim, unit = bound.levels.get(id(mention)), _unit(mention)
        if claim is None or not unit or mention.made_by in UNLIKE or mention.modality:
            continue
        total = _total(levels, at, unit)
        length = _length(total, unit, bound.article.published) if total is not None else None
        if total is None or length is None or _of_its_own_time(mention, total):
            continue
        if unit in _OF_A_DAY and not _surely_over(mention, total, length):
            continue
        span = next((span for label, span in total.spans if label == "name"), total.slot.span)
        divisor = length_of(total, length, unit, span, bound)
        yield divisor
        of = fact_of(total)
        quantity = Quantity(Measure.QUOTIENT, of, divisor.quantity.of, "mean")
        dated = _is_dated(total, levels, unit) or _follows_days(total, bound.article.text)
        told = dated and one_deed(_own(mention), root(total).name.indicator)
        told = told and not is_of_another(mention, total, length, levels)
        yield replace(claim, quantity=quantity, made_by="mean", alternative=0 if told else 1)


def _unit(mention: Mention) -> str:
    """天 for 日均 and 每天, 个月 for 月均, 分钟 for 平均每分钟; empty for what is no average over time."""
    if mention.name.mean in _DAYS:
        return "天"
    if mention.name.mean in _MONTHS:
        return "个月"
    clock = _CLOCK.search(mention.left)
    return clock["unit"] if clock is not None and not mention.right else ""


def _own(mention: Mention) -> str:
    """The name of an average without the word that says over what it is taken."""
    clock = _CLOCK.search(mention.left)
    word = clock.group() if clock is not None else mention.name.mean
    return mention.name.indicator.replace(word, "")


def _surely_over(mean: Mention, total: Mention, length: Interval) -> bool:
    """Whether an average over an hour, a minute or a second is one over the whole day, but for a slip.

    What is done in eight hours of a day is more in each of them than in each of the twenty-four.
    """
    each, amount, figure = interval_of(mean), interval_of(total), mean.slot.figure
    if each is None or amount is None or figure is None or figure.hedge or not figure.step:
        return False
    made = each * length
    small = made.top is not None and amount.bottom is not None and made.top < amount.bottom
    if small or amount.meets(made):
        return True
    written = digits_of(figure)
    place = Fraction(figure.step) * (figure.unit.scale if figure.unit is not None else 1)
    others = (each + Interval.exactly(change * place) for change in digit_changes(written))
    return len(written) >= _TELLING and any(amount.meets(other * length) for other in others)


def _is_dated(total: Mention, levels: Sequence[Mention], unit: str) -> bool:
    """Whether the words tell of what time an amount is."""
    if total.period_said or unit in _OF_A_DAY or "全年" in total.left:
        return True
    return _whole_months(total.period) and _is_told(total, levels)


def _follows_days(total: Mention, text: str) -> bool:
    """11月1日至10日，驿站入库7.3万件: whether an amount is told right behind the days it is of."""
    at = total.slot.span.start
    return _STRETCH.search(text, max(0, at - _BACK), at) is not None


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


def _total(levels: Sequence[Mention], at: int, unit: str) -> Mention | None:
    """The amount of an average in its sentence, unless a number of days stands beside it."""
    here = levels[at]
    close = [m for m in near(levels, at) if m.sentence == here.sentence]
    if any(_WORKING.search(m.lead + m.slot.printed) for m in near(levels, at)):
        return None
    counted = ("天", "日", "个月", "月", *(("小时", "分钟", "秒") if unit in _OF_A_DAY else ()))
    if any(m.slot.unit is not None and m.slot.unit.name in counted for m in close):
        return None
    like = [m for m in close if m.base_unit == here.base_unit and not m.name.mean and not m.modality]
    like = [m for m in like if m.last_year is here.last_year or m.sentence != here.sentence]
    like = [m for m in like if below(interval_of(here), interval_of(m))]
    before = [m for m in like if m.where < here.where]
    return before[0] if before else next((m for m in like if _sums_up(m, here)), None)


def _sums_up(total: Mention, mean: Mention) -> bool:
    """日均17.6万吨，全年共处理6424万吨: the amount of the same time, told right after its average."""
    together = _SUMMED.search(total.lead) is not None and _SINCE.search(total.lead) is None
    together = together and is_within(root(total).name.indicator, _own(mean))
    return together and total.period == mean.period and total.where[3] == mean.where[3] + 1


def _length(total: Mention, unit: str, published: PartialDate | None) -> Interval | None:
    """The days or months of the period of an amount; `None` when it is not over, or not known."""
    period = total.period
    if not is_key(period) or period[3] or not period[1] or not period[2]:
        return None
    if unit == "个月":
        months = month_count(period)
        return Interval.exactly(months) if months and months > 1 and _over(period, published) else None
    if not _over(period, published):
        return None
    years = [0] if period[0] is Anchor.ABSOLUTE else [_COMMON, _LEAP]
    counts = [_days(period[1], period[2], since) for since in years]
    if unit in _OF_A_DAY:
        return Interval.exactly(_OF_A_DAY[unit]) if max(counts) == 1 else None
    least = min(counts) - _so_far(total)
    return Interval.between(least, max(counts)) if 1 < least < _LONGEST_SPAN else None


def _so_far(total: Mention) -> bool:
    """9月29日以来: a stretch without an end, of which the day that it is told on need be no part."""
    return _OPEN_END.search(total.lead) is not None


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


def length_of(
    total: Mention, length: Interval, unit: str, span: Span, bound: Bound, *, printed: str = ""
) -> Claim:
    """How many days, months or years an amount is of, as a claim at `span`; `printed` where they are told."""
    middle = length.middle
    assert middle is not None
    text = f"{int(middle)}{unit}"
    figure = Figure(span, printed or text, Decimal(int(middle)), length, None, FigureKind.NUMBER)
    fact = Fact("", text, period=total.period)
    return Claim(Quantity(Measure.LEVEL, fact), length, (figure,), bound.article, made_by="counted")
