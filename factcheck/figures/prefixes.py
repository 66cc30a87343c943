"""What stands right before a number and belongs to it: signs, 第, 前, currency marks, 数 and 上."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.figures.units import Units
from factcheck.model import Unit

_WORDS_OF_FU = "胜抱肩担自欺背辜正减欠如"
_ENDS_OF_HYPHEN = "）)]”’％%℃"
_BARE = "十百千万亿"


class Prefix(NamedTuple):
    """Where the number with its prefix starts, its sign, and what the prefix makes of it.

    `sort` is `ordinal` (第3), `rank` (前十), `several` (数十), `upward` (上百), `plus-minus` (±800)
    or empty; `money` is the unit of a currency mark.
    """

    start: int
    sign: int = 1
    sort: str = ""
    money: Unit | None = None


_SEEN = frozenset("-－−–+负±第前数几上下长¥￥$＄€£₩₹币MYDR 　B")


def prefix(units: Units, text: str, start: int) -> Prefix:
    """The prefix of the number at `start`."""
    if start == 0 or text[start - 1] not in _SEEN:
        return Prefix(start)
    before = text[start - 1]
    if before in " \u3000":
        return _spaced(units, text, start)
    if before in "-－−–":
        return Prefix(start - 1, -1) if _is_minus(text, start - 1) else Prefix(start)
    if before == "负":
        return Prefix(start - 1, -1) if start < 2 or text[start - 2] not in _WORDS_OF_FU else Prefix(start)
    if before in "±+":
        return Prefix(start - 1, 1, "plus-minus") if before == "±" else _plus(text, start)
    if before == "第":
        return Prefix(start - 1, 1, "ordinal")
    if before == "前" and (start < 2 or text[start - 2] not in "目以之此年月日天从"):
        return Prefix(start - 1, 1, "rank")
    if before == "下":
        return Prefix(start - 2, -1) if text.startswith("零", start - 2) and start > 1 else Prefix(start)
    if before == "长":
        return (
            Prefix(start - 3, -1)
            if start > 2 and text[start - 3] == "负" and text[start - 2] == "增"
            else Prefix(start)
        )
    if before in "数几上":
        return _several(text, start, before)
    return _money(units, text, start)


def _spaced(units: Units, text: str, start: int) -> Prefix:
    """A blank between prefix and number: 负 1200000, 人民币 8千元, - 1,200,000."""
    inner = (
        prefix(units, text, start - 1)
        if start > 1 and text[start - 2] not in " 　上下前几数"
        else Prefix(start)
    )
    return inner if inner.start < start - 1 and (inner.sign < 0 or inner.money) else Prefix(start)


def _is_minus(text: str, at: int) -> bool:
    """A hyphen is a minus unless something that could be the other end of a range stands before it."""
    if at == 0:
        return True
    before = text[at - 1]
    return not (
        (before.isascii() and before.isalnum()) or before in _ENDS_OF_HYPHEN or before in "-－—–年月日元万亿个"
    )


def _plus(text: str, start: int) -> Prefix:
    before = text[start - 2] if start > 1 else "\n"
    return Prefix(start) if before.isalnum() or before in "”’）)" else Prefix(start - 1)


def _several(text: str, start: int, before: str) -> Prefix:
    """数十 and 几百 are several; 上百 is that and upward."""
    if text[start] not in _BARE:
        return Prefix(start)
    if before == "上":
        return Prefix(start, 1, "upward")
    first = start - 2 if start > 1 and text[start - 2] == "好" else start - 1
    return Prefix(first, 1, "several")


def _money(units: Units, text: str, start: int) -> Prefix:
    for length in (3, 2, 1):
        if length <= start:
            unit = units.marks.get(text[start - length : start])
            if unit is not None:
                return Prefix(start - length, 1, "", unit)
    return Prefix(start)
