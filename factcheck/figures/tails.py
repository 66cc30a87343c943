"""What stands behind a unit and belongs to the number before it: 五元三毛, 47秒32, 1米75."""

from __future__ import annotations

from factcheck.figures.numerals import DIGITS
from factcheck.figures.pieces import Number
from factcheck.patterns import compiled

SMALL_CHANGE = compiled(r"([0-9一二三四五六七八九两])([角毛])(?:([0-9一二三四五六七八九两])分)?钱?")
_HUNDREDTHS = compiled("[0-9]{2}(?![0-9.:个年月人家%])")
# 身高1米75: the hundredths behind.
_CENTIMETRES = compiled("[0-9]{2}(?=[，。；！？：,;!?、）)”」\n\0]|的|左右|上下|以[上下]|[到至高长宽深])")
# 以7米52夺冠: and not 60米12名选手.
_THROWN = compiled(
    "[0-9]{2}(?=[夺获得摘居列排力名位拿捧稳领成刷破打创收无赢险战胜折屈问鼎](?![额字数]))(?!名[^列])(?!位[^居列])"
)


def is_small(number: Number) -> bool:
    """Whether a number is one that small change may follow: short, without 万 and not 几十."""
    return number.exponent == 0 and not number.vague and number.mantissa < 1000


def _small_change(text: str, number: Number, end: int) -> tuple[Number, int]:
    """五元三毛 and 123元1角1分 are one sum."""
    found = SMALL_CHANGE.match(text, end)
    if found is None or number.exponent < 0 or number.vague:
        return number, end
    tenth, hundredth = (digit(found.group(1)), digit(found.group(3)))
    value = number.mantissa * 10**number.exponent * 10 + tenth
    if found.group(3) is None:
        return number._replace(mantissa=value, exponent=-1), found.end()
    return number._replace(mantissa=value * 10 + hundredth, exponent=-2), found.end()


def _hundredths(text: str, number: Number, end: int) -> tuple[Number, int]:
    """47秒32 is 47.32 seconds."""
    found = _HUNDREDTHS.match(text, end)
    if found is None or number.exponent or number.vague:
        return number, end
    return number._replace(mantissa=number.mantissa * 100 + int(found.group()), exponent=-2), found.end()


def _centimetres(text: str, number: Number, end: int) -> tuple[Number, int]:
    """1米75 is 1.75 metres."""
    found = _CENTIMETRES.match(text, end) or _THROWN.match(text, end)
    if found is None or not is_small(number):
        return number, end
    return number._replace(mantissa=number.mantissa * 100 + int(found.group()), exponent=-2), found.end()


TAILED = {"元": _small_change, "秒": _hundredths, "米": _centimetres}
"""How the units read on that something may stand behind."""


def digit(c: str | None) -> int:
    """The value of one digit, Arabic or Chinese; 0 for none."""
    return 0 if c is None else DIGITS[c] if c in DIGITS else int(c)
