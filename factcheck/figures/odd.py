"""Slips of the pen that are still readable: 2O24年, 98.6%%, 56.平方米, １２3, 3w人.

Each is read as what it must have been meant to be and flagged, so that rules about writing need
no pattern of their own.
"""

from __future__ import annotations

from factcheck.figures.pieces import Number, Piece
from factcheck.figures.units import Units
from factcheck.model import Dimension
from factcheck.patterns import compiled

_TYPED = compiled(
    r"(?=[0-9]*+[OoIl])[0-9OoIl]{1,12}+(?:\.[0-9OoIl]{1,6}+)?(?= ?[万亿元%％年月日个家人吨亩户名辆件公千])"
)
_LETTERS = str.maketrans("OoIl", "0011")
_WIDE = compiled("[０-９]")
_NARROW = compiled("[0-9]")
_COUNTED = (Dimension.COUNT, Dimension.DURATION)
_THINGS = frozenset(
    (
        "个",
        "名",
        "位",
        "条",
        "件",
        "家",
        "台",
        "辆",
        "项",
        "座",
        "只",
        "头",
        "张",
        "本",
        "份",
        "套",
        "种",
        "类",
        "所",
    )
)
_TWICE = frozenset("%％‰点元吨亩米克斤倍瓦时里")
_INSIDE = frozenset("有面的，、是还只就")  # 96公里里有58公里
_OF_EACH = frozenset("产均")  # 180亩亩产, 120吨吨均
_VAST = frozenset(
    ("次", "个", "颗", "粒", "种", "倍", "公里", "千米", "米", "光年", "公斤", "克", "焦耳", "瓦")
)


def typed(text: str, start: int) -> Number | None:
    """Digits with an O or an l among them (1l.6, 2O24), read as 0 and 1."""
    found = _TYPED.match(text, start)
    if found is None:
        return None
    whole, _, places = found.group().translate(_LETTERS).partition(".")
    number = Number(found.end(), int(whole + places), -len(places), form=frozenset({"zero-letter"}))
    if text[number.end] in _LARGE:
        return number._replace(
            end=number.end + 1, exponent=number.exponent + _LARGE[text[number.end]], large=True
        )
    return number


_LISTED = compiled("[\\n\\0 \\u3000][0-9]{1,2}$")
_SHORT = 3
_LARGE = {"万": 4, "亿": 8}


def trailing_point(units: Units, text: str, number: Number) -> Number | None:
    """56.平方米: the point that no digit follows; `number` ends before it."""
    found = units.at(text, number.end + 1)
    if found is None or found[0].unit.dimension in _COUNTED or number.exponent or number.hanzi:
        return None
    if _LISTED.search(text, max(0, number.end - _SHORT), number.end):
        return None  # 10．克里夫兰骑士
    return number._replace(end=number.end + 1, form=number.form | {"trailing-point"})


def said_twice(text: str, piece: Piece) -> Piece:
    """0.2个百分点点, 98.6%%, 30元元: the unit's end is printed once more."""
    end = piece.end
    if text[end] != text[end - 1] or text[end] not in _TWICE or piece.unit is None:
        return piece
    if text[end + 1 : end + 2] in _OF_EACH or (text[end] == "里" and text[end + 1 : end + 2] in _INSIDE):
        return piece
    return piece._replace(end=end + 1, form=piece.form | {"doubled-unit"})


def truly_vast(text: str, piece: Piece) -> Piece:
    """每秒2亿亿次, 60万亿亿吨 and 四万万同胞 say 亿 or 万 twice and mean it; money and people do not."""
    if "doubled-unit" not in piece.form:
        return piece
    printed, name = text[piece.first : piece.stop], "" if piece.unit is None else piece.unit.name
    many = printed.endswith("亿亿") and (not name or name in _VAST)
    mass = printed.endswith("万亿亿") and name == "吨"
    old = "万万" in printed and printed[0] in "一二两三四五六七八九"
    return piece._replace(form=piece.form - {"doubled-unit"}) if many or mass or old else piece


def has_wide_digits(text: str) -> bool:
    """Whether any digit of `text` is full-width."""
    return _WIDE.search(text) is not None


def widths(text: str, piece: Piece) -> Piece:
    """Full-width digits, and full-width among half-width ones; `text` as it was given."""
    printed = text[piece.first : piece.stop]
    if not _WIDE.search(printed):
        return piece
    return piece.flagged("mixed-width" if _NARROW.search(printed) else "full-width")


def two(text: str, piece: Piece) -> Piece:
    """二个 where usage asks for 两个; 二轮 and 二次 are the second, not two."""
    if not (piece.stop - piece.first == 1 and text[piece.first] == "二" and not piece.sort):
        return piece
    unit = piece.unit
    if unit is None or unit.dimension not in _COUNTED:
        return piece
    if unit.dimension is Dimension.COUNT and unit.name not in _THINGS:
        return piece._replace(sort="ordinal")
    return piece.flagged("er-for-liang")
