"""Names and the figures that 分别 or 依次 gives to them, one each: 甲、乙、丙三个片区分别投入1万元和2万元.

The names are the row before 分别 in its clause; the figures are the run behind it, joined by 、 and 和
with no more than a direction word between (增长5%、下降3%).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.claims.enumeration_closed import given
from factcheck.claims.enumeration_counts import Counts
from factcheck.claims.enumeration_items import Items, items
from factcheck.claims.enumeration_rows import Row, joints, trimmed
from factcheck.model import Article, Enumeration, Figure, FigureKind, Group, GroupKind, Span
from factcheck.patterns import compiled

_THROUGH = compiled("[月日年季周][份度]?[到至]")  # 11月份、12月份到今年1月份 are three
_WORD = compiled(r"分别|依次")
_STOPS = compiled(r"[，,；;：:。！？!?\n（()）]")
_GAP = compiled(
    r"\s?(?:、|和|及|与|以及|、和)\s?(?:增长|下降|上升|减少|增加|提高|降低|上涨|下跌|回落|占|为|达到?|约|近|超)?"
)
_PAUSE = compiled("[，,][^，,。；;\\d]{0,6}")
_AS_WELL, _BOTH = "以及", 2
_FIRST = 16
_NESTED = 8
_SKIPPED = frozenset({FigureKind.CODE, FigureKind.DATE, FigureKind.PERIOD, FigureKind.TIME})
_WHOLE = frozenset({GroupKind.RANGE, GroupKind.RATIO, GroupKind.SCORE, GroupKind.COMPOUND, GroupKind.CODE})


def respective(
    article: Article, rows: Sequence[Row], figures: Sequence[Figure], groups: Sequence[Group], counts: Counts
) -> Iterator[Enumeration]:
    """The lists of names with figures of their own; `rows` are those of the article, by position."""
    text = article.text
    named = [
        (word.end(), _names(text, word.start(), rows) or _told(text, word.start(), rows, counts))
        for word in _WORD.finditer(text)
    ]
    units = _units(figures, groups) if any(len(names) > 1 for _, names in named) else []
    starts = [unit.start for unit in units]
    for at, names in named:
        if len(names) > 1:
            values = _values(text, at, units, starts)
            if len(values) > 1:
                yield _enumeration(article, names, values, counts)


def _units(figures: Sequence[Figure], groups: Sequence[Group]) -> list[Span]:
    """Figures and groups that are one expression, by position."""
    whole = [group for group in groups if group.kind in _WHOLE]
    inside = {id(figure) for group in whole for figure in group.figures}
    spans = [group.span for group in whole]
    spans += [figure.span for figure in figures if id(figure) not in inside and figure.kind not in _SKIPPED]
    return sorted(spans, key=lambda span: (span.start, span.end))


def _names(text: str, at: int, rows: Sequence[Row]) -> tuple[Span, ...]:
    """The items of the row before 分别, the last one cut off there."""
    place = bisect_left(rows, at, key=lambda row: row.items[0].start)
    for row in reversed(rows[max(0, place - _NESTED) : place]):
        before = tuple(item for item in row.items if item.end <= at)
        last = row.items[len(before)] if len(before) < len(row.items) else None
        if before and last is not None and last.start < at <= last.end:
            return (*before, trimmed(text, last.start, at))
    return ()


def _told(text: str, at: int, rows: Sequence[Row], counts: Counts) -> tuple[Span, ...]:
    """The items of a row that its number closes in the clause before (红队、蓝队两队瓜分，依次为)."""
    place = bisect_left(rows, at, key=lambda row: row.items[0].start)
    for row in rows[max(0, place - 1) : place]:
        if not (0 <= row.right < at and _PAUSE.fullmatch(text, row.right, at)):
            continue
        last = row.items[-1]
        stated = counts.within(last)
        if len(stated) == 1 and stated[0].value == len(row.items) and stated[0].start > last.start:
            return (*(given(text, row.items[:1], counts) or row.items[:1]), *row.items[1:])
    return ()


def _values(text: str, at: int, units: Sequence[Span], starts: Sequence[int]) -> list[Span]:
    """The run of figures behind 分别."""
    stop = _STOPS.search(text, at)
    end = stop.start() if stop else len(text)
    first = bisect_left(starts, at)
    found: list[Span] = []
    for unit in units[first:]:
        if not found and (unit.start >= end or unit.start - at > _FIRST):
            return []
        if found and not _GAP.fullmatch(text, found[-1].end, unit.start):
            break
        found.append(unit)
    return found


def _enumeration(article: Article, names: Sequence[Span], values: list[Span], counts: Counts) -> Enumeration:
    text = article.text
    *firsts, last = names
    stated = counts.within(last)
    head = trimmed(text, last.start, stated[0].start) if stated and stated[0].start > last.start else last
    found = items(text, (*firsts, head))
    fair = set(found.fair) | _products(text, names, found) | {count.value for count in stated}
    fair |= _compound(text, found)
    return Enumeration(
        None,
        "",
        found.spans,
        article,
        open=found.open,
        style="respective",
        made_by="respective",
        loose=any(counts.amount(item) for item in firsts) or _THROUGH.search(head.of(text)) is not None,
        fair=frozenset(fair - {len(found.spans)}),
        values=tuple(values),
    )


def _compound(text: str, found: Items) -> set[int]:
    """采矿业、制造业以及电力、热力和供水业: what 以及 adds may be one name that holds 、 itself."""
    places = [at for at, item in enumerate(found.spans[:-1]) if _AS_WELL in item.of(text)]
    return {at + _BOTH for at in places[:1]}


def _products(text: str, names: Sequence[Span], found: Items) -> set[int]:
    """Names of two kinds may share the figures: 城镇、农村居民收入和支出分别…, four figures."""
    joined = sum(len(joints(text, item)) for item in names)
    return {size * (joined + 1) for size in (len(names), len(found.spans))} if joined else set()
