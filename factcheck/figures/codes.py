"""Digits that name something and count nothing: 5G, G65, “33618”, 1+9+N, GB/T 15835—2011, 〔2018〕59号."""

from __future__ import annotations

import re

from factcheck.figures.pieces import Piece

Place = tuple[int, int]

_INDICATORS = frozenset(("GDP", "GNP", "CPI", "PPI", "PMI", "AQI", "GNI", "FDI", "ODI", "R&D", "EPS", "PE", "ROE",
                         "ROA", "LPR", "SCI", "BDI", "CCI", "EBITDA", "GMV", "DAU", "MAU", "SHIBOR"))  # fmt: skip
_LETTERED = re.compile(r"[0-9]++(?:[.\-+/][0-9A-Za-z]++){0,8}+[A-Za-z0-9\-]*+")
_SUM = re.compile(r"[0-9]++(?:[+×xX*](?:[0-9]++|[A-Za-z]{1,12}+)){1,8}+(?![0-9.=＝]|[-−×÷*/][0-9]|[万亿%元])")
_PHONE = re.compile(
    r"(?:0[0-9]{2,3}-[0-9]{5,8}|[48]00-?[0-9]{3,4}-?[0-9]{3,4}|(?:19|20)[0-9]{2}-[0-9]{3})(?![0-9])"
    r"|1[3-9][0-9]{9}(?![0-9])"
)
_NETWORK = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4}){3}(?![0-9.])(?::[0-9]{1,5})?")
_VERSION = re.compile(r"[0-9]{1,2}\.0(?![0-9%％‰])")
_QUOTED = re.compile(r"(?:[0-9]{3,}+|[0-9]++(?:[+×xX*\-·][0-9A-Za-z]++){1,8}+)(?=[”’」』\"])")
_DOCUMENT = re.compile(r"(?:19|20)[0-9]{2}[〕\]）］)】]第?[0-9]{1,5}号")
_STOCK = re.compile(r"[0-9]{6}(?:\.[A-Z]{2})?(?=[)）])")
_ZEROS = re.compile(r"0[0-9]++(?![.0-9])")
_LINES = re.compile(
    r"(?:1[0-9]{2}|1[0-9]{4}|9[56][0-9]{3})(?=[”’」]?(?:[\u4e00-\u9fff]{0,4}(?:热线|电话|平台|专线)))"
)
_CALLED = re.compile(
    r"(?:拨打|电话|热线|传真|邮编|代码|编号|尾号|账号|证号|学号|工号|车牌|国道|省道|县道|乡道|公路|公告|版本|型号)(?:为|是|号码)?[：:]?[（(“]?$"
)
_STANDARD = re.compile(r"[A-Z]{1,6}\d{0,3}(?:/[A-Z]{1,3})?[ \-]?(?=[0-9])$")
_STANDARD_TAIL = re.compile(r"[0-9]++(?:\.[0-9]++){0,3}+(?:[—–-]{1,2}(?:19|20)[0-9]{2}(?![0-9]))?")
_VERBS = frozenset("为是至到达跌降升值率于比近超约过有仅共增减差负高低涨的：:，,（(、")


def code_at(text: str, start: int) -> Place | None:
    """The code that begins at or just before the digit at `start`; `None` for a number."""
    before = text[start - 1]
    rule = _LEFT.get(before)
    found = rule(text, start) if rule is not None else None
    return found or _code_after(text, start)


def bare_code(text: str, piece: Piece) -> Place | None:
    """The code that a number without unit is when letters follow it or a word before it says so."""
    follows = text[piece.end]
    if follows.isascii() and follows.isalpha():
        found = _LETTERED.match(text, piece.first)
        return None if found is None else (piece.first, found.end())
    if _CALLED.search(text, max(piece.first - 8, 0), piece.first):
        return piece.first, piece.end
    version = _VERSION.fullmatch(text, piece.first, piece.end)
    before = text[piece.first - 1]
    if version is not None and (before.isalpha() and before not in _VERBS):
        return piece.first, piece.end
    if (
        before in "-－"
        and "\u4e00" <= text[piece.first - 2] <= "\u9fff"
        and text[piece.first - 2] not in _VERBS
    ):
        return piece.first, piece.end  # 运-20
    return None


def _code_after(text: str, start: int) -> Place | None:
    """Codes known by their own shape."""
    end = start
    while end < start + 20 and "0" <= text[end] <= "9":
        end += 1
    found: re.Match[str] | None = None
    follows = text[end]
    if follows in "+×xX*":
        found = _SUM.match(text, start)
    elif follows == ".":
        found = _NETWORK.match(text, start)
    elif follows == "-" or end - start in (10, 11):
        found = _PHONE.match(text, start)
    elif text[start] == "0":
        found = _ZEROS.match(text, start)
    elif end - start in (3, 5):
        found = _LINES.match(text, start)
    return None if found is None else (start, found.end())


def _after_latin(text: str, start: int) -> Place | None:
    """G65, PM2.5, C919; not GDP12.3亿元."""
    first = start
    while (
        first > max(start - 12, 0)
        and text[first - 1].isascii()
        and (text[first - 1].isalpha() or text[first - 1] in "&")
    ):
        first -= 1
    word = text[first:start]
    if word.upper() in _INDICATORS:
        return None
    found = _LETTERED.match(text, start)
    if found is None or (word.isupper() and len(word) > 1 and text[found.end()] in "万亿%％"):
        return None
    return first, found.end()


def _after_joint(text: str, start: int) -> Place | None:
    """GB/T 15835—2011, LEAP-1C, PM_2.5, B737-800."""
    if text[start - 1] == "_":
        found = _LETTERED.match(text, start)
        return None if found is None else (start, found.end())
    first = max(start - 14, 0)
    standard = _STANDARD.search(text, first, start + 0)
    head = _head(text, first, start)
    if head is None:
        return None
    del standard
    tail = _STANDARD_TAIL.match(text, start)
    if tail is None:
        return None
    end = tail.end()
    while text[end].isascii() and text[end].isalnum():
        end += 1
    return head, end


_HEAD = re.compile(r"(?:[A-Z]{1,6}[0-9]{0,3}/[A-Z]{1,3}[ \-]|[A-Za-z]{1,10}[0-9]{0,4}-)(?=\Z)")


def _head(text: str, first: int, start: int) -> int | None:
    """Where the letters of a code begin that end right before `start`."""
    window = text[first:start]
    at = len(window)
    while at and (window[at - 1].isascii() and (window[at - 1].isalnum() or window[at - 1] in "/- ")):
        at -= 1
    for begin in range(at, len(window)):
        if window[begin].isalpha() and _HEAD.match(window, begin):
            return first + begin
    return None


def _after_quote(text: str, start: int) -> Place | None:
    """“33618”, “1+9+N”."""
    found = _QUOTED.match(text, start) or _SUM.match(text, start)
    return None if found is None else (start, found.end())


def _after_bracket(text: str, start: int) -> Place | None:
    """〔2018〕59号, （600519）."""
    found = _DOCUMENT.match(text, start)
    if found is not None:
        return start - 1, found.end()
    found = _STOCK.match(text, start)
    return None if found is None else (start, found.end())


_LEFT = {
    **dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", _after_latin),
    **dict.fromkeys("_ -", _after_joint),
    **dict.fromkeys("“‘「『", _after_quote),
    **dict.fromkeys("〔［[(（【", _after_bracket),
}
