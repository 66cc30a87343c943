"""Numbers as the writer of a claim printed them, and as he would have printed others."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from factcheck.interval import Interval
from factcheck.model import Claim, Figure, FigureKind, GroupKind

_MAGNITUDES = (
    ("万亿", 10**12),
    ("千亿", 10**11),
    ("百亿", 10**10),
    ("亿", 10**8),
    ("千万", 10**7),
    ("百万", 10**6),
    ("万", 10**4),
    ("千", 10**3),
    ("百", 10**2),
)

# 万 and 亿, each with the next smaller and the next larger, and how many of it are too many to print.
_STEPS = {
    1: ((1, ""), (10**4, "万"), 10**6),
    10**4: ((1, ""), (10**8, "亿"), 10**5),
    10**8: ((10**4, "万"), (10**12, "万亿"), 10**5),
}
_TEN, _OWN, _LEAST = 10, 10**4, 100  # who writes 10000万 himself goes on in 万; 0.01万 is 100


def written(claim: Claim) -> str:
    """The figures of `claim` as printed, else the words that stand for them.

    A bare number of a table is shown with the unit of its header; a count that was not written as one
    (月均 of 1至11月: 11个月) is shown as what it was read as.
    """
    if len(claim.figures) != 1:
        return _without_figure(claim) if not claim.figures else _together(claim)
    figure = claim.figures[0]
    unit = claim.unit.name if figure.unit is None and claim.unit is not None else ""
    return figure.text.replace("\n", "") + unit


def _without_figure(claim: Claim) -> str:
    """The words that stand for a number; of a table's column, whose words are its head, the number."""
    value = None if claim.interval is None or not claim.drawn else claim.interval.middle
    if value is None or claim.unit is None:
        return claim.span.of(claim.article.text).replace("\n", "")
    return f"{_short(value / claim.unit.scale)}{claim.unit.name}"


def _together(claim: Claim) -> str:
    """Several figures as they stand; the ends of a range that were told apart (最低…，最高…) with 至."""
    if spread(claim) and claim.group is None:
        return "至".join(figure.text for figure in claim.figures)
    return claim.span.of(claim.article.text).replace("\n", "")


def spread(claim: Claim) -> bool:
    """Whether its figures are the two ends of a range."""
    alike = len(claim.figures) == 2 and claim.figures[0].unit == claim.figures[1].unit
    return alike and (claim.group is None or claim.group.kind is GroupKind.RANGE)


def printed(interval: Interval | None, claim: Claim, exact: Fraction | None = None) -> str:
    """A value as the writer of `claim` would print it; empty when it cannot be said.

    `exact` is where in `interval` to stand, its middle if not given. What leaves much room is printed
    as a range.
    """
    middle = exact if exact is not None or interval is None else interval.middle
    if interval is None or middle is None or not claim.figures:
        return ""
    if len(claim.figures) > 1:
        return _of_several(middle * claim.sign, claim)
    figure, unit = claim.figures[0], claim.unit or claim.figures[0].unit
    if (unit is None and figure.kind is FigureKind.FRACTION) or (unit is not None and unit.name == "番"):
        return _doublings(middle) if unit is not None else _percent(middle)
    base = unit.scale if unit else Fraction(1)
    size, word = magnitude(figure)
    moved = _moved(abs(middle / base), figure, size)
    size, word = moved or (size, word)
    word += unit.name if unit else ""
    scale = claim.sign * base * size
    room = (interval.width or Fraction(0)) / abs(scale) if exact is None else Fraction(0)
    if exact is None and (ends := _ends(interval, figure, scale, size)):
        return "至".join(f"{number.replace('-', '−')}{word}" for number in ends)
    number = _short(middle / scale) if moved else _number(middle / scale, figure, size, room)
    if claim.sign < 0 and middle / scale < 0:
        return f"+{number.removeprefix('-')}{word}"
    return f"{number.replace('-', '−')}{word}"


def _moved(value: Fraction, figure: Figure, size: int) -> tuple[int, str] | None:
    """The 万 or 亿 for a value that would look odd in those of the figure (312000万 is 31.2亿)."""
    own = abs(Fraction(figure.value)) if figure.value is not None else value
    if not value or size not in _STEPS:
        return None
    smaller, larger, most = _STEPS[size]
    if value >= most * size and own < _OWN * size:
        return larger
    return smaller if smaller[0] < size and value * _LEAST < size else None


def _ends(interval: Interval, figure: Figure, scale: Fraction, size: int) -> tuple[str, ...]:
    """The least and the greatest number in what leaves too much room for one; else nothing."""
    if interval.low is None or interval.high is None or interval.middle is None or not interval.width:
        return ()
    places = _places(figure.step, size) if figure.step else 0
    if interval.width * 4 <= abs(interval.middle) or interval.width * 10**places <= 2 * abs(scale):
        return ()
    low, high = sorted(Fraction(end, interval.den) / scale for end in (interval.low, interval.high))
    least, greatest = ceil(low * 10**places), floor(high * 10**places)
    if least >= greatest:
        return ()
    return tuple(rounded(Fraction(end, 10**places), places) for end in (least, greatest))


def _number(value: Fraction, figure: Figure, size: int, room: Fraction) -> str:
    """`value` with the decimals of the figure, or one more where it would have fewer digits or none."""
    if not figure.step or figure.hedge:
        return _short(value)
    places = _places(figure.step, size)
    shorter = figure.value is not None and 5 * abs(value) * size < abs(Fraction(figure.value))
    shorter = shorter or not round(value * 10**places)
    if shorter and value and room * 10 ** (places + 1) <= 1:
        finer = rounded(value, places + 1 if room else max(places + 1, 1 + (abs(value) < _TEN)))
        while finer.endswith("0") and len(finer.partition(".")[2]) > places:
            finer = finer[:-1]
        return finer.removesuffix(".")
    return rounded(value, places)


def _short(value: Fraction) -> str:
    """With two decimals at most."""
    text = rounded(value, 2)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _percent(value: Fraction) -> str:
    """What is told as 一半 or 六分之一, in per cent."""
    return rounded(abs(value) * 100, 1).removesuffix(".0") + "%"


def _doublings(times: Fraction) -> str:
    """How often something doubled (4 times as much: 2番); empty unless it is a whole number."""
    count = times.numerator.bit_length() - 1
    return f"{count}番" if count > 0 and times == 2**count else ""


def _of_several(value: Fraction, claim: Claim) -> str:
    """A value in the way several figures say one: 2分12秒, 7.8∶1."""
    kind = claim.group.kind if claim.group is not None else None
    first, last = claim.figures[0], claim.figures[-1]
    if kind is GroupKind.RATIO and len(claim.figures) == 2 and last.value:
        places = _places(first.step, 1) if first.step else 0
        plain = value.limit_denominator(20)
        if plain == value and not places:
            return f"{plain.numerator}∶{plain.denominator}"
        return f"{rounded(value * Fraction(last.value), max(places, int(last.value != 1)))}∶{last.text}"
    return _compound(abs(value), claim.figures) if kind is GroupKind.COMPOUND else ""


def _compound(value: Fraction, figures: Sequence[Figure]) -> str:
    """A value in the units of `figures`, those that are 0 left out."""
    units = sorted(
        ((figure.unit.scale, _unit_word(figure)) for figure in figures if figure.unit), reverse=True
    )
    if len(units) < len(figures):
        return ""
    left, text = round(value / units[-1][0]) * units[-1][0], ""
    for scale, word in units:
        count, left = divmod(left, scale)
        text += f"{count}{word}" if count else ""
    return text


def _unit_word(figure: Figure) -> str:
    """The unit as it was printed behind the number: 分 or 分钟."""
    return figure.text[figure.number.end - figure.span.start :] if figure.number else ""


def magnitude(figure: Figure) -> tuple[int, str]:
    """The 万 or 亿 a figure was written with."""
    if figure.number is None:
        return 1, ""
    start = figure.number.start - figure.span.start
    number = figure.text[start : start + figure.number.end - figure.number.start]
    if not any(char.isdigit() and char.isascii() for char in number):
        return 1, ""
    return next(((size, word) for word, size in _MAGNITUDES if number.rstrip("余多").endswith(word)), (1, ""))


def _places(step: Fraction, size: int) -> int:
    """The decimals of a number whose last place is `step`, written in `size`."""
    places, unit = 0, Fraction(step, size)
    while unit < 1 and places < 6:
        unit, places = unit * 10, places + 1
    return places


def rounded(value: Fraction, places: int) -> str:
    """A value with so many decimals; zeros at the end are left out where there are more than two."""
    scaled = round(value * 10**places)
    text = f"{Decimal(scaled).scaleb(-places):f}"
    return text.rstrip("0").rstrip(".") if "." in text and places > 2 else text
