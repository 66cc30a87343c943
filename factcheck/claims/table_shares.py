"""Columns of shares whose rows divide a whole though no row says 合计: age groups, 来源地, 学历.

Shares stand in many tables whose rows are no division (rates by county, answers of which several may
be given). The rows divide a whole where the head of their names says by what, where ages or sizes
run on from 以下 to 以上, or where the last row holds all the others; and then the shares must come
near a hundred, but for one slip of the pen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import reduce

from factcheck.claims.table_labels import Head, Kind
from factcheck.claims.table_sheet import Entry
from factcheck.claims.table_sums import changes, partition
from factcheck.claims.table_views import View
from factcheck.claims.table_words import table_words
from factcheck.interval import Interval
from factcheck.model import Partition
from factcheck.patterns import compiled

_LEAST, _MOST = 3, 20
_FAR = 150
_NEAR = Fraction(15, 100)
_UNDER = compiled("(?:以下|不足|以内|及以下|未满|少于|低于)")
_OVER = compiled("(?:以上|超过|及以上|大于|高于|多于)")
_ONE = Interval.exactly(1)


def divided(view: View) -> Iterator[Partition]:
    """The lines of shares that the items of `view` divide among them."""
    if not _divides(view):
        return
    for line, head in view.lines.items():
        if head.kind is not Kind.SHARE or not _of_all(head):
            continue
        parts = _parts(view, line)
        if parts and _comes_near(parts, sure=_runs_on(list(view.items.values()))):
            yield partition(view.sheet, None, parts, "stated", "table-shares")


def _divides(view: View) -> bool:
    """Whether the items are the parts of one whole, each once."""
    heads = list(view.items.values())
    named = [head for head in heads if not head.total]
    if not _LEAST <= len(named) <= _MOST or any(head.within or head.depth > 1 for head in heads):
        return False
    if len({head.said for head in named}) < len(named) or _open(view):
        return False
    return _by(view) or _runs_on(named) or named[-1].words in table_words().rest


def _by(view: View) -> bool:
    """Whether the head of the names says by what they divide: 年龄段."""
    grid = view.sheet.grid
    if view.flipped:
        return False
    called = {grid.laid.words(row, column) for row in grid.heads for column in grid.labels}
    return any(table_words().divisions.fullmatch(words) for words in called)


def _runs_on(heads: Sequence[Head]) -> bool:
    """18岁以下, 18—35岁, …, 60岁及以上, either way round."""
    ends = heads[0].said, heads[-1].said
    return any(_UNDER.search(one) and _OVER.search(other) for one, other in (ends, ends[::-1]))


def _open(view: View) -> bool:
    """The words around a table say that it gives only some, or that one may be counted twice."""
    text, around = view.sheet.article.text, view.sheet.around
    said = "".join(span.of(text) for span in (*around.above, *view.sheet.grid.notes))
    aside = text[max(0, around.span.start - _FAR) : around.span.start] + text[around.span.end :][:_FAR]
    if table_words().twice.search(aside) is not None:
        return True
    said += "".join(head.said for head in (*view.lines.values(), *view.items.values()))
    return table_words().undivided.search(said) is not None or "重叠" in around.licences


def _of_all(head: Head) -> bool:
    """A plain 占比, or one of a number (人数占比): 女性占比 is another matter in every row."""
    return (
        not head.words
        or head.words in table_words().generic
        or table_words().counted.search(head.words) is not None
    )


def _parts(view: View, line: int) -> list[Entry]:
    """The shares of a line, nothing when one is missing or their total is there."""
    parts: list[Entry] = []
    for item, head in view.items.items():
        entry = view.entry(item, line)
        if head.total and entry is not None:
            return []
        if not head.total and (entry is None or entry.kind is not Kind.SHARE or entry.mean):
            return []
        parts += [entry] if entry is not None else []
    return parts


def _comes_near(parts: Sequence[Entry], *, sure: bool) -> bool:
    """They make a hundred, or would but for one slip of the pen; near is enough where it is `sure`."""
    total = reduce(Interval.__add__, (part.interval for part in parts))
    if total.meets(_ONE):
        return True
    middle = total.middle
    if middle is None or abs(middle - 1) > _NEAR:
        return False
    needed = total - _ONE
    return sure or any(-change in needed for part in parts for change in changes(part))
