"""The words of table headers and labels, from `lexicon/tables.toml`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from factcheck import toml
from factcheck.claims.lexicons import either
from factcheck.patterns import compiled
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class TableWords:
    """Closed classes of words; see the file for what each holds."""

    totals: frozenset[str]
    subtotals: frozenset[str]
    wholes: frozenset[str]
    apart: frozenset[str]
    signed: tuple[str, ...]
    rest: frozenset[str]
    ranks: frozenset[str]
    codes: frozenset[str]
    generic: frozenset[str]
    percent: frozenset[str]
    falls: frozenset[str]
    plans: tuple[str, ...]
    real: tuple[str, ...]
    within: re.Pattern[str]
    notes: re.Pattern[str]
    growth: re.Pattern[str]
    differences: re.Pattern[str]
    shares: re.Pattern[str]
    progress: re.Pattern[str]
    mean: re.Pattern[str]
    now: re.Pattern[str]
    year: re.Pattern[str]
    previous: re.Pattern[str]
    down: re.Pattern[str]
    up: re.Pattern[str]
    filler: re.Pattern[str]
    divisions: re.Pattern[str]
    undivided: re.Pattern[str]
    twice: re.Pattern[str]
    counted: re.Pattern[str]


@cache
def table_words() -> TableWords:
    """The closed classes of words."""
    text = (files("factcheck.claims") / "lexicon" / "tables.toml").read_text(encoding="utf-8")
    table = toml.table(text)
    label, column, when, order = table["label"], table["column"], table["when"], table["order"]
    return TableWords(
        totals=frozenset(label["totals"]),
        subtotals=frozenset(label["subtotals"]),
        wholes=frozenset(label["wholes"]),
        apart=frozenset(label["apart"]),
        signed=tuple(label["signed"]),
        rest=frozenset(label["rest"]),
        ranks=frozenset(column["ranks"]),
        codes=frozenset(column["codes"]),
        generic=frozenset(column["generic"]),
        percent=frozenset(column["percent"]),
        falls=frozenset(column["falls"]),
        plans=tuple(column["plans"]),
        real=tuple(column["real"]),
        within=compiled(either(label["within"]) + r"|[#＃]+(?!\d)"),
        notes=compiled(either(label["notes"])),
        growth=_ending(column["growth"]),
        differences=_ending(column["differences"]),
        shares=_ending(column["shares"]),
        progress=_progress(column["progress"], column["plans"]),
        mean=compiled(either(column["means"]) + "|" + either(column["mean_ends"]) + "$"),
        now=_edge(when["now"]),
        year=_edge(when["year"]),
        previous=_edge(when["previous"]),
        down=compiled(either(order["down"])),
        up=compiled(either(order["up"])),
        filler=compiled(either(table["text"]["filler"])),
        divisions=compiled(f"按?[^，]{{0,4}}{either(table['division']['by'])}(?:分布|构成|结构|情况)?"),
        undivided=compiled(either(table["division"]["open"])),
        twice=compiled(either(table["division"]["twice"])),
        counted=_ending(table["division"]["counted"]),
    )


def _ending(words: list[str]) -> re.Pattern[str]:
    return compiled(either(words) + "$")


def _progress(words: list[str], plans: list[str]) -> re.Pattern[str]:
    against = f"(?:为|占|完成|达到|相当于)[^，]{{0,6}}?{either(plans)}数?(?:的?(?:比例|比重|进度))?"
    return compiled(f"(?:{against}|{either(words)})$")


def _edge(words: list[str]) -> re.Pattern[str]:
    return compiled(f"^{either(words)}|{either(words)}$")
