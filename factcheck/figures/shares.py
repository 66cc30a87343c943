"""Shares in words: 百分之三十, 三成, 七折, 三分之一, 一半, 3/4."""

from __future__ import annotations

from factcheck.figures.arabic import arabic, point_first, with_letter
from factcheck.figures.numerals import DIGITS, TENS, section
from factcheck.figures.pieces import Number, Piece, piece_of
from factcheck.figures.units import Units
from factcheck.model import FigureKind, Unit
from factcheck.patterns import compiled

SHARES = {"百": "%", "千": "‰", "万": "‱"}
STARTS = frozenset(DIGITS) | frozenset(TENS) | frozenset("廿卅卌")

_SINGLE = {**DIGITS, "十": 10}
_GOES_ON = STARTS | frozenset("0123456789余多来几点 ")
_LETTERS = frozenset("kKwMeE")
_SPACED = frozenset((" k", " K", " M"))
_MIXED = compiled(r" [0-9]{1,3}/[0-9]| ?分 *之|又")
_SHARE = compiled(r"([百千万]) ?分(?: ?之 ?([负-]?)|(?=[百〇零一二三四五六七八九十]))")
_OVER = compiled(r" ?分 *之 ?(负?)")
_STROKE = compiled(r"/([0-9]{1,6})(?![0-9./A-Za-z])(?! ?(?:毫米汞柱|mmHg))")
_NO_TENTHS = frozenset("立都为功员果本长效熟套型绩就交品名活批县渝渔因败语吉人年分份山")
_ALL_OF_THEM = compiled("都[是为被没在要来有不能会已归靠]")  # 剩下三成都是, and no 成都
_NO_DISCOUNT = frozenset("子叠合射线返旧腾磨扣算价抵损让")


def number_at(text: str, at: int) -> Number | None:
    """The number that starts at `at` in either script."""
    c = text[at]
    if "0" <= c <= "9":
        number = arabic(text, at)
        lettered = number is not None and (
            text[number.end] in _LETTERS or text[number.end : number.end + 2] in _SPACED
        )
        return with_letter(text, number) if lettered and number is not None else number
    if c == "." and "0" <= text[at + 1] <= "9":
        return point_first(text, at + 1)
    if c not in STARTS:
        return None
    single = _SINGLE.get(c)
    if single is not None and text[at + 1] not in _GOES_ON:
        return Number(at + 1, single, 0, "", False, True)
    return section(text, at)


def share_at(units: Units, text: str, at: int) -> Piece | None:
    """百分之三十, 千分之六, 百分百: the number stands behind its unit."""
    share = _SHARE.match(text, at)
    if share is None:
        return None
    unit = units.entries[SHARES[share.group(1)]].unit
    if text.startswith("百分百", at):
        return Piece(at, at, at + 3, at + 3, 100, 0, unit, FigureKind.PERCENT)
    number = number_at(text, share.end())
    if number is None or "double-point" in number.form:
        return None
    if number.hanzi and number.exponent > 0 and not number.large:
        number = number._replace(mantissa=number.mantissa * 10**number.exponent, exponent=0)
    if share.group(2):
        number = number._replace(mantissa=-number.mantissa)
    piece = piece_of(share.end(), number, unit, FigureKind.PERCENT, number.end)._replace(start=at)
    if text[share.end()].isascii():
        return piece._replace(form=piece.form | {"mixed-script", "percent-word"})
    return piece


# The digits after 三成: 三成五, 三成七五; not 三成五百户.
_FINER = compiled(
    "[一二三四五六七八九]{1,2}(?![零一二三四五六七八九十百千万亿个名家人户位年月日天岁点分号成折项种件条座只])"
)


def tenths(unit: Unit, text: str, at: int, number: Number) -> Piece | None:
    """三成 is 30 %, 三成半 35 %, 三成七五 37.5 %; `unit` is percent. `None` when 成 begins another word."""
    sign = number.end + (text[number.end] in " \u3000")
    end = sign + 1
    if (text[end] in _NO_TENTHS and not _ALL_OF_THEM.match(text, end)) or number.large or number.bare:
        return None
    if text[end] == "半":
        number = number._replace(mantissa=number.mantissa * 10 + 5, exponent=number.exponent - 1)
        end += 1
    elif number.hanzi and number.second is None and (finer := _FINER.match(text, end)):
        for digit in finer.group():
            mantissa = number.mantissa * 10 + "零一二三四五六七八九".index(digit)
            number = number._replace(mantissa=mantissa, exponent=number.exponent - 1)
        end = finer.end()
    number = number._replace(exponent=number.exponent + 1)
    if number.second is None and number.vague in ("", "多", "余"):
        return piece_of(at, number, unit, FigureKind.PERCENT, end)._replace(sort="tenths")
    return piece_of(at, number, unit, FigureKind.PERCENT, end)


def discount(unit: Unit, text: str, at: int, number: Number) -> Piece | None:
    """七折 and 75折 are 70 % and 75 %; `unit` is percent."""
    end = number.end + (text[number.end] in " \u3000") + 1
    if text[end] in _NO_DISCOUNT or number.large or number.bare or number.vague:
        return None
    mantissa, exponent = number.mantissa, number.exponent
    if number.second is not None:  # 三八折 and 七八折 are two digits
        mantissa = mantissa * 10 + number.second
    elif exponent <= 0 and mantissa < 10 ** (1 - exponent):
        exponent += 1
    return Piece(
        at,
        at,
        number.end,
        end,
        mantissa,
        exponent,
        unit,
        FigureKind.PERCENT,
        sort="discount",
        form=number.form,
    )


def fraction(text: str, at: int, number: Number) -> Piece | None:
    """三分之一, 3/4, 一又三分之一, 1 4/3: `number` is what stands first."""
    whole, under = 0, number
    if text[number.end] in " 又" and not _MIXED.match(text, number.end):
        return None
    if text[number.end] in "又 " and number.exponent >= 0 and not _OVER.match(text, number.end):
        inner = number_at(text, number.end + 1)
        if inner is None or text[inner.end] not in "分/":
            return None
        whole, under = number.mantissa * 10**number.exponent, inner
    if under.exponent < 0 or under.mantissa == 0:
        return None
    bottom = under.mantissa * 10**under.exponent
    over = _OVER.match(text, under.end)
    if over is not None or (whole and text[under.end] == "分"):
        end = over.end() if over is not None else under.end + 1
        top = number_at(text, end)
        negative = over is not None and bool(over.group(1))
        if top is None:
            return None
        if top.second is not None:  # 十分之一二手房
            top = top._replace(end=top.split, second=None)
        return _quotient(at, whole, top, -bottom if negative else bottom)
    return _stroke(text, at, whole, under)


def _stroke(text: str, at: int, whole: int, top: Number) -> Piece | None:
    """3/4; 2024/25 is a season."""
    found = _STROKE.match(text, top.end)
    if found is None or top.exponent or not text[top.end - 1].isascii():
        return None
    bottom = int(found.group(1))
    if bottom == 0 or (1900 <= top.mantissa < 2100 and not whole):
        return None
    return _quotient(at, whole, top._replace(end=found.end()), bottom)


def _quotient(at: int, whole: int, top: Number, bottom: int) -> Piece:
    mantissa, over = top.mantissa, bottom
    if top.exponent < 0:
        over *= 10**-top.exponent
    else:
        mantissa *= 10**top.exponent
    if over < 0:
        mantissa, over = -mantissa, -over
    return Piece(
        at,
        at,
        top.end,
        top.end,
        whole * over + mantissa,
        0,
        None,
        FigureKind.FRACTION,
        over=over,
        form=top.form,
    )
