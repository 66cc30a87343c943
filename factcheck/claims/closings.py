"""What makes a list of percentages leave nothing out: see `lexicon/closings.toml`."""

from __future__ import annotations

import re
from functools import cache

from factcheck.claims.lexicons import lexicon
from factcheck.patterns import compiled
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Closings:
    """How questions and answers are put.

    Attributes:
        single: finds a question that takes one answer.
        many: finds a question that takes several.
        votes: finds a name of what only one of many gets.
        held: finds at the end of the words before a percentage that it is held of one thing.
        dimension: finds the heading of a list that parts a whole.
        degree: finds a degree and the word it is of.
        answers: sets of answers of which everyone gives one.
        kinds: sets of kinds of which everything is one.
        apart: sets of sorts of which everything is one at most.
        aspects: what tells when, where or who; parts told under two of them overlap.
    """

    single: re.Pattern[str]
    many: re.Pattern[str]
    votes: re.Pattern[str]
    held: re.Pattern[str]
    dimension: re.Pattern[str]
    degree: re.Pattern[str]
    answers: tuple[tuple[re.Pattern[str], ...], ...]
    kinds: tuple[tuple[re.Pattern[str], ...], ...]
    apart: tuple[tuple[re.Pattern[str], ...], ...]
    aspects: tuple[re.Pattern[str], ...]


@cache
def closings() -> Closings:
    """The table of `lexicon/closings.toml`."""
    table = lexicon("closings")
    return Closings(
        compiled("|".join(table["single"])),
        compiled("|".join(table["many"])),
        compiled("|".join(table["votes"])),
        compiled(f"(?:{'|'.join(table['held'])})(?:分别|依次|约|为|达)*$"),
        compiled(f"(?:{'|'.join(table['dimensions'])})(?:[^，。；：:、]{{0,6}}[：:]|(?:上|方面|上看)[，,])"),
        compiled(f"({'|'.join(table['degrees'])})([\u4e00-\u9fff]{{2}})"),
        _sets(table["answers"]),
        _sets(table["kinds"]),
        _sets(table["apart"]),
        tuple(compiled(one) for one in table["aspects"]),
    )


def _sets(rows: list[list[str]]) -> tuple[tuple[re.Pattern[str], ...], ...]:
    return tuple(tuple(compiled(member) for member in row) for row in rows)
