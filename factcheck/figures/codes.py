"""Digits that name something and count nothing: 5G, G65, “33618”, 1+9+N, GB/T 15835—2011, 〔2018〕59号."""

from __future__ import annotations

import re

from factcheck.figures.units import Units

_INDICATORS = frozenset(
    ["GDP", "GNP", "CPI", "PPI", "PMI", "AQI", "GNI", "FDI", "ODI", "R&D", "M", "EPS", "PE", "ROE", "ROA", "LPR", "IPO", "SCI", "BDI", "CCI", "EBITDA"]
)
_LATIN = re.compile(r"[A-Za-z]")
_STANDARD = re.compile(r"(?:/[A-Z])?[ \-]?[0-9]++(?:\.[0-9]++)*+(?:[—–-]{1,2}(?:19|20)[0-9]{2}(?![0-9]))?")
_LETTERED = re.compile(r"[0-9]++(?:[.\-+/][0-9A-Za-z]++)*+[A-Za-z0-9\-]*+")
_SUM = re.compile(r"[0-9]++(?:[+](?:[0-9]++|[A-Za-z]++(?![a-z])))++(?![0-9.]|[万亿%元])")
_LETTERS = re.compile(r"[A-Za-z][A-Za-z0-9]*+(?:-[A-Za-z0-9]++)*+")
_PHONE = re.compile(r"(?:0[0-9]{2,3}-[0-9]{7,8}|1[3-9][0-9]{9}|[48]00-[0-9]{3,4}-[0-9]{3,4})(?![0-9])")
_NETWORK = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4}){3}(?![0-9])(?::[0-9]{1,5})?")
_VERSION = re.compile(r"[0-9]{1,2}\.0(?![0-9%％‰万亿千百个米公吨亩倍元克立平度升岁人年天])")
_QUOTED = re.compile(r"[0-9]{3,}+(?=[”’」』\"])")
_DOCUMENT = re.compile(r"[0-9]{4}[〕\]）］)](?:第)?[0-9]{1,5}号")
_STOCK = re.compile(r"[0-9]{6}(?:\.[A-Z]{2})?(?=[)）])")
_ZEROS = re.compile(r"0[0-9]++(?![.0-9])")
_LINES = re.compile(
    r"(?:110|119|120|122|12[0-9]{3}|95[0-9]{3})(?=[”’]?(?:[\u4e00-\u9fff]{0,4}(?:热线|电话|平台|专线)))"
)


def latin_before(text: str, start: int) -> int:
    """Where the Latin word right before `start` begins; `start` when there is none."""
    at = start
    while (
        at
        and start - at < 12
        and (text[at - 1].isascii() and (text[at - 1].isalpha() or text[at - 1] in "&"))
    ):
        at -= 1
    return at


def code_at(units: Units, text: str, start: int) -> tuple[int, int] | None:
    """The code whose first digit stands at `start`, with the letters before it; `None` for a number."""
    before = text[start - 1] if start else "\n"
    if before.isascii():
        if before.isalpha():
            return _after_latin(text, start)
        if before in " -/" and start > 2:
            standard = _standard(text, start)
            if standard is not None:
                return standard
        if before == "(" or before == "[":
            return _bracketed(text, start)
    elif before in "“‘「『":
        found = _QUOTED.match(text, start) or _SUM.match(text, start)
        if found is not None:
            return start, found.end()
    elif before in "〔（［":
        return _bracketed(text, start)
    return None


def code_after(text: str, start: int, digits_end: int) -> int:
    """Where a code that starts with the digits `start:digits_end` ends; 0 when it is a number."""
    follows = text[digits_end]
    found: re.Match[str] | None = None
    if follows == "+":
        found = _SUM.match(text, start)
    elif follows == ".":
        found = _NETWORK.match(text, start)
    elif follows == "-" or follows == "-" or digits_end - start == 11:
        found = _PHONE.match(text, start)
    if found is None and text[start] == "0":
        found = _ZEROS.match(text, start)
    if found is None and digits_end - start in (3, 5):
        found = _LINES.match(text, start)
    return found.end() if found is not None else 0


def lettered(text: str, start: int) -> int:
    """Where digits with letters behind them (5G, 4K, 3D) end."""
    found = _LETTERED.match(text, start)
    assert found is not None
    return found.end()


def version_at(text: str, start: int) -> int:
    """Where a version number (“帮办2.0”) ends; 0 when it is none."""
    found = _VERSION.match(text, start)
    if found is None or start == 0:
        return 0
    before = text[start - 1]
    named = before.isalpha() and before not in "为是至到达约超近升降得率于的比了值约和由从分"
    return (
        found.end()
        if named and (text[found.end()] in "”’》\n，。、时 版" or text[found.end()].isalpha())
        else 0
    )


def _after_latin(text: str, start: int) -> tuple[int, int] | None:
    first = latin_before(text, start)
    word = text[first:start]
    if word.upper() in _INDICATORS and not (word == "M"):
        return None
    found = _LETTERED.match(text, start)
    assert found is not None
    end = found.end()
    if word.isupper() and text[end] in "万亿%％":
        return None
    return first, end


def _standard(text: str, start: int) -> tuple[int, int] | None:
    """GB/T 15835—2011: letters, perhaps a stroke and more letters, a blank or hyphen, digits."""
    at = start - 1
    if text[at] not in " -" or not text[at - 1].isascii() or not text[at - 1].isupper():
        return None
    first = latin_before(text, at)
    if first and text[first - 1] == "/":
        first = latin_before(text, first - 1)
    word = text[first:at]
    if word.isalpha() and text[at] == " ":
        return None
    found = _STANDARD.match(text, start)
    return None if found is None or ("/" not in word and text[at] != "-") else (first, found.end())


def _bracketed(text: str, start: int) -> tuple[int, int] | None:
    found = _DOCUMENT.match(text, start)
    if found is not None:
        return start - 1, found.end()
    found = _STOCK.match(text, start)
    return None if found is None else (start, found.end())
