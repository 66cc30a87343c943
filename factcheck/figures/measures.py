"""A number together with its unit: the piece that ranges, ratios and lists are made of."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.figures.arabic import arabic, point_first, with_letter
from factcheck.figures.numerals import DIGITS, Number, section
from factcheck.figures.units import Entry, Units
from factcheck.model import FigureKind

_SHARE = re.compile(r"([百千万])分(?:之([负-]?)|(?=[百〇零一二三四五六七八九十]))")
_OVER = re.compile(r" ?分 *之 ?(负?)")
_STROKE = re.compile(r"/(?=[0-9])([0-9]{1,6})(?![0-9./])")
_SHARES = {"百": "%", "千": "‰", "万": "‱"}
_STARTS = frozenset(DIGITS) | frozenset("0123456789十百千万亿两廿卅卌拾佰仟兆")
_CHENG = frozenset("立都为功员果本长效熟套型绩就交品名活批县渝渔因败败语吉")
_ZHE = frozenset("子叠合射线返旧腾磨扣算价抵损让")
_SMALL_CHANGE = re.compile(r"([0-9一二三四五六七八九两])([角毛])(?:([0-9一二三四五六七八九两])分)?钱?")
_HALF = re.compile(r"半(?![导岛径身场夜空山决年个天月小])")
_TEN = Number(0, 10, 0)


class Measure(NamedTuple):
    """A number with what stands directly around it.

    `start` and `end` take in sign, currency mark and unit; `first` and `stop` are the number alone.
    `over` is the denominator of a fraction.
    """

    start: int
    first: int
    stop: int
    end: int
    number: Number
    entry: Entry | None
    kind: FigureKind
    sign: int = 1
    over: int | None = None


def number_at(text: str, at: int) -> Number | None:
    """The number that starts at `at` in either script."""
    c = text[at]
    if "0" <= c <= "9":
        number = arabic(text, at)
        return number if number is None or number.hanzi else with_letter(text, number)
    if c == "." and "0" <= text[at + 1] <= "9":
        return point_first(text, at + 1)
    return section(text, at) if c in _STARTS else None


def measure_at(units: Units, text: str, at: int) -> Measure | None:
    """The number at `at` with its unit; percent words and fractions included."""
    if text[at] == "半":
        return with_unit(units, text, at, Number(at + 1, 5, -1, hanzi=True))
    if text.startswith("一半", at):
        return _quotient(at, at + 2, 0, Number(at + 2, 1, 0), 2, 1)
    share = _SHARE.match(text, at) if text[at] in _SHARES else None
    if share is not None:
        return _share(units, text, at, share)
    number = number_at(text, at)
    if number is None:
        return None
    if text[number.end] in "分又/ " and number.second is None:
        fraction = _fraction(text, at, number)
        if fraction is not None:
            return fraction
    return with_unit(units, text, at, number)


def with_unit(units: Units, text: str, at: int, number: Number) -> Measure:
    """`number`, which starts at `at`, with the unit that follows it."""
    stop = number.end
    c = text[stop]
    begin = stop
    if c in " \u3000" and text[stop + 1] in units.lengths:
        begin = stop + 1
        c = text[begin]
    if c in "成折":
        tenths = _tenths(units, text, at, number, begin)
        if tenths is not None:
            return tenths
    if c == "个":
        found = _after_ge(units, text, at, number, begin)
        if found is not None:
            return found
    if c == "级" and number.bare:
        return Measure(at, at, stop, begin + 1, number, None, FigureKind.NUMBER)
    digits = not number.hanzi or number.exponent > 1 or number.large
    unit = units.at(text, begin, digits=digits)
    if unit is None:
        return Measure(at, at, stop, stop, number, None, FigureKind.NUMBER)
    entry, end = unit
    if text[end] == "半" and _HALF.match(text, end) and number.exponent == 0 and not number.vague:
        number = number._replace(mantissa=number.mantissa * 10 + 5, exponent=-1)
        end += 1
    elif (entry[0].name == "元" and text[end] in DIGITS) or is_digit(text[end]):
        number, end = _small_change(text, number, end)
    return Measure(at, at, stop, end, number, entry, entry[1])


def is_digit(c: str) -> bool:
    """An ASCII digit."""
    return "0" <= c <= "9"


def _small_change(text: str, number: Number, end: int) -> tuple[Number, int]:
    """五元三毛 and 123元1角1分 are one sum."""
    found = _SMALL_CHANGE.match(text, end)
    if found is None or number.exponent < 0 or number.vague:
        return number, end
    tenths, hundredths = found.group(1), found.group(3)
    value = number.mantissa * 10**number.exponent * 10 + DIGITS.get(
        tenths, 0 if not is_digit(tenths) else int(tenths)
    )
    if hundredths is None:
        return number._replace(mantissa=value, exponent=-1), found.end()
    value = value * 10 + (int(hundredths) if is_digit(hundredths) else DIGITS[hundredths])
    return number._replace(mantissa=value, exponent=-2), found.end()


def _after_ge(units: Units, text: str, at: int, number: Number, begin: int) -> Measure | None:
    """一个半小时, 3个多月, 两个亿: what stands between 个 and the unit belongs to the number."""
    between = text[begin + 1]
    if between == "半" and number.exponent == 0:
        unit = units.at(text, begin + 2)
        half = number._replace(mantissa=number.mantissa * 10 + 5, exponent=-1)
        if text[begin + 2] == "月":
            unit = (units.entries["个月"], begin + 3)
        if unit is not None:
            return Measure(at, at, begin + 2, unit[1], half, unit[0], unit[0][1])
        if _HALF.match(text, begin + 1):
            return Measure(at, at, begin + 2, begin + 2, half, units.entries["个"], FigureKind.QUANTITY)
    if between in "多余来" and not number.vague:
        unit = units.at(text, begin + 2)
        if text[begin + 2] == "月":
            unit = (units.entries["个月"], begin + 3)
        if unit is not None:
            return Measure(at, at, begin + 2, unit[1], number._replace(vague=between), unit[0], unit[0][1])
    if between == "亿" or (between == "万" and text[begin + 2] not in "人"):
        more = number._replace(
            end=begin + 2, exponent=number.exponent + (8 if between == "亿" else 4), large=True
        )
        return with_unit(units, text, at, more)
    return None


def _tenths(units: Units, text: str, at: int, number: Number, begin: int) -> Measure | None:
    """三成 is 30 %, 75折 is 75 %."""
    percent = units.entries["%"]
    after = text[begin + 1]
    if text[begin] == "成":
        if after in _CHENG or number.large or number.bare:
            return None
        end = begin + 1
        if after == "半":
            number, end = (
                number._replace(mantissa=number.mantissa * 10 + 5, exponent=number.exponent - 1),
                end + 1,
            )
        number = number._replace(exponent=number.exponent + 1, form=number.form | {"cheng"})
        return Measure(at, at, number.end, end, number, percent, FigureKind.PERCENT)
    if after in _ZHE or number.large or number.bare:
        return None
    if number.second is not None:
        number = number._replace(mantissa=number.mantissa * 10 + number.second, second=None, exponent=-1)
    if number.exponent <= 0 and number.mantissa < 10 * 10**-number.exponent:
        number = number._replace(exponent=number.exponent + 1)
    return Measure(
        at,
        at,
        number.end,
        begin + 1,
        number._replace(form=number.form | {"zhe"}),
        percent,
        FigureKind.PERCENT,
    )


def _share(units: Units, text: str, at: int, share: re.Match[str]) -> Measure | None:
    """百分之三十, 千分之六: the number stands behind its unit."""
    entry = units.entries[_SHARES[share.group(1)]]
    if text.startswith("百分百", at):
        hundred = Number(at + 3, 100, 0)
        return Measure(at, at, at + 3, at + 3, hundred, entry, FigureKind.PERCENT)
    number = number_at(text, share.end())
    if number is None:
        return None
    form = number.form
    if text[share.end()].isascii():
        form |= {"mixed-script"}
    if number.hanzi and number.exponent > 0 and not number.large:
        number = number._replace(mantissa=number.mantissa * 10**number.exponent, exponent=0)
    sign = -1 if share.group(2) else 1
    return Measure(
        at, share.end(), number.end, number.end, number._replace(form=form), entry, FigureKind.PERCENT, sign
    )


def _fraction(text: str, at: int, number: Number) -> Measure | None:
    """三分之一, 3/4, 一又三分之一, 1 4/3."""
    whole = 0
    under = number
    if text[number.end] in "又 " and number.exponent >= 0 and not _OVER.match(text, number.end):
        inner = number_at(text, number.end + 1)
        if inner is None or text[inner.end] not in "分/":
            return None
        whole, under = number.mantissa * 10**number.exponent, inner
    over = _OVER.match(text, under.end)
    if over is not None:
        top = number_at(text, over.end())
        if top is None or under.exponent < 0 or under.mantissa == 0:
            return None
        bottom = under.mantissa * 10**under.exponent
        return _quotient(at, top.end, whole, top, bottom, -1 if over.group(1) else 1)
    if whole and text[under.end] == "分":
        top = number_at(text, under.end + 1)
        return (
            None
            if top is None
            else _quotient(at, top.end, whole, top, under.mantissa * 10**under.exponent, 1)
        )
    stroke = _STROKE.match(text, under.end)
    if stroke is None or under.exponent or not is_digit(text[under.end - 1]) or int(stroke.group(1)) == 0:
        return None
    return _quotient(at, stroke.end(), whole, under, int(stroke.group(1)), 1)


def _quotient(at: int, end: int, whole: int, top: Number, bottom: int, sign: int) -> Measure:
    if top.exponent < 0:
        bottom *= 10**-top.exponent
        mantissa = top.mantissa
    else:
        mantissa = top.mantissa * 10**top.exponent
    number = top._replace(end=end, mantissa=whole * bottom + mantissa, exponent=0, vague="", large=False)
    return Measure(at, at, end, end, number, None, FigureKind.FRACTION, sign, bottom)
