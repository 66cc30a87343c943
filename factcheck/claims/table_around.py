"""What is said about a table outside its cells: caption, unit, period, remarks, the order of its rows."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from factcheck.claims.table_grid import Grid
from factcheck.claims.table_labels import label, licences_in, units_in
from factcheck.claims.table_words import table_words
from factcheck.model import Article, Block, BlockKind, Dimension, Period, Span, Table, Unit
from factcheck.patterns import compiled
from factcheck.records import dataclass

_UNITS = compiled(r"(?:计量)?单位[:：]\s*([^）)\]】\n]{1,40})")
_CAPTION = compiled(r"^\s*(?:附?表|图表)\s*[\d一二三四五六七八九十]|单位[:：]")
_LEADS_IN = compiled(r"(?:如下|见下表|所示|情况|排列|排序|排名)[^。！？]{0,20}[：:。]?\s*$|[：:]\s*$")
_REMARK = compiled(r"^\s*(?:[（(]?(?:注|说明|备注|资料来源|数据来源)|[*＊※])")
_REACH = 3


@dataclass(frozen=True, slots=True)
class Around:
    """What holds for a whole table.

    Attributes:
        span: from the caption to the last remark.
        captions: the captions, the nearest first.
        above: the captions and the sentence that leads in.
        unit: the unit of its amounts, `None` when none or several are named.
        unit_span: where it is named.
        corner: the unit in the head of the names (项目（亿元）), for lines that name nothing.
        ratio: percent is among the units named.
        period: key of when.
        period_span: where it is named.
        licences: licences that its caption and remarks name.
    """

    span: Span
    captions: tuple[Span, ...] = ()
    above: tuple[Span, ...] = ()
    unit: Unit | None = None
    unit_span: Span | None = None
    corner: Unit | None = None
    ratio: bool = False
    period: Hashable = None
    period_span: Span | None = None
    licences: frozenset[str] = frozenset()


def around(article: Article, table: Table, grid: Grid, periods: Sequence[Period]) -> Around:
    """What the blocks of `article` beside `table` say about it."""
    captions = [*grid.captions, *([table.caption] if table.caption else []), *_above(article, table)]
    lead = _lead(article, table, captions)
    remarks = [*table.notes, *grid.notes, *_below(article, table), *_remarks(article)]
    spans = [table.span, *captions, *table.notes]
    units = [(unit, span) for span in captions for unit in _units(span.of(article.text))]
    amounts = [(unit, span) for unit, span in units if unit.dimension is not Dimension.RATIO]
    period = _period(captions, periods) or _period(lead, periods)
    return Around(
        Span(min(s.start for s in spans), max(s.end for s in spans)),
        tuple(captions),
        (*captions, *lead),
        amounts[0][0] if len({unit for unit, _ in amounts}) == 1 else None,
        amounts[0][1] if amounts else None,
        _corner(grid),
        len(amounts) < len(units),
        period.key if period else None,
        period.span if period else None,
        frozenset().union(*(licences_in(span.of(article.text)) for span in [*captions, *remarks])),
    )


def _units(words: str) -> Iterator[Unit]:
    for found in _UNITS.finditer(words):
        yield from units_in(found[1])


def _corner(grid: Grid) -> Unit | None:
    """The unit in the head of the names, where that names no sort of things of its own (年龄（岁）)."""
    spots = ((row, column) for row in grid.heads for column in grid.labels)
    cells = (cell for spot in spots if (cell := grid.laid.cells.get(spot)) is not None)
    heads = (label(grid.laid.text, cell.span, ()) for cell in cells)
    found = [head.unit for head in heads if not head.words or head.words in table_words().generic]
    amounts = {unit for unit in found if unit is not None and unit.dimension is not Dimension.RATIO}
    return amounts.pop() if len(amounts) == 1 else None


def _above(article: Article, table: Table) -> list[Span]:
    """The captions right above a table, the nearest first."""
    found: list[Span] = []
    for block in reversed(_before(article, table)[-_REACH:]):
        words = block.span.of(article.text)
        if block.kind is not BlockKind.CAPTION and not (_CAPTION.search(words) and len(words) < 60):
            break
        found.append(block.span)
    return found


def _lead(article: Article, table: Table, captions: Sequence[Span]) -> list[Span]:
    """The last sentence of the paragraph above, when it leads in to the table."""
    before = [block for block in _before(article, table) if block.span not in captions]
    if not before or before[-1].kind is BlockKind.TABLE:
        return []
    span = before[-1].span
    words = span.of(article.text)
    if not _LEADS_IN.search(words):
        return []
    start = max(words.rstrip("。：: ").rfind(stop) for stop in "。！？") + 1
    return [Span(span.start + start, span.end)]


def _below(article: Article, table: Table) -> Iterator[Span]:
    """The remarks right below a table."""
    after = [block for block in article.blocks if block.span.start >= table.span.end]
    for block in after[:_REACH]:
        if block.kind is not BlockKind.NOTE and not _REMARK.match(block.span.of(article.text)):
            return
        yield block.span


def _remarks(article: Article) -> Iterator[Span]:
    """The remarks of the whole article."""
    return (block.span for block in article.blocks if block.kind is BlockKind.NOTE)


def _before(article: Article, table: Table) -> list[Block]:
    return [block for block in article.blocks if block.span.end <= table.span.start]


def _period(spans: Sequence[Span], periods: Sequence[Period]) -> Period | None:
    """The last period that the captions name, the nearest caption first."""
    for span in spans:
        inside = [p for p in periods if p.first is not None and span.start <= p.span.start < span.end]
        if inside:
            return inside[-1]
    return None
