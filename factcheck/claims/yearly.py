"""Averages per year whose amount is of so many years: 五年来，累计植树3600万株，年均720万株."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.claims.bind import Bound
from factcheck.claims.doing import one_deed
from factcheck.claims.facts import fact_of, interval_of, root
from factcheck.claims.lasting import length_of
from factcheck.claims.mean_telling import is_about
from factcheck.claims.mentions import Mention
from factcheck.claims.terms import UNLIKE, below, near
from factcheck.interval import Interval
from factcheck.model import Claim, Measure, Quantity, Span
from factcheck.patterns import compiled
from factcheck.periods.numerals import number

_MEANS = ("年均", "每年", "年平均")
_YEARS = compiled(
    r"(?<![第\d〇一二三四五六七八九十前后每今去明])(?:近|过去|这|前|最近)?(?P<length>(?P<n>[1-9]\d?|[两二三四五六七八九]|十[一二三四五六七八九]?)年)"
    r"(?:来|间|里|内|时间|(?=[，,]?[^，。；\d]{0,6}(?:累计|共|合计)))(?!均)"
)
_SUMMED = compiled("累计|[共总]|合计")
_STOPS = "。；！？\n"


def yearly(bound: Bound) -> Iterator[Claim]:
    """The averages per year over a number of years that their sentence tells, and those numbers."""
    levels = bound.measured
    for at, mention in enumerate(levels):
        claim = bound.levels.get(id(mention))
        if claim is None or mention.name.mean not in _MEANS or mention.made_by in UNLIKE or mention.modality:
            continue
        before = [m for m in near(levels, at) if m.sentence == mention.sentence and m.where < mention.where]
        like = [m for m in before if m.base_unit == mention.base_unit and not m.name.mean and not m.modality]
        divisor = _divisor(like[0], mention, bound) if len(like) == 1 else None
        if divisor is not None:
            yield divisor
            quantity = Quantity(Measure.QUOTIENT, fact_of(like[0]), divisor.quantity.of, "mean")
            yield replace(claim, quantity=quantity, made_by="mean")


def _divisor(total: Mention, mean: Mention, bound: Bound) -> Claim | None:
    """The years told right before an amount as a claim; `None` where they, or the two, do not go together."""
    text, end = bound.article.text, total.slot.span.start
    start = max(text.rfind(stop, 0, end) for stop in _STOPS) + 1
    told = list(_YEARS.finditer(text, start, mean.slot.span.start))
    if len(told) != 1 or told[0].start() > end or not _SUMMED.search(text, start, end):
        return None
    years = number(told[0]["n"])
    own = mean.name.indicator.replace(mean.name.mean, "").removeprefix("平均")
    if (
        years < 2
        or not below(interval_of(mean), interval_of(total))
        or not is_about(mean, total, Fraction(years))
    ):
        return None
    if own and not one_deed(own, root(total).name.indicator):
        return None
    span = Span(*told[0].span("length"))
    return length_of(total, Interval.exactly(years), "年", span, bound, printed=span.of(text))
