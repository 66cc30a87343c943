"""From a measure and the words around it to a finished figure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from factcheck.figures.bounds import POWERS, bounded, exactly, nearest
from factcheck.figures.measures import Measure
from factcheck.interval import Interval
from factcheck.model import Dimension, Figure, FigureKind, Span, Token, Unit


def figure(
    text: str, measure: Measure, start: int, *, sign: int = 1, sort: str = "", around: Sequence[Token] = ()
) -> Figure:
    """The figure of `measure`, which with its prefix starts at `start`; `around` are its hedges."""
    number = measure.number
    unit = None if measure.entry is None else measure.entry[0]
    mantissa = number.mantissa * sign * measure.sign
    exponent = number.exponent
    kind = measure.kind
    form = number.form
    labels = [token.label for token in around]
    if number.vague:
        labels.append("more-after" if number.vague != "来" else "about-after")
    if sort in ("upward", "grade"):
        labels.append("upward")
    hedge = _hedge(text, around, number.vague, sort)
    span = Span(start, measure.end)
    if form & _BROKEN:
        return Figure(span, text[start : measure.end], None, None, unit, kind, hedge, None, form)
    value: Decimal | Fraction | None
    if measure.over is not None:
        value = Fraction(mantissa, measure.over)
        interval = _fraction(value, labels)
        step = None
    else:
        value = Decimal(mantissa * POWERS[exponent]) if exponent >= 0 else Decimal(f"{mantissa}E{exponent}")
        step = Fraction(POWERS[exponent]) if exponent >= 0 else Fraction(1, POWERS[-exponent])
        face = exactly(mantissa, exponent) if _is_exact(measure, unit, sort) else nearest(mantissa, exponent)
        interval = bounded(mantissa, exponent, labels, face) if labels else face
        if "cheng" in form and interval.high is None:
            interval = Interval.between(interval.bottom, 100)
    if sort == "rank":
        interval = Interval(1, max(mantissa, 1))
    if sort in ("ordinal", "rank"):
        kind = FigureKind.ORDINAL
    if sort == "several":
        value, step = None, None
        interval = bounded(mantissa, exponent, ("upward",), interval)
    if form:
        form -= _INNER
    return Figure(
        span, text[start : measure.end], value, interval, unit, kind, hedge, step, form,
        Span(measure.first, measure.stop),
    )  # fmt: skip


_BROKEN = frozenset({"double-point"})
_INNER = frozenset({"cheng", "zhe", "digit-string", "points"})


def _is_exact(measure: Measure, unit: Unit | None, sort: str) -> bool:
    """Whole counts below 万 written out, ordinals and discounts are what they say."""
    number = measure.number
    if unit is None or sort == "ordinal":
        return sort == "ordinal"
    if unit.dimension is Dimension.COUNT:
        return number.exponent == 0 and not number.large
    return unit.dimension is Dimension.DOUBLING or "zhe" in number.form


def _fraction(value: Fraction, labels: Sequence[str]) -> Interval:
    """A written fraction is a round word: a tenth of it either way, a fifth under 近 and 超."""
    low, high, low_open, high_open = value * Fraction(9, 10), value * Fraction(11, 10), False, False
    if "near" in labels:
        low, high, high_open = value * Fraction(4, 5), value, True
    elif "at-least" in labels or "at-least-after" in labels:
        low, high = value, max(Fraction(1), value)
    elif "over" in labels or "more-after" in labels:
        low, high, low_open = value, min(value * Fraction(6, 5), max(Fraction(1), value)), True
    elif "under" in labels:
        low, high, high_open = Fraction(0), value, True
    elif "at-most" in labels or "at-most-after" in labels:
        low, high = Fraction(0), value
    return Interval.between(min(low, high), max(low, high), low_open=low_open, high_open=high_open)


def _hedge(text: str, around: Sequence[Token], vague: str, sort: str) -> str:
    """The bound words as printed, those before and behind joined by …"""
    if not around and not vague:
        return {"upward": "上", "several": "数", "grade": "级"}.get(sort, "")
    words = [text[token.span.start : token.span.end] for token in around]
    behind = [word for word, token in zip(words, around, strict=True) if token.label.endswith("-after")]
    before = [word for word, token in zip(words, around, strict=True) if not token.label.endswith("-after")]
    if vague:
        behind.insert(0, vague)
    return "…".join(part for part in ("".join(before), "".join(behind)) if part)
