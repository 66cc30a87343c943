"""Numbers as the writer of a claim printed them, and as he would have printed others."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Claim, Figure

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


def written(claim: Claim) -> str:
    """The figures of `claim` as printed, else the words that stand for them.

    A bare number of a table is shown with the unit of its header.
    """
    bare = len(claim.figures) == 1 and claim.figures[0].unit is None
    unit = claim.unit.name if bare and claim.unit is not None else ""
    return claim.span.of(claim.article.text) + unit


def printed(interval: Interval | None, claim: Claim) -> str:
    """A value as the writer of `claim` would print it; empty when it cannot be said."""
    figure = claim.figures[0] if len(claim.figures) == 1 else None
    middle = None if interval is None else interval.middle
    if figure is None or middle is None or interval is None:
        return ""
    unit = claim.unit or figure.unit
    value = middle / (unit.scale if unit else 1) * claim.sign
    size, word = _magnitude(figure)
    places = _places(figure.step, size) if figure.step and not figure.hedge else 2
    number = rounded(value / size, places)
    mark = "+" if claim.sign < 0 and value < 0 else ""
    return f"{mark}{number.replace('-', '' if mark else '−')}{word}{unit.name if unit else ''}"


def _magnitude(figure: Figure) -> tuple[int, str]:
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
