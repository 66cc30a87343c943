"""Figures in the words of the number tables."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Figure, FigureKind

QUANTITIES = {
    FigureKind.QUANTITY,
    FigureKind.NUMBER,
    FigureKind.PERCENT,
    FigureKind.POINTS,
    FigureKind.FRACTION,
    FigureKind.MULTIPLE,
}


def shown(figure: Figure, like: str) -> str:
    """The figure in the words of the table, with as much detail as `like` asks for."""
    if figure.kind in (FigureKind.CODE, FigureKind.TIME, FigureKind.DATE):
        parts = [figure.kind.value, figure.text]
    else:
        kind = [] if figure.kind in QUANTITIES else [figure.kind.value]
        parts = [*kind, number(figure), *([figure.unit.name] if figure.unit else [])]
    if re.search(r"[\[(][^\])]*,", like):
        parts.append(span(figure.interval))
    if "!" in like:
        parts += [f"!{flag}" for flag in sorted(figure.form)]
    if "~" in like:
        parts.append(f"~{figure.hedge}")
    return " ".join(parts)


def number(figure: Figure) -> str:
    """The value as a plain decimal or an exact fraction, `?` when it has none."""
    if figure.value is None:
        return "?"
    if isinstance(figure.value, Fraction):
        return str(figure.value)
    plain = format(figure.value, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def span(interval: Interval | None) -> str:
    """The interval as mathematicians write it."""
    assert interval is not None
    low = "-" if interval.bottom is None else plain(interval.bottom)
    high = "-" if interval.top is None else plain(interval.top)
    return f"{'(' if interval.low_open else '['}{low}, {high}{')' if interval.high_open else ']'}"


def plain(end: Fraction) -> str:
    """A finite decimal as a decimal, anything else as a fraction."""
    for places in range(16):
        if (end * 10**places).denominator == 1:
            digits = str(abs(end.numerator * 10**places // end.denominator)).zfill(places + 1)
            sign = "-" if end < 0 else ""
            return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)
    return str(end)
