"""Numbers in Arabic digits: 1,100.9亿, .8, 7400余, 2.7e-1, 100k, with 万 and 亿 behind them.

The plain shape costs one match. What is odd (grouping commas, two points, mixed scripts) takes
a slower road and says so in `form`.
"""

from __future__ import annotations

from factcheck.figures.numerals import LONGEST, QIAN, TENS, section
from factcheck.figures.pieces import PLAIN, Number
from factcheck.patterns import compiled

_MAGNITUDE = rf"(?:[十百万亿](?!分点)|兆(?![瓦赫帕焦伏比字])|{QIAN})"
_ALONE = "余|多(?![样种数元功层维点媒地次所方])|来(?=[个年天人家亩户斤里公位名岁万亿])|几(?![何乎])"
_ARABIC = compiled(
    r"([0-9]++)(?:\.([0-9]++))?+"
    rf"(?:[ \u3000]?([余多来几]?+)({_MAGNITUDE}{{1,4}}+)([余多来几]?+)|[ \u3000]?({_ALONE}))?+"
)
_GROUPED = compiled(r"[0-9]++(?:[,，][0-9]{1,18}+){1,12}+(?:\.[0-9]++)?+")
_GOOD = compiled(r"[0-9]{1,3}(?:[,，][0-9]{3})++(?![0-9])(?:\.[0-9]+)?")
_POINTS = compiled(r"[0-9]++(?:\.{1,2}[0-9]++){2,}+|[0-9]++\.\.[0-9]++")
_SPLIT = compiled("[,，]")
_POWER = compiled(r"[eE]([-+]?[0-2]?[0-9])(?![0-9A-Za-z])")
_LETTER = compiled(r" ?([kKMw])(?![A-Za-z0-9/²³])")
_TEN = {"万": 4, "亿": 8, "万亿": 12, "千": 3, "百": 2, "百万": 6, "千万": 7, "千亿": 11, "百亿": 10}
_ODD = frozenset("0123456789.")
_MORE = frozenset("零〇一二三四五六七八九两0123456789 ")
_MEASURED = frozenset("元%％个人吨亩家户名辆件万亿股册枚台套次张条斤克米千")
_MIXED = frozenset({"mixed-script", "mixed-magnitude"})
_JI = frozenset({"mixed-script", "arabic-ji"})
_DOUBLED = frozenset({"doubled-unit"})


def arabic(text: str, start: int) -> Number | None:
    """The number whose digits start at `start`; `None` when the digits are no number.

    `text` ends in a NUL and has half-width digits.
    """
    found = _ARABIC.match(text, start)
    if found is None:
        return None
    whole, places, before, tens, after, alone = found.groups("")
    if len(whole) > LONGEST or len(places) > LONGEST:
        return None
    end = found.end()
    follows = text[end]
    if follows in ".,，" and text[end + 1] in _ODD and not tens and not alone:
        return _odd(text, start, end)
    if tens and follows in _MORE and not before and not after:
        more = section(text, start)
        if more is not None and more.end > end:
            return more
    exponent = (_TEN.get(tens) or sum(TENS[c] for c in tens)) if tens else 0
    percentile = tens == "百" and follows == "分"  # 第90百分位数
    if percentile:
        return Number(start + len(whole), int(whole), 0, "", False)
    form = _form(tens, alone, before) if alone or before or tens not in _TEN or exponent < 4 else PLAIN
    return Number(
        end, int(whole + places), exponent - len(places), alone or before or after, exponent > 3, form=form
    )


def _form(tens: str, alone: str, before: str) -> frozenset[str]:
    """5千 mixes the scripts, 20几 too; 万万 says its unit twice."""
    if "万万" in tens or "亿亿" in tens:
        return _DOUBLED
    if "几" in (alone, before):
        return _JI
    return _MIXED if tens and TENS[tens[-1]] < 4 else PLAIN


def point_first(text: str, start: int) -> Number | None:
    """A number that begins with its point (.8); `start` is where the digits begin."""
    found = _ARABIC.match(text, start)
    number = arabic(text, start)
    if number is None or found is None or found.group(2):
        return None
    places = len(found.group(1))
    return number._replace(exponent=number.exponent - places, form=number.form | {"missing-zero"})


def with_letter(text: str, number: Number) -> Number:
    """`number` with the k, w, M or power of ten written behind it (100k, 3w, 1.2M, 2.7e-1)."""
    power = _POWER.match(text, number.end)
    if power is not None:
        return number._replace(end=power.end(), exponent=number.exponent + int(power.group(1)))
    found = _LETTER.match(text, number.end)
    letter = "" if found is None else found.group(1)
    if found is None or (letter == "M" and number.exponent >= 0) or (letter == "K" and number.mantissa < 10):
        return number  # 3M and 4K are names
    form = number.form | {"informal-magnitude"}
    return number._replace(end=found.end(), exponent=number.exponent + _LETTERS[letter], form=form)


_LETTERS = {"k": 3, "K": 3, "w": 4, "M": 6}


def _odd(text: str, start: int, end: int) -> Number | None:
    """Digits with grouping commas or with more than one point; the plain shape ended at `end`."""
    grouped = _GROUPED.match(text, start)
    if grouped is not None:
        return _grouped(text, grouped.group(), start)
    points = _POINTS.match(text, start)
    if points is None:
        plain = text[start:end]
        return Number(end, int(plain.replace(".", "")), -len(plain.partition(".")[2]))
    tail = arabic(text, text.rindex(".", start, points.end()) + 1)
    if (
        text[start - 1] != "第"
        and tail is not None
        and (tail.end > points.end() or text[points.end()] in _MEASURED)
    ):
        return Number(tail.end, 0, 0, form=frozenset({"double-point"}))
    return Number(points.end(), 0, 0, form=frozenset({"points"}))


def _grouped(text: str, written: str, start: int) -> Number | None:
    """1,234,567 is one number; 12,34万 is one badly grouped; otherwise the first group stands alone."""
    good = _GOOD.match(written)
    whole = good is not None and good.end() == len(written)
    if good is not None and ("，" not in written or _is_grouping(text, written)):
        written = good.group()
    elif "，" in written or not _is_measured(text, start + len(written)):
        return _alone(written, start)
    last = _SPLIT.split(written)[-1]
    tail = arabic(text, start + len(written) - len(last))
    digits = _SPLIT.sub("", written)
    if tail is None or len(digits) > 2 * LONGEST:
        return None
    form = tail.form if good is not None or whole else tail.form | {"bad-grouping"}
    return tail._replace(mantissa=int(digits.replace(".", "")), form=form)


def _is_measured(text: str, end: int) -> bool:
    """A unit or a magnitude follows: the commas were meant to group."""
    return text[end] in _MEASURED or (text[end] in "余多" and text[end + 1] in _MEASURED)


def _is_grouping(text: str, written: str) -> bool:
    """A full-width comma groups digits only where the reader can hardly take it for a stop."""
    groups = _SPLIT.split(written)
    return groups[1].startswith("0") or text.startswith("百分之", max(text.find(written) - 3, 0))


def _alone(written: str, start: int) -> Number:
    first = _SPLIT.split(written)[0]
    return Number(start + len(first), int(first[:LONGEST]), 0)
