"""Numbers in Arabic digits: 1,100.9亿, .8, 7400余, 2.7e-1, 100k, with 万 and 亿 behind them.

The common shape costs one match. Everything odd (grouping commas, two points, mixed scripts)
takes the slower road and says in `form` what is odd about it.
"""

from __future__ import annotations

import re

from factcheck.figures.numerals import LARGE, LONGEST, PLAIN, QIAN, SMALL, Number, section

_ARABIC = re.compile(
    r"([0-9]++)(?:\.([0-9]++))?+"
    rf"(?:[ \u3000]?([余多来几]?+)((?:[十百万亿](?!分点)|兆(?![瓦赫帕焦伏比字])|{QIAN})++)([余多来几]?+)"
    r"|(余|多(?![样种数元功层维点媒])|来(?=[个年天人家亩户斤里公位名岁])|几(?=[个年天人家亩户斤里公位名岁万亿]))|)"
)
_GROUPED = re.compile(r"[0-9]++(?:[,，][0-9]++)++(?:\.[0-9]++)?+")
_GOOD = re.compile(r"[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?")
_POINTS = re.compile(r"[0-9]++(?:\.[0-9]++){2,}+")
_POWER = re.compile(r"[eE]([-+]?[0-9]{1,2})(?![0-9A-Za-z])")
_LETTER = re.compile(r" ?(?:([kK])|([mM]))(?![A-Za-z0-9/²³])")
_TENS = {"": 0, "万": 4, "亿": 8, "万亿": 12, "千": 3, "百": 2, "百万": 6, "千万": 7, "千亿": 11, "百亿": 10}
_MORE = frozenset("零〇一二三四五六七八九两0123456789 ")


def arabic(text: str, start: int) -> Number | None:
    """The number whose digits start at `start`; `None` when the digits are no number.

    `text` ends in a NUL and has half-width digits.
    """
    found = _ARABIC.match(text, start)
    assert found is not None
    whole, places, vague, tens, after, alone = found.groups()
    end = found.end()
    follows = text[end]
    if len(whole) > LONGEST or (places and len(places) > LONGEST):
        return None
    if follows in ",，." and not tens and text[end + 1].isdecimal() and text[end + 1] < "９":
        return _odd(text, start, found.end(2) if places else found.end(1))
    if tens and follows in _MORE and not vague and not after:
        more = _mixed(text, start, found.end(1))
        if more is not None:
            return more
    exponent = 0
    large = False
    form = PLAIN
    if tens:
        exponent = _TENS.get(tens) or sum(SMALL.get(c) or LARGE[c] for c in tens)
        large = exponent > 3
        if tens[0] in SMALL and len(tens) == 1:
            form = frozenset({"mixed-script"})
        elif "万万" in tens or "亿亿" in tens or tens == "亿万":
            form = frozenset({"doubled-unit"})
    if places:
        return Number(
            end, int(whole + places), exponent - len(places), alone or vague or after or "", large, form=form
        )
    if alone == "几":
        form = frozenset({"mixed-script"})
    return Number(end, int(whole), exponent, alone or vague or after or "", large, form=form)


def point_first(text: str, start: int) -> Number | None:
    """A number that begins with its point (.8); `start` is where the digits begin."""
    number = arabic(text, start)
    if number is None or number.exponent < 0:
        return None
    digits = re.compile(r"[0-9]++").match(text, start)
    assert digits is not None
    places = len(digits.group())
    return number._replace(exponent=number.exponent - places, form=number.form | {"missing-zero"})


def with_letter(text: str, number: Number) -> Number:
    """`number` with the k, M or power of ten written behind it (100k, 1.2M, 2.7e-1)."""
    power = _POWER.match(text, number.end)
    if power is not None:
        return number._replace(end=power.end(), exponent=number.exponent + int(power.group(1)))
    letter = _LETTER.match(text, number.end)
    if letter is None:
        return number
    kilo = letter.group(1)
    if kilo and number.mantissa >= 10:
        return number._replace(end=letter.end(), exponent=number.exponent + 3)
    if letter.group(2) == "M" and number.exponent < 0:
        return number._replace(end=letter.end(), exponent=number.exponent + 6)
    return number


def _mixed(text: str, start: int, digits_end: int) -> Number | None:
    """3万4000 and 7万5千: the section grammar, if it takes more than the plain shape."""
    number = section(text, start)
    return number if number is not None and number.end > digits_end else None


def _odd(text: str, start: int, plain_end: int) -> Number | None:
    """Digits with grouping commas or with more than one point."""
    grouped = _GROUPED.match(text, start)
    if grouped is not None:
        return _grouped(text, grouped.group(), start)
    points = _POINTS.match(text, start)
    if points is not None:
        tail = arabic(text, text.rindex(".", start, points.end()) + 1)
        if tail is not None and tail.end > points.end():
            return Number(tail.end, 0, 0, form=frozenset({"double-point"}))
        return Number(points.end(), 0, 0, form=frozenset({"points"}))
    return Number(plain_end, int(text[start:plain_end].replace(".", "")), 0)


def _grouped(text: str, written: str, start: int) -> Number | None:
    """1,234,567 is one number; 12,34 with a unit is one badly grouped; otherwise the first ends."""
    good = _GOOD.fullmatch(written)
    wide = "，" in written
    first = re.split("[,，]", written, maxsplit=1)[0]
    if good is None or (wide and not _wide_is_grouping(text, start, written)):
        best = _GOOD.match(written)
        if (
            best is None
            or best.end() == len(first)
            or written[best.end() : best.end() + 1].isdecimal()
            or wide
        ):
            tail = arabic(text, start + re.search(r"[0-9.]+$", written).start())
            if not wide and tail is not None and (tail.large or text[tail.end] in "元%％个人吨亩家户名万亿"):
                plain = written.replace(",", "")
                return tail._replace(mantissa=int(plain.replace(".", "")), form=tail.form | {"bad-grouping"})
            return _first(text, first, start)
        written = written[: best.end()]
    plain = re.sub("[,，]", "", written)
    if len(plain) > 2 * LONGEST:
        return None
    tail_start = start + max(written.rfind(","), written.rfind("，")) + 1
    tail = arabic(text, tail_start) if start + len(written) != tail_start else None
    if tail is None:
        return None
    return tail._replace(mantissa=int(plain.replace(".", "")))


def _first(text: str, first: str, start: int) -> Number:
    head, _, places = first.partition(".")
    return Number(start + len(first), int(head + places), -len(places))


def _wide_is_grouping(text: str, start: int, written: str) -> bool:
    """A full-width comma groups digits only where the reader can hardly take it for a stop."""
    groups = re.split("[,，.]", written)
    return (len(groups[1]) == 3 and groups[1][0] == "0") or all(len(g) == 3 for g in groups[1:3])
