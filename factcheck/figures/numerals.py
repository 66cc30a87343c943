"""The section grammar of Chinese numerals: 二十一万亿, 三万五, 1千零20, 三点五亿, 十七八.

The grammar is one regular expression: sections before 兆, 亿 and 万 and a rest, each of 千 百 十
and a last digit, where a digit may be Arabic or an approximate pair (三四十). What it matched is
worked out in whole numbers: a mantissa and an exponent of ten, never a float. Where the signs
stop making one number (三十万三十万) the match ends, and the rest is read as the next number.
"""

from __future__ import annotations

import re
from typing import NamedTuple

DIGITS = {
    c: n
    for n, row in enumerate(
        ("〇零○", "一壹幺", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for c in row
}
SMALL = {"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3}
LARGE = {"万": 4, "亿": 8, "兆": 12}
TENS = {"廿": 2, "卅": 3, "卌": 4}
VAGUE = "余多来几"
LONGEST = 18  # digits in a row; what is longer is an identifier
PLAIN: frozenset[str] = frozenset()

_ONE = "一二三四五六七八九壹贰叁肆伍陆柒捌玖"
_PAIR = "一二|一两|两三|二三|三四|四五|五六|六七|七八|八九|三五|三两"
_ZERO = "[零〇]?"
_DIGIT = (
    rf"(?:[0-9]{{1,18}}+(?![0-9])(?:\.[0-9]{{1,18}}+(?![0-9]))?+|(?:{_PAIR})(?![{_ONE}〇零两])"
    rf"|[{_ONE}]|两(?=[百千万亿佰仟]))"
)
QIAN = r"千(?![瓦米克伏焦卡帕赫安升牛]|字节|比特|分点)"
_SECTION = (
    rf"(?:{_ZERO} ?{_DIGIT}? ?(?:{QIAN}|仟))?(?:{_ZERO} ?{_DIGIT}? ?(?:百(?!帕|分[点位])|佰))?"
    rf"(?:{_ZERO} ?{_DIGIT}? ?[十拾]|[廿卅卌])?"
)
_HEAD = rf"{_SECTION}(?:{_ZERO} ?(?:{_DIGIT}|两))?[{VAGUE}]?"
_ENDED = rf"(?! ?(?:[十百万亿拾佰仟]|{QIAN}))"
_REST = (
    rf"(?:{_SECTION}(?:{_ZERO} ?(?!(?<=[百千万亿])一[天年个次名家台月日人辆位件]|[0-9]{{4}}年){_DIGIT}{_ENDED})?"
    rf"[{VAGUE}]?)"
)
_NUMERAL = re.compile(
    rf"(?:{_HEAD} ?兆(?![瓦赫帕焦伏比字]))?(?:(?:{_HEAD} ?万)?{_HEAD} ?亿)?(?:{_HEAD} ?万万?)?"
    rf"(?:十[{_ONE}](?=十)|(?>{_REST}){_ENDED})?[{VAGUE}]?"
)
_STRING = re.compile(r"[〇零○一幺二三四五六七八九]{2,18}+(?![十百千万亿])")
_POINT = re.compile(r"点([〇零○一二三四五六七八九]{1,30}+|[0-9]{1,18}+)(?![十百刻分钟半])")
_SCALE = re.compile(rf"([{VAGUE}]?)((?:百|{QIAN})?万?亿?)([{VAGUE}]?)")
_TOKEN = re.compile(r"[0-9]++(?:\.[0-9]++)?|[^ 0-9]")
_PAIRS = frozenset(_PAIR.split("|"))
_LONE = frozenset("两")
_NOUGHT = frozenset("零〇○")


class Number(NamedTuple):
    """A number as written: `mantissa` × 10 ** `exponent`, the exponent that of the last place.

    `second` is the other mantissa of an approximate pair (十七八: 17 and 18), which starts at
    `split`. `vague` is 余, 多, 来 or 几. `bare` has a magnitude and no digit (千亿); `large` is
    written with 万 or 亿; `hanzi` ends in a Chinese digit.
    """

    end: int
    mantissa: int
    exponent: int
    vague: str = ""
    large: bool = False
    hanzi: bool = False
    bare: bool = False
    second: int | None = None
    split: int = 0
    form: frozenset[str] = PLAIN


def section(text: str, start: int) -> Number | None:
    """The Chinese or mixed numeral that starts at `start`, or `None`. `text` ends in a NUL."""
    found = _STRING.match(text, start)
    if found is None and text[start] in _NOUGHT:
        return _digits(text, text[start], start + 1)
    if found is not None and found.group() not in _PAIRS:
        return _digits(text, found.group(), found.end())
    found = _NUMERAL.match(text, start)
    if found is None or found.end() == start:
        return Number(start + 1, 2, 0, hanzi=True) if text[start] in _LONE else None
    written = found.group().rstrip()
    number = _worked_out(written, start)
    if number.vague or number.second is not None or text[number.end] != "点":
        return number
    return _with_point(text, number)


def _digits(text: str, written: str, end: int) -> Number | None:
    """Digits read one by one: 一七二零, with or without a point."""
    value = int("".join(str(DIGITS[c]) for c in written))
    return _with_point(text, Number(end, value, 0, hanzi=True, form=frozenset({"digit-string"})))


def _with_point(text: str, number: Number) -> Number:
    """`number` with the decimal places and the magnitude that follow it (三点五亿)."""
    found = _POINT.match(text, number.end)
    if found is None or number.exponent > 3:
        return number
    places = "".join(str(DIGITS.get(c, c)) for c in found.group(1))
    whole = number.mantissa * 10**number.exponent
    scale = _SCALE.match(text, found.end())
    assert scale is not None
    before, written, after = scale.groups()
    up = sum(SMALL.get(c) or LARGE[c] for c in written)
    end = scale.end() if written else found.end()
    return Number(
        end, int(f"{whole}{places}"), up - len(places), before or after if written else "", up > 3, hanzi=True
    )


def _worked_out(written: str, start: int) -> Number:
    """The value of what the grammar matched."""
    tokens = _TOKEN.findall(written)
    split = _pair_at(written)
    mantissa, place = _value(tokens, later=False)
    second = None if split < 0 else _value(tokens, later=True)[0]
    vague = next((c for c in written if c in VAGUE), "")
    first = tokens[0]
    arabic = first[0].isdigit() and first[0].isascii()
    form = PLAIN
    if any(t[0].isascii() for t in tokens) and any(t in SMALL or t in DIGITS or t == "几" for t in tokens):
        form = frozenset({"mixed-script"})
    if "万万" in written or "亿亿" in written:
        form |= {"doubled-unit"}
    return Number(
        start + len(written), mantissa, place, vague,
        large=any(c in LARGE for c in written),
        hanzi=not arabic,
        bare=first in "百千佰仟万亿兆",
        second=second,
        split=start + split,
        form=form,
    )  # fmt: skip


def _pair_at(written: str) -> int:
    """Where the second digit of an approximate pair stands, −1 when there is none."""
    for index in range(1, len(written)):
        if written[index] in DIGITS and written[index - 1] in DIGITS and written[index - 1] not in "零〇":
            return index
    return -1


def _value(tokens: list[str], *, later: bool) -> tuple[int, int]:
    """Mantissa and exponent of the last place; of a pair the first digit, or the `later` one."""
    low = min((-len(t.partition(".")[2]) for t in tokens), default=0)
    unit = 10**-low
    total = part = place = 0
    digit: int | None = None
    above: int | None = None  # the magnitude right before a last digit, for 三万五
    for token in tokens:
        if token in DIGITS:
            value = DIGITS[token]
            place = 0
            if value == 0:
                above = None
            elif digit is None or later:
                digit = value * unit
        elif token in SMALL or token in TENS:
            exponent = SMALL.get(token, 1)
            if token in TENS:
                digit = TENS[token] * unit
            part += (unit if digit is None else digit) * 10**exponent
            place = (place if digit is not None else 0) + (exponent if exponent > 1 else 0)
            digit, above = None, exponent
        elif token in LARGE:
            exponent = LARGE[token]
            part += digit or 0
            if part == 0:
                total = (total or unit) * 10**exponent
            elif total and total < 10**exponent * unit:
                total = (total + part) * 10**exponent
            else:
                total += part * 10**exponent
            place += exponent
            part, digit, above = 0, None, exponent
        elif token not in VAGUE:
            head, _, tail = token.partition(".")
            digit, place = int(head + tail) * (1 if tail else unit), -len(tail)
            if len(token) > 1:
                above = None
    if digit is not None:
        if above is not None and above > 1:
            digit, place = digit * 10 ** (above - 1), above - 1
        part += digit
    value = total + part
    return value // 10 ** (place - low), place
