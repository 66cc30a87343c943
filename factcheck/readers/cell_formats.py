"""What a spreadsheet cell shows: a number and its format into the words an editor sees.

Numbers are exact decimals; the file holds 5.1999999999999997 for 5.2, so that fifteen digits are
kept, as the spreadsheet program itself does.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

from factcheck.patterns import compiled

_BUILT_IN = {
    "0": "General",
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "9": "0%",
    "10": "0.00%",
    "14": "yyyy-m-d",
    "15": "d-mmm-yy",
    "17": "mmm-yy",
    "22": "yyyy-m-d h:mm",
    "37": "#,##0",
    "38": "#,##0",
    "39": "#,##0.00",
    "40": "#,##0.00",
    "57": "yyyy年m月",
    "31": "yyyy年m月d日",
}
_CONTEXT = Context(prec=15, rounding=ROUND_HALF_UP)
_LITERAL = compiled(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_DIGITS = compiled(r"[0#?][0#?,]*(?:\.([0#?]+))?(,*)")
_DATE = compiled(r"[ymd]", re.IGNORECASE)
_FARTHEST = 2_958_465
_LARGEST = 100


def shown(value: str, code: str, from_1904: bool = False) -> str:
    """The words for the number written `value` under the format `code`, or `value` when it is none."""
    try:
        number = _CONTEXT.create_decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite() or number.adjusted() > _LARGEST:
        return value
    section = _BUILT_IN.get(code, code if len(code) > 2 or not code.isdecimal() else "General").split(";")[0]
    bare = _LITERAL.sub("", section)
    if "general" in bare.lower() or not bare.strip() or bare.strip() == "@":
        return _plain(number)
    if _DATE.search(bare) and not re.search(r"[0#]", bare):
        return _day(number, bare, from_1904)
    return _number(number, section)


def _plain(number: Decimal) -> str:
    words = f"{number:f}"
    return words.rstrip("0").rstrip(".") if "." in words else words


def _number(number: Decimal, section: str) -> str:
    """Scaled, rounded, grouped, with the words that the format puts around it."""
    found = _DIGITS.search(_blanked(section))
    if not found:
        return _plain(number)
    scale = number * 100 ** section.count("%") / Decimal(1000) ** len(found[2])
    decimals = found[1] or ""
    rounded = scale.quantize(
        Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP, context=Context(prec=200)
    )
    words = f"{rounded:,f}" if "," in found.group().rstrip(",") else f"{rounded:f}"
    optional = len(decimals) - len(decimals.rstrip("#"))
    while optional and words.endswith("0"):
        words, optional = words[:-1], optional - 1
    return _words(section[: found.start()]) + words.rstrip(".") + _words(section[found.end() :])


def _blanked(section: str) -> str:
    """The section with what it quotes replaced, so that digits in it are not taken for places."""
    return _LITERAL.sub(lambda found: "\0" * len(found.group()), section)


def _words(section: str) -> str:
    """What a piece of a format shows beside the number."""
    quoted = _LITERAL.sub(lambda found: found[1] or found[2] or "", section)
    return quoted.strip()


def _day(number: Decimal, bare: str, from_1904: bool) -> str:
    """A day counted from the beginning of 1900 (or 1904), written the Chinese way."""
    days = int(number)
    if not 0 < days < _FARTHEST:
        return _plain(number)
    day = date(1904, 1, 1) + timedelta(days) if from_1904 else date(1899, 12, 30) + timedelta(days)
    parts = [("y", f"{day.year}年"), ("m", f"{day.month}月"), ("d", f"{day.day}日")]
    return "".join(words for mark, words in parts if mark in bare.lower())
