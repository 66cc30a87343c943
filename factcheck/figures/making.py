"""From a piece and the words around it to a finished figure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from factcheck.figures.bounds import POWERS, bounded, exactly, fraction_bounds, nearest
from factcheck.figures.pieces import PLAIN, Piece
from factcheck.figures.units import Entry
from factcheck.interval import Interval
from factcheck.model import Dimension, Figure, FigureKind, Span

_STEPS = {n: Fraction(10) ** n for n in range(-40, 64)}
_ORDINAL = frozenset({"ordinal", "rank"})
_EXACT = frozenset({"ordinal", "discount", "score"})
_COUNT, _DOUBLING = Dimension.COUNT, Dimension.DOUBLING
_EXACT_UNITS = (_COUNT, _DOUBLING)
_UPWARD = frozenset({"upward", "several", "grade"})
_INNER = frozenset({"digit-string"})
_MARKS = ("大关", "关口", "整数关", "门槛", "台阶", "大台阶", "新台阶")
_NUMBER = FigureKind.NUMBER
_BROKEN = "double-point"


def plain(printed: str, spans: tuple[Span, Span], mantissa: int, exponent: int, entry: Entry) -> Figure:
    """The figure of a number with a unit and nothing else to it; `spans` are the whole and the number."""
    unit = entry.unit
    if exponent > 0:
        value = Decimal(mantissa * POWERS[exponent])
        half = 5 * POWERS[exponent - 1]
        interval = Interval((2 * mantissa - 1) * half, (2 * mantissa + 1) * half)
    elif exponent:
        value = Decimal(f"{mantissa}E{exponent}")
        interval = Interval(2 * mantissa - 1, 2 * mantissa + 1, 2 * POWERS[-exponent])
    else:
        value = Decimal(mantissa)
        dimension = unit.dimension
        exact = dimension is _COUNT or dimension is _DOUBLING
        interval = Interval(mantissa, mantissa) if exact else Interval(2 * mantissa - 1, 2 * mantissa + 1, 2)
    span, number = spans
    return Figure(span, printed, value, interval, unit, entry.kind, "", _STEPS[exponent], PLAIN, number)


def bare(printed: str, span: Span, mantissa: int, exponent: int) -> Figure:
    """The figure of a number with nothing to it at all."""
    value, face = _value(mantissa, exponent), nearest(mantissa, exponent)
    return Figure(span, printed, value, face, None, _NUMBER, "", _STEPS[exponent], PLAIN, span)


def figure(text: str, piece: Piece, labels: Sequence[str] = (), hedge: str = "") -> Figure:
    """The figure of `piece`; `labels` are the classes of the bound words printed as `hedge`."""
    span, number = Span(piece.start, piece.end), Span(piece.first, piece.stop)
    unit, exponent, sort = piece.unit, piece.exponent, piece.sort
    kind = FigureKind.ORDINAL if sort in _ORDINAL else piece.kind
    printed = text[piece.start : piece.end]
    form = piece.form - _INNER if piece.form else PLAIN
    if _BROKEN in form:
        return Figure(span, printed, None, None, unit, kind, hedge, None, form, number)
    every = _labels(text, piece, labels)
    if piece.over is not None:
        share = Fraction(piece.mantissa, piece.over)
        return Figure(
            span, printed, share, fraction_bounds(share, every), unit, kind, hedge, None, form, number
        )
    interval = _interval(piece, every)
    if sort == "several":
        return Figure(span, printed, None, interval, unit, kind, hedge, None, form, number)
    value = _value(piece.mantissa, exponent)
    return Figure(span, printed, value, interval, unit, kind, hedge, _STEPS[exponent], form, number)


def _value(mantissa: int, exponent: int) -> Decimal:
    return Decimal(mantissa * POWERS[exponent]) if exponent >= 0 else Decimal(f"{mantissa}E{exponent}")


def _labels(text: str, piece: Piece, labels: Sequence[str]) -> Sequence[str]:
    """The classes of bound words around and within the number; a mark that was passed bounds from below."""
    if "over" in labels and text.startswith(_MARKS, piece.end):
        labels = ["past-mark" if label == "over" else label for label in labels]
    if piece.vague:
        labels = [*labels, "about-after" if piece.vague == "来" else "more-after"]
    if piece.sort in _UPWARD:
        labels = [*labels, "upward"]
    return labels


def _interval(piece: Piece, labels: Sequence[str]) -> Interval:
    """Every value the writer can have meant."""
    mantissa, exponent = piece.mantissa, piece.exponent
    if piece.sort == "rank":
        return Interval(1, max(mantissa * POWERS[max(exponent, 0)], 1))
    face = exactly(mantissa, exponent) if _is_exact(piece) else nearest(mantissa, exponent)
    if labels == ["exact"] and piece.large:  # 整整1万: to a digit more than is written
        face = nearest(mantissa * 10, exponent - 1)
    if not labels:
        return face
    if piece.sort == "tenths" and "exact" in labels:  # 正好三成: to a point either way
        value = mantissa * _STEPS[exponent]
        return Interval.between(value - 1, value + 1)
    interval = bounded(mantissa, exponent, labels, face)
    if piece.sort == "tenths" and not exponent and interval.low_open and interval.high is not None:
        low = Fraction(interval.low or 0, interval.den)  # 超八成半 is less than 九成
        return Interval(low.numerator, low.numerator + 5 * low.denominator, low.denominator, low_open=True)
    if piece.sort == "tenths" and interval.high is None:
        return Interval.between(
            interval.bottom, max(Fraction(100), mantissa * _STEPS[exponent])
        )  # at most all of it
    return interval


def _is_exact(piece: Piece) -> bool:
    """Whole counts written out, ordinals, scores and discounts are what they say."""
    if piece.sort in _EXACT:
        return True
    counted = piece.unit is not None and piece.unit.dimension in _EXACT_UNITS
    return counted and piece.exponent >= 0 and not piece.large
