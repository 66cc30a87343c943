"""Sums of a column that only a sentence tells: 三县总产合计41.3万吨, beside a table of three counties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.bind import Bound
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.table_labels import Kind
from factcheck.claims.table_sheet import Entry, Sheet
from factcheck.claims.table_views import View
from factcheck.model import Partition
from factcheck.patterns import compiled
from factcheck.periods.numerals import number

_COUNTED = compiled(
    r"(?<![第前后另余他几\d.])(?P<count>[两二三四五六七八九十]|\d{1,2})"
    r"(?:大|个|家|座|支|所|条|处)?[\u4e00-\u9fff]{1,6}?(?P<rest>[^，。；]*?)(?:合计|总计|共计|一共|总共|累计|共)"
)
_LEAST = 3


def counted(found: Sequence[Sheet], said: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """The totals that sentences tell of all rows of one of the tables `found`, with the cells they sum."""
    for mention in said:
        told = _COUNTED.search(mention.lead) if mention.role is Role.LEVEL else None
        if told is None or id(mention) not in bound.levels or mention.last_year or mention.modality:
            continue
        count = number(told.group("count"))
        views = [View(sheet, flipped=flipped) for sheet in found for flipped in (False, True)]
        columns = [column for view in views for column in _columns(view, mention, count)]
        if len(columns) == 1:
            sheet, parts = columns[0]
            claims = tuple(sheet.said[part.spot] for part in parts)
            yield Partition(
                bound.levels[id(mention)], claims, "stated", bound.article, "", "level", (), "table-counted"
            )


def _columns(view: View, mention: Mention, count: int) -> Iterator[tuple[Sheet, list[Entry]]]:
    """The lines of `count` items whose head stands before a figure, in its unit."""
    heads = list(view.items.values())
    if len(heads) != count or count < _LEAST or any(head.total or head.within for head in heads):
        return
    for line, head in view.lines.items():
        parts = [entry for _, entry in view.on(line) if entry.spot in view.sheet.said]
        like = all(part.kind is Kind.LEVEL and part.base == mention.base_unit for part in parts)
        named = len(head.words) > 1 and head.words in mention.lead
        if len(parts) == count and like and named and not any(part.mean for part in parts):
            yield view.sheet, parts
