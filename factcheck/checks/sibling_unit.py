"""One of several sibling numbers in another magnitude: 12.3亿元、9.8亿元、11.5万元."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.told import told
from factcheck.model import Claim, Figure, Reading
from factcheck.patterns import compiled

_PRINTED = compiled(r"([\d,]+(?:\.\d+)?)(万亿|亿|万|)")
_FAR, _CLOSE, _LEAST = 1000, 4, 3


def check(subject: Sequence[Claim], reading: Reading, *, listed: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """Every list of like figures after a word such as 分别, one of which has a magnitude of its own."""
    for here in told(reading, (), listed):
        for run in _runs(here.figures, reading.article.text):
            yield from _odd(run)


def _runs(figures: Sequence[Figure], text: str) -> Iterator[list[Figure]]:
    """Figures of one unit with nothing but a pause mark or 和 between them."""
    run: list[Figure] = []
    for figure in figures:
        joined = run and text[run[-1].span.end : figure.span.start].strip() in ("、", "和", "，", ",", "及")
        alike = run and run[-1].unit is not None and run[-1].unit == figure.unit
        if run and not (joined and alike):
            yield run
            run = []
        run.append(figure)
    yield run


def _odd(run: Sequence[Figure]) -> Iterator[Judgement]:
    printed = [_PRINTED.match(figure.text) for figure in run]
    if len(run) < _LEAST or not all(printed):
        return
    words = [found[2] for found in printed if found]
    common, times = Counter(words).most_common(1)[0]
    if times != len(run) - 1 or common == "":
        return
    at = next(place for place, word in enumerate(words) if word != common)
    numbers = [Decimal(found[1].replace(",", "")) for found in printed if found]
    others = [number for place, number in enumerate(numbers) if place != at]
    values = [Fraction(figure.value) for figure in run if figure.value is not None]
    if len(values) < len(run) or not _slip(numbers[at], others, values[at], values[at - 1]):
        return
    odd, rest = run[at], [figure for place, figure in enumerate(run) if place != at]
    mended = odd.text.replace(words[at], common, 1) if words[at] else odd.text
    if not words[at]:
        mended = f"{numbers[at]}{common}{odd.text[len(str(numbers[at])) :]}"
    judgement = conflict(Spot("odd", odd.span), *(Spot("other", one.span) for one in rest), expected=mended)
    yield judgement.edited(mended, "与并列的几个数用同一个量级")


def _slip(number: Decimal, others: Sequence[Decimal], value: Fraction, other: Fraction) -> bool:
    """The digits are like the others', the value is a thousand times off."""
    like = min(others) / _CLOSE <= number <= max(others) * _CLOSE
    return like and other != 0 and (value / other >= _FAR or value / other <= Fraction(1, _FAR))
