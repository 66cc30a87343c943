"""Simple interest: 10万元存三年，年利率2.6%，到期利息7800元.

Interest paid at the end is the principal times the yearly rate times the years; compounded yearly it may be
more. Taxes, instalments and subsidies make it another matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import paragraph
from factcheck.checks.parts.durations import Duration, durations
from factcheck.checks.parts.within import figures_within
from factcheck.interval import Interval
from factcheck.model import Dimension, Figure, Reading, Span
from factcheck.patterns import compiled

_RATE = compiled("年(?:化|存款|贷款)?利率(?:仅|只|为|是|达|约|高达)*$")
_INTEREST = compiled("利息(?:总?共|合计|一共|收入)?(?:为|是|有|达|约)*$")
_PRINCIPAL = compiled("(?:本金|存款|贷款|存入|借款|借了|贷了|闲钱|积蓄)(?:了|为|是|有|共)*$")
_PRINCIPAL_BEHIND = compiled("(?:的)?(?:元|钱|闲钱|贷款|存款|本金|借款|积蓄|定期)")
_ELSE = compiled(
    "等额|分期|贴息|贴[补一]|税|复利|活期|违约|罚息|每月|按月|减免|日利|月利|手续费|上浮|下浮|提前还"
)
_ONCE = compiled("一次(?:性)?还本付息|到期|一年的利息|一年利息")
_LENGTHS = {"year": Fraction(1), "month": Fraction(1, 12)}


def check(subject: Reading, reading: Reading) -> Iterator[Judgement]:
    """Every amount of interest whose paragraph tells one yearly rate, one principal and one term."""
    text = reading.article.text
    if "利率" not in text or "利息" not in text:
        return
    for figure in reading.figures:
        if not (
            _is_money(figure) and _INTEREST.search(text, max(0, figure.span.start - 14), figure.span.start)
        ):
            continue
        inside = paragraph(text, figure.span.start)
        told = Span(inside.start, figure.span.end)
        if _ELSE.search(text, told.start, told.end) is None and _ONCE.search(text, told.start, told.end):
            yield from _judged(figure, told, reading)


def _is_money(figure: Figure) -> bool:
    unit = figure.unit
    return unit is not None and unit.dimension is Dimension.MONEY and bool(figure.value) and not figure.hedge


def _judged(figure: Figure, inside: Span, reading: Reading) -> Iterator[Judgement]:
    text = reading.article.text
    near = [one for one in figures_within(reading, inside) if one is not figure]
    rates = [one for one in near if _RATE.search(text, max(0, one.span.start - 14), one.span.start)]
    sums = [one for one in near if _is_money(one) and _is_principal(one, text)]
    terms = [one for one in durations(reading.figures, text) if _is_term(one, inside)]
    amounts = {one.worth for one in sums}
    if len(rates) != 1 or len(amounts) != 1 or len({one.interval for one in terms}) != 1:
        return
    rate, principal, term = rates[0], sums[-1], terms[0]
    years = term.interval.middle
    if rate.interval is None or principal.interval is None or years is None or figure.interval is None:
        return
    years *= _LENGTHS[term.unit]
    lent = Fraction(principal.worth or 0)
    yearly = Fraction(rate.value or 0) / 100
    made, most = lent * yearly * years, lent * ((1 + yearly) ** max(1, round(years)) - 1)
    said = Fraction(figure.worth or 0)
    room = figure.unit.scale * Fraction(figure.step or 1) if figure.unit is not None else Fraction(1)
    spots = Spot("interest", figure.span), Spot("principal", principal.span), Spot("rate", rate.span)
    sides = f"{principal.text} × {rate.text} × {term.text}"
    if said in Interval.between(min(made, most) - room, max(made, most) + room):
        yield held(*spots, Spot("term", term.span), equation=f"{figure.text} = {sides}")
    else:
        scale = figure.unit.scale if figure.unit is not None else Fraction(1)
        value = made / scale
        plain = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.01")).normalize()
        right = f"{plain:f}{figure.unit.name if figure.unit is not None else ''}"
        yield conflict(*spots, Spot("term", term.span), equation=f"{figure.text} ≠ {sides}", expected=right)


def _is_principal(figure: Figure, text: str) -> bool:
    before = _PRINCIPAL.search(text, max(0, figure.span.start - 8), figure.span.start)
    return before is not None or _PRINCIPAL_BEHIND.match(text, figure.span.end) is not None


def _is_term(one: Duration, inside: Span) -> bool:
    return inside.start <= one.span.start < inside.end and one.unit in _LENGTHS
