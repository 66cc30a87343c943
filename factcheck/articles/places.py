"""The place an article speaks of: what 我市, 全省 and 本报 stand for.

A place is weighed by where it is named: the file, the headline, the paper in the byline, the
offices that speak. Words such as 我市 or 全省 say of which level it must be.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from pathlib import PurePath

from factcheck import toml
from factcheck.model import Found, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass

_FAR = 1500
_PAPER = compiled(r"[日晚早晨商都](?:(?<!都)报|(?<=都)市报|(?<=晚)刊)")
_ITS_PLACE = compiled(r"[\u4e00-\u9fff]{2,3}\Z")
_ENDING = compiled(
    r"(?P<ending>[高经开新自市省盟县旗区](?:(?:(?<=高)新|(?<=经)开|(?<=开)发|(?<=自)治|(?<=新))[区县州]|(?<=市)(?!场)|(?<=[省盟县旗区])))"
    r"(?P<office>[委统发经财公教农卫文交住人水气]|政府|政协|市场|商务|海关)?"
)
_OPENER = frozenset("据在从自对由与和的到向为是以驻赴经及日前年月末初底晚晨午")
_STRANGE = frozenset(
    "自我你他这那其各每该本全为了的是以从由与和及对在到把被让使给向将并或等个代表置日据至提请"
)
_HAN = compiled(r"[\u4e00-\u9fff]+")
_STEM = compiled(r"([\u4e00-\u9fff]{2,6}[省市州盟县旗区])(?=[_\-\s\d]|$)")
_DEIXIS = compiled(r"[我全本]([省市州盟区县旗])(?![域民级场委内属区])")
_LEVELS = {
    "省": ("省",),
    "市": ("市",),
    "州": ("州",),
    "盟": ("盟",),
    "区": ("区",),
    "县": ("县",),
    "旗": ("旗",),
}


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    """Known places: full names by any usual way to write them, and words that are no places.

    `beginning` has them by their first two characters; `begins` finds where such may stand.
    """

    full: dict[str, str]
    none: frozenset[str]
    beginning: dict[str, tuple[str, ...]]
    begins: re.Pattern[str]


def place_of(path: str, title: str, text: str) -> Found | None:
    """The place an article speaks of and how that was learnt, `None` when nothing names one."""
    named = _from_path(path)
    head = text[:_FAR]
    level = _level(head)
    if named and (not level or named.endswith(_LEVELS[level])):
        return Found("place", named, "文件名")
    votes, hows = _votes(title, head)
    fitting = [name for name in votes if not level or name.endswith(_LEVELS[level])] or list(votes)
    if not fitting:
        return Found("place", named, "文件名") if named else None
    best = max(fitting, key=lambda name: (votes[name], -head.find(name)))
    start = head.find(best)
    return Found("place", best, hows[best], Span(start, start + len(best)) if start >= 0 else None)


def _from_path(path: str) -> str:
    stem = PurePath(path).stem
    if stem.startswith(("全国", "中国", "中华人民共和国")):
        return "全国"
    known = _longest(stem)
    if known:
        return known
    named = _STEM.match(stem)
    return named.group(1) if named else ""


def _longest(words: str) -> str:
    """The full name of the longest known place named in `words`."""
    known = _gazetteer()
    begun = (short for two in _begun(words) for short in known.beginning[two])
    return known.full[max((short for short in begun if short in words), key=len, default="")]


def _begun(words: str) -> dict[str, None]:
    """The pairs of characters in `words` with which known places begin, each once."""
    known = _gazetteer()
    pairs = (words[found.start() : found.start() + 2] for found in known.begins.finditer(words))
    return dict.fromkeys(pair for pair in pairs if pair in known.beginning)


def _level(text: str) -> str:
    """The level that 我市, 全省 and the like speak of."""
    counts = Counter(_DEIXIS.findall(text))
    return counts.most_common(1)[0][0] if counts else ""


def _votes(title: str, text: str) -> tuple[Counter[str], dict[str, str]]:
    votes: Counter[str] = Counter()
    hows: dict[str, str] = {}
    for paper in _PAPER.finditer(text):
        found = _ITS_PLACE.search(text, max(0, paper.start() - 3), paper.start())
        known = _longest(found[0]) if found else ""
        if known:
            _vote(votes, hows, known, 6, "报名")
    for words, weight, how in ((title, 5, "标题"), (text, 1, "正文")):
        for name, count in _named(words).items():
            _vote(votes, hows, name, weight * count, how)
    return votes, hows


def _vote(votes: Counter[str], hows: dict[str, str], name: str, weight: int, how: str) -> None:
    votes[name] += weight
    hows.setdefault(name, how)


def _named(text: str) -> Counter[str]:
    """How strongly each place is named in `text`; offices that speak count thrice."""
    counts: Counter[str] = Counter()
    known = _gazetteer()
    for begun in _begun(text):
        for short in known.beginning[begun]:
            counts[known.full[short]] += text.count(short) - 1 + bool(text.count(known.full[short]))
    for found in _ENDING.finditer(text):
        name = _unknown(text, *found.span("ending"))
        if name:
            counts[name] += 3 if found["office"] else 1
    return +counts


def _unknown(text: str, start: int, end: int) -> str:
    """The name ending at `end` when it begins where a word begins and is no known place."""
    known = _gazetteer()
    ending = text[start:end]
    for first in (start - 2, start - 3):
        stem, before = text[max(first, 0) : start], text[first - 1 : first]
        name = stem + ending
        if first < 0 or not _HAN.fullmatch(stem) or not known.none.isdisjoint((name, name[1:], name[2:])):
            return ""
        if not before or before in _OPENER or not _HAN.match(before):
            return "" if name in known.full or not _STRANGE.isdisjoint(stem) else name
    return ""


@cache
def _gazetteer() -> _Gazetteer:
    table = toml.table(files(__package__).joinpath("places.toml").read_text("utf-8"))
    full: dict[str, str] = {}
    for province, cities in table["provinces"].items():
        _name(full, province)
        for city in cities:
            _name(full, city if " " in city else f"{city} 市")
    beginning: dict[str, tuple[str, ...]] = {}
    for short in full:
        beginning[short[:2]] = (*beginning.get(short[:2], ()), short)
    first, second = ("".join(sorted({short[at] for short in full})) for at in (0, 1))
    begins = compiled(f"[{first}](?=[{second}])")
    return _Gazetteer(full | {"": ""}, frozenset(table["none"].split()), beginning, begins)


def _name(full: dict[str, str], name: str) -> None:
    """Enter a full name and its short forms; a short form already taken stays with the first."""
    short, blank, rest = name.partition(" ")
    if not blank:
        short, rest = name[:-1], name[-1]
    full[short + rest] = short + rest
    full.setdefault(short, short + rest)
    full.setdefault(short + rest[-1], short + rest)
