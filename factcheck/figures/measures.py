"""A number together with its unit: the piece that ranges, ratios and lists are made of."""

from __future__ import annotations

from factcheck.figures.contexts import contexts
from factcheck.figures.odd import trailing_point
from factcheck.figures.pieces import Number, Piece, piece_of
from factcheck.figures.shares import SHARES, STARTS, discount, fraction, number_at, share_at, tenths
from factcheck.figures.tails import SMALL_CHANGE, TAILED, digit, is_small
from factcheck.figures.units import Entry, Units
from factcheck.model import Dimension, FigureKind
from factcheck.patterns import compiled

_BLANKS = " \u3000"
_NOT_HALF = frozenset("导岛径身场夜空山决年个天月小点路价数程途自挂")
# 每斤一块八, 5块2比4块8贵, 两块五一斤: the tenths behind, which close the words or come before what it buys.
_TENTHS = compiled(
    "([一二三四五六七八九1-9])(?=[，。；！？：,;!?、）)”」\n\0]|钱|左右|上下|一[斤公个张份碗串只根]|[一每]?(?:公斤|斤)|的[价收]"
    "|[比涨降跌贵到至升卖]|便宜)"
)
# What is sold by one, behind its price or before it: 6.5元一斤, 28元一张票; 一盏240元, 一人1500元.
_SOLD = "公斤|斤|吨|亩|张|碗|箱|盒|瓶|袋|串|本|套|只|头|株|棵|枚|册|辆|双|盆|杯|盘|桶|捆|升"
_ONE = compiled(
    f"一({_SOLD}|平方米|立方米|克|份(?!子)|个(?!人|月|星|小|多|半|学|年)|件(?!事)|台(?!戏)|条(?!龙|线|路|心)|枝|根)"
)
_ONE_EACH = compiled(
    f"(?:[，、；：。！？“”（(\n]|均价|票价|单价|平均|只要|才|就)一({_SOLD}|份|件|台|盏|人|户|床|间|桌|把)$"
)
_ONE_BEFORE = frozenset("一公")
_CLOCK = frozenset("时点")
_HOURS = STARTS | frozenset("0123456789")
_SECONDS = compiled("[0-9]{1,2}(?:\\.[0-9]{1,3})?秒")


def measure_at(units: Units, text: str, at: int) -> Piece | None:
    """The number at `at` with its unit; percent words and fractions included."""
    c = text[at]
    if c == "半":
        return _half(units, text, at)
    if c in SHARES:
        share = share_at(units, text, at)
        if share is not None:
            return share
    if c == "一" and text[at + 1] == "半":
        return Piece(at, at, at + 2, at + 2, 1, 0, None, FigureKind.FRACTION, over=2)
    number = number_at(text, at)
    if number is None:
        return None
    if text[number.end] in "分又/ " and number.second is None:
        part = fraction(text, at, number)
        if part is not None:
            return part
    return with_unit(units, text, at, number)


def with_unit(units: Units, text: str, at: int, number: Number) -> Piece | None:
    """`number`, which starts at `at`, with the unit behind it; `None` when it is part of a date."""
    begin = number.end
    c = text[begin]
    if c in _BLANKS:
        begin += 1
        c = text[begin]
    special = _SPECIAL.get(c)
    piece = None if special is None else special(units, text, at, number)
    if piece is not None:
        return piece
    digits = not number.hanzi or number.exponent > 1 or number.large
    found = units.at(text, begin, digits=digits)
    return (
        _bare_number(units, text, at, number) if found is None else _measured(units, text, at, number, found)
    )


def _bare_number(units: Units, text: str, at: int, number: Number) -> Piece | None:
    """A number without a unit, unless no more than a stray point stands between them."""
    if text[number.end] == ".":
        pointed = trailing_point(units, text, number)
        if pointed is not None:
            return with_unit(units, text, at, pointed)
    return piece_of(at, number, None, FigureKind.NUMBER, number.end)


def _measured(units: Units, text: str, at: int, number: Number, found: tuple[Entry, int]) -> Piece | None:
    """A number with a unit, and the half or the small change behind that."""
    entry, end = found
    if entry.unit.name == "分" and (text[at - 1] in _CLOCK or _SECONDS.match(text, end)):
        return _minutes(units, text, at, number)
    if entry.unit.name in _RESULTS and text[at - 1] in _AGAINST and text[at - 2] in _SCORED:
        return piece_of(at, number, None, FigureKind.NUMBER, number.end)  # 10比7胜格兰特
    if entry.unit.name == "块" and (SMALL_CHANGE.match(text, end) or _is_money(text, at, end)):
        entry = units.entries["元"]
    if entry.unit.name in ("块", "毛") and is_small(number) and (tail := _TENTHS.match(text, end)):
        entry = units.entries["元"] if entry.unit.name == "块" else entry
        number = number._replace(mantissa=number.mantissa * 10 + digit(tail[1]), exponent=-1)
        end = tail.end(1)
    elif text[end] == "半" and text[end + 1] not in _NOT_HALF and is_small(number) and text[at - 1] != "第":
        number = number._replace(mantissa=number.mantissa * 10 + 5, exponent=-1)
        end += 1
    elif entry.unit.name in TAILED and text[end] in _CHANGE:
        number, end = TAILED[entry.unit.name](text, number, end)
    if entry.unit.dimension is Dimension.MONEY:
        entry, end = _for_one(units, text, (at, end), entry)
    piece = piece_of(at, number, entry.unit, entry.kind, end)
    return _careful(text, piece) if entry.careful else piece


def _for_one(units: Units, text: str, ends: tuple[int, int], entry: Entry) -> tuple[Entry, int]:
    """Money for one of something, said behind the amount (6.5元一斤) or before it (一盏240元)."""
    at, end = ends
    if text[end] == "一" and (one := _ONE.match(text, end)):
        return units.over(entry, one[1]), one.end()
    before = text[at - 2] in _ONE_BEFORE and text[end] != "的"
    one = _ONE_EACH.search(text, max(0, at - _NEAR), at) if before else None
    return (units.over(entry, one[1]) if one is not None else entry), end


def _is_money(text: str, at: int, end: int) -> bool:
    """一趟挣400块, 每斤8块: a stop behind 块, and before the number words that tell of money."""
    return text[end] in _STOPS and _PAID.search(text, max(0, at - _NEAR), at) is not None


_RESULTS, _AGAINST, _SCORED = frozenset("胜负平"), frozenset("比∶:：-"), frozenset("0123456789")
_NEAR = 8
_STOPS = frozenset("，。；！？：,;!?”」）)\n\0")
_PAID = compiled(
    "(?:花|赚|挣|掏|付|便宜|贵|涨|到手|手里|工钱|工资|房租|价|费|罚|卖到|每[斤公件个天月趟单人碗张次场晚]|一[斤天碗趟单张次场晚])"
    "[^，。；、0-9]{0,4}$"
)
_CHANGE = frozenset("0123456789一二三四五六七八九两")


def _minutes(units: Units, text: str, at: int, number: Number) -> Piece | None:
    """The 35分 of 3小时35分 and 1分02秒 are minutes; those of 8时35分 are a time of day."""
    if text[at - 1] in _CLOCK and text[at - 2] in _HOURS:
        return None
    return piece_of(at, number, units.entries["分钟"].unit, FigureKind.QUANTITY, number.end + 1)


def _half(units: Units, text: str, at: int) -> Piece | None:
    """半小时, 半年, 半个月; not 半导体."""
    number = Number(at + 1, 5, -1, hanzi=True)
    if text[at + 1] == "折":
        return Piece(
            at, at, at + 1, at + 2, 50, 0, units.entries["%"].unit, FigureKind.PERCENT, sort="discount"
        )
    piece = with_unit(units, text, at, number)
    return None if piece is None or piece.unit is None else piece


def _tenths(units: Units, text: str, at: int, number: Number) -> Piece | None:
    return tenths(units.entries["%"].unit, text, at, number)


def _discount(units: Units, text: str, at: int, number: Number) -> Piece | None:
    return discount(units.entries["%"].unit, text, at, number)


def _grade(units: Units, text: str, at: int, number: Number) -> Piece | None:
    """百亿级 and 两万亿级 name a size."""
    if not (number.bare or (number.large and number.exponent >= 8)):
        return None
    end = number.end + 1
    return piece_of(at, number, None, FigureKind.NUMBER, end)._replace(sort="grade")


def _pieces(units: Units, text: str, at: int, number: Number) -> Piece | None:
    """一个半小时, 3个多月, 两个亿: what stands between 个 and the unit belongs to the number."""
    begin = number.end + (text[number.end] in _BLANKS) + 1
    between = text[begin]
    if (between == "亿" or (between == "万" and text[begin + 1] in "亿元级")) and number.exponent == 0:
        if _SIZED.match(text, begin + 1):
            return piece_of(at, number, units.entries["个"].unit, units.entries["个"].kind, begin)
        return _times(units, text, at, number, begin)
    if between not in "半多余来" or number.vague or number.exponent:
        return None
    entry, end = _after_ge(units, text, begin + 1)
    if entry is None:
        if between != "半" or text[begin + 1] in _NOT_HALF:
            return None
        entry, end = units.entries["个"], begin + 1
    if between == "半":
        half = number._replace(mantissa=number.mantissa * 10 + 5, exponent=-1, end=begin + 1)
        return piece_of(at, half, entry.unit, entry.kind, end)
    return piece_of(at, number._replace(vague=between), entry.unit, entry.kind, end)


def _after_ge(units: Units, text: str, at: int) -> tuple[Entry | None, int]:
    if text[at] == "月":
        return units.entries["个月"], at + 1
    found = units.at(text, at)
    return (None, at) if found is None else found


def _times(units: Units, text: str, at: int, number: Number, begin: int) -> Piece | None:
    """两个亿 and 3个万亿."""
    exponent, end = 0, begin
    while text[end] in "万亿" and end < begin + 2:
        exponent += 4 if text[end] == "万" else 8
        end += 1
    return with_unit(units, text, at, number._replace(end=end, exponent=exponent, large=True))


# 60个亿元以上项目, 3个亿元村: so many of that size.
_SIZED = compiled(
    "亿?(?:元|级)(?:及?以上|级|大)?的?(?:重[大点]|骨干|重点)?[\u4e00-\u9fff]{0,4}?"
    "(?:项目|企业|工程|产业|园区|集群|平台|楼宇|商圈|市场|公司|品牌|门店|俱乐部|税源|[村镇乡县区楼店厂])"
)
_SPECIAL = {"成": _tenths, "折": _discount, "个": _pieces, "级": _grade}


def _careful(text: str, piece: Piece) -> Piece | None:
    """Units whose meaning hangs on what is around them; `None` when they make a date or time."""
    unit = piece.unit
    rule = _CAREFUL.get(unit.name) if unit is not None else None
    return piece if rule is None else rule(text, piece)


def _year(text: str, piece: Piece) -> Piece | None:
    """2024年 is a date, 3年 a duration."""
    if piece.exponent or piece.large or piece.vague:
        return piece
    return None if _of_a_year(piece) or "digit-string" in piece.form else piece


def _point(text: str, piece: Piece) -> Piece | None:
    """下午3点 is a time, 3000点 an index; 三点 is neither."""
    clock = piece.mantissa <= 24 and piece.exponent == 0 and not piece.large
    if clock or (piece.hanzi and not piece.large):
        return None if not piece.hanzi else _bare(piece)
    return piece


def _number_of(text: str, piece: Piece) -> Piece | None:
    """6号机组 and 15号线 are names by number."""
    return piece._replace(sort="ordinal")


def _session(text: str, piece: Piece) -> Piece | None:
    """十四届 is a number in a row, 七届 a count; 十二届八次全会 is one too, and 2025届 is of a year."""
    if _of_a_year(piece):
        return piece._replace(sort="ordinal")
    late = piece.mantissa > 10 or contexts().assembly.match(text, piece.end) is not None
    return piece._replace(sort="ordinal") if piece.hanzi and late and not piece.large else piece


def _intake(text: str, piece: Piece) -> Piece | None:
    """2023级 are those who came in a year, 10级 a force."""
    return piece._replace(sort="ordinal") if _of_a_year(piece) else piece


def _of_a_year(piece: Piece) -> bool:
    plain = not (piece.large or piece.hanzi or piece.vague or piece.exponent)
    return plain and 1900 <= piece.mantissa < 2100 and piece.stop - piece.first == 4


def _time(text: str, piece: Piece) -> Piece | None:
    row = text[piece.first - 1] == "届" or (
        piece.hanzi and contexts().session.match(text, piece.end) is not None
    )
    return piece._replace(sort="ordinal") if row else piece


def _top(text: str, piece: Piece) -> Piece | None:
    """世界500强 is a rank."""
    return piece._replace(sort="rank")


def _bare(piece: Piece) -> Piece:
    return piece._replace(unit=None, kind=FigureKind.NUMBER, end=piece.stop)


def _turn(text: str, piece: Piece) -> Piece | None:
    """两度 is twice, 85度 a measure."""
    return _bare(piece) if piece.hanzi and piece.stop - piece.first == 1 else piece


_CAREFUL = {
    "年": _year,
    "点": _point,
    "号": _number_of,
    "届": _session,
    "级": _intake,
    "次": _time,
    "强": _top,
    "度": _turn,
}
