"""What happens once in a life, of people, houses and events: the words of `lives.toml`, and claims of it.

A birth, a foundation and an opening have one day, whoever tells of it and however: 1951年生 and 今年74岁
are one claim. Their claims are ranks of the sort `life`: numbers that are compared and never added.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factcheck import toml
from factcheck.archive.lexicon import either
from factcheck.archive.moments import ALWAYS, Moment
from factcheck.archive.setting import Setting
from factcheck.checks._across import LIFE
from factcheck.interval import Interval
from factcheck.model import Claim, Fact, Figure, FigureKind, Measure, Quantity, Span


@dataclass(frozen=True, slots=True)
class Lives:
    """Words that tell of beginnings; see `lives.toml`."""

    surnames: frozenset[str]
    edges: frozenset[str]
    roles: str
    titles: frozenset[str]
    then: re.Pattern[str]
    common: frozenset[str]
    begun: str
    stands: re.Pattern[str]
    other: re.Pattern[str]
    kinds: Mapping[str, str]
    aims: Mapping[str, str]
    happens: re.Pattern[str]
    aimed: re.Pattern[str]
    objects: str
    not_this: re.Pattern[str]
    parts: re.Pattern[str]
    planned: re.Pattern[str]
    first: re.Pattern[str]
    changed: re.Pattern[str]


@cache
def lives() -> Lives:
    """The table, its lists as alternations."""
    table = toml.table(files("factcheck.archive").joinpath("lives.toml").read_text("utf-8"))
    person, house, event = table["person"], table["house"], table["event"]
    kinds, aims = _lines(event["kinds"]), _lines(event["aims"])
    return Lives(
        surnames=frozenset(person["surnames"]) - {"\n"},
        edges=frozenset(person["edges"]),
        roles=person["roles"],
        titles=frozenset(person["titles"]),
        then=re.compile(either(person["then"])),
        common=frozenset(person["common"]),
        begun=either(house["begun"]),
        stands=re.compile(either(house["stands"])),
        other=re.compile(either(house["other"])),
        kinds=kinds,
        aims=aims,
        happens=re.compile(either(event["kinds"])),
        aimed=re.compile(either(event["aims"])),
        objects="".join(event["objects"].split()),
        not_this=re.compile(either(event["not_this"])),
        parts=re.compile(either(event["parts"])),
        planned=re.compile(either(event["planned"])),
        first=re.compile(either(event["first"])),
        changed=re.compile(either(event["changed"])),
    )


def _lines(words: str) -> dict[str, str]:
    """Each word with the first one of its line."""
    lines = (line.split() for line in words.strip().splitlines())
    return {word: line[0] for line in lines for word in line}


def told(
    whose: str,
    what: str,
    interval: Interval,
    at: Figure | Span,
    here: Setting,
    *,
    period: Moment = ALWAYS,
    licences: frozenset[str] = frozenset(),
    sort: str = LIFE,
) -> Claim:
    """A claim that `what` of `whose` lies in `interval`, told by the figure or the words `at`."""
    text = here.article.text
    figure = at if isinstance(at, Figure) else Figure(at, at.of(text), None, None, None, FigureKind.DATE)
    return Claim(
        quantity=Quantity(Measure.RANK, Fact(whose, what, period=period), sort=sort),
        interval=interval,
        figures=(figure,),
        article=here.article,
        licences=licences,
        made_by=LIFE,
    )
