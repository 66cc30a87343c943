"""This year's number and its change, against what an earlier article said of the base.

Bases are revised, redrawn and made comparable all the time, so a mismatch alone says little. It is
held against the writer only when the numbers look like a slip of the pen: the change is one digit
away from the one that would fit, and the two bases differ by more than revisions do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.checks import Judgement, conflict, held
from factcheck.checks._across import (
    PRELIMINARY,
    QUOTED,
    REVISED,
    ROUTINE,
    accusable,
    cited,
    growth_key,
    interval,
    level_of,
    spot,
    stretch,
    when,
    words,
)
from factcheck.checks._company import Company, Level
from factcheck.checks._house import measured, own
from factcheck.checks._misprint import one_slip
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Fact, Measure, Modality, Quantity, Reading
from factcheck.patterns import compiled

_NOT_FINAL = frozenset({REVISED, PRELIMINARY, QUOTED, "可比口径", "修订"})
NOT_COMPARABLE = _NOT_FINAL | {"不变价"}
_HABIT = Fraction(1, 20)  # how far the base of an indicator moves that is revised every year
_DIGITS = 1000  # steps of a number of four digits
_TELLS = Fraction(1, 12)  # a change so small is nearly the same share of either end
_UNLIKE = Fraction(1, 20)  # a base that is off by more has been another number, or one of them is wrong
_HARVEST = "产量|公斤"
# Sums that are revised by little: their growth goes the way of the levels.
_PLAIN_SUMS = compiled("进出口|出口|进口|预算收入|预算支出|税收")
_MEASURES = {"growth": Measure.GROWTH, "increment": Measure.DIFFERENCE, "points": Measure.DIFFERENCE}


def check(
    subject: Company, reading: Reading, *, kind: str = "growth", revision: int = 2
) -> Iterator[Judgement]:
    """Growths, increments or `points` between two growths, whose base stands in another article.

    `revision` is how far a base may move when it is revised, in percent.
    """
    for change in subject.claims():
        wanted = change.quantity.measure is _MEASURES[kind] and not change.quantity.over
        if wanted and accusable(change):
            tied = _points(change, subject) if kind == "points" else _levels(change, subject)
            if tied is not None:
                yield from _judged(change, *tied, Fraction(revision, 100), verify=subject.verify)


def _levels(change: Claim, company: Company) -> tuple[Claim, Claim] | None:
    """The level that changed, of the same article, and its base, which only others tell."""
    of, against = change.quantity.of, change.quantity.against
    if not isinstance(of, Fact) or not isinstance(against, Fact) or of == against or _cut(of, against):
        return None
    known = company.levels()
    of, against = measured(of, company), measured(against, company)
    now, base = known.get((of, change.modality)), known.get((against, Modality.ACTUAL))
    return _tied(change, now, base or _so_far(of, company), NOT_COMPARABLE)


def _cut(of: Fact, against: Fact) -> bool:
    """What there is so far this year is no match for all of last year."""
    now, then = stretch(of), stretch(against)
    if now is None or then is None or now.instant or now.first[1:] != (1, 1):
        return False
    return then.last[1:] == (12, 31) and now.last[1:] != (12, 31)


def _so_far(of: Fact, company: Company) -> Level | None:
    """Last year's 今年, told at the same time of the year: the harvest of both is in, if not the year."""
    days = stretch(of)
    if days is None or days.instant or days.first[1:] != (1, 1) or days.last[1:] == (12, 31):
        return None
    if not of.indicator.endswith(_HARVEST):
        return None
    line = replace(of, period=(days.first[0] - 1))
    return company.once("so far", lambda: _of_seasons(company)).get((line, days.last[1]))


def _of_seasons(company: Company) -> dict[tuple[Fact, int], Level]:
    """The levels from New Year to the day of their article, by the months around that day."""
    found: dict[tuple[Fact, int], Level] = defaultdict(Level)
    for claim in company.claims():
        fact = level_of(claim)
        days = stretch(fact) if fact is not None else None
        if fact is None or days is None or days.instant or claim.modality is not Modality.ACTUAL:
            continue
        if days.first[1:] == (1, 1) and days.last == when(claim.article) and days.first[0] == days.last[0]:
            for month in (days.last[1] - 1, days.last[1], days.last[1] + 1):
                found[replace(fact, period=days.first[0]), month].add(claim)
    return dict(found)


def _points(change: Claim, company: Company) -> tuple[Claim, Claim] | None:
    """The growth that sped up, of the same article, and the one before, which only others tell."""
    of, against = change.quantity.of, change.quantity.against
    if not isinstance(of, Quantity) or not isinstance(against, Quantity):
        return None
    if of.measure is not Measure.GROWTH or against.measure is not Measure.GROWTH:
        return None
    known = company.growths()
    now, before = (known.get((growth_key(one), Modality.ACTUAL)) for one in (of, against))
    return _tied(change, now, before, _NOT_FINAL)


def _tied(
    change: Claim, now: Level | None, base: Level | None, unfit: frozenset[str]
) -> tuple[Claim, Claim] | None:
    if now is None or base is None or not base.agree or id(change.article) in base.claims:
        return None
    here, before = now.claims.get(id(change.article)), next(iter(base.claims.values()))
    if here is None and now.agree:
        here = _of_another(change, now)
    if here is None or (here.licences | change.licences | before.licences) & unfit:
        return None
    return here, before


def _of_another(change: Claim, now: Level) -> Claim | None:
    """The level as another article tells it; of a place only what no office revises as a matter of course."""
    here = next(iter(now.claims.values()))
    plain = change.quantity.measure is Measure.GROWTH and ROUTINE not in here.licences | change.licences
    return here if plain or own(change.quantity.root.subject) else None


def _judged(
    change: Claim, now: Claim, before: Claim, revision: Fraction, *, verify: bool
) -> Iterator[Judgement]:
    fitting = _fitting(change, now, before)
    fits = fitting is not None and fitting.meets(interval(change))
    if fitting is None or (fits and not verify):
        return
    spots = (spot("change", change), spot("now", now), spot("before", before))
    if fits:
        yield held(*spots, equation=_equation(change, now, before, "="))
    elif _doubtful(change, now, before, fitting, revision):
        equation = _equation(change, now, before, "≠")
        yield conflict(*spots, equation=equation, expected=_printed(change, fitting), where=cited(before))


def _fitting(change: Claim, now: Claim, before: Claim) -> Interval | None:
    """What the change would have to be."""
    try:
        if change.quantity.measure is Measure.GROWTH:
            return (interval(now) / interval(before)).shifted(-1)
    except ZeroDivisionError:
        return None
    return interval(now) - interval(before)


def _slipped(change: Claim, fitting: Interval) -> bool:
    """The printed change is one slip away from one that fits."""
    value, step = _value(change), change.figures[0].step
    middle = fitting.middle
    if value is None or not step or middle is None:
        return False
    scale = change.unit.scale if change.unit else Fraction(1)
    return one_slip(abs(value), abs(round(middle / scale / step) * step))


def _doubtful(change: Claim, now: Claim, before: Claim, fitting: Interval, revision: Fraction) -> bool:
    """A slip of the pen; or bases far apart of numbers that no office revises as a matter of course.

    Where the change is told as a number of its own kind, the writer took one level from the other.
    """
    if _slipped(change, fitting):
        return _long(change) or _far(change, now, before, fitting, revision)
    if _the_other_way(change, fitting) and not of_a_circle(now, before):
        return True
    if _of_the_wrong_end(change, now, before):
        return True
    house = own(now.quantity.root.subject)
    counted = change.quantity.measure is Measure.DIFFERENCE and isinstance(change.quantity.of, Fact)
    level, by = interval(now).middle, interval(change).middle
    if counted and (level is None or by is None or 2 * abs(by) > abs(level)):
        return False  # as large as the level itself: a level that was taken for a change
    if house:
        sold = now.unit is not None and now.unit.dimension is not Dimension.MONEY
        return _far(change, now, before, fitting, revision if sold else _UNLIKE)
    return (
        counted
        and ROUTINE not in now.licences | before.licences
        and _far(change, now, before, fitting, revision)
    )


def _long(change: Claim) -> bool:
    """186.5亿元 for 166.5亿元: of so many digits all but one are no chance."""
    value, step = _value(change), change.figures[0].step
    return value is not None and step is not None and abs(value) >= _DIGITS * step > 0


def _the_other_way(change: Claim, fitting: Interval) -> bool:
    """A growth of 12.5% where the levels told fall by 8%: no revision turns one into the other."""
    by, fits = interval(change).middle, fitting.middle
    if by is None or fits is None or change.quantity.measure is not Measure.GROWTH:
        return False
    return by * fits < 0 and min(abs(by), abs(fits)) > _UNLIKE


def of_a_circle(now: Claim, before: Claim) -> bool:
    """规模以上, 固定资产投资: growths of what is another circle each year, not those of the levels."""
    routine = ROUTINE in now.licences | before.licences
    return routine and _PLAIN_SUMS.search(now.quantity.root.indicator) is None


def _of_the_wrong_end(change: Claim, now: Claim, before: Claim) -> bool:
    """1846起, 1587起, 下降16.3%: the change divided by where it ended, not by where it began."""
    if change.quantity.measure is not Measure.GROWTH or ROUTINE in now.licences | before.licences:
        return False
    try:
        swapped = (interval(now) - interval(before)) / interval(now)
    except ZeroDivisionError:
        return False
    by = interval(change).middle
    return by is not None and abs(by) > _TELLS and swapped.meets(interval(change))


def _value(change: Claim) -> Fraction | None:
    figure = change.figures[0] if len(change.figures) == 1 else None
    return Fraction(figure.value) if figure is not None and figure.value is not None else None


def _far(change: Claim, now: Claim, before: Claim, fitting: Interval, revision: Fraction) -> bool:
    """The base that the change speaks of is not the earlier article's, revisions allowed for."""
    one, two = interval(now).middle, interval(before).middle
    by = interval(change).middle
    if one is None or two is None or by is None:
        return False
    if isinstance(change.quantity.of, Quantity):
        return True
    told = change.quantity.measure is Measure.DIFFERENCE and _slipped(change, fitting)
    if ROUTINE in now.licences | before.licences and not (told or _swapped(change, fitting)):
        revision = max(revision, _HABIT)
    implied = one / (1 + by) if change.quantity.measure is Measure.GROWTH and by != -1 else one - by
    return abs(implied - two) > revision * abs(two)


def _swapped(change: Claim, fitting: Interval) -> bool:
    """The change has the digits of the one that fits, two of them exchanged: 8.5%, 5.8%."""
    middle, value, step = fitting.middle, _value(change), change.figures[0].step
    if middle is None or value is None or not step:
        return False
    scale = change.unit.scale if change.unit else Fraction(1)
    fits = abs(round(middle / scale / step))
    digits = str(fits), str(round(abs(value) / step))
    return digits[0] != digits[1] and sorted(digits[0]) == sorted(digits[1])


def _printed(change: Claim, fitting: Interval) -> str:
    """The fitting change as the writer would print it."""
    step, middle, unit = change.figures[0].step, fitting.middle, change.unit
    if not step or middle is None or unit is None:
        return ""
    value = abs(round(middle / unit.scale / step) * step)
    size, word = (10**8, "亿") if value >= 10**8 else (10**4, "万") if value >= 10**4 else (1, "")
    return f"{'−' if middle < 0 else ''}{_decimal(Fraction(value, size))}{word}{unit.name}"


def _decimal(value: Fraction) -> str:
    """A fraction with a power of ten below, as digits."""
    places = 0
    while value.denominator != 1 and places < 6:
        value, places = value * 10, places + 1
    digits = str(round(value)).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


def _equation(change: Claim, now: Claim, before: Claim, sign: str) -> str:
    said = f"{'−' if change.sign < 0 else ''}{words(change)}"
    if change.quantity.measure is Measure.GROWTH:
        return f"{said} {sign} {words(now)} ÷ {words(before)} − 1"
    return f"{said} {sign} {words(now)} − {words(before)}"
