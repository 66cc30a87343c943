"""Every figure of the five source documents, read by eye once and stored: value, unit, interval, flags."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from figures_shown import shown

from factcheck.figures import lex
from factcheck.model import Figure

HERE = Path(__file__).parent
SEEDS = sorted((HERE.parent / "seeds").glob("*.txt"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_every_figure_is_read_as_reviewed(seed: Path) -> None:
    """The figures of the document are those of the stored list, in order, and no others."""
    text = unwrapped(seed.read_text(encoding="utf-8"))
    stored = (HERE / "seeds" / f"figures_{seed.name[:3]}.txt").read_text(encoding="utf-8").splitlines()
    wanted = [line for line in stored if line and not line.startswith("#")]
    assert [f"{figure.text} => {full(figure)}" for figure in lex(text).figures] == wanted


def full(figure: Figure) -> str:
    """Everything the table can say of a figure."""
    bounds = "" if figure.interval is None else "[,]"
    return shown(figure, f"{bounds} {'!' if figure.form else ''} {'~' if figure.hedge else ''}")


def unwrapped(text: str) -> str:
    """Lines of a wrapped paragraph joined, so that no number is cut in two."""
    return re.sub(r"(?<=[^\n])\n(?=[^\n])", "", text)
