"""One pass over the text: numbers, the words that bound them, and what they make together.

A single character class finds where a number may start; everything else is decided on the spot
by looking at the few characters around it, so that the cost per character is constant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.figures.codes import code_after, code_at, lettered, version_at
from factcheck.figures.halfwidth import halfwidth
from factcheck.figures.hedges import hedges, touching, word_after, words_before
from factcheck.figures.making import figure
from factcheck.figures.measures import Measure, is_digit, measure_at
from factcheck.figures.page import Page
from factcheck.figures.prefixes import Prefix, prefix
from factcheck.figures.ranges import joined
from factcheck.figures.units import units
from factcheck.figures.words import words
from factcheck.model import Figure, FigureKind, Group, GroupKind, Period, Span, Token, TokenKind

_TRIGGER = re.compile("[0-9〇零一二三四五六七八九十百千万亿两半廿卅壹贰叁肆伍陆柒捌玖拾佰仟兆]")
_DIGITS = re.compile("[0-9]++")
_DATE = re.compile(
    r"(?:19|20)[0-9]{2} ?年(?!以上|多|左右|以内)|(?:[0-9]{1,2} ?[—–~～至到-] ?)?[0-9]{1,2} ?(?:月(?!龄)|日(?!均)|时(?!间|代))"
    r"|(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}(?![0-9])"
)
_HOLLOW = frozenset("（([［〔【")
_SHUT = frozenset("）)]］〕】")
_ITEM = frozenset("、.．)）")


@dataclass(frozen=True, slots=True)
class Lexed:
    """What the lexer saw, each by position."""

    tokens: tuple[Token, ...]
    figures: tuple[Figure, ...]
    groups: tuple[Group, ...]


def lex(text: str, periods: Sequence[Period] = ()) -> Lexed:
    """Every figure of `text`; spans of `periods` are dates and hold none."""
    page = Page(text, halfwidth(text) + "\0\0\0\0\0\0", units(), hedges(), words())
    dates = iter(periods)
    date = next(dates, None)
    at = 0
    search = _TRIGGER.search
    while True:
        found = search(page.plain, at)
        start = found.start() if found is not None else len(text)
        if date is not None and start >= date.span.start:
            _dated(page, date)
            at = max(at, date.span.end)
            date = next(dates, None)
            continue
        if found is None:
            break
        at = _number(page, start, date.span.start if date is not None else len(text))
    page.lists()
    return Lexed(tuple(page.tokens), tuple(page.figures), tuple(page.groups))


def _dated(page: Page, date: Period) -> None:
    """Put a period among the tokens, with the hedges around it."""
    before = words_before(page.hedges, page.plain, page.edge, date.span.start)
    after = word_after(page.hedges, page.plain, date.span.end)
    for token in before:
        page.put(token)
    page.put(Token(TokenKind.PERIOD, date.span, "", date))
    if after is not None:
        page.put(after)


def _number(page: Page, start: int, limit: int) -> int:
    """Read what starts at `start`; returns where to go on."""
    plain = page.plain
    if is_digit(plain[start]):
        return _arabic(page, start, limit)
    end = page.words.end_at(plain, start)
    if end > start:
        return end
    measure = measure_at(page.units, plain, start)
    if measure is None or measure.end > limit:
        return start + 1
    before = prefix(page.units, plain, start)
    if not _is_counted(plain, measure, before):
        return max(measure.stop, start + 1)
    return _put(page, measure, before, limit)


def _arabic(page: Page, start: int, limit: int) -> int:
    """Read what starts with the digit at `start`."""
    plain = page.plain
    code = code_at(page.units, plain, start)
    if code is not None:
        return _code(page, max(code[0], page.edge), code[1])
    found = _DIGITS.match(plain, start)
    assert found is not None
    digits_end = found.end()
    end = code_after(plain, start, digits_end)
    if end:
        return _code(page, start, end)
    end = version_at(plain, start)
    if end:
        return _code(page, start, end)
    dated = _DATE.match(plain, start)
    if dated is not None and not (start and plain[start - 1] in "第前近"):
        return dated.end()
    first = start
    if start and plain[start - 1] == "." and not (start > 1 and plain[start - 2].isalnum()):
        first = start - 1
    measure = measure_at(page.units, plain, first)
    if measure is None or measure.end > limit:
        return _code(page, start, digits_end) if digits_end - start > 15 else digits_end
    if "points" in measure.number.form:
        return _code(page, start, measure.end)
    if measure.entry is None and plain[measure.end].isascii() and plain[measure.end].isalpha():
        return _code(page, start, lettered(plain, start))
    if measure.entry is None and _is_label(plain, start, measure):
        return measure.end
    return _put(page, measure, prefix(page.units, plain, first), limit)


def _is_label(plain: str, start: int, measure: Measure) -> bool:
    """Footnote marks, list numbers and lone years are no figures."""
    before = plain[start - 1] if start else "\n"
    after = plain[measure.end]
    number = measure.number
    if number.exponent or number.large or number.vague:
        return False
    if before in _HOLLOW and after in _SHUT and number.mantissa < 100:
        return True
    if before in "\n#" and after in _ITEM and not is_digit(plain[measure.end + 1]):
        return True
    return measure.end - start == 4 and 1900 <= number.mantissa < 2100 and before not in "为到至达第"


def _is_counted(plain: str, measure: Measure, before: Prefix) -> bool:
    """Whether hanzi digits count something: a unit, a sign or an open place behind them."""
    number = measure.number
    if before.sort in ("ordinal", "several", "upward", "rank"):
        return True
    if number.bare:
        return _bare_counts(plain, measure)
    if measure.entry is not None or measure.kind is FigureKind.FRACTION:
        return measure.kind is not FigureKind.MULTIPLE or _is_doubling(plain, measure)
    after = plain[measure.end]
    open_after = not ("\u4e00" <= after <= "\u9fff") and after not in "”’、"
    first = plain[measure.first - 1] if measure.first else "\n"
    if measure.stop - measure.first == 1 and number.mantissa != 10:
        return first in "\n|-负" and after in "\0\n|"
    if first in "“‘（(":
        return False
    return open_after or number.large or number.exponent >= 2 or number.exponent < 0 or after in "和与又、多"


def _is_doubling(plain: str, measure: Measure) -> bool:
    """番 counts only after 翻."""
    assert measure.entry is not None
    return measure.entry[0].name != "番" or "翻" in plain[max(measure.start - 2, 0) : measure.start]


def _bare_counts(plain: str, measure: Measure) -> bool:
    """千亿 without a digit counts with a bound word beside it, or as a size (百亿级, 千亿元)."""
    number = measure.number
    if number.vague or plain[measure.end - 1] == "级":
        return True
    if measure.start and plain[measure.start - 1] in "近超逾过约达破足上满":
        return True
    return measure.stop - measure.first > 1 and measure.entry is not None and measure.entry[0].name == "元"


def _put(page: Page, measure: Measure, before: Prefix, limit: int) -> int:
    """Add the figure of `measure`, or the group it begins; returns where to go on."""
    if before.money is not None and measure.entry is None:
        measure = measure._replace(entry=(before.money, FigureKind.QUANTITY, False), kind=FigureKind.QUANTITY)
    ends = joined(page, measure, before, limit)
    plain = page.plain
    start = max(min(before.start, measure.start), page.edge)
    found = words_before(page.hedges, plain, page.edge, start)
    around = touching(plain, found, start)
    for token in found:
        page.put(token)
    if ends is None:
        return _single(page, measure, start, before, around)
    kind, measures = ends
    figures: list[Figure] = []
    for index, one in enumerate(measures):
        first = start if index == 0 else one.start
        last = index == len(measures) - 1
        after = word_after(page.hedges, plain, one.end) if last else None
        bound = [*around, *([after] if after is not None and kind is GroupKind.RANGE else [])]
        sign = before.sign if index == 0 else 1
        made = figure(page.text, one, first, sign=sign, around=bound)
        figures.append(made)
        page.put(Token(TokenKind.FIGURE, made.span, "", made))
        if after is not None:
            page.put(after)
    page.figures.extend(figures)
    page.groups.append(Group(kind, tuple(figures), Span(figures[0].span.start, figures[-1].span.end)))
    return page.edge


def _single(page: Page, measure: Measure, start: int, before: Prefix, around: list[Token]) -> int:
    after = word_after(page.hedges, page.plain, measure.end)
    sort = before.sort
    if measure.number.bare and measure.entry is None and page.plain[measure.end - 1] == "级":
        sort = "grade"
    if after is not None and not sort:
        around = [*around, after]
    made = figure(page.text, measure, start, sign=before.sign, sort=sort, around=around)
    page.put(Token(TokenKind.FIGURE, made.span, "", made))
    page.figures.append(made)
    if after is not None:
        page.put(after)
    return page.edge


def _code(page: Page, start: int, end: int) -> int:
    """Add a code."""
    span = Span(start, end)
    made = Figure(span, page.text[start:end], None, None, None, FigureKind.CODE, number=span)
    page.put(Token(TokenKind.FIGURE, span, "", made))
    page.figures.append(made)
    return end
