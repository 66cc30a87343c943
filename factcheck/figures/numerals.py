"""The section grammar of Chinese numerals: 二十一万亿, 三万五, 1千零20, 三点五亿, 十七八.

The grammar is sections before 兆, 亿 and 万 and a rest, each of 千 百 十 and a last digit, where a digit
may be Arabic or an approximate pair (三四十). What was taken is worked out in whole numbers: a mantissa
and an exponent of ten, never a float. Where the signs stop making one number (三十万三十万) it ends,
and the rest is read as the next number.
"""

from __future__ import annotations

from itertools import pairwise

from factcheck.figures.pieces import PLAIN, Number
from factcheck.patterns import compiled

DIGITS = {
    c: n
    for n, row in enumerate(
        ("〇零○", "一壹幺", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for c in row
}
TENS = {"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3, "万": 4, "亿": 8, "兆": 12}
VAGUE = "余多来几"
LONGEST = 18  # digits in a row; what is longer is an identifier
QIAN = r"千(?![瓦米克伏焦卡帕赫安升牛]|字节|比特|公顷|分点)"

_SCORES = {"廿": 2, "卅": 3, "卌": 4}
_BARE = frozenset("百千佰仟万亿兆")
_NOUGHT = frozenset("零〇○")
_ONE = "一二三四五六七八九壹贰叁肆伍陆柒捌玖"
_PAIR = "一二|一两|两三|二三|三四|四五|五六|六七|七八|八九|三五|三两"
_PAIRS = frozenset(_PAIR.split("|"))
_ZERO = "[零〇]?"
_ARABIC = rf"[0-9]{{1,{LONGEST}}}+(?![0-9])"
_DIGIT = rf"(?:{_ARABIC}(?:\.{_ARABIC})?+|(?:{_PAIR})(?![{_ONE}〇零两])|[{_ONE}]|两(?=[百千万亿佰仟]))"
_SECTION = (
    rf"(?:{_ZERO} ?{_DIGIT}? ?(?:{QIAN}|仟))?(?:{_ZERO} ?{_DIGIT}? ?(?:百(?!帕|分[点位])|佰))?"
    rf"(?:{_ZERO} ?{_DIGIT}? ?[十拾]|[廿卅卌])?"
)
_MORE = (
    "(?<=[十百千万亿兆拾佰仟廿卅0-9])(?:余|几(?!何)|多(?![样种元功层维媒地次所方])"
    "|来(?=[个年天人家亩户斤里公位名岁块张只条件万亿]))"
)
_HEAD = rf"{_SECTION}(?:{_ZERO} ?(?:{_DIGIT}|两))?(?:{_MORE})?"
_ENDED = rf"(?! ?(?:[十百万亿拾佰仟](?!分位)|{QIAN}))"
_NO_TAIL = r"(?<=[百千万亿])一[天年个次名家台月日人辆位件]|[0-9]{4}年"  # 三万一天 is 三万 and 一天
_REST = rf"(?:{_SECTION}(?:{_ZERO} ?(?!{_NO_TAIL}){_DIGIT}{_ENDED})?(?:{_MORE})?)"
_PART = compiled(rf"{_HEAD} ?(兆(?![瓦赫帕焦伏比字])|亿|万)(?:(?<=万)万)?")
_TAIL = compiled(rf"(?:十[{_ONE}](?=十)|(?>{_REST}){_ENDED})(?:{_MORE})?")
_STRING = compiled(r"[〇零○一幺二三四五六七八九]{2,18}+(?![十百千万亿])")
_POINT = compiled(rf"点([〇零○一二三四五六七八九]{{1,30}}+|{_ARABIC})(?![十百刻分钟半])")
_SCALE = compiled(rf"([{VAGUE}]?)((?:百|{QIAN})?万?亿?)([{VAGUE}]?)")
_TOKEN = compiled(r"[0-9]++(?:\.[0-9]++)?|[^ 0-9]")


def section(text: str, start: int) -> Number | None:
    """The Chinese or mixed numeral that starts at `start`, or `None`. `text` ends in a NUL."""
    found = _STRING.match(text, start)
    if found is None and text[start] in _NOUGHT:
        return _string(text, text[start], start + 1)
    if found is not None and found.group() not in _PAIRS:
        return _string(text, found.group(), found.end())
    end = _extent(text, start)
    if end == start:
        return _lone(text, start)
    number = _worked_out(text[start:end].rstrip(), start)
    if number.vague or number.second is not None or text[number.end] != "点":
        return number
    return _with_point(text, number)


def whole(written: str) -> int | None:
    """The number that `written` is from end to end (二, 十二), if it is one and says one number only."""
    if written in DIGITS:
        return DIGITS[written]
    number = section(written + "\0", 0)
    if number is None or number.end != len(written) or number.second is not None:
        return None
    return number.mantissa * int(10 ** max(number.exponent, 0))


def _extent(text: str, start: int) -> int:
    """Where the numeral ends: 兆, 亿, 万 come in this order, and 亿 once after 万 (一万五千亿)."""
    at, ceiling, again = start, 99, False
    part = _PART.match(text, at)
    while part is not None:
        large = TENS[part.group(1)]
        if large >= ceiling and not (again and large == 8):
            break
        at, again, ceiling = part.end(), large == 4 and ceiling > 8, large
        part = _PART.match(text, at)
    rest = _TAIL.match(text, at)
    return at if rest is None else rest.end()


def _lone(text: str, start: int) -> Number | None:
    """A digit that stands behind another number (三万一天) or before no magnitude (两个)."""
    digit = DIGITS.get(text[start])
    if digit is None:
        return None
    return _from_cn2an(text, start) or Number(start + 1, digit, 0, hanzi=True)


def _string(text: str, written: str, end: int) -> Number:
    """Digits read one by one: 一七二零, with or without a point."""
    value = int("".join(str(DIGITS[c]) for c in written))
    return _with_point(text, Number(end, value, 0, hanzi=True, form=frozenset({"digit-string"})))


def _with_point(text: str, number: Number) -> Number:
    """`number` with the decimal places and the magnitude that follow it (三点五亿)."""
    found = _POINT.match(text, number.end)
    if found is None or not 0 <= number.exponent <= 4:
        return number
    places = "".join(str(DIGITS.get(c, c)) for c in found.group(1))
    whole = number.mantissa * 10**number.exponent
    scale = _SCALE.match(text, found.end())
    before, tens, after = scale.groups() if scale is not None else ("", "", "")
    end = scale.end() if scale is not None and tens else found.end()
    up = sum(TENS[c] for c in tens)
    vague = (before or after) if tens else ""
    return Number(end, int(f"{whole}{places}"), up - len(places), vague, up > 3, hanzi=True)


def _worked_out(written: str, start: int) -> Number:
    """The value of what the grammar matched."""
    tokens = _TOKEN.findall(written)
    split = _pair_at(written)
    mantissa, place = _value(tokens, later=False)
    return Number(
        start + len(written), mantissa, place,
        vague=next((c for c in written if c in VAGUE), ""),
        large=any(c in "万亿兆" for c in written),
        hanzi=not written[0].isascii(),
        bare=written[0] in _BARE,
        second=None if split < 0 else _value(tokens, later=True)[0],
        split=start + split,
        form=_form(tokens),
    )  # fmt: skip


def _form(tokens: list[str]) -> frozenset[str]:
    """What is odd about the writing: Arabic digits beside 千 or 三, and 万 twice."""
    form = PLAIN
    if any(token[0].isascii() for token in tokens):
        if "几" in tokens:
            form |= {"mixed-script", "arabic-ji"}
        elif any(DIGITS.get(token) or TENS.get(token, 9) < 4 for token in tokens):
            form |= {"mixed-script", "mixed-magnitude"}
    if any(left == right and left in "万亿" for left, right in pairwise(tokens)):
        form |= {"doubled-unit"}
    return form


def _pair_at(written: str) -> int:
    """Where the second digit of an approximate pair stands, −1 when there is none."""
    for index in range(1, len(written)):
        left, right = written[index - 1], written[index]
        if right in DIGITS and left in DIGITS and left not in _NOUGHT:
            return index
    return -1


class _Sum:
    """Adds up the tokens of one numeral; everything is counted in units of 10 ** `low`."""

    __slots__ = ("above", "digit", "later", "low", "part", "place", "total", "unit")

    def __init__(self, low: int, *, later: bool) -> None:
        self.low = low
        self.unit = 10**-low
        self.later = later  # of an approximate pair, take the second digit
        self.total = 0  # closed by 万 or 亿
        self.part = 0  # closed by 十, 百 or 千
        self.digit: int | None = None  # not closed yet
        self.place = 0  # exponent of the last place written
        self.above = 0  # exponent of the magnitude right before a last digit, for 三万五

    def hanzi(self, value: int) -> None:
        """A Chinese digit."""
        self.place = 0
        if value == 0:
            self.above = 0
        elif self.digit is None or self.later:
            self.digit = value * self.unit

    def arabic(self, token: str) -> None:
        """Arabic digits, perhaps with a point."""
        whole, _, places = token.partition(".")
        self.digit = int(whole + places) * 10 ** (-self.low - len(places))
        self.place = -len(places)
        if len(token) > 1:
            self.above = 0

    def small(self, exponent: int) -> None:
        """十, 百 or 千."""
        self.part += (self.unit if self.digit is None else self.digit) * 10**exponent
        self.place = (self.place if self.digit is not None else 0) + (exponent if exponent > 1 else 0)
        self.digit, self.above = None, exponent

    def large(self, exponent: int) -> None:
        """万, 亿 or 兆: takes in all that is smaller than itself (一千万亿)."""
        power = 10**exponent
        part = self.part + (self.digit or 0)
        if part == 0:
            self.total = (self.total or self.unit) * power
        elif self.total < power * self.unit:
            self.total = (self.total + part) * power
        else:
            self.total += part * power
        self.place += exponent
        self.part, self.digit, self.above = 0, None, exponent

    def result(self) -> tuple[int, int]:
        """Mantissa and exponent of the last place."""
        digit = self.digit or 0
        if digit and self.above > 1:
            digit *= 10 ** (self.above - 1)
            self.place = self.above - 1
        value = self.total + self.part + digit
        while value % 10 ** (self.place - self.low):  # 3.55万2千: the decimals reach farther down
            self.place -= 1
        return value // 10 ** (self.place - self.low), self.place


def _value(tokens: list[str], *, later: bool) -> tuple[int, int]:
    """Mantissa and exponent of the last place; of a pair the first digit, or the `later` one."""
    total = _Sum(min((-len(token.partition(".")[2]) for token in tokens), default=0), later=later)
    for token in tokens:
        if token in DIGITS:
            total.hanzi(DIGITS[token])
        elif token in TENS:
            exponent = TENS[token]
            (total.small if exponent < 4 else total.large)(exponent)
        elif token in _SCORES:
            total.hanzi(_SCORES[token])
            total.small(1)
        elif token not in VAGUE:
            total.arabic(token)
    return total.result()


_FOREIGN = compiled(rf"[{_ONE}两][〇零{_ONE}十百千万亿两拾佰仟]{{2,40}}+")


def _from_cn2an(text: str, start: int) -> Number | None:
    """A numeral outside the grammar, as cn2an reads it; `None` when it does not either."""
    found = _FOREIGN.match(text, start)
    if found is None:
        return None
    import cn2an  # noqa: PLC0415  (heavy, and hardly ever needed)

    try:
        value = cn2an.cn2an(found.group(), "normal")
    except (ValueError, KeyError, IndexError):  # whatever it stumbles over, it is no numeral
        return None
    return Number(found.end(), value, 0, hanzi=True) if isinstance(value, int) else None
