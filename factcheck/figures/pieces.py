"""A number as the reader hands it on: where it stands, its exact digits, its unit, what is odd about it.

Named tuples of whole numbers: a page of statistics holds a figure every dozen characters, and
anything dearer would be felt. Exact decimals and intervals are made once, in `making`.
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model import FigureKind, Unit

PLAIN: frozenset[str] = frozenset()


class Number(NamedTuple):
    """A bare number that ends at `end`: `mantissa` × 10 ** `exponent`.

    The exponent is that of the last printed place. `vague` is 余, 多, 来 or 几 within the number.
    `large` is written with 万 or 亿, `hanzi` ends in a Chinese digit, `bare` has a magnitude and
    no digit (千亿). `second` is the other mantissa of an approximate pair (十七八: 17 and 18),
    whose digit stands at `split`.
    """

    end: int
    mantissa: int
    exponent: int
    vague: str = ""
    large: bool = False
    hanzi: bool = False
    bare: bool = False
    second: int | None = None
    split: int = 0
    form: frozenset[str] = PLAIN


class Piece(NamedTuple):
    """A number with its unit and prefix.

    `start` and `end` take in sign, currency mark and unit; `first` and `stop` are the number
    alone. `sort` says what is special about it: `ordinal` (第3), `rank` (前十), `several` (数十),
    `upward` (上百), `grade` (百亿级), `tenths` (三成), `discount` (七折), `string` (digits read one by one);
    `over` is the denominator of a fraction. The other fields are those of `Number`.
    """

    start: int
    first: int
    stop: int
    end: int
    mantissa: int
    exponent: int
    unit: Unit | None
    kind: FigureKind
    large: bool = False
    vague: str = ""
    sort: str = ""
    form: frozenset[str] = PLAIN
    over: int | None = None
    second: int | None = None
    split: int = 0
    bare: bool = False
    hanzi: bool = False

    def flagged(self, flag: str) -> Piece:
        """The same piece with one more thing said about its writing."""
        return self._replace(form=self.form | {flag})


def piece_of(at: int, number: Number, unit: Unit | None, kind: FigureKind, end: int) -> Piece:
    """The piece of `number`, which starts at `at`, with its unit, which ends at `end`."""
    _, mantissa, exponent, vague, large, hanzi, bare, second, split, form = number
    return Piece(
        at, at, number.end, end, mantissa, exponent, unit, kind, large, vague, "", form, None,
        second, split, bare, hanzi,
    )  # fmt: skip
