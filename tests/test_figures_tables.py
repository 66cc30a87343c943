"""Every row of the number tables: what is written, and every figure that must be read in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from figures_shown import shown

from factcheck.figures import lex

TABLES = Path(__file__).parent / "tables"
NAMES = sorted(path.name for path in TABLES.glob("numerals*.txt"))


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


def test_there_are_rows_enough() -> None:
    """The tables hold several hundred rows."""
    assert sum(len(rows(name)) for name in NAMES) >= 300
