"""Words beside a number that say what it is: a code, a score, a ratio, a number in a row."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from factcheck import toml
from factcheck.patterns import compiled
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Contexts:
    """The lists of `contexts.toml` as patterns.

    Attributes:
        called: a word that makes a name of the digits behind it, at the end of what is searched.
        called_ends: the characters such a word may end in, to spare the search.
        lines: short digits with a word behind them that makes a name of them.
        indicators: letters that are no code.
        contest: a word of matches.
        proportion: a word of ratios.
        named: what makes a name of an ordinal.
        assembly: what makes an ordinal of 八届.
        session: what makes an ordinal of 三次.
    """

    called: re.Pattern[str]
    called_ends: frozenset[str]
    lines: re.Pattern[str]
    indicators: frozenset[str]
    contest: re.Pattern[str]
    proportion: re.Pattern[str]
    named: re.Pattern[str]
    assembly: re.Pattern[str]
    session: re.Pattern[str]


@cache
def contexts() -> Contexts:
    """The tables of words, read once."""
    table = toml.table(files(__package__).joinpath("contexts.toml").read_text(encoding="utf-8"))
    either = {key: "|".join(map(re.escape, words.split())) for key, words in table.items()}
    return Contexts(
        called=compiled(rf"(?:{either['called']})(?:为|是|号码)?[：:]?[（(“]? ?$"),
        called_ends=frozenset(word[-1] for word in table["called"].split()) | frozenset("为是码：:（(“"),
        lines=compiled(
            rf"(?:1[0-9]{{2}}|1[0-9]{{4}}|9[56][0-9]{{3}})(?=[”’」]?(?![个家项名条座处部台类种万亿])[\u4e00-\u9fff]{{0,4}}(?:{either['service']}))"
            rf"|[0-9]{{3}}(?={either['numbered']})"
        ),
        indicators=frozenset(table["indicators"].split()),
        contest=compiled(either["contest"]),
        proportion=compiled(either["proportion"]),
        named=compiled(either["named"]),
        assembly=compiled(either["assembly"] + "|[一二三四五六七八九]+[中次]"),
        session=compiled(either["session"]),
    )
