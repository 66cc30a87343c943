"""Full-width digits, letters and signs as half-width ones, character for character.

Traditional forms of the numerals are read as simplified ones. Lengths never change, so that
offsets in the result are offsets in the text; text without any such character, the common case,
is returned as it is.
"""

from __future__ import annotations

from factcheck.patterns import compiled

_WIDE = compiled("[０-９Ａ-Ｚａ-ｚ．／－＋億萬兩點個餘幾]")
_SIGNS = compiled("[０-９Ａ-Ｚａ-ｚ．－／％＋億萬兩點個餘幾]")
_WIDEST = (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
_TABLE = {chr(c): chr(c - 0xFEE0) for c in _WIDEST}
_TABLE |= dict(zip("．－／％＋億萬兩點個餘幾", ".-/%+亿万两点个余几", strict=True))


def halfwidth(text: str) -> str:
    """`text` with full-width digits, letters and signs made half-width; same length."""
    if _WIDE.search(text) is None:
        return text
    for sign in set(_SIGNS.findall(text)):  # few are there, and each is replaced quickly
        text = text.replace(sign, _TABLE[sign])
    return text
