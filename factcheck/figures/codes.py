"""Digits that name something and count nothing: 5G, G65, “33618”, 1+9+N, GB/T 15835—2011, 〔2018〕59号."""

from __future__ import annotations

import re
import string
from collections.abc import Callable

from factcheck.figures.contexts import contexts
from factcheck.figures.pieces import Piece
from factcheck.patterns import compiled

Place = tuple[int, int]

_LETTERED = compiled(r"[0-9]++(?:[.\-+/][0-9A-Za-z]++){0,8}+[A-Za-z0-9\-]{0,40}+")
_BOTH = compiled("[0-9]/[0-9][A-Z]")  # 4/5G
_NUMBERED = compiled(r"[0-9]++/[A-Z]{1,3} [0-9]++(?:\.[0-9]++)?+(?:[—–-]{1,2}(?:19|20)[0-9]{2}(?![0-9]))?")
_SUM = compiled(r"[0-9]++(?:[+×xX*](?:[0-9]++|[A-Za-z]{1,12}+)){1,8}+(?![0-9.=＝]|[-−×÷*/][0-9]|[万亿%元])")
_PHONE = compiled(
    r"(?:0[0-9]{2,3}-[0-9]{5,8}|[48]00-?[0-9]{3,4}-?[0-9]{3,4}|(?:19|20)[0-9]{2}-[0-9]{3})(?![0-9])"
    r"|1[3-9][0-9]{9}(?![0-9])"
)
_NETWORK = compiled(r"[0-9]{1,4}(?:\.[0-9]{1,4}){3}(?![0-9.])(?::[0-9]{1,5})?")
_VERSION = compiled(r"[0-9]{1,2}\.0(?![0-9%％‰])")
_QUOTED = compiled(r"(?:[0-9]{3,}+|[0-9]++(?:[+×xX*\-·][0-9A-Za-z]++){1,8}+)(?=[”’」』\"])")
_DOCUMENT = compiled(r"(?:19|20)[0-9]{2}[〕\]）］)】]第?[0-9]{1,5}号")
_STOCK = compiled(r"[0-9]{6}(?:\.[A-Z]{2})?(?=[)）])")
_ZEROS = compiled(r"0[0-9]++(?![.0-9秒分])")
_FESTIVAL = compiled(
    r"[0-9]{1,2}[·.][0-9]{1,2}(?=晚会|事件|大案|消费者|[\u4e00-\u9fff]{0,4}[日节])|[0-9]{1,2}·[0-9]{1,2}(?![0-9])"
)
_COHORT = compiled(r"[0-9][05](?=后(?!的|来|期|续|经))")
_STANDARD_PLAIN = compiled(r"(?<![A-Za-z])[A-Z]{2,4} $")
_YEARED = compiled(r"[0-9]++(?:\.[0-9]++)?+[—–-]{1,2}(?:19|20)[0-9]{2}(?![0-9])")
_STANDARD = compiled(r"(?<![A-Za-z])[A-Z]{1,6}[0-9]{0,3}/[A-Z]{1,3}[ \-]$")
_MODEL = compiled(r"(?<![A-Za-z0-9])[A-Za-z]{1,10}[0-9]{0,4}-$")
_REST = compiled(r"[0-9]++(?:\.[0-9]++){0,3}+(?:[—–-]{1,2}(?:19|20)[0-9]{2}(?![0-9])|[0-9A-Za-z\-]{0,24}+)")
_WINDOW = 14
_VERBS = frozenset("为是至到达跌降升值率于比近超约过有仅共增减差负高低涨的：:，,（(、|")


def code_at(text: str, start: int, digits_end: int) -> Place | None:
    """The code that begins at or just before the digits `start:digits_end`; `None` for a number."""
    rule = _LEFT.get(text[start - 1])
    found = rule(text, start) if rule is not None else None
    if found is not None:
        return found
    pattern = _SHAPES.get(text[digits_end]) or _of_length(digits_end - start)
    shape = None if pattern is None else pattern.match(text, start)
    if shape is None and text[start] == "0":
        shape = _ZEROS.match(text, start)
    return None if shape is None else (start, shape.end())


def bare_code(text: str, piece: Piece) -> Place | None:
    """The code that a number without a unit is when letters follow it or a word before it says so."""
    first, end = piece.first, piece.end
    follows = text[end]
    if (follows.isascii() and follows.isalpha()) or _BOTH.match(text, first):
        found = _LETTERED.match(text, first + (text[first] == "."))
        return None if found is None else (first, found.end())
    before, farther = text[first - 1], text[first - 2]
    named = before.isalpha() and before not in _VERBS and _VERSION.fullmatch(text, first, end) is not None
    hyphened = before in "-－" and "\u4e00" <= farther <= "\u9fff" and farther not in _VERBS  # 运-20
    ends = farther if before == " " else before
    words = contexts()
    called = ends in words.called_ends and words.called.search(text, max(first - 8, 0), first) is not None
    if called:
        found = _LETTERED.match(text, first)
        return None if found is None else (first, found.end())
    return (first, end) if named or hyphened else None


_SHAPES = {**dict.fromkeys("+×xX*", _SUM), ".": _NETWORK, "-": _PHONE, "·": _FESTIVAL, "后": _COHORT}


def _of_length(digits: int) -> re.Pattern[str] | None:
    """The names that as many digits may make."""
    return contexts().lines if digits in (3, 5) else _PHONE if digits in (10, 11) else None


def _after_latin(text: str, start: int) -> Place | None:
    """G65, PM2.5, C919; not GDP12.3亿元."""
    first = start
    while first > max(start - _WINDOW, 0) and text[first - 1] in _LATIN:
        first -= 1
    word = text[first:start]
    if word.upper() in contexts().indicators:
        return None
    found = _NUMBERED.match(text, start) or _LETTERED.match(text, start)
    if found is None or (word.isupper() and len(word) > 1 and text[found.end()] in "万亿%％"):
        return None
    return first, found.end()


def _after_joint(text: str, start: int) -> Place | None:
    """GB/T 15835—2011, LEAP-1C, PM_2.5, B737-800."""
    joint, before = text[start - 1], text[start - 2]
    if not (before.isascii() and before.isalnum()):
        return None
    if joint == "." and not (before.isalpha() and before.isupper()):
        return None
    if joint in "_.":  # PM_2.5, EG.5.1
        found = _LETTERED.match(text, start)
        return None if found is None else (start, found.end())
    if joint == " " and not before.isupper():
        return None
    window = max(start - _WINDOW, 0)
    yeared = _YEARED.match(text, start) if joint == " " else None
    named = None if yeared is None else _STANDARD_PLAIN.search(text, window, start)
    if yeared is not None and named is not None:
        return named.start(), yeared.end()
    head = _STANDARD.search(text, window, start) or (
        _MODEL.search(text, window, start) if joint == "-" else None
    )
    rest = None if head is None else _REST.match(text, start)
    return None if head is None or rest is None else (head.start(), rest.end())


def _after_double(text: str, start: int) -> Place | None:
    """双11 and 双12 are days of shopping."""
    return (start, start + 2) if text[start : start + 2] in ("11", "12") else None


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


_LATIN = frozenset(string.ascii_letters + "&")
_LEFT: dict[str, Callable[[str, int], Place | None]] = {
    **dict.fromkeys(string.ascii_letters, _after_latin),
    **dict.fromkeys("_ -.", _after_joint),
    "双": _after_double,
    **dict.fromkeys("“‘「『", _after_quote),
    **dict.fromkeys("〔［[(（【", _after_bracket),
}
