"""Every row of the number tables: what is written, and every figure that must be read in it."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from factcheck.figures import lex
from factcheck.interval import Interval
from factcheck.model import Figure, FigureKind

TABLES = Path(__file__).parent / "tables"
NAMES = sorted(path.name for path in TABLES.glob("numerals*.txt"))
QUANTITIES = {
    FigureKind.QUANTITY,
    FigureKind.NUMBER,
    FigureKind.PERCENT,
    FigureKind.POINTS,
    FigureKind.FRACTION,
    FigureKind.MULTIPLE,
}


def rows(name: str) -> list[tuple[int, str, str]]:
    """Line number, text and expectation of each row; blank lines and comments left out."""
    found = []
    for number, line in enumerate((TABLES / name).read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            text, arrow, wanted = line.partition(" => ")
            assert arrow, f"{name}:{number} has no arrow"
            found.append((number, text.strip(), wanted.partition("  #")[0].strip()))
    return found


def parameters() -> list[object]:
    """One test case per row, named by table and line."""
    return [
        pytest.param(text, wanted, id=f"{name}:{number}")
        for name in NAMES
        for number, text, wanted in rows(name)
    ]


@pytest.mark.parametrize(("text", "wanted"), parameters())
def test_row(text: str, wanted: str) -> None:
    """The figures of the text are those of the row, no more and no fewer."""
    figures = lex(text).figures
    expected = [] if wanted == "-" else [part.strip() for part in wanted.split(";")]
    assert [shown(figure, want) for figure, want in zip(figures, expected, strict=False)] == expected
    assert len(figures) == len(expected), [figure.text for figure in figures]


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


def test_there_are_rows_enough() -> None:
    """The tables hold several hundred rows."""
    assert sum(len(rows(name)) for name in NAMES) >= 300
