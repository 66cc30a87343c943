"""One pass over the text: numbers, the words that bound them, and what they make together.

A single character class finds where a number may start; everything else is decided on the spot
by looking at the few characters around it, so that the cost per character is constant.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures.codes import bare_code, code_at
from factcheck.figures.groups import neighbours
from factcheck.figures.halfwidth import halfwidth
from factcheck.figures.hedges import hedges
from factcheck.figures.labels import clock_end, date_end, is_label, is_place
from factcheck.figures.measures import measure_at, with_unit
from factcheck.figures.odd import has_wide_digits, two, typed
from factcheck.figures.page import Page
from factcheck.figures.pieces import Number, Piece
from factcheck.figures.prefixes import prefixed
from factcheck.figures.ranges import Ends, joined
from factcheck.figures.units import units
from factcheck.figures.usual import usual
from factcheck.figures.words import words
from factcheck.model import Dimension, Figure, FigureKind, Group, GroupKind, Period, Token
from factcheck.patterns import compiled
from factcheck.records import dataclass

_TRIGGER = compiled("[0-9〇零一二三四五六七八九十百千万亿两半廿卅壹贰叁肆伍陆柒捌玖拾佰仟兆首]")
_PAD = "\0" * 24
_LONE = compiled("[\n|\0\t 负-]")
_LONGEST = 15  # digits of a number without commas; what is longer is an identifier
_RUN = compiled("[0-9]++")
_DIGITS = frozenset("〇零○一二三四五六七八九")
_SPOKEN = 4  # characters of a number that a quotation may open with
_LARGE = frozenset("百千万亿兆")
_BEFORE_LARGE = frozenset("近超逾过约达破足上满至到数几第")
_AFTER_LARGE = frozenset("余多来级分百千万亿兆")
_GOES_ON = frozenset(
    "0123456789〇零一二三四五六七八九十百千万亿两廿卅兆壹贰叁肆伍陆柒捌玖拾佰仟余多来几点又分成折至到~～—-半位\0"
)
_BEFORE_DIGIT = frozenset("\n\0|第前负")
_BOUND = frozenset("近超逾过约达破足上满至到")
# 一条一卡, 一户一档: one for each, and neither is a number. Rates stay: 一年一次, 一斤一元.
_ONE_EACH = compiled(
    "一(?![年月日天周季时分秒夜晚元角块斤克米吨里亩升])[\u4e00-\u9fff]一(?![半个元角块分次倍成])[\u4e00-\u9fff](?=[^\u4e00-\u9fff]|的|制)"
)


@dataclass(frozen=True, slots=True)
class Lexed:
    """What the lexer saw, each by position."""

    tokens: tuple[Token, ...]
    figures: tuple[Figure, ...]
    groups: tuple[Group, ...]


def lex(text: str, periods: Sequence[Period] = ()) -> Lexed:
    """Every figure of `text`; spans of `periods` are dates and hold none."""
    plain = halfwidth(text)
    page = Page(
        text, plain + _PAD, units(), hedges(), words(), wide=plain is not text and has_wide_digits(text)
    )
    at = 0
    for period in periods:
        _stretch(page, at, period.span.start)
        page.date(period)
        at = period.span.end
    _stretch(page, at, len(text))
    groups = [*page.groups, *neighbours(page.plain, page.figures, page.groups)]
    groups.sort(key=lambda group: group.span.start)
    return Lexed(tuple(page.tokens), tuple(page.figures), tuple(groups))


def _stretch(page: Page, at: int, limit: int) -> None:
    """Read from `at` to `limit`, between which there is no date."""
    plain = page.plain
    search = _TRIGGER.search
    found = search(plain, at, limit)
    while found is not None:
        start = found.start()
        if "0" <= plain[start] <= "9":
            end = usual(page, start, limit) or _arabic(page, start, limit)
        else:
            end = _hanzi(page, start, limit)
        found = search(plain, end, limit)


def _arabic(page: Page, start: int, limit: int) -> int:
    """Read what starts with the digit at `start`; returns where to go on."""
    plain = page.plain
    end = _named(page, start)
    if end:
        return end
    first = start - (
        plain[start - 1] == "." and not (plain[start - 2].isascii() and plain[start - 2].isalnum())
    )
    piece = measure_at(page.units, plain, first)
    if piece is None or piece.end > limit or "points" in piece.form:
        return _unread(page, start, piece)
    if piece.unit is None and piece.kind is FigureKind.NUMBER:
        code = bare_code(plain, piece)
        if code is not None:
            return page.name(FigureKind.CODE, *code)
        if is_label(plain, piece):
            return piece.end
    return _put(page, piece, joined(page.units, plain, piece, limit))


def _named(page: Page, start: int) -> int:
    """Where a code, a date or a time that starts with this digit ends; 0 when it is a number."""
    plain = page.plain
    digits = _RUN.match(plain, start)
    digits_end = start + 1 if digits is None else digits.end()
    number = typed(plain, start) if plain[digits_end] in "OoIl" else None
    if number is not None:
        return _misspelt(page, start, number)
    code = code_at(plain, start, digits_end)
    if code is not None:
        return page.name(FigureKind.CODE, *code)
    end = date_end(plain, start, digits_end)
    if end:
        return end
    end = clock_end(plain, start, digits_end)
    return page.name(FigureKind.TIME, start, end) if end else 0


def _misspelt(page: Page, start: int, number: Number) -> int:
    """A number with a letter among its digits."""
    piece = with_unit(page.units, page.plain, start, number)
    if piece is None or piece.unit is None:
        return page.name(FigureKind.DATE, start, number.end, "zero-letter")
    page.add(piece)
    return piece.end


def _unread(page: Page, start: int, piece: Piece | None) -> int:
    """Skip digits that are no number; long runs and versions are codes."""
    if piece is not None and "points" in piece.form:
        return page.name(FigureKind.CODE, start, piece.stop)
    digits = _RUN.match(page.plain, start)
    end = start + 1 if digits is None else digits.end()
    return page.name(FigureKind.CODE, start, end) if end - start > _LONGEST else end


def _hanzi(page: Page, start: int, limit: int) -> int:
    """Read what starts with the Chinese numeral at `start`; returns where to go on."""
    plain = page.plain
    if not _may_count(page, start):
        return start + 1
    if plain[start] == "首":
        return _first(page, start)
    end = _word_end(page, start)
    if end > start:
        unit = page.units.at(plain, start + 1) if plain[start:end] in page.words.words else None
        if unit is None or unit[1] <= end:  # 三公里 is no 三公
            return end
    piece = measure_at(page.units, plain, start)
    if piece is None or piece.end > limit:
        return _digits_end(plain, start)
    ends = joined(page.units, plain, piece, limit)
    whole = prefixed(page.units, plain, piece)
    if not (whole.sort in _SAID or _is_counted(plain, whole) or _is_range(ends)):
        return piece.stop
    if piece.mantissa == 1 and _is_article(whole):
        piece = piece.flagged("article")
    return _put(page, piece if whole.sort else two(plain, piece), ends)


def _word_end(page: Page, start: int) -> int:
    """Where the word that holds the numeral at `start` ends; `start` itself when it is in none."""
    plain = page.plain
    each = _ONE_EACH.match(plain, start) if plain[start] == plain[start + 2] == "一" else None
    return page.words.end_at(plain, start, page.edge) if each is None else each.end()


def _may_count(page: Page, start: int) -> bool:
    """A glance at both neighbours, which spares most numerals in words the full reading."""
    plain = page.plain
    c, before, after = plain[start], plain[start - 1], plain[start + 1]
    if c in _LARGE:
        return before in _BEFORE_LARGE or after in _AFTER_LARGE
    listed = after == "、" and plain[start + 2] in _DIGITS
    return listed or after in page.units.starts or after in _GOES_ON or before in _BEFORE_DIGIT


def _digits_end(plain: str, at: int) -> int:
    """Behind the Chinese digits at `at` (二〇二四年 is no 四年)."""
    at += 1
    while plain[at] in _DIGITS:
        at += 1
    return at


def _is_range(ends: Ends | None) -> bool:
    """三、四个 and 六至八周: the unit stands behind the second."""
    return ends is not None and ends[0] is GroupKind.RANGE and ends[1][-1].unit is not None


def _first(page: Page, start: int) -> int:
    """首位 is rank 1."""
    if page.plain[start + 1] != "位" or page.plain[start + 2] == "度":
        return start + 1
    unit = page.units.entries["位"].unit
    page.add(
        Piece(start, start, start + 1, start + 2, 1, 0, unit, FigureKind.ORDINAL, sort="ordinal", hanzi=True)
    )
    return start + 2


def _is_article(piece: Piece) -> bool:
    """一个, 一家: counted, and often no more than “a”."""
    counted = piece.unit is not None and piece.unit.dimension is Dimension.COUNT
    return counted and piece.stop - piece.first == 1 and not (piece.sort or piece.bare)


_SAID = frozenset({"ordinal", "several", "upward", "grade", "rank"})


def _is_counted(plain: str, piece: Piece) -> bool:
    """Whether Chinese digits count something: a unit behind them, or nothing they could be part of."""
    if piece.bare:
        return _is_size(plain, piece)
    if piece.kind is FigureKind.MULTIPLE:
        return (
            piece.unit is None
            or piece.unit.name != "番"
            or "翻" in plain[max(piece.first - 2, 0) : piece.first]
        )
    if piece.unit is not None or piece.over is not None:
        return True
    return _stands_alone(plain, piece)


def _is_spoken(plain: str, piece: Piece) -> bool:
    """“三亿零八十万，谢谢你们”: a long number with 万 or 亿 that a quotation opens with."""
    words = plain[piece.start : piece.end]
    return len(words) >= _SPOKEN and ("万" in words or "亿" in words) and plain[piece.end] in "，。！”"


def _stands_alone(plain: str, piece: Piece) -> bool:
    """Whether Chinese digits without a unit are a number: 四百五十, and not 七一 or 十一、."""
    before, after = plain[piece.start - 1], plain[piece.end]
    lone = _LONE.match(before) is not None
    if piece.stop - piece.first == 1:
        return lone and after in "\n|\0"
    if before == "“" and _is_spoken(plain, piece):
        return True
    if before in "“‘（(" or (after == "、" and (lone or before in "\u3000#")):
        return False
    if "digit-string" in piece.form and not piece.exponent:
        return lone and not "\u4e00" <= after <= "\u9fff"
    written = piece.large or piece.exponent >= 2 or piece.exponent < 0 or piece.mantissa >= 100
    ends = not "\u4e00" <= after <= "\u9fff" and (lone or before in _BOUND)
    return written or ends or after in "和与又多十"


def _is_size(plain: str, piece: Piece) -> bool:
    """千亿 without a digit counts beside a bound word, as 千余家 or as 千亿元."""
    if piece.vague or (plain[piece.first - 1] in _BOUND and piece.unit is not None):
        return True
    long = piece.stop - piece.first > 1
    return long and (plain[piece.first - 1] in _BOUND or (piece.unit is not None and piece.unit.name == "元"))


def _put(page: Page, piece: Piece, ends: Ends | None) -> int:
    """Add the figure of `piece`, or the group it begins; returns where to go on."""
    whole = prefixed(page.units, page.plain, piece if ends is None else ends[1][0])
    if whole.start < page.edge:
        whole = whole._replace(start=page.edge)
    if ends is None and not whole.sort and is_place(page.plain, whole.start, whole.end, whole.unit):
        whole = whole._replace(sort="ordinal")
    if ends is None:
        page.add(page.in_row(whole))
    else:
        page.add_group(ends[0], [whole, *ends[1][1:]])
    return page.edge
