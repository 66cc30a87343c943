"""Articles into skeletons: blocks cut into sentences and clauses, figures made slots, brackets set apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import field

from factcheck.claims.skeleton import (
    CODE,
    DOUBLING,
    LEVEL,
    MULTIPLE,
    ORDINAL,
    PERCENT,
    PERCENT_RANGE,
    PERIOD,
    POINTS,
    RANGE,
    RATIO,
    SCORE,
    Paragraph,
    Sentence,
    Slot,
)
from factcheck.model import (
    Article,
    BlockKind,
    Dimension,
    Figure,
    FigureKind,
    Group,
    GroupKind,
    Period,
    Span,
    Token,
    TokenKind,
)
from factcheck.patterns import compiled
from factcheck.records import dataclass

_STOPS = compiled(r"[。！？!?\n][。！？!?\n]*[”’」』）)]*")
# Each begins with one set of characters, which the search for clauses then runs through at once.
_COMMAS = compiled(r"[，；：:;,—](?:(?<![,—])(?!\d)|(?<=,)(?=\D)|(?<=—)—)")
# A headline parts its halves with a blank.
_BLANKS = compiled(r"[，；：;:](?!\d)|,(?=\D)|——|(?<=[^\x00-\x7f])[ \u3000]+(?=[\u4e00-\u9fff“])")
# What is called by a number says none: 《小狐仙2》.
_TITLES = compiled(r"《[^》\n]{1,60}》")
_BRACKETS = compiled(r"[（(]([^（）()\n]{0,120})[）)]")
_BULLET = compiled(r"\s*(?:[-•·●▪◆*]+|[（(]?[\d一二三四五六七八九十]{1,2}[)）.、．])\s*(?=\S)")
# 2025年3月6日 岭川晚报讯（记者 周远）: who reported it is no part of what is told.
_DATELINE = compiled(
    r"[^，。；：（(\n]{2,32}[讯电][ \u3000]?[（(][^（）()\n]{0,24}(?:记者|通讯员)[^（）()\n]{1,60}[）)]"
)
_SHORT = 40
_LONG_ITEM = 90
_GOES_ON = ("：", ":", "；", ";")
_LEFT_ALONE = frozenset({"reach", "exact"})
_NUMERIC_KINDS = {
    FigureKind.PERCENT: PERCENT,
    FigureKind.FRACTION: PERCENT,
    FigureKind.POINTS: POINTS,
    FigureKind.MULTIPLE: MULTIPLE,
    FigureKind.ORDINAL: ORDINAL,
    FigureKind.CODE: CODE,
    FigureKind.QUANTITY: LEVEL,
    FigureKind.NUMBER: LEVEL,
}
_Event = tuple[int, int, Slot | None]


def paragraphs(
    article: Article,
    tokens: Sequence[Token],
    groups: Sequence[Group],
    figures: Sequence[Figure],
    periods: Sequence[Period],
) -> Iterator[Paragraph]:
    """The blocks of `article` that hold a figure, and its headings, in reading order."""
    events = _events(article.text, tokens, groups, figures, periods)
    starts = [event[0] for event in events]
    for kind, spans in _joined(article):
        first, last = bisect_right(starts, spans[0].start - 1), bisect_right(starts, spans[-1].end - 1)
        if first < last or (kind is BlockKind.HEADING or spans[0].end - spans[0].start < _SHORT):
            yield _paragraph(kind, article.text, spans, events[first:last])


def _joined(article: Article) -> Iterator[tuple[BlockKind, list[Span]]]:
    """The blocks to read, each with the items of the list that its last words announce."""
    kept: tuple[BlockKind, list[Span]] | None = None
    for kind, span in _blocks(article):
        words = span.of(article.text)
        bullet = _BULLET.match(words)
        item = bool(bullet) or kind is BlockKind.ITEM
        alike = kept is not None and kind is kept[0] is BlockKind.ITEM
        if kept is not None and item and _announced(article, kept[1], words, alike=alike):
            kept[1].append(Span(span.start + (bullet.end() if bullet else 0), span.end))
            continue
        if kept is not None:
            yield kept
        kept = (kind, [span])
    if kept is not None:
        yield kept


def _announced(article: Article, before: list[Span], words: str, *, alike: bool) -> bool:
    """Whether a list goes on: a short item after words that open one, or after another item."""
    short = len(words) < _LONG_ITEM and "。" not in words.rstrip()[:-1]
    return short and (alike or len(before) > 1 or before[-1].of(article.text).rstrip().endswith(_GOES_ON))


def _blocks(article: Article) -> Iterator[tuple[BlockKind, Span]]:
    skipped = {BlockKind.IGNORED, BlockKind.DECLINED, BlockKind.TABLE, BlockKind.BANNER, BlockKind.BYLINE}
    if not article.blocks:
        yield from _lines(article.text)
    for block in article.blocks:
        if block.kind not in skipped:
            told_by = _DATELINE.match(article.text, block.span.start, block.span.end)
            yield block.kind, Span(told_by.end(), block.span.end) if told_by is not None else block.span


def _lines(text: str) -> Iterator[tuple[BlockKind, Span]]:
    for line in re.finditer(r"[^\n]+", text):
        yield BlockKind.PARAGRAPH, Span(line.start(), line.end())


def _events(
    text: str,
    tokens: Sequence[Token],
    groups: Sequence[Group],
    figures: Sequence[Figure],
    periods: Sequence[Period],
) -> list[_Event]:
    """Slots and vanishing hedges, by position, none overlapping."""
    grouped = {id(figure) for group in groups if _is_one(group) for figure in group.figures}
    slots: list[_Event] = [
        _event(group.span, Slot(_group_mark(group), group.span, group=group, unit=group.figures[-1].unit))
        for group in groups
        if _is_one(group)
    ]
    priced = {f.span.start for f in figures if f.unit is not None and "元/" in f.unit.name}
    slots += [
        _event(f.span, Slot(_figure_mark(f), f.span, f, unit=f.unit))
        for f in figures
        if id(f) not in grouped and not (f.span.end in priced and f.value == 1)  # 一盏240元
    ]
    starts, ends = {start for start, _, _ in slots}, {end for _, end, _ in slots}
    said = [token for token in tokens if token.kind is TokenKind.HEDGE]
    hedges = [_event(token.span, None) for token in said if _vanishes(token, starts, ends)]
    slots += [_event(p.span, Slot(PERIOD, p.span, period=p)) for p in periods]
    slots += hedges
    slots = _outside(slots, [match.span() for match in _TITLES.finditer(text)])
    slots.sort(key=lambda event: (event[0], -event[1]))
    return [event for i, event in enumerate(slots) if not i or event[0] >= slots[i - 1][1]]


def _outside(events: list[_Event], titles: list[tuple[int, int]]) -> list[_Event]:
    """The events that do not begin in one of the titles, which are in order and apart."""
    if not titles:
        return events
    starts = [start for start, _ in titles]
    before = [bisect_right(starts, event[0]) - 1 for event in events]
    return [event for event, at in zip(events, before, strict=True) if at < 0 or event[0] >= titles[at][1]]


def _event(span: Span, slot: Slot | None) -> _Event:
    return span.start, span.end, slot


def _is_one(group: Group) -> bool:
    return group.kind is not GroupKind.LIST


def _vanishes(token: Token, starts: set[int], ends: set[int]) -> bool:
    """Whether a hedge stands right before or right after a figure: the figure's interval holds it."""
    if token.label in _LEFT_ALONE:
        return False
    return token.span.start in ends if token.label.endswith("-after") else token.span.end in starts


def _group_mark(group: Group) -> str:
    if group.kind is GroupKind.RATIO:
        return RATIO
    if group.kind is GroupKind.SCORE:
        return SCORE
    if group.kind is GroupKind.CODE:
        return CODE
    if group.kind is GroupKind.COMPOUND:
        return LEVEL
    percent = group.figures[-1].kind in (FigureKind.PERCENT, FigureKind.FRACTION)
    return PERCENT_RANGE if percent else RANGE


def _figure_mark(figure: Figure) -> str:
    if figure.interval is None:
        return CODE
    if figure.unit is not None and figure.unit.dimension is Dimension.DOUBLING:
        return DOUBLING
    return _NUMERIC_KINDS.get(figure.kind, CODE)


def _paragraph(kind: BlockKind, text: str, spans: list[Span], events: list[_Event]) -> Paragraph:
    """The skeleton of some stretches of `text`, run on as one; brackets are taken out."""
    paragraph = Paragraph(kind)
    for number, span in enumerate(spans):
        if number:
            opened = paragraph.text.rstrip().endswith(("：", ":"))
            paragraph.text = paragraph.text.rstrip("。；;\n ") + ("" if opened else "；")
        _fill(paragraph, text, span, events)
    _cut(paragraph)
    return paragraph


def _fill(paragraph: Paragraph, text: str, span: Span, events: list[_Event]) -> None:
    at, draft = span.start, _Draft(paragraph, [paragraph.text], len(paragraph.text))
    starts = [event[0] for event in events]
    for start, end, inner_start, inner_end in _asides(text, span, events, starts):
        draft.write(text, Span(at, start), events, starts)
        at = end
        if bisect_left(starts, inner_start) == bisect_left(starts, inner_end):
            continue  # a bracket that says no figure
        inner = _Draft(Paragraph(paragraph.kind))
        inner.write(text, Span(inner_start, inner_end), events, starts)
        if inner.paragraph.slots:
            inner.finish()
            _cut(inner.paragraph)
            paragraph.asides.append((draft.length, inner.paragraph))
    draft.write(text, Span(at, span.end), events, starts)
    draft.finish()


def _asides(
    text: str, span: Span, events: list[_Event], starts: list[int]
) -> Iterator[tuple[int, int, int, int]]:
    """Brackets of `text[span]` whose marks are not part of a figure: outer and inner ends."""
    whole = len(span.of(text).strip())
    for match in _BRACKETS.finditer(text, span.start, span.end):
        if match.end() - match.start() >= whole:
            continue  # a paragraph that is all bracket: a caption
        before = bisect_right(starts, match.start()) - 1
        if before >= 0 and events[before][1] > match.start():
            continue
        yield match.start(), match.end(), match.start(1), match.end(1)


@dataclass(slots=True, eq=False)
class _Draft:
    """A paragraph whose text is still in pieces."""

    paragraph: Paragraph
    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def write(self, text: str, span: Span, events: list[_Event], starts: list[int]) -> None:
        """Append `text[span]`, slots for figures; `events` start at `starts`."""
        at, length, paragraph = span.start, self.length, self.paragraph
        keep, note = self.pieces.append, paragraph.add
        for place in range(bisect_left(starts, at), len(events)):
            first, last, slot = events[place]
            if last > span.end:
                break
            if at < first:
                keep(text[at:first])
                note(length, at)
                length += first - at
            if slot is not None:
                keep(slot.mark)
                note(length, first)
                paragraph.slots[length] = slot
                paragraph.places.append(length)
                length += 1
            at = last
        if at < span.end:
            keep(text[at : span.end])
            note(length, at)
            length += span.end - at
        self.length = length

    def finish(self) -> None:
        """Put the text together."""
        self.paragraph.text = "".join(self.pieces)


def _cut(paragraph: Paragraph) -> None:
    """Find the sentences of the finished skeleton."""
    text, start = paragraph.text, 0
    titled = paragraph.kind in (BlockKind.TITLE, BlockKind.HEADING)
    commas = _BLANKS if titled else _COMMAS
    for stop in _STOPS.finditer(text):
        end, after = stop.span()
        if end > start:
            paragraph.sentences.append(Sentence(start, end, text, commas))
        start = after
    if start < len(text):
        paragraph.sentences.append(Sentence(start, len(text), text, commas))
