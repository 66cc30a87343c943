"""The words of `words.toml`, and the patterns that find them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from factcheck import toml
from factcheck.periods.phrase import Base


def meaning(section: str, word: str) -> tuple[Base, int]:
    """What a relative word counts from, and how far."""
    base, shift = _table()[section][word]
    return Base(base), shift


def pattern(section: str) -> str:
    """The alternatives of a section, longest first, each with the guards of the table."""
    words = sorted(_table()[section], key=len, reverse=True)
    return "|".join(_guarded(section, word) for word in words)


def names(section: str) -> str:
    """The alternatives of a section without guards."""
    return "|".join(sorted(_table()[section], key=len, reverse=True))


def first_year(reign: str) -> int:
    """The calendar year in which a reign title was first counted (光绪 is 1875)."""
    return int(_table()["reigns"][reign])


def openings(*sections: str) -> str:
    """The first two characters of every word of some sections."""
    return " ".join(word[:2] for section in sections for word in _table()[section])


def _guarded(section: str, word: str) -> str:
    before, after, *rest = _table()["guards"]["words"].get(word, ("", ""))
    after += _table()["guards"]["all"][section][1]
    left = f"(?<![{before}]{re.escape(word)})" if before else ""
    right = f"(?![{after}])" if after else ""
    return re.escape(word) + left + right + "".join(rest)


@cache
def _table() -> dict[str, Any]:
    path = Path(__file__).with_name("words.toml")
    return toml.table(path.read_text(encoding="utf-8"))
