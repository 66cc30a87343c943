"""Which loosely told terms of a mean are meant after all: those that but for one digit come out."""

from __future__ import annotations

from fractions import Fraction

from factcheck.claims.divisors import hourly
from factcheck.claims.exchanged import misprinted
from factcheck.claims.facts import interval_of
from factcheck.claims.mean_telling import comes_out
from factcheck.claims.mentions import Mention
from factcheck.claims.terms import Term
from factcheck.patterns import compiled

_DESIGNED = compiled("设计|最[高大]|限速|可达|能达|理论|巡航")
_TELLING = 3  # digits
_LOOSE = 10  # last places


def surely(each: Mention, terms: list[Term]) -> list[Term]:
    """The terms; where none is told for sure and none comes out, the only one that would but for a digit."""
    if any(not term[0] or comes_out(each, *term[1:]) for term in terms):
        return terms
    if len(terms) == 1 and hourly(each) and not _DESIGNED.search(each.lead):
        return [(0, *terms[0][1:])]  # 18公里，45分钟跑完，平均时速24公里
    long = [term for term in terms if max(map(_digits, (each, term[2]))) >= _TELLING]
    slips = [term for term in long if misprinted(each, *term[1:], digits=_tells(each, *term[1:]))]
    counts = {interval_of(count) for _, _, count, _ in slips}
    return [(0, *slips[0][1:])] if len(counts) == 1 else terms


def _tells(each: Mention, total: Mention, count: Mention, factor: Fraction) -> bool:
    """Whether one digit of three or more would hardly make it come out by chance."""
    figure, amount, number = each.slot.figure, interval_of(total), interval_of(count)
    if figure is None or amount is None or number is None or not figure.step:
        return False
    if _digits(each) < _TELLING or not (middle := number.middle):
        return False
    place = figure.step * (figure.unit.scale if figure.unit else 1) * factor
    spread = (amount.width or Fraction(0)) + abs((amount.middle or 0) / middle) * (number.width or 0)
    return bool(spread <= _LOOSE * abs(place * middle))


def _digits(mention: Mention) -> int:
    """How many Arabic digits a figure is printed with."""
    return sum(map(str.isdecimal, mention.slot.figure.text)) if mention.slot.figure is not None else 0
