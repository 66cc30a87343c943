"""Traditional characters read like simplified ones, one for one, so that no position moves."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from factcheck import toml
from factcheck.patterns import compiled


def simplified(text: str) -> str:
    """`text` with every traditional character replaced by the simplified one, of the same length."""
    present = set(_any().findall(text))
    if not present:
        return text
    table = _table()
    if len(present) > 40:
        return text.translate({ord(one): other for one, other in table.items()})
    for character in present:
        text = text.replace(character, table[character])
    return text


@cache
def _any() -> re.Pattern[str]:
    return compiled(f"[{''.join(_table())}]")


@cache
def _table() -> dict[str, str]:
    source = files(__package__).joinpath("traditional.toml").read_text("utf-8")
    pairs = toml.table(source)["pairs"].replace("\n", "")
    return dict(zip(pairs[::2], pairs[1::2], strict=True))
