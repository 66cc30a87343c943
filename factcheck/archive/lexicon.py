"""The word lists of `joining.toml`, loaded once and compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factcheck import toml

_KEPT = "在[岗校册职建读园院线手营栏役用押]"  # 在岗职工 begins with no 在
_NO_PLAN = "(?<!比)(?<!较)(?<!超)(?<!完成)(?<!年度)(?<!原)"


@dataclass(frozen=True, slots=True)
class Joining:
    """Words that decide whether figures of two articles speak of one thing; see `joining.toml`."""

    front: re.Pattern[str]
    back: re.Pattern[str]
    inside: re.Pattern[str]
    heads: re.Pattern[str]
    first: re.Pattern[str]
    behind: re.Pattern[str]
    measure: re.Pattern[str]
    things: re.Pattern[str]
    short: re.Pattern[str]
    same: re.Pattern[str]
    bare: dict[str, str]
    whole: frozenset[str]
    owned: frozenset[str]
    weak: frozenset[str]
    strong: frozenset[str]
    phrases: frozenset[str]
    lasts: re.Pattern[str]
    timeless: re.Pattern[str]
    lasting: re.Pattern[str]
    event: re.Pattern[str]
    occasions: tuple[str, ...]
    cumulative: re.Pattern[str]
    stock: re.Pattern[str]
    preliminary: re.Pattern[str]
    revised: re.Pattern[str]
    quoted: re.Pattern[str]
    revisable: re.Pattern[str]
    plan: re.Pattern[str]


@cache
def joining() -> Joining:
    """The table, its lists as alternations."""
    text = files("factcheck.archive").joinpath("joining.toml").read_text("utf-8")
    table = toml.table(text)
    name, time, vintage = table["name"], table["time"], table["vintage"]
    lasts = f"{time['timeless']} {time['lasting']}"
    bare = _bare(name["bare"])
    return Joining(
        front=re.compile(f"(?!{_KEPT})(?:{either(name['front'])})(?=.{{2}})"),
        back=re.compile(f"(?<=.{{2}})(?:{either(name['back'])})$"),
        inside=re.compile(f"(?<!公)(?:{either(name['inside'])})"),  # not 公共
        heads=re.compile(f"({either(name['heads'])})(.{{3,}})"),
        first=re.compile(f"(?P<deed>{either(name['deeds'])})(?P<thing>.{{2,}})"),
        behind=re.compile(
            f"(?P<thing>.{{2,}})(?P<deed>{either(name['deeds'])})(?:{either(name['amounts'])})?"
        ),
        measure=re.compile(either(name["heads"])),
        things=re.compile(f"(?:{either(name['things'])})$"),
        short=_short(either(name["things"]), either(lasts)),
        same=re.compile(either(name["fund"])),
        bare=bare,
        whole=frozenset(word.partition("|")[0] for word in bare) | frozenset(name["strong"].split()),
        owned=frozenset(name["owned"].split()),
        weak=frozenset(name["weak"].split()),
        strong=frozenset(name["strong"].split()),
        phrases=frozenset(name["phrases"].split()),
        lasts=re.compile(f"(?:{either(lasts)})$"),
        timeless=re.compile(f"(?:{either(time['timeless'])})$"),
        lasting=re.compile(f"(?:{either(time['lasting'])})$"),
        event=re.compile(f"(?:{either(time['event'])})"),
        occasions=tuple(time["occasions"].split()),
        cumulative=re.compile(either(time["cumulative"])),
        stock=re.compile(either(time["stock"])),
        preliminary=re.compile(either(vintage["preliminary"])),
        revised=re.compile(either(vintage["revised"])),
        quoted=re.compile(either(vintage["quoted"])),
        revisable=re.compile(either(vintage["revisable"])),
        plan=re.compile(f"{_NO_PLAN}(?:{either(table['modality']['plan'])})"),
    )


def _short(things: str, measures: str) -> re.Pattern[str]:
    """大桥全长, 大桥工程主跨长: what is measured, with the noun that stands for the thing or without."""
    return re.compile(f"(?:(?P<noun>{things})(?:项目|工程)?)?(?P<measure>{measures})[长宽高]?")


def _bare(lines: str) -> dict[str, str]:
    """Each bare name with its unit, by the name it goes by."""
    found = {}
    for line in lines.strip().splitlines():
        common, _, rest = line.partition(":")
        words, _, unit = rest.partition("|")
        found.update({f"{word}|{unit}": f"{common}|{unit}" for word in words.split()})
    return found


def either(words: str) -> str:
    """An alternation of plain words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words.split(), key=lambda w: (-len(w), w)))
