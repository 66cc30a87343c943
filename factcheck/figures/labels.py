"""Digits that are neither figures nor codes: dates, times of day, list numbers, footnote marks, pages."""

from __future__ import annotations

from factcheck.figures.pieces import Piece
from factcheck.figures.ranges import is_contest
from factcheck.figures.units import PLACES
from factcheck.model import Unit
from factcheck.patterns import compiled

_DATE = compiled(
    r"(?:19|20)[0-9]{2} ?(?:[—–~～至到―-] ?(?:19|20)[0-9]{2} ?)?年(?!以上|多|左右|以内)"
    r"|(?:[0-9]{1,2} ?[—–~～至到―-] ?)?[0-9]{1,2} ?月(?!龄)(?: ?[0-9]{1,2} ?日)?"
    r"|(?:[0-9]{1,2} ?[—–~～至到-] ?)?[0-9]{1,2} ?(?:日(?![均元])|时(?![间代]))"
    r"|(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{1,2})?|([./])[0-9]{1,2}\1[0-9]{1,2})(?![0-9])(?=[^%％万亿])"
)
_CLOCK = compiled(
    r"(?:[01]?[0-9]|2[0-4])[:：∶][0-5][0-9](?:[:：∶][0-5][0-9])?(?![0-9:：∶.])"
    r"(?: ?[-–—~～至到] ?(?:[01]?[0-9]|2[0-4])[:：∶][0-5][0-9])?"
)
_WHEN = compiled("[日号午晚晨早周]|时间|截止|每天")
_DATED = frozenset("年月日时 -—–~～至到―./")
_RATIO = compiled("[比例构]|[0-9]∶")
_CELLS = compiled(r"[ \t]{1,4}[-－]?(?!(?:19|20)[0-9]{2}(?![0-9.]))[0-9]")  # the next cell of a row
_OPENING = frozenset("（([［〔【")
_CLOSING = frozenset("）)]］〕】")
# 7层是2层的4.5倍: these tell which storey or building, while 共12层 and 楼高12层 count them.
_FLOOR = f"(?:{'|'.join(PLACES)})"
_AT = frozenset("，,。；;：:、\n\0“（(和与跟由从到至在住")
_PLACE = compiled(
    rf"每(?!{_FLOOR})|是(?=[0-9])|[比较](?=[0-9])|(?:[住租商]户|业主|用户|居民)|[0-9.]+[万千]?元|(?:和|与|跟|、|至|到)[0-9]{{1,2}}{_FLOOR}"
)
# 一班45人, 二标段5.3亿元: which one it is, where the next number follows at once.
_MEMBERS = frozenset({"标段", "段", "班", "组", "队"})
_NUMERALS = frozenset("一二三四五六七八九十")
_COMPARED = frozenset("是比较")
_PLACE_COMPARED = compiled("的[0-9.]+倍|的[一两二三四五六七八九十]倍|[贵多少高低便涨]|每")
_ITEM = frozenset("、.．)）")
_HEADS = frozenset("\n\0 \u3000#*。；：:\t")
_GIVEN = frozenset("为到至达约近超第有共仅增")
_CAPTION = frozenset("图表注")
_DASHES = frozenset("—-–")


def date_end(text: str, start: int, digits_end: int) -> int:
    """Where a date that starts with the digits `start:digits_end` ends; 0 when there is none."""
    follows = text[digits_end]
    if follows not in _DATED or (follows == " " and text[digits_end + 1] not in _DATED):
        return 0
    found = _DATE.match(text, start)
    if found is None or text[start - 1] in "第前近":
        return 0
    return found.end()


def clock_end(text: str, start: int, digits_end: int) -> int:
    """Where a time of day (22:30) ends; 0 when it is none, a ratio (65:35) or a score (21:18)."""
    if text[digits_end] not in ":：∶":
        return 0
    found = _CLOCK.match(text, start)
    near = max(start - 6, 0)
    if found is None or _RATIO.search(text, near, start) or is_contest(text, start, found.end()):
        return 0
    return found.end() if text[digits_end] != "∶" or _WHEN.search(text, near, start) else 0


def is_place(text: str, start: int, end: int, unit: Unit | None) -> bool:
    """Whether a number of storeys or teams names one of them: 7层每户3万元, 6栋是5栋的2倍, 一班45人."""
    if unit is None:
        return False
    before = text[start - 1]
    if unit.name in _MEMBERS and text[start] in _NUMERALS:
        return text[end] in "0123456789" and (before in _AT or text.startswith("其中", start - 2))
    if unit.name not in PLACES:
        return False
    if before in _COMPARED:
        return _PLACE_COMPARED.match(text, end) is not None
    return before in _AT and _PLACE.match(text, end) is not None


def is_label(text: str, piece: Piece) -> bool:
    """Whether a bare whole number only counts items, notes, pages or years."""
    if piece.large or piece.vague or piece.over is not None:
        return False
    at = piece.start - 1
    while text[at] in " \u3000\t" and at > piece.start - 6:
        at -= 1
    before, after = text[at], text[piece.end]
    if piece.exponent:
        return before in _CAPTION and piece.exponent == -1
    if piece.stop - piece.first == 4 and 1900 <= piece.mantissa < 2100:
        return (
            before not in _GIVEN
            and not (before == "|" and after in " |")
            and not _CELLS.match(text, piece.end)
        )
    if abs(piece.mantissa) >= 1000:
        return False
    return (
        (text[piece.start - 1] in _OPENING and after in _CLOSING)
        or (before in _HEADS and after in _ITEM and not text[piece.end + 1].isdecimal())
        or before in _CAPTION
        or (before in _DASHES and text[piece.end + (after == " ")] in _DASHES)
    )
