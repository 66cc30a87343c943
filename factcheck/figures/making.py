"""From a piece and the words around it to a finished figure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from factcheck.figures.bounds import POWERS, bounded, exactly, fraction_bounds, nearest
from factcheck.figures.pieces import Piece
from factcheck.interval import Interval
from factcheck.model import Dimension, Figure, FigureKind, Span, Unit

_STEPS = {n: Fraction(10) ** n for n in range(-40, 64)}
_ORDINAL = frozenset({"ordinal", "rank"})
_EXACT = frozenset({"ordinal", "discount", "score"})
_UPWARD = frozenset({"upward", "several"})
_EXACT_UNITS = frozenset({Dimension.COUNT, Dimension.DOUBLING})
_BROKEN = "double-point"


def figure(text: str, piece: Piece, labels: Sequence[str] = (), hedge: str = "") -> Figure:
    """The figure of `piece`; `labels` are the classes of the bound words printed as `hedge`."""
    start, first, stop, end, mantissa, exponent, unit, kind, large, vague, sort, form, over, *_ = piece
    span = Span(start, end)
    number = span if stop == end and first == start else Span(first, stop)
    if sort or vague or form or over is not None:
        return _special(piece, (span, number), text[start:end], labels, hedge)
    if exponent > 0:
        value = Decimal(mantissa * POWERS[exponent])
        half = 5 * POWERS[exponent - 1]
        face = Interval((2 * mantissa - 1) * half, (2 * mantissa + 1) * half)
    elif exponent or large or unit is None or unit.dimension not in _EXACT_UNITS:
        value = Decimal(f"{mantissa}E{exponent}")
        face = Interval(2 * mantissa - 1, 2 * mantissa + 1, 2 * POWERS[-exponent])
    else:
        value = Decimal(mantissa)
        face = Interval(mantissa, mantissa)
    interval = bounded(mantissa, exponent, labels, face) if labels else face
    return Figure(span, text[start:end], value, interval, unit, kind, hedge, _STEPS[exponent], form, number)


def _special(
    piece: Piece, spans: tuple[Span, Span], printed: str, labels: Sequence[str], hedge: str
) -> Figure:
    """A figure with something unusual about it."""
    span, number = spans
    sort, unit = piece.sort, piece.unit
    kind = FigureKind.ORDINAL if sort in _ORDINAL else piece.kind
    if _BROKEN in piece.form:
        return Figure(span, printed, None, None, unit, kind, hedge, None, piece.form, number)
    every = _labels(piece, labels)
    form = piece.form - {"digit-string"}
    if piece.over is not None:
        value = Fraction(piece.mantissa, piece.over)
        return Figure(
            span, printed, value, fraction_bounds(value, every), unit, kind, hedge, None, form, number
        )
    interval = _interval(piece, every)
    if sort == "several":
        return Figure(span, printed, None, interval, unit, kind, hedge, None, form, number)
    exponent = piece.exponent
    value_written = (
        Decimal(piece.mantissa * POWERS[exponent])
        if exponent >= 0
        else Decimal(f"{piece.mantissa}E{exponent}")
    )
    step = _STEPS[exponent]
    return Figure(span, printed, value_written, interval, unit, kind, hedge, step, form, number)


def _labels(piece: Piece, labels: Sequence[str]) -> list[str]:
    """The classes of bound words around and within the number."""
    every = list(labels)
    if piece.vague:
        every.append("about-after" if piece.vague == "来" else "more-after")
    if piece.sort in _UPWARD:
        every.append("upward")
    return every


def _interval(piece: Piece, labels: Sequence[str]) -> Interval:
    """Every value the writer can have meant."""
    mantissa, exponent = piece.mantissa, piece.exponent
    if piece.sort == "rank":
        return Interval(1, max(mantissa * POWERS[max(exponent, 0)], 1))
    face = exactly(mantissa, exponent) if _is_exact(piece, piece.unit) else nearest(mantissa, exponent)
    interval = bounded(mantissa, exponent, labels, face)
    if piece.sort == "tenths" and interval.high is None:
        return Interval.between(interval.bottom, max(100, mantissa * 10**exponent))  # at most all of it
    return interval


def _is_exact(piece: Piece, unit: Unit | None) -> bool:
    """Whole counts written out, ordinals, scores and discounts are what they say."""
    if piece.sort in _EXACT:
        return True
    if unit is None:
        return False
    return unit.dimension in _EXACT_UNITS and piece.exponent == 0 and not piece.large
