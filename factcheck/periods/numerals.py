"""The small whole numbers dates are written with: 9, 二〇二四, 十二, 廿三, 两千零四."""

from __future__ import annotations

DIGITS = "0-9"
HANZI = "〇○零一二三四五六七八九十两廿卅百千首"

_VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}


def number(written: str) -> int:
    """The value of a date numeral in Arabic digits, Chinese digits or Chinese places.

    `written` must be a non-empty run of decimal digits or of the characters in `HANZI`
    (首 is 1). 二〇二四 → 2024, 十二 → 12, 廿三 → 23, 两千零四 → 2004.
    """
    if written.isdecimal():
        return int(written)
    if written == "首":
        return 1
    if any(char in "十百千廿卅" for char in written):
        return _placed(written)
    return int("".join(str(_VALUES.get(char, 0)) for char in written))


def _placed(written: str) -> int:
    """The value of a numeral written with 十, 百, 千, 廿, 卅."""
    total = pending = 0
    for char in written.replace("廿", "二十").replace("卅", "三十"):
        if char in _PLACES:
            total += (pending or 1) * _PLACES[char]
            pending = 0
        else:
            pending = _VALUES.get(char, 0)
    return total + pending
