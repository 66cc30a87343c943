"""Printed digits of a sentence's number against those of a cell: repeated, mistyped, or merely near."""

from __future__ import annotations

from fractions import Fraction

from factcheck.claims.table_sheet import Entry
from factcheck.model import Claim, Figure

_TELLING = 3
_NEAR = Fraction(5, 4)


def repeats(one: Figure, two: Figure) -> bool:
    """Whether both show the same digits, and enough of them for that to be no chance."""
    digits = _digits(one)
    return digits == _digits(two) and len(digits.strip("0")) >= _TELLING


def mistyped(claim: Claim, entry: Entry, least: int) -> bool:
    """Whether the cell, rounded as the sentence rounds, differs in one digit or two swapped neighbours.

    Numbers of fewer than `least` digits are too short to tell.
    """
    first, second = _digits(claim.figures[0]), _rounded(claim, entry)
    if len(first) != len(second) or len(first) < least:
        return False
    unlike = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(unlike) == 2:
        at, after = unlike
        return after == at + 1 and first[at] == second[after] and first[after] == second[at]
    return len(unlike) == 1


def near(claim: Claim, entry: Entry) -> bool:
    """Whether the two are of one size."""
    one = claim.interval.middle if claim.interval else None
    two = entry.interval.middle
    if not one or not two or (one < 0) != (two < 0):
        return False
    return max(abs(one), abs(two)) <= _NEAR * min(abs(one), abs(two))


def _digits(figure: Figure) -> str:
    return "".join(char for char in figure.text if char.isascii() and char.isdigit())


def _rounded(claim: Claim, entry: Entry) -> str:
    """The digits of the cell in the unit and to the place of the sentence's number."""
    figure, value = claim.figures[0], entry.figure.value
    if figure.step is None or value is None:
        return ""
    here = entry.unit.scale if entry.figure.unit is None and entry.unit is not None else _scale(entry.figure)
    places = Fraction(value) * here / _scale(figure) / figure.step
    return str(abs(round(places))).rjust(len(_digits(figure)), "0")


def _scale(figure: Figure) -> Fraction:
    return figure.unit.scale if figure.unit is not None else Fraction(1)
