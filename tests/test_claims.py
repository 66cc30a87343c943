"""Sentences and everything they are understood to claim: the tables are the specification.

`tables/claims.txt` explains the syntax. What is read wrongly and known to be stands in
`tables/claims-not-yet.txt`; a sentence there that comes to be read as it says must move to a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from claims_shown import plain, statements

TABLES = Path(__file__).parent / "tables"
READ = ("claims.txt", "claims-parts.txt", "claims-fields.txt", "claims-traps.txt")
NOT_YET = "claims-not-yet.txt"
NEVER, NOTHING = "never ", "nothing"


@dataclass(frozen=True, slots=True)
class Block:
    """One article, the statements it makes, and those it must not make."""

    text: str
    says: tuple[str, ...]
    never: tuple[str, ...]

    def found(self) -> list[str]:
        """What was understood, with periods if the block speaks of any."""
        timed = any("[" in line for line in (*self.says, *self.never))
        return [line if timed else plain(line) for line in statements(self.text)] or [NOTHING]


def blocks(name: str) -> Iterator[Block]:
    """The blocks of one table."""
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    kept = "\n".join(line for line in lines if not line.startswith("#"))
    for paragraph in filter(None, map(str.strip, kept.split("\n\n"))):
        text, *said = (line.strip() for line in paragraph.splitlines())
        says = tuple(line for line in said if not line.startswith(NEVER))
        never = tuple(line.removeprefix(NEVER) for line in said if line.startswith(NEVER))
        yield Block(text.replace("\\n", "\n"), says, never)


def cases(*names: str) -> list[object]:
    return [pytest.param(block, id=block.text[:16]) for name in names for block in blocks(name)]


@pytest.mark.parametrize("block", cases(*READ))
def test_everything_said_is_understood_and_nothing_else(block: Block) -> None:
    """The claims, sums and lists of the article are those of the table."""
    assert block.found() == list(block.says)


@pytest.mark.xfail(strict=True, reason="not understood yet")
@pytest.mark.parametrize("block", cases(NOT_YET))
def test_what_is_not_understood_yet(block: Block) -> None:
    """These statements ought to be made, and the others not; one that is now belongs in a table."""
    found = block.found()
    assert set(block.says) <= set(found)
    assert not set(block.never) & set(found)


def test_tables_repeat_nothing() -> None:
    """A sentence stands in one table, and says something there."""
    every = [block for name in (*READ, NOT_YET) for block in blocks(name)]
    assert len({block.text for block in every}) == len(every)
    assert all(block.says or block.never for block in every)
