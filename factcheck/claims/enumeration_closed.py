"""Lists that their number closes: 甲、乙、丙三省, 甲、乙等8个县, “甲、乙、丙”三大工程."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.claims.enumeration_counts import Count, Counts
from factcheck.claims.enumeration_items import Items, items
from factcheck.claims.enumeration_rows import PAIRS, Row, pieces, trimmed
from factcheck.claims.enumeration_words import Kind, enumeration_words
from factcheck.claims.lexicons import either
from factcheck.model import Article, Enumeration, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass
from factcheck.text.words import cutter

_BODIES = frozenset("所个家座")
_MODIFIERS = frozenset("级型类式性系用的色年月后前内外新改扩建")
_KINDS = frozenset({"类", "大类", "样", "门类"})  # they count what was named: 甲、乙、丙三类
_OPENERS = {close: start for start, close in PAIRS.items() if start not in "（(["}
_ANEW = compiled(r"等[^、]{1,10}?(?:以及|和|及|与)(?=[^、]+$)")
_GIVEN = compiled(
    r"(?:由|被|给|归|让|向|从|在|把|将|是|为|有|包括|分属|分给|[来借取选采购引源运调]自|参加了?|[分隔改划辟围拆切][成为出])(?=[^、]{1,12}$)"
)
_OF_A_KIND = compiled(r"(?:以[上下内外]|[\d%％‰]\d*[\u4e00-\u9fff]{0,3})的(?=[^、的]{1,8}$)")
_REGIONS = frozenset("省市县区州国地村镇乡旗校")  # 北京、天津、冀三地
_PERSON = compiled(r"[\u4e00-\u9fff]{1,2}[^\W\d村镇乡县区市班组队家校院厂科处部室方国省州岸街路号长员工师生]")
_NOUN = compiled(r"[\u4e00-\u9fff]{0,8}")
_PLACES = ("等地", "等多地", "各地")  # 北京、陕西、山西等地5起案件
_PLACED = compiled("[在向给对由从将把为与和同]")


@dataclass(frozen=True, slots=True)
class _Head:
    """The last item before its number, and what stood between the two."""

    span: Span
    open: bool = False
    total: bool = False
    named: bool = False


def closed(article: Article, row: Row, counts: Counts) -> Iterator[Enumeration]:
    """The lists in `row` that a number closes."""
    text = article.text
    start = 0
    counted = counts.any_in(row.items[0].start, row.items[-1].end)
    for place, item in enumerate(row.items if counted else ()):
        inside = counts.within(item)
        if inside:
            left = given(text, row.items[start - 1 : start], counts) if start < place else ()
            found = _list(article, (*left, *row.items[start:place]), item, inside[0], counts)
            if found is not None:
                yield found
        start = place + 1 if counts.amount(item) else start
    if start == 0 and row.right < len(text) and text[row.right] in _OPENERS:
        yield from _quoted(article, row, counts)


def given(text: str, dropped: tuple[Span, ...], counts: Counts) -> tuple[Span, ...]:
    """The first name behind an amount of something else (其余6枚由红队、蓝队两队分得), if there is one.

    增幅在15%以上的青石、柳河2个镇: the amount only tells of what kind they are.
    """
    for item in dropped:
        kind = _OF_A_KIND.search(text, item.start, item.end)
        words = [kind] if kind is not None else list(_GIVEN.finditer(text, item.start, item.end))
        ends = (found.end() for found in words if not counts.amount(Span(found.end(), item.end)))
        if (end := next(ends, None)) is not None:  # 在两省三地将王某
            return (trimmed(text, end, item.end),)
    return ()


def _list(
    article: Article, before: tuple[Span, ...], item: Span, count: Count, counts: Counts
) -> Enumeration | None:
    text = article.text
    before = _afresh(text, before)
    head = _head(text, item.start, count.start)
    ahead = counts.amount(Span(item.start, count.start))
    named = head.span.end > head.span.start
    stretches = (*before, *([head.span] if named else []))
    if len(stretches) < 2 or ahead or not (named or head.total):
        return None
    found = items(text, stretches, cut=False)
    if found.spans[-1].of(text).endswith("的") and _of_that_kind(text, found, count):
        return _enumeration(article, _without_of(found), count, head)
    last = found.spans[-1].of(text)
    follows = text[item.end : item.end + 1] == "、"
    shut = count.followed or count.bare or _sorts(found, count)
    doubtful = head.named or follows or not shut or _uneven(found) or last.endswith(_PLACES)
    doubtful |= last[-1:] in _MODIFIERS or _alone(found, count)
    doubtful |= _acts(last, text[stretches[0].start : found.spans[0].end])
    return _enumeration(article, found, count, head, loose=doubtful)


def _of_that_kind(text: str, found: Items, count: Count) -> bool:
    """Whether the names are of what is counted: 来自甲大学、乙师院的两所高校, not 甲大学、乙师院的9名学生."""
    names = [span.of(text).removesuffix("的") for span in found.spans]
    return any(
        (count.unit in kind.called or (count.unit in _BODIES and _called(kind).match(text, count.end)))
        and all(name.endswith(kind.names) for name in names)
        for kind in enumeration_words().kinds
    )


def _called(kind: Kind) -> re.Pattern[str]:
    return compiled(rf"{either(kind.called)}(?![生民家长员])")


def _without_of(found: Items) -> Items:
    """The items, the last without its 的."""
    *firsts, last = found.spans
    return Items((*firsts, Span(last.start, last.end - 1)), found.fair, found.open)


def _afresh(text: str, items_before: tuple[Span, ...]) -> tuple[Span, ...]:
    """The items from where a second list begins: 甲、乙等国产品牌和丙、丁两个进口品牌."""
    for place in range(len(items_before) - 1, -1, -1):
        item = items_before[place]
        found = _ANEW.search(item.of(text))
        if found is not None:
            return (trimmed(text, item.start + found.end(), item.end), *items_before[place + 1 :])
    return items_before


def _quoted(article: Article, row: Row, counts: Counts) -> Iterator[Enumeration]:
    text = article.text
    for count in counts.within(Span(row.right + 1, row.right + 8))[:1]:
        head = _head(text, row.right + 1, count.start)
        if head.span.end > head.span.start or "\n" in text[row.right : count.start]:
            continue
        opener = text.rfind(_OPENERS[text[row.right]], 0, row.left + 1)
        clauses = pieces(text, Span(opener + 1, row.right), "，,；;")
        if opener == row.left:
            yield _enumeration(article, items(text, row.items, cut=False), count, head)
        elif opener >= 0 and len(clauses) == count.value:
            yield _enumeration(article, Items(tuple(clauses), frozenset(), False), count, head)


def _head(text: str, start: int, end: int) -> _Head:
    """`text[start:end]` without the words that lead from a list to its number."""
    span = trimmed(text, start, end)
    named = span.end > span.start and text[span.end - 1] in "“‘《「"
    if named:
        span = trimmed(text, span.start, span.end - 1)
    left_open = total = False
    while (found := _totals().search(text, span.start, span.end)) and found.group():
        left_open |= found.group().startswith("等")
        total = True
        span = trimmed(text, span.start, found.start())
    return _Head(span, left_open, total, named)


def _sorts(found: Items, count: Count) -> bool:
    """Whether the sorts just named are counted (鼎、簋、壶三类); a longer last one may have a head noun."""
    *firsts, last = (span.end - span.start for span in found.spans)
    return count.unit in _KINDS and len(firsts) > 1 and last <= max(firsts)


def _uneven(found: Items) -> bool:
    """Whether the last item is so much longer than the others that it may be more than one."""
    *firsts, last = (span.end - span.start for span in found.spans)
    return last > 2 * max(firsts[1:] or firsts) + 3


def _alone(found: Items, count: Count) -> bool:
    """过户、保险、换四条轮胎: one character behind longer names is a verb, and counts what follows it."""
    *firsts, last = (span.end - span.start for span in found.spans)
    return last == 1 < min(firsts) and count.unit[:1] not in _REGIONS


def _enumeration(
    article: Article, found: Items, count: Count, head: _Head, *, loose: bool = False
) -> Enumeration:
    noun = _NOUN.match(article.text, count.end)
    often = count.unit in enumeration_words().occasions and not _persons(article.text, found, count)
    far = abs(count.value - len(found.spans)) > max(2, count.value // 3)
    return Enumeration(
        count.figure,
        noun.group() if noun else "",
        found.spans,
        article,
        open=head.open,
        made_by="closed",
        loose=loose or often or far,
        fair=found.fair,
    )


def _persons(text: str, found: Items, count: Count) -> bool:
    """Whether names of people are counted right behind them: 李明、王芳、赵磊三人."""
    names = [span.of(text) for span in found.spans]
    short = all(_PERSON.fullmatch(name) for name in names) and found.spans[-1].end == count.start
    return count.unit == "人" and short and abs(len(names) - count.value) <= 1


def _acts(word: str, first: str) -> bool:
    """Whether the words before the number end in a verb (在甲、乙设立三个站), so that it starts afresh.

    A word that may be a noun as well (新增甲、乙和养老服务管理三个专业) is one where the list is the object
    of a verb, and not of a preposition in `first`.
    """
    cut = cutter().cut(word[-12:])
    if not cut:
        return False
    if cut[-1][1] == "vn" and len(cut) > 1 and cut[-2][1][:1] in ("n", "v"):
        return _PLACED.search(first) is not None
    return cut[-1][1].startswith("v") or (len(cut) > 1 and cut[-1][1] in ("p", "d", "c"))


@cache
def _totals() -> re.Pattern[str]:
    return compiled(rf"{either(enumeration_words().totals)}\s*$")
