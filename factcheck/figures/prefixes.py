"""What stands right before a number and belongs to it: signs, 第, 前, currency marks, 数 and 上."""

from __future__ import annotations

from factcheck.figures.contexts import contexts
from factcheck.figures.pieces import Piece
from factcheck.figures.units import Units
from factcheck.model import Dimension, FigureKind, Unit
from factcheck.patterns import compiled

_BEFORE_FU = "胜抱肩担自欺背辜正减欠如平"  # 胜负 and 负担: 负 is no sign
_ENDS = frozenset("）)]”’》％%℃年月日元万亿个吨米-－—–―")  # a hyphen after these joins, it is no minus
_MAGNITUDES = frozenset("百千万亿")
_RANKED = frozenset("位名强大家甲")
_NO_RANK = frozenset("目以之此年月日天从先提事空史眼当生跟面")  # 目前 and 以前 are no ranks
_BLANKS = frozenset(" \u3000")
_MARK = compiled(r"人民币|新台币|港币|(?:US|HK|NT|A|C|S)?[$＄]|[¥￥€£₩₹]|USD|HKD|CNY|RMB|EUR|GBP|JPY")
_SEEN = frozenset("-－−–—+负±第前数几上下长¥￥$＄€£₩₹币DYBRP \u3000")


def prefixed(units: Units, text: str, piece: Piece) -> Piece:
    """`piece` with what stands before it taken in."""
    at = piece.start
    before = text[at - 1]
    if at == 0 or before not in _SEEN:
        return piece
    if before in _BLANKS:
        return _spaced(units, text, piece)
    return _RULES.get(before, _money)(units, text, piece)


def _spaced(units: Units, text: str, piece: Piece) -> Piece:
    """A blank between prefix and number: 负 1200000, 人民币 8千元, - 1,200,000."""
    at = piece.start - 1
    if text[at - 1] not in "-－负币¥￥$＄€£" or at == 0:
        return piece
    made = prefixed(units, text, piece._replace(start=at))
    return made if made.start < at else piece


def _negative(piece: Piece, length: int) -> Piece:
    return piece._replace(start=piece.start - length, mantissa=-piece.mantissa)


def _hyphen(units: Units, text: str, piece: Piece) -> Piece:
    """A hyphen is a minus unless what stands before could be the other end of a range."""
    at = piece.start - 1
    before = text[at - 1]
    joins = (before.isascii() and before.isalnum()) or before in _ENDS
    dash = text[at] == "—" and before not in "为是至到达"
    return piece if dash or (at and joins) else _negative(piece, 1)


def _fu(units: Units, text: str, piece: Piece) -> Piece:
    at = piece.start - 1
    return piece if at and text[at - 1] in _BEFORE_FU else _negative(piece, 1)


def _below(units: Units, text: str, piece: Piece) -> Piece:
    """零下5摄氏度."""
    return _negative(piece, 2) if text.startswith("零下", max(piece.start - 2, 0)) else piece


def _growth(units: Units, text: str, piece: Piece) -> Piece:
    """负增长3.5% is −3.5 %."""
    return _negative(piece, 3) if text.startswith("负增长", max(piece.start - 3, 0)) else piece


def _both(units: Units, text: str, piece: Piece) -> Piece:
    return piece._replace(start=piece.start - 1, form=piece.form | {"plus-minus"})


def _plus(units: Units, text: str, piece: Piece) -> Piece:
    before = text[piece.start - 2]
    return piece if before.isalnum() or before in "”’）)" else piece._replace(start=piece.start - 1)


def _ordinal(units: Units, text: str, piece: Piece) -> Piece:
    """第3位; 第一产业 and 第五中学 are names."""
    if piece.unit is None and contexts().named.match(text, piece.end):
        return piece._replace(sort="name")
    return piece._replace(start=piece.start - 1, sort="ordinal")


def _rank(units: Units, text: str, piece: Piece) -> Piece:
    """前十 and 前5位 are ranks; 前3个月 is a stretch of time."""
    unit = piece.unit
    if (
        piece.mantissa < 1
        or piece.exponent
        or piece.vague
        or piece.second is not None
        or text[piece.start - 2] in _NO_RANK
    ):
        return piece
    if unit is not None and (unit.name not in _RANKED or unit.dimension is not Dimension.COUNT):
        return piece
    return piece._replace(start=piece.start - 1, sort="rank")


def _several(units: Units, text: str, piece: Piece) -> Piece:
    """数十, 几百, 好几万: no single value."""
    at = piece.start - 1
    if not (piece.bare or text[piece.first] == "十"):
        return piece
    return piece._replace(start=at - (at > 0 and text[at - 1] == "好"), sort="several")


def _upward(units: Units, text: str, piece: Piece) -> Piece:
    """上百 and 上千万: at least that many, and not ten times as many."""
    return piece._replace(sort="upward") if piece.bare else piece


def _money(units: Units, text: str, piece: Piece) -> Piece:
    """人民币8千元, US$3.5亿: the mark gives the unit where none follows."""
    for length in (3, 2, 1):
        at = piece.start - length
        mark = text[max(at, 0) : piece.start]
        unit = units.marks.get(mark) if _MARK.fullmatch(mark) else None
        if unit is not None:
            return _priced(piece, unit, length)
    return piece


def _priced(piece: Piece, unit: Unit, length: int) -> Piece:
    start = piece.start - length
    if piece.unit is None:
        return piece._replace(start=start, unit=unit, kind=FigureKind.QUANTITY)
    return piece._replace(start=start) if piece.unit.dimension is Dimension.MONEY else piece


_RULES = {
    **dict.fromkeys("-－−–—", _hyphen),
    "负": _fu,
    "下": _below,
    "长": _growth,
    "±": _both,
    "+": _plus,
    "第": _ordinal,
    "前": _rank,
    "数": _several,
    "几": _several,
    "上": _upward,
}
